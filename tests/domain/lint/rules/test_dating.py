import pytest

from bot.domain.lint.rules.documents_to_come import documents_to_come
from bot.domain.lint.rules.early_as_of import early_as_of
from bot.domain.lint.rules.reversed_events import reversed_events
from bot.domain.lint.rules.unproved_as_of import unproved_as_of
from bot.domain.lint.rules.unproved_event_dates import unproved_event_dates
from bot.domain.lint.rules.years_to_come import years_to_come
from bot.domain.model import Item
from tests.builders import a_brief, a_document, a_narration, a_note, a_survey, an_event, found_by

PAPER = a_document("a-paper", "On May 10 the nine crossed. After the office released a finding Dec. 14 they wrote.")
CROSSED = a_narration(PAPER, "crossed", "On May 10 the nine crossed")
FINDING = a_narration(PAPER, "finding", "After the office released a finding Dec. 14 they wrote")
RULES = (unproved_event_dates, reversed_events, unproved_as_of, early_as_of)
NOTE = a_note("n", "It was on 9 June 1964.")


def found(*items: Item) -> list[tuple[tuple[str | int, ...], str]]:
    survey = a_survey(PAPER, CROSSED, FINDING, NOTE, *items)
    return [(finding.spot.path, finding.what) for finding in found_by(survey, *RULES)]


@pytest.mark.parametrize(
    ("date", "rests_on"),
    [("2013-05-10", "crossed"), ("2013-05", "crossed"), ("2013", "crossed"), ("1964-06-09", "note:n")],
)
def test_an_event_has_the_date_that_its_evidence_gives(date: str, rests_on: str) -> None:
    assert found(an_event("e", "It was.", rests_on, date=date)) == []


@pytest.mark.parametrize("date", ["2013-05-11", "2013-06-10", "2014-05-10", "2014", "2003-05-10"])
def test_another_date_is_refused(date: str) -> None:
    ((path, what),) = found(an_event("e", "It was.", "crossed", date=date))
    assert path == ("date",)
    assert what.endswith("is no date of anything that the event rests on")


def test_a_year_that_the_editors_infer_is_next_to_one_that_is_given() -> None:
    assert found(an_event("e", "It was.", "finding", date="2012-12-14", inferred=True)) == []
    assert found(an_event("e", "It was.", "finding", date="2012-12-14")) != []
    assert found(an_event("e", "It was.", "finding", date="2002-12-14", inferred=True)) != []
    assert found(an_event("e", "It was.", "finding", date="2012-11-14", inferred=True)) != []


def test_an_inferred_year_may_be_any_of_a_decade_that_the_evidence_names() -> None:
    paper = a_document("d", "Most have come since the mid-1990s.")
    since = a_narration(paper, "since", "Most have come since the mid-1990s")
    assert found(paper, since, an_event("e", "It was.", "since", date="1995", inferred=True)) == []
    for date, inferred in (("1995", False), ("1988", True), ("2001", True), ("1995-05", True)):
        assert found(paper, since, an_event("e", "It was.", "since", date=date, inferred=inferred)) != []


def test_an_event_does_not_end_before_it_begins() -> None:
    event = an_event("e", "It was.", "crossed", "finding", date="2013-12-14", until="2013-05-10")
    assert found(event) == [(("until",), "the event ends before it begins")]


def test_the_date_of_a_brief_is_one_of_its_evidence() -> None:
    assert found(a_brief("b", "B", rests_on="crossed", as_of="2013-06-04")) == []
    assert found(a_brief("b", "B", rests_on="crossed", as_of="2013-05-10")) == []
    ((path, what),) = found(a_brief("b", "B", rests_on="crossed", as_of="2013-06-05"))
    assert path == ("as_of",)
    assert what == "5 June 2013 is no date of anything that the brief rests on"


def test_a_brief_is_not_older_than_the_documents_its_claims_rest_on() -> None:
    later = a_document("b-paper", "It is likely, says a comment.", date={"value": "2015"})
    likely = a_narration(later, "likely", "It is likely, says a comment")
    newer = {"text": "It is likely.", "rests_on": ["likely"]}
    assert found(later, likely, a_brief("b", "B", rests_on="crossed", claims=[newer], as_of="2015")) == []
    ((path, what),) = found(later, likely, a_brief("b", "B", rests_on="crossed", claims=[newer], as_of="2013-06-04"))
    assert path == ("as_of",)
    assert what == "the brief is as of 4 June 2013, and its claims rest on a document of 2015"


def test_no_sentence_tells_of_a_year_to_come() -> None:
    survey = a_survey(a_note("was", "It was in 2026."), a_note("will", "It was on 9 June 2042, and in 2064."))
    assert [finding.what for finding in years_to_come(survey)] == ["2042 has not been yet", "2064 has not been yet"]


@pytest.mark.parametrize(("date", "is_to_come"), [("2026-11-22", False), ("2026-11", False), ("2026-11-23", True)])
def test_no_document_is_of_a_day_to_come(date: str, is_to_come: bool) -> None:
    found = [finding.what for finding in documents_to_come(a_survey(a_document("d", "Text.", date={"value": date})))]
    assert found == (["d is dated 23 November 2026, which has not been yet"] if is_to_come else [])


def test_an_event_may_end_in_the_year_in_which_it_begins() -> None:
    assert found(an_event("e", "It was.", "crossed", date="2013-05-10", until="2013")) == []
