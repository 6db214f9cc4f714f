"""Keeps what describes torture, killing or the like behind a content note until a reader asks for it."""

from collections.abc import Iterable

from bot.cards.address import Address
from bot.cards.card import Beside, Press, Text
from bot.cards.escape import escape_line
from bot.cards.options import Showing
from bot.domain.library import Library
from bot.domain.model import Evidence
from bot.words.catalogue import Words

SHOWN = "shown"
"""The `extra` of an address where the reader has asked."""


def behind(words: Words) -> str:
    """What stands in the place of something kept back."""
    return words("content-note.behind", show=words("content-note.show"))


class Veil:
    """For one view of one item; remembers whether it has kept anything back."""

    def __init__(self, library: Library, showing: Showing, address: Address) -> None:
        self._library = library
        self._showing = showing
        self._address = address
        self._lifted = address.extra == SHOWN
        self._keeps_back = False
        self.met = False

    def over(self, markdown: str, rests_on: Iterable[str]) -> str | None:
        """The text as it may be shown now: itself, behind a spoiler, or None for not at all."""
        if not any(self._is_distressing(reference) for reference in rests_on):
            return markdown
        self.met = True
        if self._lifted:
            return markdown
        if self._showing.hide == "spoiler":
            return f"||{markdown}||"
        self._keeps_back = True
        return None

    def note(self, content_note: str | None) -> tuple[Text | Beside, ...]:
        """The content note, with the button *Show* where something is kept back; to be asked when all is laid out."""
        words = self._showing.words
        if content_note is None and not self.met:
            return ()
        text = words("content-note", note=content_note or words("content-note.default"))
        if self._showing.support:
            text += " " + words("content-note.support", support=escape_line(self._showing.support))
        if not self._keeps_back:
            return (Text(text),)
        leads_to = self._address.shown_as(self._address.view, SHOWN)
        return (Beside(f"{text} {words('content-note.hidden')}", Press(words("content-note.show"), leads_to)),)

    def keep(self, address: Address) -> Address:
        """Another view of the same item, opened as this one is."""
        return address.shown_as(address.view, SHOWN) if self._lifted else address

    def _is_distressing(self, reference: str) -> bool:
        support = self._library.support(reference)
        return isinstance(support, Evidence) and self._library.is_distressing(support)
