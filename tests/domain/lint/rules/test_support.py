from bot.domain.lint.rules.lonely_evidence import lonely_evidence
from bot.domain.lint.rules.missing_content_notes import missing_content_notes
from bot.domain.lint.rules.only_notes import only_notes
from tests.builders import a_brief, a_document, a_figure, a_narration, a_note, a_quotation, a_survey, an_event

PAPER = a_document("a-paper", "They are declared “refugees,” a group says.", "“Torture and death await them,” it says.")
TERM = a_quotation(PAPER, "term", "refugees", "The group", flags=["never-alone"])
DECLARED = a_narration(PAPER, "declared", "They are declared “refugees,” a group says")
TORTURE = a_quotation(PAPER, "torture", "Torture and death await them", "The group", flags=["distressing"])
NOTE = a_note("n")
KNOWN = (PAPER, TERM, DECLARED, TORTURE, NOTE)


def test_a_claim_that_rests_on_notes_alone_belongs_to_the_notes() -> None:
    claim = {"text": "It is so.", "rests_on": ["note:n", "declared"]}
    assert list(only_notes(a_survey(*KNOWN, a_brief("b", "B", rests_on="declared", claims=[claim])))) == []
    (finding,) = only_notes(
        a_survey(*KNOWN, a_brief("b", "B", rests_on="declared", claims=[{**claim, "rests_on": ["note:n"]}]))
    )
    assert finding.spot.path == ("claims", 0, "rests_on")


def test_an_event_may_rest_on_notes_alone() -> None:
    assert list(only_notes(a_survey(*KNOWN, an_event("e", "It was.", "note:n")))) == []


def test_evidence_that_must_not_stand_alone_needs_other_evidence_beside_it() -> None:
    def found(*rests_on: str) -> list[str]:
        claim = {"text": "It is so.", "rests_on": rests_on}
        survey = a_survey(*KNOWN, a_brief("b", "B", rests_on="declared", claims=[claim]))
        return [finding.what for finding in lonely_evidence(survey)]

    assert found("term", "declared") == []
    assert found("term") == found("term", "note:n") == ["'term' must never stand alone, and nothing stands beside it"]


def test_a_brief_with_distressing_words_says_so_before_it_shows_them() -> None:
    assert list(missing_content_notes(a_survey(*KNOWN, a_brief("b", "B", rests_on="declared")))) == []
    noted = a_brief("b", "B", rests_on="torture", content_note="Mentions torture.")
    assert list(missing_content_notes(a_survey(*KNOWN, noted))) == []
    (finding,) = missing_content_notes(a_survey(*KNOWN, a_brief("b", "B", rests_on="torture")))
    assert finding.what.startswith("the brief uses 'torture'")


def test_distressing_words_under_a_figure_count_as_well() -> None:
    statement = {"low": 2, "as_of": "2013", "counts": "people", "holder": "x", "rests_on": ["torture"]}
    figure = a_figure("f", "How many?", statements=[statement])
    brief = a_brief("b", "B", rests_on="declared", figures=["f"])
    assert len(list(missing_content_notes(a_survey(*KNOWN, figure, brief)))) == 1
