"""Keeps what describes torture, killing or the like hidden behind a content note until a reader asks for it."""

from collections.abc import Iterable

from bot.cards.address import Address
from bot.cards.card import Block, Press, Section, Text
from bot.cards.escape import escape_line
from bot.cards.options import Options
from bot.domain.library import Library
from bot.domain.model import Evidence
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

    def before(self, blocks: Iterable[Block], note: str | None = None) -> tuple[Block, ...]:
        """The blocks, after the content note where one of their texts was distressing.

        It has the button *Show* where something is hidden. `note` says what is described, in place of the usual words.
        """
        laid_out = tuple(blocks)
        return (*self._note(note), *laid_out) if self._met else laid_out

    def always_before(self, blocks: Iterable[Block], note: str | None) -> tuple[Block, ...]:
        """The same for an item with a note of its own, which stands there whatever of it is shown."""
        laid_out = tuple(blocks)
        return (*self._note(note), *laid_out) if self._met or note is not None else laid_out

    def kept_open(self, address: Address) -> Address:
        """Another view of the same item, opened as this one is."""
        return address.seen_as(address.view, opened=self._address.opened)

    def _note(self, note: str | None) -> tuple[Text | Section, ...]:
        words = self._options.words
        told = escape_line(note) if note else words("content-note.default")
        text = words("content-note", note=told)
        if self._options.support:
            text += " " + words("content-note.support", support=escape_line(self._options.support))
        if not self._hides:
            return (Text(text),)
        leads_to = self._address.seen_as(self._address.view, opened=True)
        return (Section(f"{text} {words('content-note.hidden')}", Press(words("content-note.show"), leads_to)),)

    def _is_distressing(self, reference: str) -> bool:
        support = self._library.support(reference)
        return isinstance(support, Evidence) and self._library.is_distressing(support)
