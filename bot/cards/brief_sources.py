"""Every number of a brief: the place that it stands for, where that can be read, and the proof itself.

A document and a speaker are told in full where they stand first, and in few words after that.
"""

from collections.abc import Iterator
from itertools import groupby

from bot.cards.address import Address
from bot.cards.attribution import kind_line, law_label, linked, name_of, note_line, place_line, speaker_line
from bot.cards.brief_ways import view_card
from bot.cards.briefing import Briefing
from bot.cards.card import Card, Text
from bot.cards.content_note import hidden_words
from bot.cards.escape import escape_line
from bot.cards.footer import brief_lines
from bot.cards.options import Options
from bot.cards.references import raised
from bot.domain.context import Part, sentence
from bot.domain.library import Library, Provision, Support
from bot.domain.model import Evidence, Note
from bot.words.catalogue import Words


def sources_card(library: Library, address: Address, options: Options) -> Card:
    """The numbers one after another; of narrations as much as may be shown, else the place and not the words."""
    of = Briefing.at(library, address, options)
    small = list(brief_lines(library, options, of.brief))
    if any(_is_withheld(library.support(reference), library) for _, reference in of.references):
        small.insert(0, of.words("sources.narrations"))
    return view_card(of, [*map(Text, _places(of)), Text("\n".join(f"-# {line}" for line in small))])


def _places(of: Briefing) -> Iterator[str]:
    known = set[str]()
    for number, group in groupby(of.references, key=lambda numbered: numbered[0]):
        supports = [of.library.support(reference) for _, reference in group]
        yield from dict.fromkeys(_of_number(raised(number), _not_in_another(supports, of.library), of, known))


def _of_number(number: str, supports: list[Support], of: Briefing, known: set[str]) -> Iterator[str]:
    """A text for each support, the first with the place; what else stands there has only the number.

    `known` are the documents and the speakers that have been told of, and grows.
    """
    told = set[str]()
    for support in supports:
        if not isinstance(support, Evidence):
            yield f"{number} {_outside(support, of)}"
            continue
        place, whose = place_line(support, of.library, of.words), _whose(support, of)
        proof, who = _proof(support, of), _name(support, of) if whose in known else whose
        if place not in told:
            yield f"{number} {_place(support, of, known)}\n{proof}-# {who}"
        elif proof or whose not in told:
            yield f"{proof}-# {number} {who}"
        told |= {place, whose}
        known |= {support.document, whose}


def _place(evidence: Evidence, of: Briefing, known: set[str]) -> str:
    """The place with a link; of a document that has been told of in few words, which are the link."""
    url = of.library.documents[evidence.document].url
    if evidence.document not in known:
        return _linked(place_line(evidence, of.library, of.words), url, of.words)
    place = place_line(evidence, of.library, of.words, short=True)
    return linked(place, url) if url else place


def _outside(support: Provision | Note, of: Briefing) -> str:
    words = of.words
    if isinstance(support, Provision):
        return _linked(f"{escape_line(support.citation)} · {law_label(support, words)}", support.instrument.url, words)
    return f"{words('label.note')}: {note_line(support, words)}"


def _proof(evidence: Evidence, of: Briefing) -> str:
    """The line of its sentence; nothing where that may not be shown."""
    parts = sentence(of.library, evidence)
    if parts is None:
        return ""
    run = "".join(map(_part, parts)).strip()
    return f"> {of.content_note.shown(run, [evidence.id]) or hidden_words(of.words)}\n"


def _whose(evidence: Evidence, of: Briefing) -> str:
    who = _of_kind(evidence, speaker_line(evidence, of.library, of.words), of)
    return f"{who} · {kind_line(evidence, of.library, of.words)}"


def _name(evidence: Evidence, of: Briefing) -> str:
    """The same in fewer words, of somebody who has been told of."""
    return _of_kind(evidence, name_of(evidence, of.library, of.words), of)


def _of_kind(evidence: Evidence, who: str, of: Briefing) -> str:
    return of.words("sources.quotation" if evidence.kind == "quotation" else "sources.narration", who=who)


def _part(part: Part) -> str:
    """A run of a document in one line; the words quoted stand out from those around them."""
    text = escape_line(part.text)
    if part.quoted:
        return f"**{text}**"
    return f"{' ' if part.text[:1].isspace() else ''}{text}{' ' if text and part.text[-1:].isspace() else ''}"


def _linked(place: str, url: str | None, words: Words) -> str:
    return f"{place} · {linked(words('link'), url)}" if url else place


def _not_in_another(supports: list[Support], library: Library) -> list[Support]:
    """Without the narrations whose words stand in the sentence of a quotation at the same place."""
    quoted = [
        "".join(part.text for part in sentence(library, support) or ())
        for support in supports
        if isinstance(support, Evidence) and support.kind == "quotation"
    ]
    return [
        support
        for support in supports
        if not (isinstance(support, Evidence) and support.kind == "narration")
        or not any(support.text in one for one in quoted)
    ]


def _is_withheld(support: Support, library: Library) -> bool:
    return isinstance(support, Evidence) and sentence(library, support) is None
