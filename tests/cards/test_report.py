"""The report on a text file: the card, and the file that it encloses."""

import pytest

from bot.cards.card import Card, Enclosed, Text
from bot.cards.headline import headline
from bot.cards.layout.pages import pages
from bot.cards.layout.plain import plain
from bot.cards.options import Options
from bot.cards.report import GRAVEST, report_card, report_text, unfit_text
from bot.cards.unread import with_unread
from bot.domain.library import Library
from bot.domain.verdict import Check, Checker
from bot.domain.verdict.report import MOST, FileQuotation, FileReport, report_on
from bot.domain.verdict.textfile import UnfitFileError
from bot.domain.verdict.verdict import Difference
from bot.words.catalogue import Words

DRAFT = (
    "He said “We returned nobody”.\n\nShe wrote “No State shall not return a refugee to a territory where his life "
    "would be threatened.”\n\n“Purple elephants sing in the evening sun: at 5 * 3 @everyone”\n"
)


def test_the_card_counts_and_shows_the_gravest_first_and_encloses_all(library: Library, options: Options) -> None:
    report = report_on(Checker(library), DRAFT)
    card = report_card(library, report, "a *draft*.md", options)
    text = plain(card)
    assert text.startswith("Quotations in a *draft*.md\n")
    assert "3 quotations were checked." in text
    assert text.index("Altered: a negation is added · line 3") < text.index("Not in our library · line 5")
    assert "We returned nobody" not in text
    (file,) = (block for block in card.blocks if isinstance(block, Enclosed))
    written = file.content.decode()
    assert written == report_text(library, report, "a *draft*.md", options)
    assert "“We returned nobody" not in written
    assert "> We returned nobody" in written
    assert r"sun: at 5 \* 3 @everyone" in written
    assert "A Treaty, Article 33(1)" in written


def test_however_much_is_altered_the_card_is_one_page(library: Library, options: Options) -> None:
    altered = Check("altered", "word " * 1_000, "a-paper", 1, source_words="other " * 1_000)
    report = FileReport(tuple(FileQuotation(line, altered) for line in range(1, MOST + 1)), tuple(range(600, 700)))
    card = report_card(library, report, "n" * 500, options)
    assert len(pages(card, options.words)) == 1
    assert sum("Altered" in block.markdown for block in card.blocks if isinstance(block, Text)) == GRAVEST
    assert "495 more to look at are in the report." in plain(card)


def test_what_goes_on_begins_and_ends_with_a_word_in_the_file(library: Library, options: Options) -> None:
    check = Check(
        "exact", "a boat", "a-paper", 1, source_words="a boat", before=", not,", follows=", provided it is sound."
    )
    written = report_text(library, FileReport((FileQuotation(1, check),)), "a.md", options)
    assert "“provided it is sound”" in written
    assert "“not”" in written


def test_distressing_words_stand_behind_a_spoiler_on_the_card(library: Library, options: Options) -> None:
    report = report_on(Checker(library), "“They were beaten badly in the camps”")
    shown = next(str(block) for block in report_card(library, report, "a.md", options).blocks[1:])
    assert "||" in shown
    assert "beaten" not in shown[: shown.index("||")]


@pytest.mark.parametrize(
    ("check", "said"),
    [
        (Check("exact", "a"), "Exact"),
        (Check("exact", "a", short=True, attribution="other"), "Too little to tell"),
        (Check("exact", "a", attribution="other"), "Exact words, another speaker"),
        (Check("exact", "a", attribution="other", citation="CAT 3"), "Exact words, another article"),
        (Check("exact", "a", follows="provided that they"), "Exact, but the source goes on: provided that they"),
        (Check("exact", "a", before="did not"), "Exact, but the source says before it: did not"),
        (
            Check("exact", "beaten", follows="provided", evidence="beaten"),
            "Exact, but the source goes on",
        ),
        (Check("exact", "a", marks_a_change=True), "Exact; the text marks a change"),
        (Check("absent", "a"), "Not in our library"),
        (Check("altered", "a"), "Altered"),
        (Check("altered", "a", differences=(Difference("negation", "", "not"),)), "Altered: a negation is missing"),
        (Check("altered", "a", differences=(Difference("number", "4", "5"),)), "Altered: a number differs"),
        (Check("altered", "a", differences=(Difference("case", "a", "A"),)), "Altered: capital letters differ"),
    ],
)
def test_what_matters_is_said_first(library: Library, options: Options, check: Check, said: str) -> None:
    assert headline(library, check, options) == said


@pytest.mark.parametrize("cause", ["ending", "size", "encoding", "words", "quotations", "paragraphs"])
def test_every_refusal_says_what_can_be_done(english: Words, korean: Words, cause: str) -> None:
    error = UnfitFileError(cause, 1_501)  # pyright: ignore[reportArgumentType] # each of its causes
    assert unfit_text(error, english) != unfit_text(error, korean)
    if cause in {"quotations", "paragraphs"}:
        assert "1,501" in unfit_text(error, english)
        assert str(MOST) in unfit_text(error, english)


def test_what_was_not_read_is_named_on_the_card(english: Words) -> None:
    card = Card("Exact", (Text("a"),), footer=("small",))
    assert with_unread(card, (), english) == card
    assert with_unread(card, ("picture", "sticker"), english).footer == ("Not read: pictures, stickers.", "small")
