from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.date import PartialDate
from bot.domain.matching import find, prove
from bot.domain.model import Carrier, Document, DocumentDate, EvidenceEntry
from bot.domain.text.folding import PRINT
from bot.domain.unproved import UnprovedError

PARAGRAPHS = (
    "He said \u201cno state shall, in 1951, return a refugee\u201d and left.",
    "",
    (
        "The U.N. agency counted more than 25,000 people, \u201cnot all of them refugees,\u201d it said. "
        "China\u2019s reply came later."
    ),
    'A kyo\u00a0hwa-so is a place - "a prison" - where forced labor is usual.',
    "Read our guidelines.",
    "He said \u201cno state shall, in 1951, return a refugee\u201d and left.",
)


def a_document(**changes: object) -> Document:
    fields = {
        "id": "the-paper",
        "file": "paper.txt",
        "sha256": "0" * 64,
        "title": "A paper",
        "publisher": "A publisher",
        "publisher_certainty": "confirmed",
        "author": None,
        "date": DocumentDate(value=PartialDate(2005, 2)),
        "kind": "news",
        "stance": "none",
        "label": "news",
        "paragraphs": PARAGRAPHS,
        "not_text": (5,),
        "same_as": ((6, 1),),
    }
    return Document.model_validate(fields | changes)


def an_entry(words: str | list[str], paragraph: int, kind: str = "quotation", **changes: object) -> EvidenceEntry:
    fields = {
        "id": "some-words",
        "document": "the-paper",
        "kind": kind,
        "words": words,
        "paragraph": paragraph,
        "speaker": "Somebody",
    }
    return EvidenceEntry.model_validate(fields | changes)


def proved(words: str | list[str], paragraph: int, kind: str = "quotation", **changes: object) -> str:
    document = a_document()
    return prove(an_entry(words, paragraph, kind, **changes), {document.id: document}).text


def refusal(words: str | list[str], paragraph: int, kind: str = "quotation", **changes: object) -> str:
    with pytest.raises(UnprovedError) as refused:
        proved(words, paragraph, kind, **changes)
    return str(refused.value)


def test_evidence_shows_the_documents_own_characters() -> None:
    assert proved("kyo hwa-so is a place", 4, "narration") == "kyo\u00a0hwa-so is a place"
    assert proved("China's reply", 3, "narration") == "China\u2019s reply"


def test_a_quotation_stands_inside_quotation_marks() -> None:
    assert proved("no state shall", 1) == "no state shall"
    assert "not inside quotation marks" in refusal("counted more than 25,000 people", 3)


def test_a_narration_neither_begins_nor_ends_inside_a_quotation() -> None:
    assert "say kind: quotation" in refusal("no state shall", 1, "narration")
    assert "take in the whole quotation" in refusal("He said \u201cno state", 1, "narration")


def test_a_narration_may_enclose_a_whole_quotation_with_its_marks() -> None:
    assert proved('people, "not all of them refugees," it said', 3, "narration").endswith("refugees,\u201d it said")


def test_a_comma_inside_the_marks_may_be_left_off() -> None:
    assert proved("not all of them refugees", 3) == "not all of them refugees"


@pytest.mark.parametrize("words", ["25", "25,0", "5,000", "U", "hwa", "efugee", "Chin", "China"])
def test_words_are_not_found_inside_a_word_or_a_number(words: str) -> None:
    assert not list(find(words, PARAGRAPHS[2] + PARAGRAPHS[3]))


def test_the_pieces_of_a_split_quotation_are_found_in_order() -> None:
    assert proved(["no state shall", "return a refugee"], 1) == "no state shall […] return a refugee"
    assert "in order" in refusal(["return a refugee", "no state shall"], 1)


def test_words_across_two_paragraphs_are_refused() -> None:
    assert "does not stand" in refusal("and left. The U.N. agency", 1, "narration")


def test_words_that_stand_twice_are_refused() -> None:
    document = a_document(paragraphs=("\u201cyes\u201d he said, \u201cyes\u201d",), not_text=(), same_as=())
    with pytest.raises(UnprovedError, match="stands 2 times"):
        prove(an_entry("yes", 1), {document.id: document})


def test_page_furniture_and_repeated_paragraphs_prove_nothing() -> None:
    assert "page furniture" in refusal("Read our guidelines.", 5, "narration")
    assert "repeats paragraph 1" in refusal("no state shall", 6)


def test_a_place_that_does_not_exist_is_named() -> None:
    assert "has no paragraph 9" in refusal("no state shall", 9)
    assert "no document 'the-book'" in refusal("no state shall", 1, document="the-book")


def test_the_second_document_must_carry_the_words_too() -> None:
    carrier = Carrier(document="the-paper", paragraph=3)
    assert "does not stand in the-paper, paragraph 3" in refusal("no state shall", 1, also_in=(carrier,))


def test_the_nearest_words_are_shown_when_words_are_not_found() -> None:
    assert "no state shall, in 1951, return" in refusal("no state shall, in 1961, return", 1)


def test_words_in_another_paragraph_are_told_where_they_do_stand() -> None:
    assert refusal("no state shall", 3).endswith("it does stand in the-paper, paragraph 1: give paragraph: 1")


def test_words_in_another_document_are_told_where_they_do_stand() -> None:
    paper = a_document()
    book = a_document(id="the-book", paragraphs=("Nothing.", "\u201cA door is a door.\u201d"), not_text=(), same_as=())
    with pytest.raises(
        UnprovedError, match="it does stand in the-book, paragraph 2: write the entry into the evidence"
    ):
        prove(an_entry("A door is a door.", 1), {paper.id: paper, book.id: book})


def test_furniture_is_no_place_where_words_stand() -> None:
    assert "does stand in" not in refusal("Read our guidelines.", 4, "narration")


def test_the_nearest_words_are_taken_from_a_far_nearer_paragraph() -> None:
    assert "in the-paper, paragraph 4, are" in refusal("where forced labour is usual", 1, "narration")


# Whatever is changed in words that were found, they are found no longer.

SEEDS = Path(__file__).parents[2] / "seeds"
LINES = [
    line
    for file in sorted(SEEDS.glob("*.txt"))
    for line in file.read_text(encoding="utf-8").split("\n")
    if len(line.split()) > 6
]


@st.composite
def stretches(draw: st.DrawFn) -> tuple[list[str], str]:
    """Some consecutive words of a paragraph, and the paragraph."""
    line = draw(st.sampled_from(LINES))
    words = line.split()
    start = draw(st.integers(0, len(words) - 5))
    length = draw(st.integers(4, min(30, len(words) - start)))
    return words[start : start + length], line


@given(stretches(), st.data())
def test_a_word_dropped_from_the_middle_is_refused(stretch: tuple[list[str], str], data: st.DataObject) -> None:
    words, line = stretch
    place = data.draw(st.integers(1, len(words) - 2))
    changed = words[:place] + words[place + 1 :]
    assume(" ".join(changed) not in line)
    assert not list(find(" ".join(changed), line))


@given(stretches(), st.data(), st.sampled_from(["not", "never", "very", "the", "no", "10", "reportedly"]))
def test_a_word_added_is_refused(stretch: tuple[list[str], str], data: st.DataObject, added: str) -> None:
    words, line = stretch
    place = data.draw(st.integers(1, len(words) - 1))
    changed = [*words[:place], added, *words[place:]]
    assert not list(find(" ".join(changed), line))


@given(stretches(), st.data())
def test_a_word_changed_is_refused(stretch: tuple[list[str], str], data: st.DataObject) -> None:
    words, line = stretch
    place = data.draw(st.integers(0, len(words) - 1))
    changed = [*words[:place], "x" + words[place], *words[place + 1 :]]
    assert not list(find(" ".join(changed), line))


@given(stretches(), st.data())
def test_a_change_of_case_is_refused(stretch: tuple[list[str], str], data: st.DataObject) -> None:
    words, line = stretch
    text = " ".join(words)
    letters = [place for place, character in enumerate(text) if character.isalpha()]
    assume(letters)
    place = data.draw(st.sampled_from(letters))
    changed = text[:place] + text[place].swapcase() + text[place + 1 :]
    assert not list(find(changed, line))


@given(st.sampled_from([line for line in LINES if any(map(str.isdigit, line))]), st.data())
def test_a_digit_changed_is_refused(line: str, data: st.DataObject) -> None:
    digits = [place for place, character in enumerate(line) if character.isdigit()]
    place = data.draw(st.sampled_from(digits))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != line[place]]))
    assert not list(find(line[:place] + other + line[place + 1 :], line))


@given(stretches(), st.data())
def test_straight_and_curly_marks_and_white_space_are_accepted(
    stretch: tuple[list[str], str], data: st.DataObject
) -> None:
    words, line = stretch
    blank = data.draw(st.sampled_from([" ", "  ", "\u00a0", "\n", "\t "]))
    typed = PRINT(blank.join(words)).replace(" ", blank)
    if data.draw(st.booleans()):
        typed = typed.replace('"', "\u201d").replace("'", "\u2019")
    assert list(find(typed, line))
