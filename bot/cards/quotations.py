"""Quotations one below the other: whose and where, to choose from; then those of one speaker or document."""

from collections.abc import Iterable, Iterator, Sequence

from bot.cards.address import Address
from bot.cards.card import Block, Card, Choice, Press, Section, Text
from bot.cards.content_note import ContentNote
from bot.cards.escape import escape_line, label
from bot.cards.footer import library_footer
from bot.cards.menus import CHOICE, choice_menus, numbered
from bot.cards.options import Options
from bot.cards.quotation import quotation_text
from bot.domain.library import Library, speaker_slug
from bot.domain.model import Evidence

NAMED = 8
"""Speakers who are named on the card besides standing in the menus: those with the most quotations."""

_FEW = 2
"""Words that are a term, not a sentence."""

_PARTS = frozenset({"fragment", "treaty", "never-alone"})
"""Flags of words that do not say something by themselves."""


def quotations_card(library: Library, address: Address, options: Options) -> Card:
    """The quotations of a document, of a speaker, or of a speaker in a document; without either, whose there are."""
    if not address.id and not address.speaker:
        return _choosing_card(library, address, options)
    found = whole_first(quotations_at(library, address))
    name = found[0].speaker if address.speaker else library.documents[address.id].publisher
    many = options.words.count("quotations.title", len(found))
    return Card(
        title=options.words("quotations.of", name=escape_line(name or ""), quotations=many),
        blocks=tuple(listed(library, found, options, ContentNote(library, options, address))),
        address=address,
        footer=library_footer(library, options),
        by_screen=True,
    )


def quotations_at(library: Library, address: Address) -> list[Evidence]:
    """The quotations in the document that an address names, by the speaker whom it names, if it names one."""
    if not address.id:
        return list(library.quotations_by.get(address.speaker, ()) if address.speaker else library.quotations.values())
    there = library.quotations_in.get(address.id, ())
    return [evidence for evidence in there if address.speaker in {"", speaker_slug(evidence)}]


def whole_first(found: Iterable[Evidence]) -> list[Evidence]:
    """The same quotations, sentences before terms and fragments, otherwise in their order."""
    return sorted(found, key=_is_part)


def listed(
    library: Library, found: Iterable[Evidence], options: Options, content_note: ContentNote
) -> Iterator[Section]:
    """Quotations one below the other, each with a button to its own card; those kept back have theirs there."""
    for evidence in found:
        text = quotation_text(library, evidence, options, content_note)
        yield Section(text, Press(options.words("quotation.open"), Address("quotation", evidence.id)))


def quotation_choices(library: Library, found: Iterable[Evidence]) -> tuple[Choice, ...]:
    """A choice for each quotation by its speaker; no distressing word stands in one."""
    return tuple(
        Choice(
            label(evidence.speaker or library.documents[evidence.document].publisher, CHOICE),
            Address("quotation", evidence.id),
            "" if library.is_distressing(evidence) else label(evidence.text, CHOICE),
        )
        for evidence in found
    )


def _choosing_card(library: Library, address: Address, options: Options) -> Card:
    """Who is quoted how often, the most quoted first, and which documents quote, to choose from."""
    words = options.words
    if not library.quotations:
        text = Text(words("quotations.none"))
        return Card(words.count("quotations.title", 0), (text,), address, library_footer(library, options))
    by_speaker = sorted(library.quotations_by.items(), key=lambda said: (-len(said[1]), said[0]))
    named = [
        words("quotations.speaker", name=escape_line(said[0].speaker or ""), number=words.number(len(said)))
        for said in [said for _, said in by_speaker if len(said) > 1 and not _is_text(said)][:NAMED]
    ]
    option = words("option.search-name")
    lines = [words.count("quotations.speakers", len(by_speaker), option=option)]
    if named:
        lines.append(words("quotations.most", names=", ".join(named)))
    return Card(
        title=words.count("quotations.title", len(library.quotations)),
        blocks=(Text("\n".join(lines)), *_menus(library, by_speaker, address, options)),
        address=address,
        footer=library_footer(library, options),
        by_screen=True,
    )


def _menus(
    library: Library, by_speaker: Iterable[tuple[str, Sequence[Evidence]]], address: Address, options: Options
) -> Iterator[Block]:
    words = options.words
    speakers = [
        _counted(said[0].speaker or "", said, Address("quotes", speaker=slug), options) for slug, said in by_speaker
    ]
    documents = [
        _counted(library.documents[key].name, there, Address("quotes", key), options)
        for key, there in library.quotations_in.items()
    ]

    def prompt(part: Sequence[Choice]) -> str:
        return words("quotations.menu" if part[0] == speakers[0] else "quotations.menu-more")

    yield from numbered(
        *choice_menus(prompt, speakers, address),
        *choice_menus(words("quotations.menu-documents"), documents, address),
    )


def _counted(name: str, quotations: Sequence[Evidence], leads_to: Address, options: Options) -> Choice:
    return Choice(label(name, CHOICE), leads_to, options.words.count("quotations.title", len(quotations)))


def _is_text(said: Sequence[Evidence]) -> bool:
    """Whether it is a treaty or a title that is quoted, not somebody who speaks."""
    return all("treaty" in evidence.flags for evidence in said)


def _is_part(evidence: Evidence) -> bool:
    return not _PARTS.isdisjoint(evidence.flags) or len(evidence.text.split()) <= _FEW
