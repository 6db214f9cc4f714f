"""Who somebody is: asked in four languages, with slips, and never for somebody else."""

import pytest

from bot.domain.search.people import People
from bot.domain.search.tokens import in_runs
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
    assert [hit.id for hit in PEOPLE.asked(in_runs(question), named=False)] == ["ann-smith"]


@pytest.mark.parametrize(
    "question", ["Ann Smith", "who is Ann Baker", "who is a smithy", "what did Ann Smith say", "who"]
)
def test_what_asks_for_something_else_finds_nobody(question: str) -> None:
    assert PEOPLE.asked(in_runs(question), named=False) == []


def test_a_name_alone_is_enough_where_people_are_looked_for() -> None:
    assert [hit.id for hit in PEOPLE.asked(in_runs("Ann Smith"), named=True)] == ["ann-smith"]


@pytest.mark.parametrize("question", ["baker", "who is baker", "who was Baker"])
def test_a_name_that_several_have_asks_of_them_all(question: str) -> None:
    people = People(
        {"ann": a_person("ann", "Ann Baker"), "bob": a_person("bob", "Bob Baker"), "eve": a_person("eve", "Eve Bake")}
    )
    assert [hit.id for hit in people.asked(in_runs(question), named=False)] == ["ann", "bob"]


def test_a_part_of_one_name_asks_only_with_the_words_that_ask() -> None:
    people = People({"ann": a_person("ann", "Ann Baker")})
    assert people.asked(in_runs("baker"), named=False) == []
    assert [hit.id for hit in people.asked(in_runs("who is baker"), named=False)] == ["ann"]


def test_everyone_whose_name_begins_so_is_suggested() -> None:
    assert [hit.id for hit in PEOPLE.begun("smi")] == ["ann-smith"]
    assert list(PEOPLE.begun("")) == []
    assert list(PEOPLE.begun("mit")) == []


@pytest.mark.parametrize(
    "question",
    [
        "who is ann smith and why should i trust her",
        "ok but who tf is ann smyth lol",
        "ann smith who, never heard of her",
        "앤 스미스가 누구야 처음 들어",
        "安史密斯到底是谁啊大家都在说",
    ],
)
def test_a_whole_name_beside_the_asking_word_finds_the_person_among_other_words(question: str) -> None:
    assert [hit.id for hit in PEOPLE.asked(in_runs(question), named=False)] == ["ann-smith"]


@pytest.mark.parametrize("question", ["who told ann smith about the wreck", "who is the smith of the town"])
def test_a_name_away_from_the_asking_word_finds_nobody(question: str) -> None:
    assert PEOPLE.asked(in_runs(question), named=False) == []


def test_a_part_of_a_name_with_a_dot_or_a_family_name_finds_all_who_have_it() -> None:
    people = People(
        {"a": a_person("a", "ベイカー・アン"), "b": a_person("b", "ベイカー・ボブ"), "c": a_person("c", "박영수")}
    )
    assert [hit.id for hit in people.asked(in_runs("ベイカーって誰ですか"), named=False)] == ["a", "b"]
    assert [hit.id for hit in people.asked(in_runs("박이 누구야"), named=False)] == ["c"]


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("what did Ann Smith say about salvage", "what did about salvage"),
        ("ann smyth quotes", ""),
        ("앤 스미스 발언", ""),
        ("安史密斯怎么说", ""),
    ],
)
def test_whose_words_are_asked_for_is_told_with_the_rest_of_the_question(question: str, rest: str) -> None:
    quoted = PEOPLE.quoted(in_runs(question))
    assert quoted is not None
    assert (quoted.person.id, " ".join(quoted.rest.split())) == ("ann-smith", rest)


@pytest.mark.parametrize("question", ["what did Ann Baker say", "Ann Smith", "the smithy quotes"])
def test_nobody_is_quoted_without_a_whole_name_or_a_word_that_asks_for_words(question: str) -> None:
    assert PEOPLE.quoted(in_runs(question)) is None
