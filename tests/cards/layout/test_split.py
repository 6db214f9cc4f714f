import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.escape import escape
from bot.cards.layout.split import split

typed = st.one_of(
    st.text(alphabet="ab *|`\\\n.1-#>가", min_size=200, max_size=2000),
    st.lists(st.sampled_from(["word", "낱말", "Sentence.", "\n", "\n\n", "- item", "1. one"]), min_size=50).map(
        " ".join
    ),
    st.integers(200, 3000).map(lambda length: "가" * length),
    st.integers(200, 3000).map(lambda length: "\\" * length),
)


def letters(markdown: str) -> str:
    """What is read of a text, without white space and the marks that a part may repeat."""
    return re.sub(r"\\([^0-9A-Za-z\s])|[\s>]", r"\1", markdown)


@given(typed, st.integers(100, 400), st.integers(100, 1200))
def test_nothing_of_a_text_is_lost_and_every_part_fits(text: str, characters: int, size: int) -> None:
    markdown = escape(text)
    parts = split(markdown, characters, size)
    assert all(len(part) <= characters and len(part.encode()) <= size for part in parts)
    assert letters("".join(parts)) == letters(markdown)


@given(typed, st.integers(100, 400))
def test_no_part_ends_inside_an_escape_or_begins_a_heading(text: str, characters: int) -> None:
    for part in split(escape(text), characters, 10_000):
        assert len(re.search(r"\\*$", part).group()) % 2 == 0  # type: ignore[union-attr]  # it always matches
        assert not re.match(r"[ \t]*(#{1,3}|-#|-|\d+[.)]) ", part)


@pytest.mark.parametrize("mark", ["#", "-", "1.", "-#", "##"])
def test_a_mark_in_the_middle_of_a_line_does_not_become_one_at_the_beginning(mark: str) -> None:
    for shift in range(len(mark) + 2):
        for part in split(escape("x" * shift + f" {mark}" * 300), 100, 1000)[1:]:
            assert not re.match(r"(#{1,3}|-#|-|\d+[.)])(?= |$)", part)


def test_a_text_is_parted_between_its_paragraphs_first() -> None:
    first, second = "a. " * 50, "b. " * 50
    assert split(f"{first.strip()}\n\n{second.strip()}", 200, 1000) == [first.strip(), second.strip()]


def test_a_sentence_is_not_parted_where_a_sentence_ends_in_time() -> None:
    parts = split(" ".join(["One two three four five six seven."] * 20), 200, 1000)
    assert all(part.endswith(".") for part in parts)


def test_a_quotation_goes_on_as_a_quotation() -> None:
    parts = split("> " + "word " * 100, 200, 1000)
    assert len(parts) > 1
    assert all(part.startswith("> ") for part in parts)


def test_a_spoiler_that_is_parted_covers_both_parts() -> None:
    parts = split("||" + "word " * 100 + "||", 200, 1000)
    assert len(parts) > 1
    assert all(part.count("||") == 2 for part in parts)
