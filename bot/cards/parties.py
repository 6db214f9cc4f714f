"""Who is bound by what: every state that the instruments tell of, in a line each, and one state with its dates."""

from collections.abc import Iterator

from bot.cards.address import Address
from bot.cards.card import Card, Choice, Press, Text
from bot.cards.escape import escape_line, label
from bot.cards.footer import library_footer
from bot.cards.instrument import DATES
from bot.cards.menus import CHOICE, choice_menus
from bot.cards.options import Options
from bot.cards.standing import listed, reserving_sources, table_line, told_of
from bot.domain.library import Library, Membership
from bot.domain.problem import Spot
from bot.domain.search import Bound
from bot.words.catalogue import Words


def parties_card(library: Library, address: Address, options: Options) -> Card:
    """All states, or the one that the address names."""
    return _state_card(library, address, options) if address.id else _table_card(library, address, options)


def state_addresses(library: Library) -> Iterator[tuple[Spot, Address]]:
    """The page of each state, and the instrument that an author mends when it does not fit."""
    for state, memberships in library.parties.items():
        yield Spot("instrument", memberships[0].instrument.id), Address("parties", state)


def has_state(library: Library, address: Address) -> bool:
    """Whether there is a table at all, or a page of the state that an address names."""
    return address.id in library.parties if address.id else True


def bound_address(bound: Bound) -> Address:
    """Where a question about who is bound is answered: one treaty, one state, or all of them."""
    if len(bound.instruments) == 1:
        state = bound.states[0] if len(bound.states) == 1 else ""
        return Address("instrument", bound.instruments[0], DATES if bound.made else "card", state=state)
    return Address("parties", bound.states[0] if len(bound.states) == 1 else "")


def bound_title(library: Library, address: Address, words: Words) -> str:
    """What such an answer is called, plain."""
    if address.kind == "instrument":
        return words("parties.of", instrument=library.instruments[address.id].short)
    if address.id:
        return words("parties.state", state=library.parties[address.id][0].party.state)
    return words("parties.title")


def _table_card(library: Library, address: Address, options: Options) -> Card:
    words = options.words
    lines = [
        f"**{escape_line(memberships[0].party.state)}:** {table_line(memberships, words)}"
        for memberships in library.parties.values()
    ]
    choices = [
        Choice(label(memberships[0].party.state, CHOICE), Address("parties", state))
        for state, memberships in library.parties.items()
    ]
    choices += [
        Choice(label(instrument.short, CHOICE), Address("instrument", key))
        for key, instrument in library.instruments.items()
        if instrument.parties
    ]
    told = "\n".join([f"-# {_legend(library, words)}", *lines]) if lines else words("parties.none")
    return Card(
        title=words("parties.title"),
        blocks=(Text(told), *choice_menus(words("parties.menu"), choices, address)),
        address=address,
        footer=library_footer(library, options),
    )


def _legend(library: Library, words: Words) -> str:
    """What the table shows, and of which years its sources are."""
    parties = [each.party for memberships in library.parties.values() for each in memberships]
    dates = [party.as_of or (party.source.date if party.source else None) for party in parties]
    years = sorted({date.year for date in dates if date})
    if not years:
        return words("parties.legend")
    return words("parties.legend-dated", first=str(years[0]), last=str(years[-1]))


def _state_card(library: Library, address: Address, options: Options) -> Card:
    words = options.words
    memberships = library.parties[address.id]
    lines = [_line(each, words) for each in memberships if each.party.source]
    unverified = [escape_line(each.instrument.short) for each in memberships if each.party.source is None]
    if unverified:
        lines.append(f"- {words('standing.not-verified', states=', '.join(unverified))}")
    reserving = reserving_sources(each.party for each in memberships)
    told = words("parties.sources-reserving", sources=reserving) if reserving else words("parties.sources")
    lines.append(f"-# {told}")
    return Card(
        title=words("parties.state", state=escape_line(memberships[0].party.state)),
        blocks=(Text("\n".join(lines)),),
        address=address,
        footer=library_footer(library, options),
        actions=(Press(words("parties.all"), Address("parties")),),
    )


def _line(membership: Membership, words: Words) -> str:
    name, party = escape_line(membership.instrument.short), membership.party
    return f"- **{name}:** {told_of(party, words, since=False)} ({listed(party, words)})"
