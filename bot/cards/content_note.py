"""Keeps what describes torture, killing or the like hidden behind a content note until a reader asks for it."""

from collections.abc import Iterable

from bot.cards.address import Address
from bot.cards.card import Block, Press, Section, Text
from bot.cards.escape import escape_line
from bot.cards.options import Options
from bot.domain.library import Library
from bot.domain.model import Evidence, in_language
from bot.words.catalogue import Words


def hidden_words(words: Words) -> str:
    """What stands in the place of something hidden."""
    return words("content-note.behind", show=words("content-note.show"))


class ContentNote:
    """For one view of one item: decides about each of its texts, and then knows whether a note is due."""

    def __init__(self, library: Library, options: Options, address: Address) -> None:
        self._library = library
        self._options = options
        self._address = address
        self._met = False
        self._hides = False

    def shown(self, markdown: str, rests_on: Iterable[str]) -> str | None:
        """The text as it may be shown now: itself, behind a spoiler, or None for not at all."""
        if not any(self._is_distressing(reference) for reference in rests_on):
            return markdown
        self._met = True
        if self._address.opened:
            return markdown
        if self._options.hide == "spoiler":
            return f"||{markdown}||"
        self._hides = True
        return None

    @property
    def button(self) -> Press | None:
        """*Show*, where something has been hidden of what was asked for so far."""
        if not self._hides:
            return None
        leads_to = self._address.seen_as(self._address.view, opened=True).on_page(self._address.page)
        return Press(self._options.words("content-note.show"), leads_to)

    def with_button(self, *presses: Press) -> tuple[Press, ...]:
        """The buttons of a card that has *Show* among them, on each of its pages, where something is hidden."""
        return (*presses, self.button) if self.button else presses

    def told(self, note: str | None, *, always: bool = False) -> tuple[Text, ...]:
        """The note without a button, where a text was distressing; `always` for a note of the item's own.

        `note` says what is described, in place of the usual words.
        """
        return (Text(self._text(note)),) if self._met or (always and note) else ()

    def before(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """The blocks, after the content note where one of their texts was distressing.

        It has the button *Show* where something is hidden.
        """
        laid_out = tuple(blocks)
        return (self._note(), *laid_out) if self._met else laid_out

    def kept_open(self, address: Address) -> Address:
        """Another view of the same item, opened as this one is."""
        return address.seen_as(address.view, opened=self._address.opened)

    def _note(self) -> Text | Section:
        text, show = self._text(None), self.button
        return Section(f"{text} {self._options.words('content-note.hidden')}", show) if show else Text(text)

    def _text(self, note: str | None) -> str:
        words = self._options.words
        told = escape_line(note) if note else words("content-note.default")
        text = words("content-note", note=told)
        if self._options.support:
            support = in_language(self._options.support, self._options.language)
            text += " " + words("content-note.support", support=escape_line(support))
        return text

    def _is_distressing(self, reference: str) -> bool:
        support = self._library.support(reference)
        return isinstance(support, Evidence) and self._library.is_distressing(support)
