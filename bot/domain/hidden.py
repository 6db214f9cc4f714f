"""A library for a place in which some of its briefings are not shown."""

from dataclasses import replace
from weakref import WeakKeyDictionary

from bot.domain.library import Library

OF_BRIEFS = ("brief", "timeline")
"""The kinds whose cards are a briefing's own."""

_MOST_KEPT = 64
"""Of a library, for places that differ in what they hide."""

_kept: WeakKeyDictionary[Library, dict[frozenset[str], Library]] = WeakKeyDictionary()


def without(library: Library, briefs: frozenset[str]) -> Library:
    """The library without some briefings, and without what only they tell of; its digest is that of the whole.

    All other items are the same objects, so that their receipts are the same: a card leads to a briefing only if the
    library has it. What the briefings rest on stays: a quotation or an article is nobody's own.
    """
    if not briefs:
        return library
    made = _kept.setdefault(library, {})
    if briefs not in made:
        if len(made) >= _MOST_KEPT:
            made.clear()
        made[briefs] = _made(library, briefs)
    return made[briefs]


def _made(library: Library, briefs: frozenset[str]) -> Library:
    found = replace(
        library,
        briefs={key: brief for key, brief in library.briefs.items() if key not in briefs},
        events={key: event for key, event in library.events.items() if not briefs.issuperset(event.topics)},
    )
    found.__dict__["digest"] = library.digest  # a `cached_property` keeps its value there
    return found
