"""Somebody's words, always with who said them, where they stand, through whom, and how they depart from an original."""

from collections.abc import Iterator

from bot.cards.address import Address
from bot.cards.attribution import kind_line, place_line, short_source, speaker_line
from bot.cards.card import Block, Card, Press, Text
from bot.cards.cite import cite_press
from bot.cards.content_note import ContentNote, hidden_words
from bot.cards.escape import escape_line
from bot.cards.footer import footer
from bot.cards.menus import used_blocks
from bot.cards.options import Options
from bot.cards.references import raised
from bot.domain import receipts
from bot.domain.context import contexts
from bot.domain.library import Library, brief_references
from bot.domain.model import Claim, Departure, Evidence, Position


def quotation_card(library: Library, address: Address, options: Options) -> Card:
    """One quotation, with the ways to its context, its document and the briefings that use it."""
    evidence = _quotation(library, address.id)
    words = options.words
    content_note = ContentNote(library, options, address)
    text = quotation_text(library, evidence, options, content_note)
    presses = [
        cite_press(words, address, opened=address.opened),
        Press(words("quotation.document"), Address("document", evidence.document)),
    ]
    if evidence.id in contexts(library, evidence.document):
        presses.insert(0, Press(words("quotation.context"), content_note.kept_open(address.seen_as("context"))))
    return Card(
        title=_title(evidence, options),
        blocks=content_note.before((Text(text), *used_blocks(library, address, options, [evidence.id]))),
        address=address,
        footer=footer(library, options, receipts.of_quotation(library, evidence.id)),
        actions=tuple(presses),
    )


def context_card(library: Library, address: Address, options: Options) -> Card:
    """The quotation with up to a sentence of the document on either side, its own words in bold."""
    evidence = _quotation(library, address.id)
    words = options.words
    content_note = ContentNote(library, options, address)
    parts = contexts(library, evidence.document).get(evidence.id)
    place = place_line(evidence, library, words)
    if parts is None:
        blocks: tuple[Block, ...] = (Text(words("context.none", place=place)),)
    else:
        run = "".join(f"**{escape_line(part.text)}**" if part.quoted else _spaced(part.text) for part in parts)
        shown = content_note.shown(run.strip(), [evidence.id]) or hidden_words(options.words)
        blocks = (
            Text(f"> {shown}\n{speaker_line(evidence, library, words)}\n-# {place}"),
            Text(words("context.marks")),
        )
    return Card(
        title=_title(evidence, options),
        blocks=content_note.before(blocks),
        address=address,
        footer=footer(library, options, receipts.of_quotation(library, evidence.id)),
        actions=(Press(words("quotation.back"), content_note.kept_open(address.seen_as("card"))),),
    )


def quotation_text(
    library: Library, evidence: Evidence, options: Options, content_note: ContentNote, number: int | None = None
) -> str:
    """The words and all that must stand with them; words kept back leave their attribution."""
    words = options.words
    shown = content_note.shown(f"“{escape_line(evidence.text)}”", [evidence.id]) or hidden_words(options.words)
    mark = f"{raised(number)} " if number else ""
    lines = [
        *_lead_in(library, evidence, options, content_note),
        f"> {shown}",
        f"{mark}{speaker_line(evidence, library, words)}",
        f"-# {place_line(evidence, library, words)} · {kind_line(evidence, library, words)}",
    ]
    if evidence.context:
        lines.append(f"-# {words('quotation.about', context=escape_line(evidence.context))}")
    if evidence.departs:
        lines.append(f"-# {departure_line(evidence, evidence.departs, library, options)}")
    return "\n".join(lines)


def departure_line(evidence: Evidence, departs: Departure, library: Library, options: Options) -> str:
    """That the document's quotation is not the original's wording, or may not be, and what the editors know of it."""
    words = options.words
    document = escape_line(library.documents[evidence.document].publisher)
    key = "departs" if departs.original else "departs.unconfirmed"
    parts = [words(key, document=document, note=escape_line(departs.note))]
    if departs.original:
        parts.append(words("departs.original", original=escape_line(departs.original)))
    if departs.source:
        parts.append(f"({short_source(departs.source)})")
    return " ".join(parts)


def _quotation(library: Library, key: str) -> Evidence:
    return library.quotations[key]


def _title(evidence: Evidence, options: Options) -> str:
    return options.words("quotation.title", speaker=escape_line(evidence.speaker or evidence.document))


def _spaced(text: str) -> str:
    """A run of a paragraph in one line, escaped, with the spaces at its ends."""
    line = escape_line(text)
    return f"{' ' if text[:1].isspace() else ''}{line}{' ' if text[-1:].isspace() and line else ''}"


def _lead_in(library: Library, evidence: Evidence, options: Options, content_note: ContentNote) -> Iterator[str]:
    """For words that say nothing, or too much, alone: the sentence of a briefing in which they belong."""
    if "never-alone" not in evidence.flags:
        return
    for brief in library.briefs.values():
        if evidence.id in brief_references(brief):
            for sentence in (brief.answer, *brief.claims, *brief.positions):
                if evidence.id in sentence.rests_on and sentence.text:
                    shown = content_note.shown(escape_line(_whole(sentence, sentence.text)), sentence.rests_on)
                    if shown:
                        yield options.words("quotation.in-sentence", sentence=shown)
                        return


def _whole(sentence: Claim | Position, text: str) -> str:
    """A sentence that stands alone: what goes on from an actor's name comes with it."""
    return f"{sentence.actor} {text}" if isinstance(sentence, Position) and text[0].islower() else text
