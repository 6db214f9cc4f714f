"""How much a word says of an entry: the more, the more of its names have it; and what that does to a ranking."""

from array import array
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.search import Finder, Weights
from bot.domain.search.answer import Wanted
from bot.domain.search.entries import Entry, Field, Phrase
from bot.domain.search.index import Index
from bot.domain.search.lexicon import Lexicon
from bot.domain.search.postings import LAST, Said, field_of, much, posting, posting_in, worths
from bot.domain.search.rank import Ranker
from tests.builders import a_brief, a_library, a_wording

SHARES = st.floats(0, 1)
HALVES = st.floats(0.01, 1)
FIELDS = st.sampled_from(Field)
WORTHS = worths(Weights())
LEXICON = Lexicon(a_wording())
ALL = Wanted(None, None)


def _entry(key: str, *names: str, asked: tuple[str, ...] = ()) -> Entry:
    first, *others = names
    aliases = (Phrase(name, "alias", Field.ALIAS) for name in others)
    return Entry("brief", key, (Phrase(first, "title", Field.TITLE), *aliases), (), asked)


def _scores(entries: list[Entry], text: str) -> dict[str, float]:
    index = Index(entries, LEXICON, Weights())
    ranking = Ranker(index, Weights()).rank(index.tokens(text), 50, ALL)
    return {entries[each.entry].id: each.score for each in ranking.scored}


@given(SHARES, SHARES, HALVES)
def test_a_word_never_says_less_of_an_entry_for_being_in_more_of_its_names(one: float, two: float, half: float) -> None:
    less, more = sorted((one, two))
    assert 0 <= much(less, half) <= much(more, half) <= 1


@given(HALVES)
def test_a_word_of_every_name_says_all_and_one_of_none_nothing(half: float) -> None:
    assert much(0, half) == 0
    assert round(much(1, half), 9) == 1


@given(st.integers(0, 100_000), FIELDS, SHARES)
def test_a_posting_keeps_its_entry_and_field_and_is_worth_no_more_than_the_field(
    entry: int, field: Field, told: float
) -> None:
    kept = posting(entry, field, told)
    assert posting_in(array("L", [kept]), entry) == kept
    assert field_of(kept) == field
    assert 0 <= WORTHS[kept & LAST] <= WORTHS[posting(0, field) & LAST] == Weights().fields[field]


@given(st.lists(st.frozensets(st.integers(0, 5), min_size=1), min_size=1, max_size=8), st.integers(2, 5))
def test_names_that_are_all_there_several_times_change_nothing(names: list[frozenset[int]], times: int) -> None:
    once, several = Said(), Said()
    for name in names:
        once.add_name(name, Field.ALIAS)
        for _ in range(times):
            several.add_name(name, Field.ALIAS)
    assert dict(once.postings(3, 0.1)) == dict(several.postings(3, 0.1))


def test_of_two_entries_that_goes_first_of_whose_names_more_have_the_word() -> None:
    rarely = _entry("rarely", "harbour", "mooring", "quay", "jetty lantern", "pier", "dock")
    often = _entry("often", "lighthouse", "beacon", "lantern room", "lantern keeper", "lantern glass", "tower")
    scores = _scores([rarely, often], "lantern umbrella")
    assert scores["often"] > scores["rarely"] > 0


def test_what_people_ask_counts_among_the_names_and_is_no_name_of_its_own() -> None:
    plain, asked = _entry("plain", "harbour", "quay"), _entry("asked", "lighthouse", "beacon")
    asked = replace(asked, asked=("who lit the lantern", "lantern at night"))
    index = Index([plain, asked], LEXICON, Weights())
    ranking = Ranker(index, Weights()).rank(index.tokens("lantern"), 5, ALL)
    assert [(each.entry, each.phrase) for each in ranking.scored] == [(1, -1)]
    assert len(index.phrase_terms) == len(plain.phrases) + len(asked.phrases)


def test_a_library_that_has_everything_twice_ranks_as_one_that_has_it_once() -> None:
    once = [_entry("ferry", "ferry times", "boat"), _entry("quay", "quay rules", "ferry quay"), _entry("fee", "fees")]
    twice = [*once, *(replace(entry, id=f"{entry.id}-again") for entry in once)]
    one, two = _scores(once, "when does the ferry leave the quay"), _scores(twice, "when does the ferry leave the quay")
    assert list(one) == [key for key in two if not key.endswith("-again")]


def test_an_answer_says_nothing_of_how_it_was_asked_for() -> None:
    brief = a_brief("lighthouse", "Who keeps the lighthouse?", aliases=("beacon",))
    library = replace(a_library(brief), asked={("brief", "lighthouse"): ("lantern at night",)})
    found = Finder(library).search("lantern at night")
    assert [(hit.id, hit.why, hit.matched) for hit in found.results] == [
        ("lighthouse", "text", "Who keeps the lighthouse?")
    ]
