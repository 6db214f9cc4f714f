"""The numbers behind the sentences of a brief, and the sources that they stand for."""

import pytest

from bot.cards.card import Text
from bot.cards.options import Options
from bot.cards.references import raised_all
from bot.domain.library import Library
from bot.domain.model import Claim
from tests.builders import (
    a_brief,
    a_document,
    a_library,
    a_narration,
    a_quotation,
)
from tests.cards.shown import brief, markdown


def test_a_number_stands_for_a_place_and_is_explained_among_the_sources(library: Library, options: Options) -> None:
    assert "- A spokesman said that nobody was. ¹" in markdown(brief(library, "returns", "card", options))
    sources = markdown(brief(library, "returns", "sources", options))
    assert "¹ A Paper, 4 June 2013, paragraph 1 · [link](<https://paper.example/1>)\n> " in sources
    assert "\n-# quotation, **A Spokesman**, ministry" in sources
    assert "² A Digest (likely), February 2005 (date inferred), paragraph 1" in sources


def test_a_document_and_a_speaker_are_told_in_full_once_and_after_that_in_few_words(options: Options) -> None:
    paper = a_document(
        "p", "“Nobody came,” she said.", "“Nobody went,” she said.", url="https://paper.example/1", short="Paper"
    )
    quotations = [
        a_quotation(paper, "came", "Nobody came", "She", role="mayor"),
        a_quotation(paper, "went", "Nobody went", "She", role="mayor"),
    ]
    answer = Claim(text="She denied it.", rests_on=("came", "went"))
    one = a_brief("b", "Who?", rests_on="came").model_copy(update={"answer": answer})
    library = a_library(paper, *quotations, one)
    assert markdown(brief(library, "b", "sources", options)).splitlines()[:6] == [
        "¹ A Paper, 4 June 2013, paragraph 1 · [link](<https://paper.example/1>)",
        "> **“Nobody came”**",
        "-# quotation, **She**, mayor · Press",
        "² [Paper 2013, paragraph 2](<https://paper.example/1>)",
        "> **“Nobody went”**",
        "-# quotation, **She**",
    ]


def test_the_sources_show_the_sentence_that_a_quotation_stands_in(library: Library, options: Options) -> None:
    sources = markdown(brief(library, "returns", "sources", options))
    assert "> “**We returned nobody**,” the spokesman said, and left the room at once." in sources


def test_what_stands_at_one_place_has_the_place_once_and_its_number_each_time(options: Options) -> None:
    paper = a_document("p", "Nobody came at all. “Nobody came,” she said. Nobody saw them. “Nobody went,” he said.")
    came, went = a_quotation(paper, "came", "Nobody came", "She"), a_quotation(paper, "went", "Nobody went", "He")
    told, saw = a_narration(paper, "told", "Nobody came at all"), a_narration(paper, "saw", "Nobody saw them")
    rests_on = ("came", "went", "told", "saw")
    answer = Claim(text="Both denied it.", rests_on=rests_on)
    one = a_brief("b", "Who?", rests_on="came").model_copy(update={"answer": answer})
    library = a_library(paper, came, went, told, saw, one)
    assert markdown(brief(library, "b", "sources", options)).splitlines()[:6] == [
        "¹ A Paper, 4 June 2013, paragraph 1",
        "> “**Nobody came**,” she said.",
        "-# quotation, **She** · Press",
        "> **“Nobody went”**",
        "-# ¹ quotation, **He** · Press",
        "-# ¹ narration, **A Paper**, in its own words · Press",
    ]


def test_the_sources_of_a_claim_keep_back_what_is_distressing(library: Library, options: Options) -> None:
    assert "> *hidden; press Show*" in markdown(brief(library, "hard", "sources", options))
    assert "They were beaten in the camps" in markdown(brief(library, "hard", "sources", options, opened=True))


def test_a_narration_is_read_among_the_sources_as_far_as_the_budget_reaches(options: Options) -> None:
    paper = a_document("p", "It went away. It came back late.", "A quiet day in the town on the river. " * 3)
    away, back = a_narration(paper, "away", "It went away"), a_narration(paper, "back", "It came back late")
    both = Claim(text="It did both.", rests_on=("away", "back"))
    one = a_brief("b", "What?", rests_on="away").model_copy(update={"answer": both})
    sources = markdown(brief(a_library(paper, away, back, one), "b", "sources", options))
    assert "> It went away\n" in sources
    assert "> It came back late\n" in sources
    short = a_document("p", "It went away. It came back late.", "A quiet day on the river.")
    sources = markdown(brief(a_library(short, away, back, one), "b", "sources", options))
    assert "> It went away\n" in sources
    assert "It came back late" not in sources
    assert "the place is named so that you can read them there" in sources


def test_two_passages_of_one_paragraph_have_one_number(options: Options) -> None:
    paper = a_document("p", "“Nobody came,” she said. “Nobody went,” he said.")
    came, went = a_quotation(paper, "came", "Nobody came", "She"), a_quotation(paper, "went", "Nobody went", "He")
    both = Claim(text="Both denied it.", rests_on=("came", "went"))
    library = a_library(paper, came, went, a_brief("b", "Who?", rests_on="came").model_copy(update={"answer": both}))
    assert markdown(brief(library, "b", "card", options)).startswith("Both denied it. ¹\n")


def test_the_numbers_behind_a_sentence_take_little_room_and_stay_on_its_line(options: Options) -> None:
    paper = a_document("p", *(f"Nobody came on day {day}, and all was quiet there." for day in "abcd"))
    told = [a_narration(paper, f"n{day}", f"Nobody came on day {day}") for day in "abcd"]
    answer = Claim(text="Nobody came.", rests_on=tuple(each.id for each in told))
    one = a_brief("b", "Who?", rests_on="na").model_copy(update={"answer": answer})
    first, *_ = brief(a_library(paper, *told, one), "b", "card", options).blocks
    assert first == Text("Nobody came.\N{NO-BREAK SPACE}¹\N{EN DASH}\N{WORD JOINER}⁴")


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [((1,), "¹"), ((1, 2), "¹ ²"), ((1, 2, 3), "¹\N{EN DASH}³"), ((1, 3, 4, 5, 6, 9, 10), "¹ ³\N{EN DASH}⁶ ⁹ ¹⁰")],
)
def test_a_run_of_numbers_is_given_by_its_ends(numbers: tuple[int, ...], shown: str) -> None:
    assert raised_all(numbers) == shown
