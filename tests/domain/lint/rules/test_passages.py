import pytest

from bot.domain.lint.rules.late_sayings import late_sayings
from bot.domain.lint.rules.repeated_evidence import repeated_evidence
from bot.domain.lint.rules.unproved_sayings import unproved_sayings
from tests.builders import a_document, a_narration, a_note, a_quotation, a_survey, found_by

PAPER = a_document(
    "a-paper", "On May 30 he issued a statement. On Monday “we approved it,” he said. In 2011 a panel met in April."
)

RULES = (late_sayings, unproved_sayings)


def test_the_same_words_of_the_same_place_are_evidence_once() -> None:
    first = a_narration(PAPER, "first", "On May 30 he issued a statement")
    second = a_narration(PAPER, "second", "On May 30 he issued a statement")
    longer = a_narration(PAPER, "longer", "On May 30 he issued a statement.")
    assert list(repeated_evidence(a_survey(PAPER, first, longer))) == []
    (finding,) = repeated_evidence(a_survey(PAPER, first, second, longer))
    assert (finding.spot.id, finding.what) == ("second", "the same words of the same place are 'first' already")


@pytest.mark.parametrize("said", ["2013-05-30", "2013-05", "2013-06-03", "2011", "2013-04", "2011-04", "2012", "2013"])
def test_a_day_that_the_document_gives_is_accepted(said: str) -> None:
    evidence = a_quotation(PAPER, "approved", "we approved it", "He", said=said)
    assert found_by(a_survey(PAPER, evidence), *RULES) == []


@pytest.mark.parametrize("said", ["2013-05-29", "2013-03", "2010", "2013-05-27", "2012-06-03", "2003-05-30"])
def test_a_day_that_nothing_gives_is_refused(said: str) -> None:
    evidence = a_quotation(PAPER, "approved", "we approved it", "He", said=said)
    (finding,) = found_by(a_survey(PAPER, evidence), *RULES)
    assert finding.what.startswith("neither a-paper nor a note gives")


@pytest.mark.parametrize("said", ["2013-06-05", "2013-07", "2014"])
def test_nothing_is_said_after_the_document_that_quotes_it(said: str) -> None:
    evidence = a_quotation(PAPER, "approved", "we approved it", "He", said=said)
    (finding,) = found_by(a_survey(PAPER, evidence), *RULES)
    assert finding.what.endswith("is after the document's own date, 4 June 2013")


def test_a_day_may_come_from_a_note_or_from_the_source_of_the_original() -> None:
    note = a_note("n", "The statement is of 27 May 2013.")
    evidence = a_quotation(PAPER, "approved", "we approved it", "He", said="2013-05-27")
    assert found_by(a_survey(PAPER, evidence, note), *RULES) == []
    source = {"title": "Release", "publisher": "Office", "date": "2013-05-27"}
    departing = a_quotation(
        PAPER, "approved", "we approved it", "He", said="2013-05-27", departs={"note": "x", "source": source}
    )
    assert found_by(a_survey(PAPER, departing), *RULES) == []
