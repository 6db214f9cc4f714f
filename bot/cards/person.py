"""Somebody whom the documents name: who that was at the time, their words, and the briefings that rest on those."""

import re
from collections.abc import Iterable, Iterator

from bot.cards.address import Address
from bot.cards.card import Block, Card, Press, Text
from bot.cards.escape import escape_line
from bot.cards.footer import footer
from bot.cards.menus import brief_choices, choice_menus
from bot.cards.options import Options
from bot.domain import receipts
from bot.domain.library import Library, speaker_slug
from bot.domain.model import Brief, Evidence, Person


def person_card(library: Library, address: Address, options: Options) -> Card:
    """The role at the time, why the person is named here, and the ways to their words."""
    person = library.people[address.id]
    words = options.words
    own = [evidence for evidence in library.evidence.values() if evidence.speaker in person.names]
    quoted = {speaker_slug(evidence) for evidence in own if evidence.id in library.quotations}
    blocks: list[Block] = [
        Text(escape_line(person.role)),
        Text(f"-# {words('person.named', basis=escape_line(person.basis))}"),
        *choice_menus(words("used.menu"), brief_choices(library, _briefs(library, person, own)), address),
    ]
    return Card(
        title=escape_line(person.names[0]),
        blocks=tuple(blocks),
        address=address,
        footer=footer(library, options, receipts.of_person(library, person.id)),
        actions=tuple(Press(words("brief.quotations"), Address("quotes", speaker=slug)) for slug in sorted(quoted)),
    )


def _briefs(library: Library, person: Person, own: Iterable[Evidence]) -> Iterator[str]:
    """The briefings that are of the person, rest on their words, or name them, each once."""
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, person.names))})\b")
    resting = {slug for evidence in own for slug in library.briefs_using.get(evidence.id, ())}
    for slug, brief in library.briefs.items():
        if slug in resting or slug == person.id or any(map(named.search, _said(library, brief))):
            yield slug


def _said(library: Library, brief: Brief) -> Iterator[str]:
    """Every sentence of ours in a briefing, and of the notes beside it."""
    yield brief.title
    for sentence in (brief.answer, *brief.claims, *brief.positions):
        yield sentence.text or ""
    for key in brief.notes:
        yield library.notes[key].text
