"""Where words stand, as a reader of the original finds them."""

import pytest

from bot.cards.address import Address
from bot.cards.attribution import place_in, place_line, stretch_in
from bot.cards.layout.plain import plain
from bot.cards.options import Options
from bot.cards.routes import card_at
from bot.cards.verdict import verdict_card
from bot.domain.library import Library
from bot.domain.model import Carrier
from bot.domain.verdict import Checker
from bot.words.catalogue import Words
from tests.builders import a_document, a_library, a_quotation

PAPER = a_document(
    "a-paper",
    "The ferry stops",
    "",
    "It left at noon. Nobody saw it come in again.",
    "Photo of a ferry by the pier",
    "“We waited,” said Mara Lind.",
    "The harbour is empty.",
    heading=[1],
    not_text=[4],
)


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        ([3], "paragraph 1"),
        ([5, 3], "paragraphs 1, 2"),
        ([1], "heading"),
        ([1, 5], "heading, paragraph 2"),
        ([4], "beside its text"),
    ],
)
def test_a_place_counts_the_paragraphs_of_the_text(lines: list[int], where: str, english: Words) -> None:
    assert place_in(PAPER, lines, english) == f"A Paper, 4 June 2013, {where}"


def test_words_that_run_on_are_in_the_first_to_the_last_paragraph(english: Words, korean: Words) -> None:
    assert stretch_in(PAPER, 3, 6, english) == "paragraphs 1\N{EN DASH}3"
    assert stretch_in(PAPER, 3, 3, english) == "paragraph 1"
    assert stretch_in(PAPER, 1, 3, english) == "heading, paragraph 1"
    assert stretch_in(PAPER, 3, 6, korean) == "1\N{EN DASH}3번째 문단"


def test_a_verdict_shows_the_readers_number_and_keeps_the_line_for_programs(options: Options) -> None:
    library = a_library(PAPER)
    check = Checker(library).check("> Nobody saw it come in again. “We waited,” said Mara Lind.")
    assert (check.paragraph, check.through) == (3, 5)
    assert "A Paper, 4 June 2013, paragraphs 1\N{EN DASH}2" in plain(verdict_card(library, check, options))
    beside = Checker(library).check("“Photo of a ferry by the pier”")
    assert beside.paragraph == 4
    assert "A Paper, 4 June 2013, beside its text" in plain(verdict_card(library, beside, options))


def test_the_other_document_that_carries_the_words_is_counted_by_itself(english: Words) -> None:
    other = a_document("a-digest", "", "", "“We waited,” said Mara Lind.", publisher="A Digest")
    found = a_quotation(PAPER, "waited", "We waited", "Mara Lind")
    waited = found.model_copy(update={"also_in": (Carrier(document="a-digest", paragraph=3),)})
    line = place_line(waited, a_library(PAPER, other, waited), english)
    assert line == "A Paper, 4 June 2013, paragraph 2; the same words in A Digest, 4 June 2013, paragraph 1"


def test_a_quotation_of_the_shipped_report_is_found_by_counting_its_paragraphs(
    shipped: Library, english: Words
) -> None:
    assert shipped.documents["wnd-2005"].counted[31] == 16
    assert max(shipped.documents["wnd-2005"].counted.values()) == 16
    last = [key for key, one in shipped.quotations.items() if (one.document, one.paragraph) == ("wnd-2005", 31)]
    card = card_at(shipped, Address("quotation", last[0]), Options(english))
    assert card is not None
    assert "WorldNetDaily, February 2005 (date inferred), paragraph 16" in plain(card)
