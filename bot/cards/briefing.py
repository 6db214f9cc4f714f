"""A brief as it is being shown: what each of its cards is made from."""

from dataclasses import dataclass
from typing import Self

from bot.cards.address import Address
from bot.cards.content_note import ContentNote
from bot.cards.escape import escape_line
from bot.cards.options import Options
from bot.cards.references import NO_BREAK, References
from bot.domain.library import Library
from bot.domain.model import Brief, Claim, Position
from bot.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Briefing:
    """One brief at one address, for one reader. The references are numbered alike in all its views."""

    library: Library
    brief: Brief
    address: Address
    options: Options
    references: References
    content_note: ContentNote

    @classmethod
    def at(cls, library: Library, address: Address, options: Options) -> Self:
        """The brief of an address."""
        brief = library.briefs[address.id]
        references = References.of_brief(library, brief)
        return cls(library, brief, address, options, references, ContentNote(library, options, address))

    @property
    def words(self) -> Words:
        """The interface in the reader's language."""
        return self.options.words

    def seen_as(self, view: str) -> Address:
        """Another view of the brief, which shows what this one shows of what is distressing."""
        return self.content_note.kept_open(Address("brief", self.brief.id, view))

    def sentence(self, claim: Claim) -> str | None:
        """A sentence as it may be shown, with the numbers of what it rests on; None where it is kept back."""
        text = self.content_note.shown(f"{escape_line(claim.text)}{self.inferred(claim)}", claim.rests_on)
        return None if text is None else self.marked(text, claim.rests_on)

    def inferred(self, sentence: Claim | Position) -> str:
        """That a number in it is our inference, with the reason; nothing where none is."""
        if not sentence.number_ok:
            return ""
        return " " + self.words("inferred", reason=escape_line(sentence.number_ok))

    def marked(self, text: str, rests_on: tuple[str, ...]) -> str:
        """A text with the numbers of what it rests on, which stay on a line with its last word."""
        marks = self.references.marks(rests_on)
        return f"{text}{NO_BREAK}{marks}" if marks else text
