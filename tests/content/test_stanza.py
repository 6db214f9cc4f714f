"""What an author pastes: the words as they stand, where, and of what kind."""

import pytest
import yaml

from bot.content.stanza import nearest, not_found, slug, stanzas
from tests.builders import a_document

PAPER = a_document(
    "harbour-2001",
    "The office said: about 40 people lost their crossing.",
    "“Nobody asked the islanders,” said Mara Lind.",
    "“Nobody asked the islanders,” said Mara Lind.",
    "Nobody asked the islanders; so runs the page's foot.",
    "",
    same_as=((3, 2),),
    not_text=(4,),
)
PAPERS = {PAPER.id: PAPER}


def test_quoted_words_become_a_quotation_that_asks_who_spoke() -> None:
    (stanza,) = stanzas("Nobody asked the islanders", PAPERS)
    assert stanza.startswith("# briefs/evidence/harbour-2001.yaml\nharbour-nobody-asked-the-islanders:\n")
    assert yaml.safe_load(stanza) == {
        "harbour-nobody-asked-the-islanders": {
            "kind": "quotation",
            "words": "Nobody asked the islanders",
            "paragraph": 2,
            "speaker": None,
            "role": None,
        }
    }


@pytest.mark.parametrize("words", ["about 40 people", "said: about 40 people", "40 people"])
def test_other_words_become_a_narration_that_is_read_back_unchanged(words: str) -> None:
    (stanza,) = stanzas(words, PAPERS)
    (told,) = yaml.safe_load(stanza).values()
    assert told == {"kind": "narration", "words": words, "paragraph": 1}


def test_words_that_stand_nowhere_are_told_the_nearest_and_what_differs() -> None:
    assert list(stanzas("Nobody told the islanders", PAPERS)) == []
    first, *rest = not_found("Nobody told the islanders", PAPERS)
    assert first.startswith("Not found. The nearest words are in harbour-2001, paragraph 2:\n\n“Nobody asked the")
    assert "  the document has 'asked', you have 'told'" in rest


def test_where_there_are_no_documents_nothing_is_near() -> None:
    assert nearest("words", {}) is None
    assert list(not_found("words", {})) == []


def test_words_without_a_latin_letter_have_an_id_all_the_same() -> None:
    assert slug("난민을 돌려보내지 않는다") == "words"
