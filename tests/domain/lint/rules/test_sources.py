import pytest

from bot.domain.lint.rules.mismatched_addresses import mismatched_addresses
from bot.domain.lint.rules.sources_to_come import sources_to_come
from bot.domain.lint.rules.untimely_standing import untimely_standing
from tests.builders import a_document, a_note, a_quotation, a_survey, an_instrument, found_by

RULES = (sources_to_come, mismatched_addresses)
TITLE = {"title": "A page", "publisher": "A library"}


def found(**source: str) -> list[str]:
    return [finding.what for finding in found_by(a_survey(a_note("n", source=TITLE | source)), *RULES)]


@pytest.mark.parametrize(
    ("date", "url"),
    [
        ("2013-05-30", "https://example.org/news/2013/05/30/refugees"),
        ("2013-05-30", "https://example.org/news/2013/06/03/refugees"),
        ("2013-05", "https://example.org/2013/05/refugees"),
        ("2012-12-31", "https://example.org/2013/01/02/refugees"),
        ("2013", "https://example.org/2013/05/30/refugees"),
        ("2013-02-28", "https://example.org/2013/02/31/refugees"),
        ("2013-05-30", "https://example.org/page/12345"),
        ("2026-11-22", "https://example.org/"),
    ],
)
def test_a_source_whose_address_agrees_with_its_date_is_left_alone(date: str, url: str) -> None:
    assert found(date=date, url=url) == []


@pytest.mark.parametrize(
    ("date", "url"),
    [
        ("2013-05-30", "https://example.org/news/2013/04/30/refugees"),
        ("2013-05-30", "https://example.org/news/2012/05/30/refugees"),
        ("2013-05-30", "https://example.org/news/2013/05/20/refugees"),
        ("2014-05", "https://example.org/2013/05/refugees"),
        ("2014", "https://example.org/2013/05/30/refugees"),
    ],
)
def test_a_source_whose_address_says_otherwise_is_refused(date: str, url: str) -> None:
    (what,) = found(date=date, url=url)
    assert what.endswith(f"and its address says otherwise: {url}")


def test_a_source_of_tomorrow_is_refused() -> None:
    assert found(date="2026-11-23") == ["23 November 2026 has not been yet"]


def test_sources_of_originals_and_of_parties_are_held_to_the_same() -> None:
    source = TITLE | {"date": "5015"}
    paper = a_document("a-paper", "“We approved it,” he said.")
    evidence = a_quotation(paper, "e", "We approved it", "He", departs={"note": "x", "source": source})
    treaty = an_instrument("t", "T", parties=[{"state": "China", "standing": "acceded", "source": source}])
    paths = [finding.spot.path for finding in found_by(a_survey(paper, evidence, treaty), *RULES)]
    assert paths == [("departs", "source", "date"), ("parties", 0, "source", "date")]


def test_a_source_tells_nothing_that_came_after_it() -> None:
    def told(standing: str) -> list[str]:
        party = {"state": "China", "standing": standing, "source": TITLE | {"date": "2012-02"}}
        treaty = an_instrument("t", "T", parties=[party])
        return [finding.what for finding in untimely_standing(a_survey(treaty))]

    assert told("ratified on 4 October 1988, with reservations to Article 20") == []
    assert told("ratified on 4 October 2018") == ["it tells of 2018, and its source is of February 2012"]
