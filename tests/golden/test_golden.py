"""The golden questions on the shipped library: floors that neither half may fall below."""

from dataclasses import replace

import pytest

from bot.domain.library import Library
from bot.domain.search import Answer, Finder
from bot.domain.search.tokens import in_runs
from tests.golden.loader import STRANGERS, UNSEEN, Question, questions
from tests.golden.tally import Tally, count, halves


@pytest.fixture(scope="module")
def finder(shipped: Library) -> Finder:
    """Of the briefings that questions are asked about: one that is new can be added without a question."""
    known = {accepted for question in questions() for accepted in question.accepted}
    briefs = {key: brief for key, brief in shipped.briefs.items() if f"brief:{key}" in known}
    return Finder(replace(shipped, briefs=briefs))


@pytest.fixture(scope="module")
def tallies(finder: Finder) -> dict[str, Tally]:
    return halves(finder)


@pytest.fixture(scope="module")
def answers(finder: Finder) -> list[tuple[Question, Answer]]:
    """Every question with what it finds."""
    return [(question, finder.search(question.text)) for question in questions()]


@pytest.fixture(scope="module", params=[STRANGERS, UNSEEN], ids=lambda folder: folder.name)
def stranger(request: pytest.FixtureRequest, finder: Finder) -> Tally:
    return count(finder, questions(request.param))


def test_nine_in_ten_questions_of_strangers_find_the_right_answer_first(stranger: Tally) -> None:
    assert stranger.accuracy >= 0.89


def test_few_questions_of_strangers_are_refused_or_answered_wrongly(stranger: Tally) -> None:
    assert len(stranger.refused) <= 0.04 * stranger.answerable
    assert len(stranger.wrong_confident) <= 0.04 * stranger.answerable
    assert stranger.off_topic_answered == []
    assert stranger.boundary_missed == []


def test_no_question_is_asked_twice_and_both_halves_are_large() -> None:
    texts = [question.text for question in questions()]
    assert len(texts) == len(set(texts))
    assert sum(question.half == "locked" for question in questions()) >= 200


def test_no_question_is_a_phrase_that_search_has_learnt_from(shipped: Library) -> None:
    """It would measure nothing but that phrase."""
    learnt = {in_runs(phrase) for phrases in shipped.asked.values() for phrase in phrases}
    asked = {
        in_runs(question.text): question.text for question in (*questions(), *questions(STRANGERS), *questions(UNSEEN))
    }
    assert learnt
    assert [asked[phrase] for phrase in learnt & asked.keys()] == []


@pytest.mark.parametrize("half", ["tuning", "locked"])
def test_the_right_answer_comes_first(tallies: dict[str, Tally], half: str) -> None:
    assert tallies[half].accuracy >= 0.95


@pytest.mark.parametrize("half", ["tuning", "locked"])
def test_few_wrong_answers_are_given_with_confidence(tallies: dict[str, Tally], half: str) -> None:
    assert len(tallies[half].wrong_confident) <= 0.02 * tallies[half].answerable


@pytest.mark.parametrize("half", ["tuning", "locked"])
def test_no_more_than_one_off_topic_question_in_a_hundred_is_answered_with_confidence(
    tallies: dict[str, Tally], half: str
) -> None:
    assert len(tallies[half].off_topic_answered) <= 0.01 * tallies[half].off_topic


@pytest.mark.parametrize("half", ["tuning", "locked"])
def test_no_boundary_is_missed_and_no_answerable_question_is_taken_for_one(
    tallies: dict[str, Tally], half: str
) -> None:
    assert tallies[half].boundary_missed == []
    assert tallies[half].boundary_false == []


def test_the_first_suggestion_is_what_the_question_itself_finds(
    finder: Finder, answers: list[tuple[Question, Answer]]
) -> None:
    apart: list[str] = []
    for question, found in answers:
        if found.outcome == "match":
            for suggested in (finder.suggest(question.text), finder.complete(question.text)):
                apart += [question.text] * (bool(suggested) and suggested[0][:2] != found.results[0][:2])
    assert apart == []


def test_few_questions_that_the_library_does_not_cover_are_said_to_have_something_near(
    answers: list[tuple[Question, Answer]],
) -> None:
    off_topic = [answer for question, answer in answers if question.wanted == "none" and answer.outcome == "none"]
    assert sum(bool(answer.results) for answer in off_topic) <= 0.3 * len(off_topic)


def test_what_is_near_is_kept_where_an_answerable_question_was_not_understood(
    answers: list[tuple[Question, Answer]],
) -> None:
    found = [answer for question, answer in answers if question.wanted == "answer"]
    assert sum(answer.outcome == "none" and not answer.results for answer in found) <= 0.005 * len(found)
