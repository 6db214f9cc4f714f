"""How states stand to an instrument, in the same words wherever it is told: dates, reservations, where that is from."""

from collections.abc import Iterable, Iterator
from typing import Literal

from bot.cards.articlename import article_name
from bot.cards.attribution import linked, source_line
from bot.cards.escape import escape_line
from bot.domain.law import Instrument, Party, Reservation
from bot.domain.library import Membership, slug_of
from bot.domain.model import Source
from bot.words.catalogue import Words

Bond = Literal["bound", "signed", "outside"]
"""Bound by it; has only signed it, which does not bind; neither, as far as the source tells."""

_MADE = {
    "treaty": "standing.adopted",
    "declaration": "standing.adopted",
    "agreement": "standing.signed-on",
    "law": "standing.became-law",
}
"""What happened to an instrument of each kind on its day."""
_KINDS: tuple[tuple[Bond, str], ...] = (
    ("bound", "parties.bound"),
    ("signed", "parties.signed"),
    ("outside", "parties.outside"),
)


def bond(party: Party) -> Bond | None:
    """How a state is bound, as far as dates say it; None where only words do."""
    if party.joined:
        return "bound"
    if party.signed:
        return "signed"
    return "outside" if party.absent else None


def status_line(instrument: Instrument, words: Words) -> str:
    """In one line when it was made, since when it is in force, and who is bound."""
    parts = [*_made(instrument, words, place=False)]
    if instrument.in_force:
        parts.append(words("standing.in-force", date=words.date(instrument.in_force)))
    bound = [escape_line(party.state) for party in instrument.parties if bond(party) == "bound"]
    if bound:
        parts.append(words("standing.bound", states=", ".join(bound)))
    return " · ".join(parts)


def title_lines(instrument: Instrument, words: Words) -> Iterator[str]:
    """Full title, and when it was made and in force."""
    yield f"{escape_line(instrument.title)}{f' ({escape_line(instrument.series)})' if instrument.series else ''}"
    made = [*_made(instrument, words, place=True)]
    if instrument.in_force:
        made.append(words("standing.in-force", date=words.date(instrument.in_force)))
    if made:
        yield f"-# {' · '.join(made)}"


def standing_lines(instrument: Instrument, words: Words, first: str = "") -> Iterator[str]:
    """A line for each state, that of the slug `first` before the others; what no source confirms is said to be so."""
    for party in sorted(instrument.parties, key=lambda party: slug_of(party.state) != first):
        if party.source:
            told = words("standing.party", state=escape_line(party.state), standing=told_of(party, words))
            yield f"- {told}"
    unverified = [_unverified(party) for party in instrument.parties if party.source is None]
    if unverified:
        yield f"- {words('standing.not-verified', states=', '.join(unverified))}"


def told_of(party: Party, words: Words, *, since: bool = True) -> str:
    """What is told of a state: when it signed and joined, since when it is bound, what it reserves."""
    parts: list[str] = []
    for key, date in (
        ("standing.signed", party.signed),
        ("standing.ratified", party.ratified),
        ("standing.acceded", party.acceded),
        ("standing.bound-since", party.bound_since if since else None),
    ):
        if date:
            parts.append(words(key, date=words.date(date)))
    if bond(party) == "signed":
        parts.append(words("standing.signed-only"))
    if party.absent:
        parts.append(words("standing.absent"))
    text = ", ".join(parts)
    if party.reservations:
        text += f"; {words('standing.reserves', articles=reserved(party.reservations, words))}"
    if party.standing:
        text = f"{text}; {escape_line(party.standing)}" if text else escape_line(party.standing)
    return text


def reserved(reservations: Iterable[Reservation], words: Words) -> str:
    """The articles that are reserved, each with what of it: `Article 16(3) (on access to courts)`."""
    return ", ".join(
        article_name(one.article, words) + (f" ({escape_line(one.text)})" if one.text else "") for one in reservations
    )


def reserving_lines(instrument: Instrument, number: str, words: Words) -> Iterator[str]:
    """A line for each state that has excepted an article, or something of it, for itself."""
    for party in instrument.parties:
        ours = [one for one in party.reservations if one.touches(number)]
        if ours:
            told = words("standing.reserved-by", state=escape_line(party.state), articles=reserved(ours, words))
            yield f"- {told}"
            for source in dict.fromkeys(one.source or party.source for one in ours):
                if source:
                    yield f"-# {words('standing.source', source=source_line(source, words))}"


def sources_lines(instrument: Instrument, words: Words) -> Iterator[str]:
    """Where all this was published, each source once with up to when it tells, and how dates were computed."""
    told = dict[Source, str]()
    for party in instrument.parties:
        if party.source:
            told.setdefault(party.source, _as_of(party, words))
        for one in party.reservations:
            if one.source:
                told.setdefault(one.source, "")
    if told:
        sources = " · ".join(source_line(source, words) + date for source, date in told.items())
        yield f"-# {words('standing.sources', sources=sources)}"
    computed = dict.fromkeys(party.computed for party in instrument.parties if party.computed)
    if computed:
        yield f"-# {words('standing.computed', how=escape_line('; '.join(computed)))}"


def listed(party: Party, words: Words) -> str:
    """Where it was published, as short as can be: the year that the source tells up to, as a link to it."""
    source = party.source
    if source is None:
        return ""
    date = party.as_of or source.date
    shown = str(date.year) if date else words("link")
    return linked(shown, source.url) if source.url else shown


def reserving_sources(parties: Iterable[Party]) -> str:
    """Who published the reservations, where that is not the list itself."""
    sources = dict.fromkeys(one.source for party in parties for one in party.reservations if one.source)
    return " · ".join(
        linked(escape_line(source.publisher), source.url) if source.url else escape_line(source.publisher)
        for source in sources
    )


def table_line(memberships: Iterable[Membership], words: Words) -> str:
    """Of one state, what binds it with the years, what it has only signed, and what it is no party to."""
    found: dict[Bond, list[str]] = {"bound": [], "signed": [], "outside": []}
    for each in memberships:
        how = bond(each.party)
        if how is None:
            continue
        name = escape_line(each.instrument.tag or each.instrument.short)
        date = each.party.joined or each.party.signed
        marked = f"{name} {date.year}" if date else name
        found[how].append(f"{marked}°" if each.party.reservations else marked)
    return "; ".join(words(key, names=", ".join(found[how])) for how, key in _KINDS if found[how])


def _made(instrument: Instrument, words: Words, *, place: bool) -> Iterator[str]:
    if instrument.adopted:
        made = words(_MADE[instrument.kind], date=words.date(instrument.adopted))
        yield f"{made}, {escape_line(instrument.adopted_at)}" if place and instrument.adopted_at else made


def _as_of(party: Party, words: Words) -> str:
    return f" ({words('standing.as-of', date=words.date(party.as_of))})" if party.as_of else ""


def _unverified(party: Party) -> str:
    """The state, and what is said of it without a source, if anything is."""
    state, standing = escape_line(party.state), party.standing or ""
    return state if "not verified" in standing or not standing else f"{state} ({escape_line(standing)})"
