from datetime import date

import pytest

from bot.domain.lint.aliases import shared_aliases
from bot.domain.lint.lengths import misjudged_lengths
from bot.domain.lint.review import stale_reviews
from tests.builders import a_brief, a_figure, a_survey, a_term


def stale(reviewed: str, review_by: str, today: date = date(2026, 11, 22)) -> list[tuple[str, bool]]:
    brief = a_brief("b", "B", reviewed=reviewed, review_by=review_by)
    return [(finding.what, finding.warning) for finding in stale_reviews(a_survey(brief, today=today))]


@pytest.mark.parametrize(
    ("reviewed", "review_by"), [("2026-11-22", "2027-11-22"), ("2026-11", "2027"), ("2025-11-22", "2026-11-22")]
)
def test_a_review_that_is_due_later_is_left_alone(reviewed: str, review_by: str) -> None:
    assert stale(reviewed, review_by) == []


def test_an_overdue_review_is_a_warning() -> None:
    assert stale("2025-11-22", "2026-11-21") == [("the review was due by 21 November 2026", True)]


def test_a_review_of_tomorrow_is_a_problem() -> None:
    assert stale("2026-11-23", "2027-11-22") == [("the review of 23 November 2026 has not been yet", False)]


def test_a_review_is_not_due_before_it_was_made() -> None:
    what = "the next review, 22 November 2026, is not after the last, 22 November 2026"
    assert stale("2026-11-22", "2026-11-22") == [(what, False)]


@pytest.mark.parametrize(("count", "is_fair"), [(59, False), (60, True), (140, True), (141, False)])
def test_a_brief_has_sixty_to_a_hundred_and_forty_words(count: int, is_fair: bool) -> None:
    brief = a_brief("b", "B", " ".join(["word"] * (count - 2)), answer="Two words.")
    assert (list(misjudged_lengths(a_survey(brief))) == []) is is_fair


def test_dashes_are_no_words() -> None:
    brief = a_brief("b", "B", " ".join(["word -"] * 70), answer="Two words.")
    assert list(misjudged_lengths(a_survey(brief))) == []


def test_an_alias_leads_to_one_brief() -> None:
    first = a_brief("first", "A", aliases=["Laos nine", "orphans"])
    second = a_brief("second", "B", aliases=["LAOS  NINE"])
    (finding,) = shared_aliases(a_survey(first, second))
    assert (finding.spot.id, finding.what) == ("second", "'LAOS  NINE' is an alias of 'first' too")


def test_an_alias_is_given_once() -> None:
    (finding,) = shared_aliases(a_survey(a_term("t", "Term", aliases=["word", "Word"])))
    assert finding.what == "'Word' is twice here"


def test_a_brief_and_a_figure_may_share_an_alias() -> None:
    brief = a_brief("b", "B", aliases=["how many"])
    assert list(shared_aliases(a_survey(brief, a_figure("f", "How many?", aliases=["how many"])))) == []
