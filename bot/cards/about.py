"""What the bot and its library are; and whether the wording that a receipt stands for is still current."""

import re
from collections.abc import Iterator

from bot.cards.address import Address
from bot.cards.card import Card, Choice, Menu, Text
from bot.cards.escape import escape_line, label
from bot.cards.footer import library_receipt
from bot.cards.naming import name_of
from bot.cards.notice import message_card
from bot.domain.library import Library
from bot.domain.model import Answered
from bot.words.catalogue import Words

_RECEIPT = re.compile(r"\s*`?([a-z0-9-]{1,80})@([0-9a-f]{8})`?\s*")
_KINDS: dict[Answered, str] = {
    "brief": "kind.brief",
    "timeline": "timeline.title",
    "quotation": "kind.quotation",
    "article": "kind.article",
    "instrument": "section-name.instrument",
    "figure": "kind.figure",
    "term": "kind.term",
    "document": "kind.document",
    "boundary": "kind.boundary",
}
"""What has a receipt, and the key of the word for it."""


def about_card(library: Library, words: Words, version: str, contact: str | None) -> Card:
    """Library date and digest, counts, licence, and how to report a mistake."""
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
    library_line = words("about.library", counts=counts, receipt=f"`{library_receipt(library)}`")
    if reviewed is not None:
        library_line += " " + words("about.reviewed", date=words.date(reviewed))
    report = words("about.report", report=words("deed.report"))
    if contact:
        report += " " + words("about.contact", contact=escape_line(contact))
    lines = (words("about.what"), library_line, report, words("about.licence"), words("about.receipts"))
    return Card(words("about.title", version=version), tuple(Text(line) for line in lines))


def receipt_card(library: Library, typed: str, words: Words) -> Card:
    """Whether the answer under a receipt would read the same today."""
    parsed = _RECEIPT.fullmatch(typed)
    if parsed is None:
        return message_card(words("receipt.title"), words("receipt.unreadable", typed=escape_line(label(typed, 100))))
    receipt = f"{parsed[1]}@{parsed[2]}"
    if parsed[1] == "library":
        key = "receipt.library-current" if receipt == library_receipt(library) else "receipt.library-changed"
        return message_card(words("receipt.title"), words(key, receipt=f"`{receipt}`"))
    known = [item for item in _named(parsed[1]) if _exists(library, *item)]
    if not known:
        return message_card(words("receipt.title"), words("receipt.unknown", receipt=f"`{receipt}`"))
    current = [item for item in known if library.receipt(*item) == receipt]
    shown = current or known
    key = "receipt.current" if current else "receipt.changed"
    choices = tuple(
        Choice(label(name_of(library, kind, name), 100), Address(kind, name), words(_KINDS[kind]))
        for kind, name in shown
    )
    return Card(
        words("receipt.title"),
        (
            Text(words(key, receipt=f"`{receipt}`", now=", ".join(f"`{library.receipt(*item)}`" for item in shown))),
            Menu(words("receipt.menu"), choices, Address("receipt", "", "menu")),
        ),
    )


def _named(name: str) -> Iterator[tuple[Answered, str]]:
    """What the name in a receipt may stand for."""
    for kind in _KINDS:
        if kind != "timeline":
            yield kind, name
        elif name.startswith("timeline-"):
            yield kind, name.removeprefix("timeline-")


def _exists(library: Library, kind: Answered, key: str) -> bool:
    try:
        library.receipt(kind, key)
    except KeyError:
        return False
    return True
