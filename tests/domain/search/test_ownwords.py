"""The library's own names, by which what is found is kept, and that keeping it changes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.library import Library
from bot.domain.search import Finder
from bot.domain.search.entries import entries
from bot.domain.search.ownwords import OwnWords

FOREIGN = "what nobody ever called anything"


@pytest.fixture(scope="module")
def library(shipped: Library) -> Library:
    return shipped


@pytest.fixture(scope="module")
def finder(library: Library) -> Finder:
    return Finder(library)


@given(data=st.data())
def test_a_text_is_known_exactly_where_a_name_begins_with_it(data: st.DataObject, library: Library) -> None:
    own, names = OwnWords(entries(library)), [brief.title for brief in library.briefs.values()]
    name = data.draw(st.sampled_from(names))
    begun = name[: data.draw(st.integers(0, len(name)))]
    assert own.beginning(begun) is not None
    assert own.beginning(begun.lower()) is not None
    assert own.whole(name) is not None
    assert own.beginning(f"{begun}\N{SNOWMAN}") is None
    assert own.whole(f"{name} ") is None


def test_two_texts_are_never_known_by_the_same_place(library: Library) -> None:
    own = OwnWords(entries(library))
    texts = {title[:end] for brief in library.briefs.values() for title in [brief.title] for end in range(len(title))}
    assert len({own.beginning(text) for text in texts}) == len(texts)


@given(data=st.data())
def test_what_is_found_for_a_name_is_the_same_when_it_was_kept(
    data: st.DataObject, library: Library, finder: Finder
) -> None:
    entry = data.draw(st.sampled_from(entries(library)))
    name = data.draw(st.sampled_from(entry.phrases)).text
    kinds = frozenset((entry.kind,)) if data.draw(st.booleans()) else None
    anew = finder.search(name, kinds=kinds, where=lambda _kind, _key: True)  # which is never kept
    assert finder.search(name, kinds=kinds) == anew
    assert finder.search(name, kinds=kinds) == anew


def test_what_is_kept_for_a_name_is_not_shown_where_it_is_hidden(finder: Finder, library: Library) -> None:
    title = library.briefs["non-refoulement"].title
    assert finder.search(title).results[0].id == "non-refoulement"
    assert finder.search(title).results[0].id == "non-refoulement"
    elsewhere = finder.without(frozenset({"non-refoulement"}))
    assert "non-refoulement" not in [hit.id for hit in elsewhere.search(title).results if hit.kind == "brief"]
    assert finder.search(title, kinds={"article"}).results != finder.search(title).results


def test_what_somebody_typed_is_not_kept(finder: Finder, library: Library) -> None:
    title = library.briefs["non-refoulement"].title
    finder.search(title)
    before = len(finder._kept)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # nothing else tells what is remembered
    for typed in (FOREIGN, f"{title} {FOREIGN}", title[:9]):
        finder.search(typed)
        finder.boundary(typed)
        finder.bound(typed)
    assert len(finder._kept) == before  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # see above
