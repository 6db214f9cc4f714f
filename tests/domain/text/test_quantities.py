from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text.folding import NAMES, SEARCHED

_HAN = "〇一二三四五六七八九"
_HANGUL = "영일이삼사오육칠팔구"


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "300 000",
            "300,000",
            "300.000",
            "three hundred thousand",
            "Three-hundred thousand",
            "300k",
            "300K",
            "0.3 million",
        ),
        *(
            "300 thousand",
            "30만",
            "30 만",
            "삼십만",
            "三十万",
            "30万",
            "三十萬",
            "三〇万",
            "\uff13\uff10\uff10\uff0c\uff10\uff10\uff10",
            "3十万",
            "300\u00a0000",
        ),
    ],
)
def test_one_large_number_is_the_same_however_it_is_written(typed: str) -> None:
    assert SEARCHED(typed) == "300000"


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("30만명", "300000명"),
        ("삼십만 명", "300000 명"),
        ("三十万人", "300000人"),
        ("1만 2천", "12000"),
        ("1만~3만 명", "10000 30000 명"),
        ("3천만", "30000000"),
        ("1억 2천만", "120000000"),
        ("2.5k", "2500"),
        ("half a million people", "500000 people"),
        ("about 1.5 million of them", "about 1500000 of them"),
        ("two hundred", "200"),
    ],
)
def test_what_stands_beside_a_large_number_stays(typed: str, folded: str) -> None:
    assert SEARCHED(typed) == folded


@pytest.mark.parametrize(
    "typed",
    [
        *("in 2013 300 people", "1951 1967", "the nine", "twenty-five", "hundreds of thousands"),
        *(
            "第一百二十条",
            "第三十三条",
            "제삼십삼조",
            "二〇〇五年",
            "数十万",
            "几万",
            "万一",
            "千万不要",
            "老百姓",
            "那九个人",
        ),
        *("이만 갈게", "천만에", "구조", "이천"),
    ],
)
def test_years_articles_and_words_that_look_like_numbers_stay(typed: str) -> None:
    assert SEARCHED(typed) == NAMES(typed)


def _in_characters(value: int, ones: str, units: str) -> str:
    """A value below 10,000 as it is said, `三千五百`."""
    places = zip(f"{value:04d}", units, strict=True)
    return "".join(ones[int(digit)] + unit for digit, unit in places if digit != "0")


@given(st.integers(1, 999).map(lambda value: value * 10_000))
def test_every_way_to_write_ten_thousands_is_one_number(value: int) -> None:
    count = value // 10_000
    grouped = f"{value:,}"
    forms = [
        *(
            grouped,
            grouped.replace(",", " "),
            grouped.replace(",", "\u00a0"),
            f"{value // 1000}k",
            f"{value // 1000} thousand",
        ),
        *(f"{count}만", f"{count}万", f"{count}萬", _in_characters(count, _HAN, "千百十 ").strip() + "万"),
        *(f"{float(Fraction(value, 10**6)):.2f} million",),
    ]
    assert {SEARCHED(form) for form in forms} == {str(value)}, forms


@given(st.text(alphabet="0123456789 ,.k만천억万千百十三两hundredthousandmillion第제", max_size=30))
def test_folding_twice_is_folding_once_and_loses_no_place(text: str) -> None:
    folded = SEARCHED.traced(text)
    assert folded.text == SEARCHED(text)
    for place in range(len(folded.text)):
        start, end = folded.original(place, place + 1)
        assert 0 <= start <= end <= len(text)
