from datetime import date

import pytest
from pydantic import ValidationError

from bot.domain.lint.rules.old_addresses import old_addresses
from bot.domain.model import Help
from tests.builders import a_boundary, a_survey


def old(as_of: str | None) -> list[tuple[str, bool]]:
    help_ = {"name": "An office", "text": "It listens.", "as_of": as_of}
    survey = a_survey(a_boundary("b", ("it",), turn_to=[help_]), today=date(2026, 11, 22))
    return [(finding.what, finding.warning) for finding in old_addresses(survey)]


@pytest.mark.parametrize("as_of", ["2026-11-22", "2025-11-22", "2025", None])
def test_what_was_looked_at_within_a_year_is_left_alone(as_of: str | None) -> None:
    assert old(as_of) == []


@pytest.mark.parametrize(("as_of", "told"), [("2025-11-21", "21 November 2025"), ("2025-10", "October 2025")])
def test_what_was_looked_at_longer_ago_is_a_warning(as_of: str, told: str) -> None:
    assert old(as_of) == [(f"where to turn was last looked at more than twelve months ago ({told})", True)]


@pytest.mark.parametrize("where", [{"url": "https://office.example"}, {"phone": "0120-279-338"}])
def test_an_address_without_its_date_is_refused(where: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="needs 'as_of'"):
        Help.model_validate({"name": "An office", "text": "It listens.", **where})
