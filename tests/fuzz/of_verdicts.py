"""What is tried of verdicts: messages and files that somebody pasted."""

import re
import unicodedata
from contextlib import suppress

from bot.cards.escape import visible
from bot.cards.report import report_card, report_text
from bot.cards.sharing import private_verdict
from bot.cards.verdict import verdict_card
from bot.domain.verdict import Check
from bot.domain.verdict.claims import claims
from bot.domain.verdict.message import read as read_pasted
from bot.domain.verdict.report import report_on
from bot.domain.verdict.several import check_several
from bot.domain.verdict.textfile import LARGEST, UnfitFileError, text_in
from bot.domain.verdict.wordless import has_words
from tests.fuzz.cards import english, holds
from tests.shipped import checker, library

PASTED = (
    "He said: “{}”",
    "> {}\n— Robert King, 2011",
    "{} (Convention, art. 33)",
    "## Look\n> **{}** 😢\nthoughts?",
    "1. {}",
)


def pasted_text(text: str) -> None:
    message = read_pasted(text)
    for block in message.blocks:
        assert block in message.whole, "a block that is not in the text"
    for given in (claims(message.whole, message.blocks), claims(text)):
        for words in given.words:
            assert words in given.text, "a claim that is not in the text"
    if len(message.whole) < 1_000:
        frames = checker()._judging.frames  # noqa: SLF001 - what takes frames away has no other door
        for core in frames.cores(message.whole):
            assert 0 <= core.start <= core.end <= len(message.whole), "a core outside the text"
        frames.bare(message.whole)
    has_words(text)


def verdict(text: str) -> None:
    check = checker().check(text)
    for one in (check, *check.pieces):
        _stands(one)
    check.as_json()
    str(check).encode(errors="surrogatepass")
    several = check_several(
        checker(), [part for part in text.split("\n\n", 2) if has_words(part)] or [text], quoted_only=True
    )
    for found in (check, several):
        if has_words(text):
            card = private_verdict(verdict_card(library(), found, english()), english().words, may_post=True)
            holds(card, english().words)


def _letters(text: str) -> str:
    """The letters and digits, in one form, as somebody would compare them by eye."""
    composed = unicodedata.normalize("NFKC", visible(text))
    return "".join(letter for letter in composed if letter.isalnum())


def _stands(check: Check) -> None:
    """Exact words stand in the library, letter by letter, in the document that is named."""
    if check.verdict != "exact":
        return
    source = check.source_words or ""
    document = library().documents.get(check.document or "")
    if document is not None:
        whole = _letters("\n".join(document.paragraphs))
        for part in source.split(" […] "):
            assert _letters(part) in whole, "the source's words do not stand in it"
    if not (check.marks_a_change or check.omitted):
        given = (_letters(check.words), _comparable(check.words))
        assert _letters(source) in given or _comparable(source) in given, "exact, and other words"


def _comparable(text: str) -> str:
    """The letters without marks of reference: figures in brackets, or raised at a word's end."""
    return _letters(re.sub(r"\[\W*\d*\W*\]|<[^<>]*>|[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+(?!\w)", "", text))


def text_file(text: str) -> None:
    with suppress(UnfitFileError):
        content = text_in(text.encode("utf-8", "replace"), LARGEST)
        report = report_on(checker(), content)
        for one in report.found:
            assert 1 <= one.line <= content.count("\n") + 1, "a line that is not there"
            _stands(one.check)
        holds(report_card(library(), report, text[:50], english()), english().words)
        report_text(library(), report, "a.txt", english())
