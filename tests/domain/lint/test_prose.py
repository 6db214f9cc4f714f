from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.date import PartialDate
from bot.domain.lint.ground import ground
from bot.domain.lint.prose import Prose, Texts
from bot.domain.matching import find
from bot.domain.text.dates import mentions
from bot.domain.text.numbers import numbers

PIECES = st.sampled_from(
    ["nine", "in", "May", "10 May 2013", "2013-05-10", "25k", "“so”", "a hundred", "half", "Monday", "U.N.", "no", "-"]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=8).map(" ".join))


def test_a_text_is_cut_up_once() -> None:
    texts = Texts()
    assert texts.read("One day.") is texts.read("One " + "day.")
    assert texts.read("One day.") is not texts.read("One day. ")


def test_the_day_of_a_date_counts_nothing() -> None:
    prose = Prose("On 10 May 2013 nine came, and 12 left.")
    assert [number.value for number in prose.counts] == [Fraction(9), Fraction(12)]


@pytest.mark.parametrize(
    ("text", "years"),
    [("in 2013 and 1799", {2013}), ("on 10 May 2014", {2014}), ("2013-14", {2013, 2014}), ("2,013 people", {2013})],
)
def test_the_years_of_a_text_are_those_it_prints(text: str, years: set[int]) -> None:
    assert Prose(text).years == years


@given(TEXTS)
def test_every_number_is_counted_or_belongs_to_a_date(text: str) -> None:
    dated = {place for mention in mentions(text) for place in range(mention.start, mention.end)}
    assert Prose(text).counts == [number for number in numbers(text) if number.start not in dated]


@given(TEXTS)
def test_what_is_blanked_leaves_everything_else_in_its_place(text: str) -> None:
    prose = Prose(text)
    assert len(prose.unquoted) == len(prose.undated) == len(text)
    assert all(new in {old, " "} for old, new in zip(text, prose.unquoted, strict=True))


@given(st.lists(TEXTS, max_size=4), TEXTS)
def test_words_stand_in_a_ground_exactly_where_they_are_found_in_one_of_its_texts(texts: list[str], words: str) -> None:
    held = ground(Texts(), texts)
    for sought in (words, *texts, *(text[1:-1] for text in texts)):
        assert held.holds(sought) == any(any(find(sought, text)) for text in texts if text)


def test_a_ground_gives_a_date_as_far_as_it_is_known() -> None:
    held = ground(Texts(), ["On May 10 they crossed."], dates=[PartialDate(2013, 6)])
    assert held.gives(PartialDate(2013, 5, 10))
    assert held.gives(PartialDate(2013))
    assert not held.gives(PartialDate(2013, 5, 11))
    assert not held.gives(PartialDate(2012, 5, 10))
