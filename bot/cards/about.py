"""What the bot and its library are; and whether the wording that a receipt stands for is still current."""

import re
from collections.abc import Collection

from bot.cards.address import Address
from bot.cards.card import Card, Choice, Text
from bot.cards.corrections import correction_text
from bot.cards.escape import escape, escape_line, label
from bot.cards.introduction import introduction_lines
from bot.cards.kinds import KINDS, CardKind
from bot.cards.menus import CHOICE
from bot.cards.notice import message_card
from bot.domain import receipts
from bot.domain.correction import corrections_of
from bot.domain.hidden import OF_BRIEFS
from bot.domain.library import Library
from bot.words.catalogue import ENGLISH, Words

_RECEIPT = re.compile(r"\s*`?([a-z0-9-]{1,80})@([0-9a-f]{8})`?\s*")


def about_card(library: Library, words: Words, version: str, contact: str | None, *, takes_reports: bool) -> Card:
    """What the library is about, its date and digest, counts, licence, and how to report a mistake where one can."""
    reviewed = max((brief.reviewed for brief in library.briefs.values()), default=None)
    counts = ", ".join(
        (
            words.count("about.briefs", len(library.briefs)),
            words.count("about.quotations", len(library.quotations)),
            words.count("about.articles", len(library.provisions)),
            words.count("about.figures", len(library.figures)),
            words.count("about.terms", len(library.terms)),
            words.count("about.documents", len(library.documents)),
        )
    )
    library_line = words("about.library", counts=counts, receipt=f"`{receipts.of_library(library)}`")
    if reviewed is not None:
        library_line += " " + words("about.reviewed", date=words.date(reviewed))
    lines = [words("about.what"), *introduction_lines(library, words), library_line]
    if takes_reports:
        report = words("about.report", report=words("action.report"))
        lines.append(f"{report}\n{escape(contact)}" if contact else report)
    lines += [words("about.receipts"), words("about.licence")]
    return Card(words("about.title", version=version), tuple(Text(line) for line in lines))


def receipt_card(
    library: Library, typed: str, words: Words, hidden: Collection[str] = (), language: str = ENGLISH
) -> Card:
    """Whether a receipt is of today's wording, of a former one, or was never given out; and what was corrected in it.

    Nothing leads to the briefings that are hidden where it is asked.
    """
    parsed = _RECEIPT.fullmatch(typed)
    if parsed is None:
        example = f"`{receipts.of_library(library)}`"
        text = words("receipt.unreadable", typed=escape_line(label(typed, 100)), example=example)
        return message_card(words("receipt.title"), text)
    receipt = f"{parsed[1]}@{parsed[2]}"
    known = [(kind, key) for kind in KINDS.values() if (key := _key_in(kind, parsed[1])) in kind.items(library)]
    now = [(kind, key, kind.receipt(library, key)) for kind, key in known]
    current = [item for item in now if item[2] == receipt]
    shown = current or now
    key = _outcome(library, receipt, is_known=bool(known), is_current=bool(current))
    text = words(key, receipt=f"`{receipt}`", now=", ".join(f"`{one}`" for _, _, one in shown))
    choices = tuple(
        Choice(label(kind.title(library, key), CHOICE), Address(kind.name, key), words(kind.word))
        for kind, key, _ in shown
        if not (kind.name in OF_BRIEFS and key in hidden)
    )
    corrected = corrections_of(library, receipt, hidden)
    told = "\n\n".join([text, *(correction_text(library, one, words, language, titled=False) for one in corrected)])
    return message_card(words("receipt.title"), told, choices, words("receipt.menu"))


def _outcome(library: Library, receipt: str, *, is_known: bool, is_current: bool) -> str:
    """The message for a receipt: is it of today, of former days, or of nobody's?"""
    if not receipts.is_genuine(receipt):
        return "receipt.not-ours"
    if receipt.startswith("library@"):
        return "receipt.library-current" if receipt == receipts.of_library(library) else "receipt.library-changed"
    if not is_known:
        return "receipt.removed"
    return "receipt.current" if is_current else "receipt.changed"


def _key_in(kind: CardKind, name: str) -> str:
    """The id that the name in a receipt would mean if it were of this kind; empty where it cannot be."""
    return name.removeprefix(kind.named_after) if name.startswith(kind.named_after) else ""
