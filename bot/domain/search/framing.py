"""The words around a name with which somebody asks about it: `what is … `, `… とは`, `what does … say`.

They are of the language, not of any subject, and are taken away at the ends of a question alone: what is left is the
name, or more than a name.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from bot.domain.model import Kind
from bot.domain.search.tokens import in_runs, runs
from bot.domain.text.folding import SEARCHED
from bot.domain.text.scripts import script_of


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split(" / "))


def _ended_in_korean(*lines: str) -> tuple[str, ...]:
    """Korean words with what ends a question after them."""
    ends = _words(
        "야 / 예요 / 에요 / 이야 / 이에요 / 인가요 / 임 / 죠 / 이죠 / 지 / 냐 / 이냐 / 입니까 / 인데 / 일까 / 일까요",
        "인지",
    )
    return tuple(f"{words}{end}" for words in _words(*lines) for end in ("", *ends))


def _asked_in_chinese(*lines: str) -> tuple[str, ...]:
    """Chinese words that ask what something is, with the noun that may follow them."""
    nouns = "意思 / 机构 / 组织 / 东西 / 人 / 国家 / 地方 / 玩意 / 缩写 / 部门 / 团体 / 职位 / 的"
    return tuple(f"是{words}{noun}" for words in _words(*lines) for noun in ("", *_words(nouns)))


def _asked_in_japanese(*lines: str) -> tuple[str, ...]:
    """What asks in Japanese what something is, with what links it to a name and with what ends a question."""
    asked = _words(
        "何 / なに / なん / どういう意味 / どんな意味 / 何のこと / どんな団体 / どんな組織 / どんな機関 / どんなもの",
        "何する人 / 何する団体 / 何する組織 / 何する機関 / 何をする人 / 何をする団体 / 何をする機関 / 何をするところ",
        "何してる団体",
    )
    ends = ("", *_words("ですか / なの / なんですか / だっけ / でしたっけ / だろう / でしょうか / なん"))
    return tuple(f"{link}{words}{end}" for link in _words(*lines) for words in asked for end in ends)


_BEFORE: Final = _words(
    "so like / like / i mean",
    "dumb question / stupid question / quick question / question / 弱弱问一句 / 我想问 / 想问一下 / 问一下",
    "질문 / 혹시",
    "ちょっと質問 / 質問 / btw",
    "does / what is / what are / what was / what were / whats / what does / what did / what do / who is / who are",
    "who was",
    "who were / whos / is / tell me about / tell me / explain / explain to me / show me / find / about",
    "can you explain",
    "can u explain / i want to know about / info on / information on / the / a / an / this / that / so / ok / hey",
    "pls",
    "please / wtf is / 那个 / 那個 / 这个 / 這個 / 请问 / 請問 / 그 / 이 / 저기 / 그럼 / その / この / あの / じゃあ",
    "关于 / 關於 / 介绍一下 / 解释一下 / 说说 / 讲讲",
)
"""What may stand before a name."""
_AFTER: Final = _words(
    "whats that / what is that / what was that / 보여줘 / 보여줘요 / 보여주세요 / 보여 줘 / 보여 주세요 / 찾아줘",
    "찾아주세요 / 가 / 이 / 은 / 는 / 를 / 을 / 의 / 랑",
    "whats that / what is that / what was that / show / explained / explain / about / please / pls / plz / lol",
    "actually / exactly / actually is / again / in plain english / in simple terms / in simple words / for dummies",
    "알려줘 / 알려줘요 / 알려주세요 / 알려 주세요 / 설명 / 설명해줘 / 설명해 줘 / 설명해주세요 / 설명해 주세요 / 좀",
    "대해 / 에 대해 / 에 대해서 / 대해서 / 요약 / 啊 / 呢 / 吗 / 的 / について / について教えて",
    "について教えてください / を教えて / を教えてください / 教えて / 教えてください / は / って / の / ください",
    "です / ですか / なの / 見せて / lmao / omg / legally / in law / in legal terms / in international law",
    "정확히 / 정확이",
    "대체 / 도대체 / 진짜 / 그냥 / 대충 / 쉽게 / 간단히 / 아니지 / 到底 / 具体 / 究竟 / を簡単に説明して",
    "を説明して",
    "をわかりやすく説明して / 簡単に説明して / そもそも / 結局 / 一体 / 什么的 / they all talk about",
    "they talk about",
    "in english / in korean / in chinese / in japanese / 영어로 / 한국어로 / 中文 / 日本語で / 숙제임 / 숙제야",
    "과제임",
    "everyone talks about / everybody talks about / people talk about / they keep talking about",
    "i keep hearing about",
)
"""What may stand after one."""
_TOLD_AFTER: Final = _words(
    "say / says / said / actually say / contain / cover / 내용 / 내용이 / 내용은 / 뭐라고 써있어",
    "뭐라고 돼 있어",
    "的内容 / 内容 / 说了什么 / 讲了什么 / 写了什么 / 规定了什么 / 怎么说 / 怎么写的 / 怎么规定的 / 到底写了什么",
    "which year / which year was it / what year / what year was it / from what year / 哪一年 / 哪一年的 / 是哪一年的",
    "是哪年的 / 몇 년도 / 몇 년도야 / 몇 년도 거야 / 몇 년에 나온 거야 / 何年の / は何年の / って何年の / っていつの",
    "の内容 / 内容は / って何が書いてあるの / には何が書いてある / には何と書いてある / は何と言っている",
)
"""The same where the name is of a text."""
_DEFINED_BEFORE: Final = _words(
    "difference between / the difference between / whats the difference between / diff between",
    "define / definition of / meaning of / what is a / what is an / whats a / whats an / what is meant by / 什么是",
    "什麼是 / 什么叫 / 什麼叫 / 何谓 / 何謂 / 所谓 / 所謂",
)
_DEFINED_AFTER: Final = _words(
    "是什么机构 / 是什么组织 / 是什么东西 / 뭐 하는 데예요 / 뭐 하는 곳 / 뭐 하는 곳이야 / 뭐 하는 곳이에요",
    "뭐 하는 곳인가요 / 뭐하는 곳이야 / 뭐하는 곳이에요 / 뭐하는 곳인가요 / 뭔 뜻 / 뭔 말 / 무슨 말인가요",
    "definition / meaning / mean / means / stand for / stands for / short for / 是什么 / 是什麼 / 是啥",
    "是什么意思",
    "是什麼意思 / 什么意思 / 什麼意思 / 是啥意思 / 啥意思 / 指什么 / 指的是什么 / 到底是什么 / 到底是什麼",
    "到底指什么 / 是干嘛的 / 是做什么的 / 的意思 / 的定义 / 定义 / 意思 / 的含义 / 含义 / 이란 / 란 / 이란 무엇인가",
    "란 무엇인가 / 이란 무엇인가요 / 란 무엇인가요 / 무엇인가 / 무엇인가요 / 뭐야 / 뭐예요 / 뭐에요 / 뭐죠 / 뭔가요",
    "뭔데 / 뭐임 / 뭐지 / 뭐냐 / 뭘까 / 뭘까요 / 뭐라고 / 뭡니까 / 무엇입니까 / 뜻 / 뜻이 / 뜻은 / 뜻이 뭐야",
    "무슨 뜻 / 무슨 뜻이야 / 무슨 뜻이에요 / 무슨 뜻인가요 / 무슨 말 / 무슨 말이야 / 무슨 말이에요 / 의미 / 의미가",
    "의미는 / 정의 / 이라는 게 / 라는 게 / 이라는게 / 라는게 / 이란게 / 란게 / 이란 게 / 란 게 / 무슨 약자야",
    "무슨 약자 / とは / とは何 / とは何か / とは何ですか / とは何でしょうか / とはなに / とはなんですか / って何",
    "って何ですか / って何なの / ってなに / ってなんですか / ってどういう意味 / ってどういう意味ですか",
    "どういう意味",
    "の意味 / の意味は / の定義 / 何ですか / は何ですか / は何 / って何のこと / とはどういう意味",
    "which country / what country / which one / north or south / south or north / どこの国 / どの国",
    "뭔지 / 무엇인지 / 다른 거야 / 다른 거예요 / 다른가요 / 다른 건가요 / 같은 거야 / 같은 거예요 / 같은 말이야",
    "有区别吗",
    "有区别 / 有什么不一样 / 有差别吗 / 是同一个吗 / どう違うの / どう違う / 何が違うの / 何が違う",
    "the same / the same thing / same thing / 一回事 / 是一回事吗 / 一样吗 / 有什么区别",
    "有什么不同 / 的区别 / 区别 / 区别是什么 / 차이 / 차이가 / 차이점 / 의 차이 / 뭐가 달라 / 뭐가 다른지",
    "어떻게 달라",
    "の違い / の違いは / と違うの / と違うんですか / 違うの / 違うんですか / と同じ / と同じですか / って同じ",
    "って略しすぎでは / 何の略",
    "the diff / whats the diff / whats the difference / is there a difference",
    "what does one do / what do they do / who are they / who r they / who is that / what is it / what does it mean",
    "acronym / abbreviation / 약자 / 缩写 / 縮写 / 略称 / どっちがどっち / which is which",
    *_ended_in_korean(
        "뭐 / 뭔 / 무슨 뜻 / 무슨 말 / 무슨 약자 / 약자 / 뭐 하는 데 / 뭐하는 데 / 뭐 하는 곳 / 뭐하는 곳",
        "뭐 하는 기관",
        "뭐하는 기관 / 무슨 기관 / 무슨 단체 / 뭐 하는 단체 / 뭐 하는 사람 / 어느 나라 / 어떤 나라 / 어디 나라",
        "어느 country",
        "어디 country / 무슨 country",
    ),
    *_asked_in_chinese(
        "什么 / 啥 / 哪个国家 / 哪国 / 哪个机构 / 干什么 / 干嘛 / 干啥 / 做什么 / 做啥 / 干什么用 / 管什么"
    ),
    *_asked_in_japanese("って / とは / は / ってのは / というのは / "),
)
"""The same where the name is of a term."""
_TERM: Final[Sequence[Kind]] = ("term",)
_TEXTS: Final[Sequence[Kind]] = ("instrument", "document")

_Rest = tuple[str, Sequence[Kind]]
"""Words, and the kinds that are asked for."""


class Framed(NamedTuple):
    """What is left of a question, and the kinds that the words around it ask for."""

    core: str
    kinds: frozenset[Kind]


class Framing:
    """Takes such words away."""

    def __init__(self) -> None:
        before = _folded((_BEFORE, ()), (_DEFINED_BEFORE, _TERM))
        after = _folded((_AFTER, ()), (_TOLD_AFTER, _TEXTS), (_DEFINED_AFTER, _TERM))
        self._alone = {**before, **after}
        self._before = _by_letter(before, 0)
        self._after = _by_letter(after, -1)

    def read(self, text: str) -> Framed:
        """What is asked about, in runs; of such words alone the last is left."""
        return self.within(in_runs(text))

    def within(self, core: str) -> Framed:
        """The same of a text that is folded and whose runs are parted by spaces."""
        kinds = set[Kind]()
        while not (alone := self._alone.get(core)) and (found := self._without_last(core) or self._without_first(core)):
            core, asked = found
            kinds.update(asked)
        kinds.update(alone or ())
        return Framed(core, frozenset(kinds))

    def is_asking(self, framed: Framed) -> bool:
        """Whether nothing is left but words that ask for a meaning."""
        return bool(self._alone.get(framed.core))

    def _without_last(self, core: str) -> _Rest | None:
        for words, kinds in self._after.get(core[-1:], ()):
            if core.endswith(words):
                rest = core[: -len(words)]
                if rest.strip() and (rest.endswith(" ") or _is_attached(words)):
                    return rest.strip(), kinds
        return None

    def _without_first(self, core: str) -> _Rest | None:
        for words, kinds in self._before.get(core[:1], ()):
            if core.startswith(words):
                rest = core[len(words) :]
                if rest.strip() and (rest.startswith(" ") or script_of(words[-1]) in {"han", "kana"}):
                    return rest.strip(), kinds
        return None


def _is_attached(words: str) -> bool:
    """Whether words may end a name without a space; of Hangul no single syllable, which may be the name's own last."""
    script = script_of(words[0])
    return script in {"han", "kana"} or (script == "hangul" and (len(words) > 1 or words == "란"))


def _folded(*groups: tuple[Collection[str], Sequence[Kind]]) -> Mapping[str, Sequence[Kind]]:
    """The words of groups as they stand in a question, with the kinds that they ask for."""
    words = {word: kinds for group, kinds in groups for word in group}
    texts = SEARCHED.each(list(words))
    return {
        " ".join([run.text for run in runs(text)]): kinds for text, kinds in zip(texts, words.values(), strict=True)
    }


def _by_letter(words: Mapping[str, Sequence[Kind]], place: int) -> Mapping[str, list[_Rest]]:
    """Words by their first or last letter, the longest first, with the kinds that they ask for."""
    found: defaultdict[str, list[_Rest]] = defaultdict(list)
    for each, kinds in sorted(words.items(), key=lambda word: (-len(word[0]), word[0])):
        found[each[place]].append((each, kinds))
    return dict(found)
