"""A library for a place in which some of its briefings are not shown."""

from dataclasses import replace
from weakref import WeakKeyDictionary

from bot.domain.library import Library
from bot.domain.model import Introduction
from bot.domain.recent import Recent
from bot.domain.search import Finder

OF_BRIEFS = ("brief", "timeline")
"""The kinds whose cards are a briefing's own."""

_MOST_KEPT = 64
"""Of a library, for places that differ in what they hide."""

_kept: WeakKeyDictionary[Library, Recent[frozenset[str], Library]] = WeakKeyDictionary()


def without(library: Library, briefs: frozenset[str], finder: Finder) -> Library:
    """The library without some briefings, and without what only they tell of; its digest is that of the whole.

    An example question goes too if the `finder` of the whole answers it with one of them first.

    All other items are the same objects, so that their receipts are the same: a card leads to a briefing only if the
    library has it. What the briefings rest on stays: a quotation or an article is nobody's own.
    """
    if not briefs:
        return library
    if library not in _kept:
        _kept[library] = Recent(most=_MOST_KEPT)
    return _kept[library].once(briefs, lambda: _made(library, briefs, finder))


def _made(library: Library, briefs: frozenset[str], finder: Finder) -> Library:
    def is_theirs(question: str) -> bool:
        first = finder.search(question, 1).results[:1]
        return any(hit.kind in OF_BRIEFS and hit.id in briefs for hit in first)

    def shown(said: Introduction) -> Introduction:
        return said.model_copy(update={"questions": tuple(one for one in said.questions if not is_theirs(one))})

    found = replace(
        library,
        briefs={key: brief for key, brief in library.briefs.items() if key not in briefs},
        events={key: event for key, event in library.events.items() if not briefs.issuperset(event.topics)},
        introductions={language: shown(said) for language, said in library.introductions.items()},
    )
    found.__dict__["digest"] = library.digest  # a `cached_property` keeps its value there
    return found
