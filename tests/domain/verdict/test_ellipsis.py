import pytest

from bot.domain.verdict import Checker
from tests.builders import a_document, a_library
from tests.domain.verdict.papers import changed, check


@pytest.mark.parametrize("mark", ["…", "...", "[…]", " [...] ", " … ", " . . . ", " (…) "])
def test_parts_that_stand_in_order_in_one_paragraph_are_exact(mark: str) -> None:
    found = check(f"Many people in the border towns{mark}came across the river")
    assert (found.verdict, found.omitted) == ("exact", ("have given food and shelter to those who",))


def test_parts_in_another_order_are_not_exact() -> None:
    assert check("came across the river … Many people in the border towns").verdict != "exact"


def test_an_ellipsis_reaches_into_the_next_paragraph_and_no_farther() -> None:
    found = check("Some of them did not stay … The ministry rejected the report")
    assert (found.verdict, found.differences[0].kind) == ("altered", "number")
    found = check("the report on Monday … the agency had been allowed")
    assert found.verdict == "altered"
    paper = a_document("p", "They walked up the hill at dawn.", "It was cold.", "They walked down the hill at dusk.")
    checker = Checker(a_library(paper))
    assert checker.check("They walked up the hill … It was cold").verdict == "exact"
    assert checker.check("They walked up the hill … They walked down the hill").verdict != "exact"


@pytest.mark.parametrize(
    ("text", "difference"),
    [
        ("Some of them did … stay for more than three days", ("negation", "did … stay", "did not stay")),
        ("Some of them did not stay for more than … days", ("number", "than … days", "than three days")),
        ("saying that it had … asked anybody", ("negation", "had … asked", "had never asked")),
    ],
)
def test_an_ellipsis_over_a_negation_or_a_number_is_altered(text: str, difference: tuple[str, str, str]) -> None:
    assert check(text).verdict == "altered"
    assert changed(text) == [difference]


def test_an_ellipsis_over_an_exception_is_altered() -> None:
    paper = a_document("p", "They may leave the country at any time except in winter when the river is frozen over.")
    found = Checker(a_library(paper)).check("They may leave the country at any time … when the river is frozen over.")
    assert (found.verdict, found.differences[0].kind) == ("altered", "exception")


def test_a_changed_word_beside_a_long_ellipsis_is_altered() -> None:
    gap = (
        "with a very long title that goes on and on about many things of which nobody had heard before that day at all"
    )
    paper = a_document(
        "p", f"China has allowed an agreement with its neighbour, {gap}, signed in July to replace its duties."
    )
    found = Checker(a_library(paper)).check(
        "China has allowed an agreement with its enemy … signed in July to replace its duties."
    )
    assert found.verdict == "altered"
