import pytest

from bot.domain.search.lexicon import Lexicon
from tests.builders import a_wording

LEXICON = Lexicon(
    a_wording(
        stop_words=("the", "of", "is", "why", "的", "吗", "はずの"),
        abbreviations={"nk": "north korea", "w/": "of", "unhcr": "un refugee agency"},
        synonyms={"north korea": ("북한", "朝鲜"), "defector": ("defectors", "탈북자", "脱北者"), "why": ("왜",)},
    )
)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("the defectors of NK", ["defector", "north korea"]),
        ("North Korea", ["north korea"]),
        ("북한 탈북자들은", ["north korea", "defector"]),
        ("朝鮮的脱北者吗", ["north korea", "defector"]),
        ("un refugee agency / UNHCR", ["un refugee agency", "un refugee agency"]),
        ("왜 w/ the", []),
        ("시장 가격", ["시장", "가격"]),
        ("市场价格", ["市场", "场价", "价格"]),
        ("キャベツの値段", ["キャベツ", "值段"]),
    ],
)
def test_a_text_is_taken_apart_into_the_things_it_names(text: str, terms: list[str]) -> None:
    assert [token.term for token in LEXICON.tokens(text) if not token.is_literal] == terms


def test_of_two_names_with_one_stem_the_one_written_so_is_meant() -> None:
    lexicon = Lexicon(a_wording(synonyms={"account": ("report", "reports"), "author": ("reporter", "reporters")}))
    terms = {text: lexicon.tokens(text)[0].term for text in ("report", "reports", "reporter", "reporters", "reported")}
    assert terms.pop("reported") in {"account", "author"}
    assert terms == {"report": "account", "reports": "account", "reporter": "author", "reporters": "author"}


def test_a_name_takes_the_place_of_a_stop_word() -> None:
    lexicon = Lexicon(a_wording(stop_words=("may",), synonyms={"month of may": ("may",)}))
    assert [token.term for token in lexicon.tokens("may")] == ["month of may", "=may"]
