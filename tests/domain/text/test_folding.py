# ruff: noqa: RUF001 - the texts are in several scripts
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text.folding import CASELESS, NAMES, PRINT, SEARCHED, WORDS


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("curly \u2018single\u2019 and \u201cdouble\u201d", "curly 'single' and \"double\""),
        ("a\u00a0no-break  space\tand\n lines ", "a no-break space and lines"),
        ("en \u2013 and em \u2014 dash", "en - and em - dash"),
        ("and so on\u2026", "and so on..."),
        ("cafe\u0301", "caf\u00e9"),
        ("a\u2010b\u2011c\u2012d\u2015e\u2212f\ufe63g\uff0dh", "a-b-c-d-e-f-g-h"),
        ("typed -- so", "typed - so"),
        ("o\u02bcclock, o\uff07clock, o\u2032clock, o\u00b4clock", "o'clock, o'clock, o'clock, o'clock"),
        ("su\ufb00er, o\ufb03ce", "suffer, office"),
        ("\uff23\uff48\uff49\uff4e\uff41 \U0001d402\U0001d421", "China Ch"),
        ("impris\u200eonm\u200bent\u3164 con\u00adsequence", "imprisonment consequence"),
        ("\u00ab refouler \u00bb, \u201erefouler\u201c, \u300crefouler\u300d", '"refouler", "refouler", "refouler"'),
        ("\u00bbrefouler\u00ab said", '"refouler" said'),
        ("they left\u00b9 \u00b2 in the night.\u00b3", "they left in the night."),
    ],
)
def test_print_variation_is_folded_away(typed: str, printed: str) -> None:
    assert PRINT(typed) == printed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("China", "china"),
        ("labor", "labour"),
        ("UN", "U.N."),
        ("10,000", "10000"),
        ("½", "1/2"),
        ("[R]efugees", "Refugees"),
    ],
)
def test_case_spelling_numbers_and_brackets_are_no_print_variation(one: str, other: str) -> None:
    assert PRINT(one) != PRINT(other)


@pytest.mark.parametrize(
    "printed",
    [
        "return (“refouler”) a man",
        "return (‘refouler’) a man",
        "return (« refouler ») a man",
        "return (refouler) a man",
    ],
)
def test_a_verdict_compares_words_without_their_marks(printed: str) -> None:
    assert WORDS(printed) == "return (refouler) a man"


@given(st.text(max_size=200))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert WORDS(WORDS(text)) == WORDS(text)


def test_lists_of_words_are_compared_in_any_case_and_print() -> None:
    assert CASELESS("“Don’t – STOP”") == CASELESS('"don\'t - stop"')


@pytest.mark.parametrize(
    "typed",
    [
        "REFUGEE CONVENTION",
        "refugee conventıon",
        "REFUGEE CONVENTİON",
        "Réfugée Cònvention",
        "ＲＥＦＵＧＥＥ　ＣＯＮＶＥＮＴＩＯＮ",
        "Refu\u00adgee Con\u200bvention",
        "Refugee\u00a0Convention",
    ],
)
def test_a_name_is_the_same_in_any_case_width_and_accent(typed: str) -> None:
    assert NAMES(typed) == "refugee convention"


@pytest.mark.parametrize(
    ("one", "other"), [("難民條約", "难民条约"), ("難民条約", "难民条约"), ("戦争・難民", "战争难民")]
)
def test_a_name_is_the_same_in_old_and_new_characters(one: str, other: str) -> None:
    assert NAMES(one) == other


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
def test_what_does_not_matter_in_a_question_is_folded_away(text: str, folded: str) -> None:
    assert SEARCHED(text) == folded


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("BorderProtocol", "border protocol"),
        ("#KimDongShik", "#kim dong shik"),
        ("UNrefugees iPhone McDonald", "unrefugees iphone mcdonald"),
    ],
)
def test_words_that_only_capitals_part_are_parted_where_each_is_one(typed: str, folded: str) -> None:
    assert SEARCHED(typed) == folded
    assert NAMES("BorderProtocol") == "borderprotocol"


def test_mentions_links_and_markdown_are_no_part_of_a_question() -> None:
    assert SEARCHED("<@123> **bold** https://example.org/a <:x:99> ||hidden||").split() == ["bold", "hidden"]


@given(st.text())
def test_print_variation_is_folded_away_at_once(text: str) -> None:
    assert PRINT(PRINT(text)) == PRINT(text)
