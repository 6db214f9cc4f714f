"""What was found is kept for whoever asks the same: that changes nothing, and tells nothing of what was asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.library import Library
from bot.domain.search import Finder, counting
from bot.domain.search import finder as finder_module
from bot.domain.search.entries import entries

FOREIGN = "what nobody ever called anything"


@pytest.fixture(scope="module")
def library(shipped: Library) -> Library:
    return shipped


@pytest.fixture(scope="module")
def finder(library: Library) -> Finder:
    return Finder(library)


@given(data=st.data())
def test_what_is_found_is_the_same_when_it_was_kept(data: st.DataObject, library: Library, finder: Finder) -> None:
    entry = data.draw(st.sampled_from(entries(library)))
    name = data.draw(st.sampled_from(entry.phrases)).text[: data.draw(st.integers(1, 60))]
    kinds = frozenset((entry.kind,)) if data.draw(st.booleans()) else None
    anew = finder.search(name, kinds=kinds, where=lambda _kind, _key: True)  # which is never kept
    assert finder.search(name, kinds=kinds) == anew
    assert finder.search(name, kinds=kinds) == anew


@given(data=st.data())
def test_what_words_give_is_the_same_when_it_was_kept(data: st.DataObject, library: Library, finder: Finder) -> None:
    names = [entry.title for entry in data.draw(st.lists(st.sampled_from(entries(library)), min_size=1, max_size=4))]
    typed = " ".join(names)[: data.draw(st.integers(1, 90))]
    kept = finder.complete(typed), finder.suggest(typed)
    assert (finder.complete(typed), finder.suggest(typed)) == kept
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counting, "_LEAST_KEPT", 10**9)
        patch.setattr(counting, "_MOST_KEPT", 0)
        assert (finder.complete(typed), finder.suggest(typed)) == kept


def test_what_is_kept_for_a_name_is_not_shown_where_it_is_hidden(finder: Finder, library: Library) -> None:
    title = library.briefs["non-refoulement"].title
    assert finder.search(title).results[0].id == "non-refoulement"
    assert finder.search(title).results[0].id == "non-refoulement"
    elsewhere = finder.without(frozenset({"non-refoulement"}))
    assert "non-refoulement" not in [hit.id for hit in elsewhere.search(title).results if hit.kind == "brief"]
    assert finder.search(title, kinds={"article"}).results != finder.search(title).results


@pytest.mark.parametrize(
    "typed",
    [
        FOREIGN,
        "is Zubrowka party to the refugee convention",
        "what did Ottokar Zubrowka say about refugees",
        "did zubrowka sign article 33 of the convention in zubrowka",
        "Zubrowka",
    ],
)
def test_what_somebody_typed_cannot_be_read_from_what_is_kept(finder: Finder, typed: str) -> None:
    for _ in range(2):
        finder.search(typed)
        finder.boundary(typed)
        finder.bound(typed)
    kept = repr(list(finder._kept.items())).casefold()  # noqa: SLF001 # nothing else tells what is remembered
    assert "zubrowka" not in kept
    assert FOREIGN not in kept
    assert typed.casefold() not in kept


def test_no_more_is_kept_than_so_many_answers(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finder_module, "_KEPT", 20)
    finder = Finder(library)
    for number in range(50):
        finder.search(f"refugees {number}")
    assert len(finder._kept) == 20  # noqa: SLF001 # see above
