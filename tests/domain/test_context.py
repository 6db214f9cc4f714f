from bot.domain.budget import SHARE, own_words, shown_prose, words_in
from bot.domain.context import AROUND_ONE, contexts, sentence
from bot.domain.library import Library
from bot.domain.model import Document, Passage
from bot.domain.text.marks import quoted_ranges
from tests.builders import a_brief, a_document, a_library, a_narration, a_quotation

QUIET = "The rest of the page tells of the weather and of the roads. " * 20
"""Prose around which nothing is shown, so that a quarter of the document is enough for what is."""


def shown(library: Library, document: Document, key: str) -> str | None:
    parts = contexts(library, document.id).get(key)
    return None if parts is None else "".join(f"[{part.text}]" if part.quoted else part.text for part in parts)


def test_a_fragment_is_shown_with_the_rest_of_its_sentence() -> None:
    paper = a_document("p", "A first one. He said it was “a long way” to the town. A last one.", QUIET)
    library = a_library(paper, a_quotation(paper, "q", "a long way", "He"))
    assert shown(library, paper, "q") == "He said it was “[a long way]” to the town. "


def test_a_whole_sentence_is_shown_with_the_one_on_either_side() -> None:
    paper = a_document("p", "He came. “It is far.” She left. They slept.", QUIET)
    library = a_library(paper, a_quotation(paper, "q", "It is far.", "He"))
    assert shown(library, paper, "q") == "He came. “[It is far.]” She left. "


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    paper = a_document("p", "The U.N. expert, Dr. Kim, spoke of “a long way” to go.", QUIET)
    library = a_library(paper, a_quotation(paper, "q", "a long way", "He"))
    assert shown(library, paper, "q") == "The U.N. expert, Dr. Kim, spoke of “[a long way]” to go."


def test_more_than_forty_words_of_prose_are_not_shown_around_a_quotation() -> None:
    long = "word " * (AROUND_ONE + 1)
    paper = a_document("p", f"He said {long}“it is far” and left.", QUIET * 10)
    library = a_library(paper, a_quotation(paper, "q", "it is far", "He"))
    assert shown(library, paper, "q") is None


def test_all_contexts_together_show_at_most_a_quarter_of_a_document() -> None:
    lines = [f"On day number {day} the man told them “I saw {day} boats” there." for day in "abcdefgh"]
    paper = a_document("p", *lines)
    quotations = [a_quotation(paper, f"q-{day}", f"I saw {day} boats", "The man") for day in "abcdefgh"]
    assert list(contexts(a_library(paper, *quotations), paper.id)) == ["q-a", "q-b"]


def test_what_articles_show_of_a_document_is_counted_first() -> None:
    paper = a_document(
        "p", "No state may send anybody back to a place of danger at any time.", "He said it was “far” to go."
    )
    quotation = a_quotation(paper, "q", "far", "He")
    proof = a_narration(paper, "n", "No state may send anybody back to a place of danger")
    rest = a_document("p", *paper.paragraphs, "And so on, and on, and on, and on, and on.")
    assert shown(a_library(rest, quotation, proof), rest, "q") is not None
    assert shown(a_library(rest, quotation, proof.model_copy(update={"compares": "a-1"})), rest, "q") is None


def test_quoted_words_of_others_are_not_the_documents_own() -> None:
    others = "“" + "so they said " * 30 + "”"
    paper = a_document("p", f"He called it “far” and they answered {others} at once.", QUIET)
    library = a_library(paper, a_quotation(paper, "q", "far", "He"))
    assert shown(library, paper, "q") is not None


def test_page_furniture_and_repeated_paragraphs_are_not_prose() -> None:
    paper = a_document("p", "He said it was “far” to go.", QUIET, QUIET, not_text=(2,), same_as=((3, 2),))
    library = a_library(paper, a_quotation(paper, "q", "far", "He"))
    assert shown(library, paper, "q") is None


def test_the_marks_of_a_quotation_that_is_the_whole_paragraph_are_shown() -> None:
    paper = a_document("p", "“It is far,” he said.", "“It was far. They slept,” she added. “It is late.”", QUIET)
    library = a_library(
        paper,
        a_quotation(paper, "begins", "It is far,", "He"),
        a_quotation(paper, "ends", "It is late.", "She"),
        a_quotation(paper, "goes-on", "It was far.", "She"),
    )
    assert shown(library, paper, "begins") == "“[It is far,]” he said."
    assert shown(library, paper, "ends") == "“It was far. They slept,” she added. “[It is late.]”"
    assert shown(library, paper, "goes-on") == "“[It was far.] They slept,” she added. "


def test_a_context_that_would_end_inside_a_quotation_goes_on_to_its_mark() -> None:
    paper = a_document("p", "He said: “It is far. They slept. We ate. Nobody came.” Then he left.", QUIET)
    library = a_library(paper, a_quotation(paper, "q", "It is far.", "He"))
    assert shown(library, paper, "q") == "He said: “[It is far.] They slept. We ate. Nobody came.”"


def told(library: Library, key: str) -> str | None:
    parts = sentence(library, library.evidence[key])
    return None if parts is None else "".join(f"[{part.text}]" if part.quoted else part.text for part in parts)


def test_the_sentence_of_a_quotation_is_that_it_stands_in_and_no_other() -> None:
    paper = a_document("p", "He came. He said it was “far” to go. They slept.", QUIET)
    library = a_library(paper, a_quotation(paper, "q", "far", "He"))
    assert told(library, "q") == "He said it was “[far]” to go. "


def test_a_quotation_whose_sentence_may_not_be_shown_is_told_alone() -> None:
    paper = a_document("p", "He said it was “far” to go.")
    assert told(a_library(paper, a_quotation(paper, "q", "far", "He")), "q") == "[“far”]"


def test_narrations_are_shown_last_and_only_those_that_a_claim_rests_on() -> None:
    paper = a_document("p", "It went away. It came back.", "He said it was “far” to go.", "It was a quiet day. " * 9)
    away, back = a_narration(paper, "away", "It went away"), a_narration(paper, "back", "It came back")
    quotation, brief = a_quotation(paper, "q", "far", "He"), a_brief("b", "What?", "It left.", rests_on="away")
    library = a_library(paper, away, back, quotation, brief)
    assert (told(library, "q"), told(library, "away"), told(library, "back")) == (
        "He said it was “[far]” to go.",
        "It went away",
        None,
    )
    shorter = a_document("p", *paper.paragraphs[:2], "It was a quiet day. " * 4)
    library = a_library(shorter, away, back, quotation, brief)
    assert (told(library, "q"), told(library, "away")) == ("He said it was “[far]” to go.", None)


def test_every_shipped_context_is_the_documents_own_text_with_the_marks_of_its_quotations(shipped: Library) -> None:
    checked = 0
    for document in shipped.documents.values():
        for key, parts in contexts(shipped, document.id).items():
            evidence = shipped.evidence[key]
            paragraph = document.paragraph(evidence.passages[0].paragraph)
            start = evidence.passages[0].start - len(parts[0].text)
            end = start + sum(len(part.text) for part in parts)
            assert "".join(part.text for part in parts) == paragraph[start:end], key
            assert tuple(part.text for part in parts if part.quoted) == tuple(each.words for each in evidence.passages)
            for opened, closed in quoted_ranges(paragraph):
                assert end < opened or start >= closed or (start < opened and min(closed + 1, len(paragraph)) <= end), (
                    key
                )
            checked += 1
    assert checked


def test_of_no_shipped_document_more_than_a_quarter_of_its_own_prose_is_shown(shipped: Library) -> None:
    narrations = 0
    for document in shipped.documents.values():
        own = own_words(document)
        shown = words_in(shown_prose(shipped, document), own)
        for key, parts in contexts(shipped, document.id).items():
            first = shipped.evidence[key].passages[0]
            start = first.start - len(parts[0].text)
            end = start + sum(len(part.text) for part in parts)
            shown |= words_in([Passage(document.id, first.paragraph, start, end, "")], own)
        for evidence in shipped.evidence_in[document.id]:
            if evidence.kind == "narration" and sentence(shipped, evidence):
                shown |= words_in(evidence.passages, own)
                narrations += 1
        assert len(shown) <= SHARE * sum(map(len, own.values())), document.id
    assert narrations
