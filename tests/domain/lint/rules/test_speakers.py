from bot.domain.lint.rules.distant_speakers import distant_speakers
from bot.domain.lint.rules.divided_speakers import divided_speakers
from bot.domain.lint.rules.unnamed_speakers import unnamed_speakers
from bot.domain.model import Item
from tests.builders import a_document, a_narration, a_person, a_quotation, a_survey, found_by

PAPER = a_document(
    "a-paper",
    "Hong Lei, a spokesman, met the press. An unnamed official listened.",
    "",
    "“We approved their exit,” he said.",
    "",
    "Rain fell.",
    "",
    "More rain fell.",
    "",
    "It stopped.",
    "",
    "“Nobody asked us,” somebody said.",
)
HONG = a_person("hong-lei", "Hong Lei", "Hong")
APPROVED = a_quotation(PAPER, "approved", "We approved their exit", "Hong Lei", actor="China")


def found(*items: Item) -> list[tuple[tuple[str | int, ...], str]]:
    survey = a_survey(PAPER, HONG, *items)
    return [(finding.spot.path, finding.what) for finding in found_by(survey, unnamed_speakers, distant_speakers)]


def test_a_speaker_named_a_paragraph_before_is_accepted() -> None:
    assert found(APPROVED) == []


def test_a_speaker_known_to_the_document_by_another_name_is_accepted() -> None:
    paper = a_document("a-paper", "“We approved it,” Hong said.")
    assert found(paper, a_quotation(paper, "approved", "We approved it", "Hong Lei")) == []


def test_a_speaker_without_a_name_is_accepted_where_the_document_has_such_a_one() -> None:
    assert found(a_quotation(PAPER, "approved", "We approved their exit", "Unnamed official")) == []


def test_a_speaker_whom_the_document_does_not_name_is_refused() -> None:
    evidence = a_quotation(PAPER, "approved", "We approved their exit", "Robert King")
    assert found(evidence)[0] == (("speaker",), "'Robert' of 'Robert King' does not stand in a-paper")


def test_a_speaker_named_too_far_from_the_words_is_refused() -> None:
    evidence = a_quotation(PAPER, "asked", "Nobody asked us", "Hong Lei")
    assert found(evidence) == [(("speaker",), "'Hong Lei' is not named within 3 paragraphs of the words")]


def test_a_relay_that_the_document_does_not_name_is_refused() -> None:
    evidence = a_quotation(PAPER, "approved", "We approved their exit", "Hong Lei", via="the agency Yonhap")
    assert found(evidence) == [(("via",), "'Yonhap' of 'the agency Yonhap' does not stand in a-paper")]


def test_a_document_speaks_for_itself() -> None:
    evidence = a_narration(PAPER, "rain", "Rain fell", speaker="A Paper")
    assert found(evidence) == []


def test_one_speaker_speaks_for_one_actor() -> None:
    asked = a_quotation(PAPER, "asked", "Nobody asked us", "Hong Lei", actor="Laos")
    again = a_narration(PAPER, "met", "Hong Lei, a spokesman, met the press", speaker="Hong Lei", actor="China")
    assert list(divided_speakers(a_survey(PAPER, APPROVED, again))) == []
    (finding,) = divided_speakers(a_survey(PAPER, APPROVED, again, asked))
    assert (finding.spot.id, finding.what) == ("asked", "'Hong Lei' speaks for 'Laos' here and for 'China' elsewhere")
