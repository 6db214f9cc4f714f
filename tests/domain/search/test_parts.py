# ruff: noqa: RUF001 - the texts are in several scripts
"""The parts that a search is made of: folding, spelling, units."""

import pytest

from bot.domain.search.fold import fold
from bot.domain.search.han import SIMPLER
from bot.domain.search.stemming import initials, spell, stem, without_particles
from bot.domain.search.tokens import Lexicon
from tests.builders import a_wording


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("U.N. and D.P.R.K.", "un and dprk"),
        ("China's don’t", "china dont"),
        ("25k of 300,000", "25000 of 300000"),
        ("30만 명", "300000 명"),
        ("António", "antonio"),
        ("ＦＵＬＬ　ｗｉｄｔｈ", "full width"),
        ("難民條約", "难民条约"),
        ("ノン・ルフールマン", "ノンルフールマン"),
        ("zero\u200bwidth", "zerowidth"),
    ],
)
def test_folding_takes_away_what_does_not_matter(text: str, folded: str) -> None:
    assert fold(text).strip() == folded


def test_mentions_links_and_markdown_are_no_part_of_a_question() -> None:
    assert fold("<@123> **bold** https://example.org/a <:x:99> ||hidden||").split() == ["bold", "hidden"]


def test_no_character_is_folded_to_one_that_is_folded_further() -> None:
    assert not {ord(simple) for simple in SIMPLER.values()} & SIMPLER.keys()


@pytest.mark.parametrize("typed", ["강", "강ㅈ", "강젯", "강제소", "강제송", "강제송화", "강제송환"])
def test_each_state_of_a_word_while_it_is_composed_begins_its_spelling(typed: str) -> None:
    assert spell("강제송환").startswith(spell(typed))


def test_initials_are_the_first_letters_of_the_syllables() -> None:
    assert initials("강제송환") == "ㄱㅈㅅㅎ"
    assert initials("UN난민") == ""


@pytest.mark.parametrize(
    ("forms", "same"),
    [
        (("deport", "deports", "deported", "deporting", "deportation", "deportations"), True),
        (("repatriate", "repatriated", "repatriation", "repatriating"), True),
        (("policy", "policies"), True),
        (("escape", "escaped", "escaping", "escapes"), True),
        (("universe", "university"), False),
        (("nine", "nines"), True),
    ],
)
def test_words_that_differ_in_their_ending_have_one_stem(forms: tuple[str, ...], same: bool) -> None:
    assert (len({stem(form) for form in forms}) == 1) is same


@pytest.mark.parametrize(
    ("word", "bare"),
    [("중국에서는", "중국"), ("난민인가요", "난민"), ("송환되나요", "송환"), ("회의", "회의"), ("나라", "나라")],
)
def test_korean_words_lose_their_grammar(word: str, bare: str) -> None:
    assert without_particles(word) == bare


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
        ("キャベツの値段", ["キャベツ", "値段"]),
    ],
)
def test_a_text_is_taken_apart_into_the_things_it_names(text: str, terms: list[str]) -> None:
    assert [unit.term for unit in LEXICON.units(text) if not unit.is_literal] == terms
