"""Who somebody is: asked in four languages, with slips, and never for somebody else."""

import pytest

from bot.domain.search.people import People
from tests.builders import a_person

PEOPLE = People({"ann-smith": a_person("ann-smith", "Ann Smith", "Smith", "앤 스미스", "安史密斯")})


@pytest.mark.parametrize(
    "question",
    [
        "who is Ann Smith",
        "Who's Ann Smith?",
        "who was smith",
        "whos ann smith",
        "who is ann smyth",
        "앤 스미스는 누구야?",
        "누구예요 앤 스미스",
        "安史密斯是谁",
        "安史密斯とは誰ですか",
    ],
)
def test_a_question_who_somebody_is_finds_the_person(question: str) -> None:
    assert [hit.id for hit in PEOPLE.asked(question, named=False)] == ["ann-smith"]


@pytest.mark.parametrize(
    "question", ["Ann Smith", "who is Ann Baker", "who is a smithy", "what did Ann Smith say", "who"]
)
def test_what_asks_for_something_else_finds_nobody(question: str) -> None:
    assert PEOPLE.asked(question, named=False) == []


def test_a_name_alone_is_enough_where_people_are_looked_for() -> None:
    assert [hit.id for hit in PEOPLE.asked("Ann Smith", named=True)] == ["ann-smith"]


@pytest.mark.parametrize("question", ["baker", "who is baker", "who was Baker"])
def test_a_name_that_several_have_asks_of_them_all(question: str) -> None:
    people = People(
        {"ann": a_person("ann", "Ann Baker"), "bob": a_person("bob", "Bob Baker"), "eve": a_person("eve", "Eve Bake")}
    )
    assert [hit.id for hit in people.asked(question, named=False)] == ["ann", "bob"]


def test_a_part_of_one_name_asks_only_with_the_words_that_ask() -> None:
    people = People({"ann": a_person("ann", "Ann Baker")})
    assert people.asked("baker", named=False) == []
    assert [hit.id for hit in people.asked("who is baker", named=False)] == ["ann"]


def test_everyone_whose_name_begins_so_is_suggested() -> None:
    assert [hit.id for hit in PEOPLE.begun("smi")] == ["ann-smith"]
    assert list(PEOPLE.begun("")) == []
    assert list(PEOPLE.begun("mit")) == []
