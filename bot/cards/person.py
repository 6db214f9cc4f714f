"""Somebody whom the documents name: who that was at the time, their words, and the briefings that rest on those."""

from bot.cards.address import Address
from bot.cards.card import Block, Card, Press, Text
from bot.cards.escape import escape_line
from bot.cards.footer import footer
from bot.cards.menus import used_blocks
from bot.cards.options import Options
from bot.domain import receipts
from bot.domain.library import Library, speaker_slug


def person_card(library: Library, address: Address, options: Options) -> Card:
    """The role at the time, why the person is named here, and the ways to their words."""
    person = library.people[address.id]
    words = options.words
    own = [evidence for evidence in library.evidence.values() if evidence.speaker in person.names]
    quoted = {speaker_slug(evidence) for evidence in own if evidence.id in library.quotations}
    blocks: list[Block] = [
        Text(escape_line(person.role)),
        Text(f"-# {words('person.named', basis=escape_line(person.basis))}"),
        *used_blocks(library, address, options, (evidence.id for evidence in own)),
    ]
    return Card(
        title=escape_line(person.names[0]),
        blocks=tuple(blocks),
        address=address,
        footer=footer(library, options, receipts.of_person(library, person.id)),
        actions=tuple(
            Press(words("document.see-quotations"), Address("quotes", speaker=slug)) for slug in sorted(quoted)
        ),
    )
