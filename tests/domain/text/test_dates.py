import pytest

from bot.domain.date import PartialDate
from bot.domain.text.dates import Mention, mentions, of_date, supported, weekdays


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 4 June 2013", [(4, 6, 2013)]),
        ("June 4, 2013 | 4:36 AM", [(4, 6, 2013)]),
        ("On May 10 the nine", [(10, 5, None)]),
        ("On Oct.26, they", [(26, 10, None)]),
        ("27 or 28 May 2013", [(27, 5, 2013), (28, 5, 2013)]),
        ("20\u201321 November 2015", [(20, 11, 2015), (21, 11, 2015)]),
        ("May 27 and left on May 28", [(27, 5, None), (28, 5, None)]),
        ("in April 1954 and in October 1967", [(None, 4, 1954), (None, 10, 1967)]),
        ("2005-02-04", [(4, 2, 2005)]),
        ("in March, says the group", [(None, 3, None)]),
        ("on 3 June, 20 lawmakers", [(3, 6, None)]),
    ],
)
def test_a_date_is_read_in_whichever_form_it_is_printed(text: str, expected: list[tuple[int | None, ...]]) -> None:
    assert [(found.day, found.month, found.year) for found in mentions(text)] == expected


@pytest.mark.parametrize("text", ["It may be so.", "May they rest.", "March on.", "no date at all", "maybe, mayor"])
def test_a_word_that_only_looks_like_a_month_is_none(text: str) -> None:
    assert mentions(text) == []


def test_a_year_that_the_document_leaves_out_is_one_of_those_it_has() -> None:
    printed = mentions("On May 10 the nine crossed")
    assert supported(Mention(10, 5, 2013), printed, [2013])
    assert not supported(Mention(10, 5, 2014), printed, [2013])


def test_a_day_of_one_date_does_not_go_with_the_month_of_another() -> None:
    printed = mentions("on 10 May 2013 and on 28 June 2013")
    assert not supported(Mention(28, 5, 2013), printed, [2013])


def test_a_whole_date_gives_its_month_but_not_the_other_way_round() -> None:
    assert supported(Mention(None, 5, 2013), mentions("10 May 2013"), [])
    assert not supported(Mention(10, 5, 2013), mentions("May 2013"), [])


def test_a_registered_month_is_a_date_and_a_registered_year_is_none() -> None:
    assert list(of_date(PartialDate(2005, 2))) == [Mention(None, 2, 2005)]
    assert list(of_date(PartialDate(2015))) == []


def test_days_of_the_week_are_found_as_whole_words() -> None:
    assert weekdays("China on Monday dismissed; Sundays") == {"Monday", "Sunday"}
