"""Whom and when the words around a quotation name, and whether the library agrees."""

import re
from collections.abc import Iterable, Mapping
from typing import Final, Literal

from bot.domain.date import PartialDate
from bot.domain.library import Library
from bot.domain.lint.dates import Mention, mentions, of_date
from bot.domain.model import Evidence
from bot.domain.verify import fold_text

Attribution = Literal["same", "other"]

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_SAYING: Final = (
    r"(?:\W+\w+){0,3}?\W*(?::|\b(?:said|says|say|saying|told|tells|wrote|writes|stated|states|claimed|claims|announced|"
    r"declared|admitted|argued|insisted|added|reported|put it)\b)|(?:은|는|이|가)?(?:\W+\S+)?\W*(?:말했|밝혔|주장|라고|:)|"
    r"\W{0,3}(?:说|表示|称|認|述べ|は)"
)
_SAID_BY: Final = r"(?:\b(?:according to|by|from|says|said|per|via)(?:\W+the)?\W+|[-\u2013\u2014~]\s*)"
"""A state or body is also a thing one talks about: it counts as named only beside a word of speaking, or after a dash."""


class Attributions:
    """Knows everyone the library has words of, by every name it has for them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._owners: dict[str, set[str]] = {}
        self._weak: set[str] = set()
        people = {name: names for person in library.people.values() for names in [person.names] for name in names}
        self._names_of_people: Mapping[str, tuple[str, ...]] = people
        for evidence in library.evidence.values():
            self._learn(evidence.speaker, evidence.speaker)
            self._learn(evidence.via, evidence.via)
            self._learn(evidence.actor, evidence.actor, weak=True)
        for person in library.people.values():
            self._learn(person.names[0], person.names[0])
        for document in library.documents.values():
            self._learn(document.publisher, document.publisher)
            self._learn(document.author, document.author)
        longest_first = sorted(self._owners, key=lambda name: (-len(name), name))
        listed = "|".join(_pattern(name) for name in longest_first) or r"(?!)"
        self._named = re.compile(listed, re.IGNORECASE)

    def of(self, around: str, evidence: Iterable[Evidence], documents: Iterable[str]) -> Attribution | None:
        """Whether the text around some words names the one whose they are, or somebody else; None when it names nobody.

        `evidence` is what the library knows of the words, `documents` are those that carry them. Of several names one
        that is right is enough: a message may speak of others too.
        """
        around = fold_text(around)
        known, carriers = list(evidence), list(documents)
        named = self._people_in(around)
        if named:
            return "same" if named & self._identities(known, carriers) else "other"
        return self._dated(around, known, carriers)

    def _learn(self, name: str | None, owner: str | None, *, weak: bool = False) -> None:
        if not name or not owner:
            return
        for form in (name, *self._names_of_people.get(name, ())):
            key = fold_text(form).casefold()
            if weak and key not in self._owners:
                self._weak.add(key)
            elif not weak:
                self._weak.discard(key)
            self._owners.setdefault(key, set()).add(owner)

    def _people_in(self, around: str) -> set[str]:
        found: set[str] = set()
        for match in self._named.finditer(around):
            key = match.group().casefold()
            if key not in self._weak or _speaks(around, match):
                found |= self._owners.get(key, set())
        return found

    def _identities(self, known: list[Evidence], carriers: list[str]) -> set[str]:
        names = {name for item in known for name in (item.speaker, item.via, item.actor) if name}
        for key in carriers:
            document = self._library.documents.get(key)
            names |= {name for name in (document.publisher, document.author) if name} if document else set()
        return names

    def _dated(self, around: str, known: list[Evidence], carriers: list[str]) -> Attribution | None:
        dates = [item.said for item in known if item.said]
        dates += [self._library.documents[key].date.value for key in carriers if key in self._library.documents]
        if not dates:
            return None
        days = mentions(around)
        years = {int(year) for year in _YEAR.findall(around)}
        if not days and not years:
            return None
        return "same" if _agree(days, years, dates) else "other"


def _agree(days: list[Mention], years: set[int], dates: list[PartialDate]) -> bool:
    """Whether some date given around the words is one of theirs; a day is compared where the library knows the day."""
    if years and not years & {date.year for date in dates}:
        return False
    exact = [mention for date in dates for mention in of_date(date)]
    return not days or not exact or any(day.agrees(mention) for day in days for mention in exact)


def _pattern(name: str) -> str:
    escaped = re.escape(name)
    return rf"(?<!\w){escaped}(?!\w)" if name.isascii() else escaped


def _speaks(around: str, match: re.Match[str]) -> bool:
    before = re.search(_SAID_BY + r"$", around[: match.start()], re.IGNORECASE)
    after = re.match(_SAYING, around[match.end() :], re.IGNORECASE)
    return before is not None or after is not None
