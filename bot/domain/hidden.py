"""A library for a place in which some of its briefings are not shown."""

from dataclasses import replace
from weakref import WeakKeyDictionary

from bot.domain.library import Library

_MOST_KEPT = 64
"""Of a library, for places that differ in what they hide."""

_kept: WeakKeyDictionary[Library, dict[frozenset[str], Library]] = WeakKeyDictionary()


def without(library: Library, briefs: frozenset[str]) -> Library:
    """The library without some briefings, and without what leads to them; it keeps its digest, which is of the whole.

    What the briefings rest on stays: a quotation or an article is nobody's own.
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
    def shown(keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(key for key in keys if key not in briefs)

    def shown_or_defined(keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(key for key in keys if key not in briefs or key in library.terms)

    # What only hidden briefings tell of is not on the timeline either.
    events = {key: each.model_copy(update={"topics": shown(each.topics)}) for key, each in library.events.items()}
    found = replace(
        library,
        briefs={
            key: brief.model_copy(update={"see_also": shown(brief.see_also)})
            for key, brief in library.briefs.items()
            if key not in briefs
        },
        events={key: event for key, event in events.items() if event.topics},
        boundaries={
            key: each.model_copy(update={"instead": shown(each.instead)}) for key, each in library.boundaries.items()
        },
        terms={
            key: term.model_copy(update={"see_also": shown_or_defined(term.see_also)})
            for key, term in library.terms.items()
        },
    )
    found.__dict__["digest"] = library.digest  # a `cached_property` keeps its value there
    return found
