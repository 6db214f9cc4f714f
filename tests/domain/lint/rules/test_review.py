from datetime import date

import pytest

from bot.domain.lint.rules.disordered_reviews import disordered_reviews
from bot.domain.lint.rules.early_reviews import early_reviews
from bot.domain.lint.rules.overdue_reviews import overdue_reviews
from tests.builders import a_brief, a_survey, found_by


def stale(reviewed: str, review_by: str, today: date = date(2026, 11, 22)) -> list[tuple[str, bool]]:
    brief = a_brief("b", "B", reviewed=reviewed, review_by=review_by)
    found = found_by(a_survey(brief, today=today), early_reviews, disordered_reviews, overdue_reviews)
    return [(finding.what, finding.warning) for finding in found]


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
