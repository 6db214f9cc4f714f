"""Somebody's words, always with who said them, where they stand, through whom, and how they depart from an original."""

import re
from collections.abc import Iterator

from bot.cards.address import Address
from bot.cards.attribution import kind_line, place_line, source_line, speaker_line
from bot.cards.card import Beside, Block, Card, Choice, Menu, Press, Text
from bot.cards.content_note import SHOWN, Veil, behind
from bot.cards.escape import escape_line, label
from bot.cards.footer import foot, library_foot
from bot.cards.menus import used_blocks
from bot.cards.options import Showing
from bot.cards.references import raised
from bot.domain.context import contexts
from bot.domain.library import Library, brief_references
from bot.domain.model import Departure, Evidence


def quotation_card(library: Library, address: Address, showing: Showing) -> Card:
    """One quotation, with the ways to its context, its document and the briefings that use it."""
    evidence = _quotation(library, address.id)
    words = showing.words
    veil = Veil(library, showing, address)
    text = quotation_text(library, evidence, showing, veil)
    presses = [Press(words("quotation.document"), Address("document", evidence.document))]
    if evidence.id in contexts(library, library.documents[evidence.document]):
        presses.insert(0, Press(words("quotation.context"), veil.keep(address.shown_as("context"))))
    return Card(
        title=_title(evidence, showing),
        blocks=(*veil.note(None), Text(text), *used_blocks(library, address, showing, [evidence.id])),
        address=address,
        foot=foot(library, showing, "quotation", evidence.id),
        actions=tuple(presses),
    )


def context_card(library: Library, address: Address, showing: Showing) -> Card:
    """The quotation with up to a sentence of the document on either side, its own words in bold."""
    evidence = _quotation(library, address.id)
    words = showing.words
    veil = Veil(library, showing, address)
    parts = contexts(library, library.documents[evidence.document]).get(evidence.id)
    place = place_line(evidence, library, words)
    if parts is None:
        blocks: tuple[Block, ...] = (Text(words("context.none", place=place)),)
    else:
        run = "".join(f"**{escape_line(part.text)}**" if part.quoted else _spaced(part.text) for part in parts)
        shown = veil.over(run.strip(), [evidence.id]) or behind(showing.words)
        blocks = (
            Text(f"> {shown}\n{speaker_line(evidence, library, words)}\n-# {place}"),
            Text(words("context.marks")),
        )
    return Card(
        title=_title(evidence, showing),
        blocks=(*veil.note(None), *blocks),
        address=address,
        foot=foot(library, showing, "quotation", evidence.id),
        actions=(Press(words("quotation.back"), veil.keep(address.shown_as("card"))),),
    )


def quotation_text(
    library: Library, evidence: Evidence, showing: Showing, veil: Veil, number: int | None = None
) -> str:
    """The words and all that must stand with them; words kept back leave their attribution."""
    words = showing.words
    shown = veil.over(f"“{escape_line(evidence.text)}”", [evidence.id]) or behind(showing.words)
    mark = f"{raised(number)} " if number else ""
    lines = [
        *_lead_in(library, evidence, showing, veil),
        f"> {shown}",
        f"{mark}{speaker_line(evidence, library, words)}",
        f"-# {place_line(evidence, library, words)} · {kind_line(evidence, library, words)}",
    ]
    if evidence.context:
        lines.append(f"-# {words('quotation.about', context=escape_line(evidence.context))}")
    if evidence.departs:
        lines.append(f"-# {departure_line(evidence, evidence.departs, library, showing)}")
    return "\n".join(lines)


def departure_line(evidence: Evidence, departs: Departure, library: Library, showing: Showing) -> str:
    """That the document's quotation is not the original's wording, or may not be, and what the editors know of it."""
    words = showing.words
    document = escape_line(library.documents[evidence.document].publisher)
    key = "departs" if departs.original else "departs.unconfirmed"
    parts = [words(key, document=document, note=escape_line(departs.note))]
    if departs.original:
        parts.append(words("departs.original", original=escape_line(departs.original)))
    if departs.source:
        parts.append(f"({source_line(departs.source, words)})")
    return " ".join(parts)


def quotations_card(library: Library, address: Address, showing: Showing) -> Card:
    """Every quotation of a document, of a speaker, or of a speaker in a document; of all where neither is named."""
    found = quotations_at(library, address)
    return Card(
        title=showing.words.count("quotations.title", len(found)),
        blocks=tuple(listed(library, found, showing, Veil(library, showing, address))),
        address=address,
        foot=library_foot(library, showing),
    )


def quotations_at(library: Library, address: Address) -> list[Evidence]:
    """The quotations in the document that an address names, by the speaker whose slug is its `extra`."""
    return [
        evidence
        for evidence in library.quotations.values()
        if (not address.id or address.id in {evidence.document, *(carrier.document for carrier in evidence.also_in)})
        and (address.extra in {"", SHOWN} or speaker_slug(evidence) == address.extra)
    ]


def listed(library: Library, found: list[Evidence], showing: Showing, veil: Veil) -> Iterator[Block]:
    """Quotations one below the other, each with a button to its own card; those kept back have theirs there."""
    for evidence in found:
        text = quotation_text(library, evidence, showing, veil)
        yield Beside(text, Press(showing.words("quotation.open"), Address("quotation", evidence.id)))


def quotation_menu(library: Library, found: list[Evidence], showing: Showing, address: Address) -> Menu:
    """A menu of up to 25 quotations by speaker; no distressing word stands in a choice."""
    choices = tuple(
        Choice(
            label(evidence.speaker or library.documents[evidence.document].publisher, 100),
            Address("quotation", evidence.id),
            "" if library.is_distressing(evidence) else label(evidence.text, 100),
        )
        for evidence in found[:25]
    )
    return Menu(showing.words("quotation.choose"), choices, address)


def speaker_slug(evidence: Evidence) -> str:
    """A speaker as part of an address: `Ann Buwalda` is `ann-buwalda`."""
    return "-".join(re.findall(r"[a-z0-9]+", (evidence.speaker or "").lower()))


def _quotation(library: Library, key: str) -> Evidence:
    return library.quotations[key]


def _title(evidence: Evidence, showing: Showing) -> str:
    return showing.words("quotation.title", speaker=escape_line(evidence.speaker or evidence.document))


def _spaced(text: str) -> str:
    """A run of a paragraph in one line, escaped, with the spaces at its ends."""
    line = escape_line(text)
    return f"{' ' if text[:1].isspace() else ''}{line}{' ' if text[-1:].isspace() and line else ''}"


def _lead_in(library: Library, evidence: Evidence, showing: Showing, veil: Veil) -> Iterator[str]:
    """For words that say nothing, or too much, alone: the sentence of a briefing in which they belong."""
    if "never-alone" not in evidence.flags:
        return
    for brief in library.briefs.values():
        if evidence.id in brief_references(brief):
            for sentence in (brief.answer, *brief.claims, *brief.positions):
                if evidence.id in sentence.rests_on and sentence.text:
                    shown = veil.over(escape_line(sentence.text), sentence.rests_on)
                    if shown:
                        yield showing.words("quotation.in-sentence", sentence=shown)
                        return
