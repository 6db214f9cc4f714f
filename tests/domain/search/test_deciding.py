"""When there is one answer, when it is asked which, and when there is none; by the same limits in every library."""

import random

import pytest

from bot.domain.library import Library
from bot.domain.search import Finder
from tests.builders import a_brief, a_figure, a_library, a_wording

_SYLLABLES = [first + second for first in "bdgklmnprstvz" for second in "aeiou"]
BRIEFS = (
    a_brief(
        "ferry-times", "When does the ferry leave?", aliases=("ferry timetable", "boat times", "arbitrated departures")
    ),
    a_brief("lighthouse", "Who keeps the lighthouse?", aliases=("lighthouse keeper", "beacon")),
    a_brief("harbour-fees", "What do moorings cost?", aliases=("price of a mooring", "harbour dues for yachts")),
    a_brief("harbour-rules", "Which rules hold in the harbour?", aliases=("speed limit in the harbour",)),
)
WORDING = a_wording(
    stop_words=("a", "the", "of", "in", "for", "do", "does", "what", "who", "when", "which", "is", "near", "me")
)


FINDER = Finder(a_library(*BRIEFS, wording=WORDING))


@pytest.fixture(scope="module", params=[(30, 2), (30, 12), (1000, 3)])
def invented(request: pytest.FixtureRequest) -> Library:
    """So many briefs of invented words, each with so many aliases."""
    count, aliases = request.param
    chance = random.Random(count)  # noqa: S311 - words, not secrets

    def words(most: int) -> str:
        return " ".join("".join(chance.choices(_SYLLABLES, k=3)) for _ in range(most))

    return a_library(
        *(
            a_brief(f"brief-{n}", words(5), words(20), aliases=tuple(words(3) for _ in range(aliases)))
            for n in range(count)
        )
    )


@pytest.mark.parametrize(
    "text",
    ["harbour hotel umbrella", "lighthouse umbrella pizza quantum weather", "beacon umbrella pizza shop quantum"],
)
def test_one_known_word_beside_others_that_say_more_is_no_question_for_the_library(text: str) -> None:
    assert FINDER.search(text).outcome == "none"


@pytest.mark.parametrize("text", ["ferry pizza", "lighthouse weather forecast"])
def test_one_word_that_says_what_an_entry_is_about_is_asked_about_beside_strange_ones(text: str) -> None:
    assert FINDER.search(text).outcome == "ask"


@pytest.mark.parametrize("text", ["arbitrated", "is it arbitrated", "yachts"])
def test_a_rare_word_of_one_alias_decides_nothing_alone(text: str) -> None:
    assert FINDER.search(text).outcome != "match"


@pytest.mark.parametrize("text", ["ferry timetable", "beacon", "keeper of the lighthouse", "speed limit harbour"])
def test_a_whole_alias_or_several_things_that_agree_are_an_answer(text: str) -> None:
    assert FINDER.search(text).outcome == "match"


def test_things_that_agree_answer_a_question_that_has_an_unknown_word_too() -> None:
    answer = FINDER.search("keeper of the lighthouse umbrella")
    assert (answer.outcome, answer.results[0].id) == ("match", "lighthouse")


def test_a_figure_of_the_same_topic_is_no_rival_and_one_of_another_is() -> None:
    figure = a_figure("buoys", "How many buoys float?")
    shown = a_brief("floating", "Which buoys float?", figures=("buoys",))
    assert Finder(a_library(figure, shown, wording=WORDING)).search("buoys").outcome == "match"
    apart = a_brief("floating", "Which buoys float?")
    assert Finder(a_library(figure, apart, wording=WORDING)).search("buoys").outcome == "ask"


def test_an_alias_is_the_answer_and_strange_words_have_none_in_a_library_of_any_size(invented: Library) -> None:
    asked = Finder(invented)
    for brief in list(invented.briefs.values())[:20]:
        answer = asked.search(brief.aliases[0])
        assert (answer.outcome, answer.results[0].id) == ("match", brief.id)
        first, second, _ = brief.aliases[0].split()
        assert asked.search(f"xylophone {first} quizzical zephyr").outcome == "none"
        assert asked.search(f"{first} {second} zephyr").outcome in {"match", "ask"}
