# ruff: noqa: RUF001 - the texts are in several scripts and with every sort of mark
import pytest

from bot.domain.verdict import Checker
from tests.builders import a_document, a_library
from tests.domain.verdict.papers import WORDS, check


def test_single_marks_delimit_around_four_words_or_more() -> None:
    assert check(f"Nobody believes me when I tell them what I heard, which is '{WORDS}'").verdict == "exact"
    assert check("I don't know 'bout the towns' food and whether 'tis good").verdict == "absent"


@pytest.mark.parametrize(
    "text",
    [
        f"> {WORDS}",
        f">>> {WORDS}\n",
        f"  \n{WORDS}  ",
        f"**{WORDS}**",
        f"||{WORDS}||",
        f"*“{WORDS}.”*",
        f"{WORDS} https://example.org/a_b?c=d",
        f"{WORDS} <:yes:123456789> 👍🏽",
        f"[{WORDS}](https://example.org)",
        f"<@123456789> {WORDS}",
        WORDS.replace(" ", "  \n"),
        WORDS.replace(" ", "\u00a0"),
        f"> {WORDS[:30]}\n> {WORDS[31:]}" if WORDS[30] == " " else f"> {WORDS}",
    ],
)
def test_the_dress_of_a_chat_message_is_no_difference(text: str) -> None:
    assert check(text).verdict == "exact"


def test_straight_and_curly_marks_are_the_same() -> None:
    assert check(f'"{WORDS}," Ann Smith said. "Some of them did not stay').verdict == "exact"


def test_a_quotation_with_marks_inside_is_one_quotation() -> None:
    paper = a_document(
        "p", "“He called them ‘guests’ and said that “travellers” was a word for other people,” she said."
    )
    checker = Checker(a_library(paper))
    assert (
        checker.check('Listen to this. "He called them \'guests\' and said that "travellers" was a word"').verdict
        == "exact"
    )
