from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text.numbers import numbers, values

ONES = ["two", "three", "four", "five", "six", "seven", "eight", "nine"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("300,000 people", [300_000]),
        ("between 10,000 and 30,000", [10_000, 30_000]),
        ("25k", [25_000]),
        ("25 thousand", [25_000]),
        ("2.5 million", [2_500_000]),
        ("half a million", [500_000]),
        ("a hundred", [100]),
        ("one hundred", [100]),
        ("two hundred and fifty", [250]),
        ("between two thousand and three thousand", [2000, 3000]),
        ("twenty-five thousand", [25_000]),
        ("nine youngsters", [9]),
        ("the 61st session", [61]),
        ("a third nuclear test", [3]),
        ("two dozen", [24]),
        ("2013\u201314", [2013, 2014]),
        ("10 000 people", [10, 0]),
        ("10\u202f000 people", [10_000]),
        ("the mid-1990s", [1990]),
        ("two, five", [2, 5]),
        ("Oct.26", [26]),
    ],
)
def test_a_number_is_read_as_its_value(text: str, expected: list[int]) -> None:
    assert [number.value for number in numbers(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "dozens of people",
        "tens of thousands",
        "hundreds",
        "several thousand",
        "one person",
        "the first time",
        "second-hand words",
        "half of them",
        "a person and an hour",
        "often, weighty, tent",
    ],
)
def test_what_gives_no_value_is_no_number(text: str) -> None:
    assert numbers(text) == []


@given(st.integers(min_value=2, max_value=10**9))
def test_digits_mean_the_same_with_separators_and_without(value: int) -> None:
    assert values(f"about {value} people") == values(f"about {value:,} people") == {Fraction(value)}


@given(st.integers(min_value=2, max_value=999), st.sampled_from(["k", " thousand", ",000"]))
def test_thousands_may_be_written_in_three_ways(value: int, ending: str) -> None:
    assert values(f"{value}{ending} people") == {Fraction(value * 1000)}


@given(st.sampled_from(TENS), st.sampled_from(ONES), st.sampled_from([" ", "-"]))
def test_a_compound_is_the_sum_of_its_words(tens: str, ones: str, between: str) -> None:
    expected = (TENS.index(tens) + 2) * 10 + ONES.index(ones) + 2
    assert values(f"{tens}{between}{ones} people") == {Fraction(expected)}


@given(st.text(max_size=80))
def test_every_number_stands_where_it_says(text: str) -> None:
    for number in numbers(text):
        assert text[number.start : number.end] == number.words


@given(
    st.lists(st.sampled_from([*ONES, *TENS, "hundred", "thousand", "million", "and", "a", "half", "of"]), max_size=8)
)
def test_any_row_of_number_words_is_read_without_overlap(row: list[str]) -> None:
    found = numbers(" ".join(row))
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(number.value > 1 for number in found)
