import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.cards.escape import escape, escape_line, escape_start, label, visible

ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")
"""Discord shows the character after a backslash as it is when it is neither letter, digit nor space."""

text = st.one_of(
    st.text(),
    st.text(alphabet="*_~|`[]()<>@:#-+=.)\\ \n1ab가\u200b\u202e"),
    st.lists(
        st.sampled_from(
            [
                *(
                    "@everyone",
                    "<@123>",
                    "<@&1>",
                    "<#1>",
                    "<t:0:R>",
                    "</brief:1>",
                    "<:a:1>",
                    "https://x.y/",
                    "[a](https://b)",
                ),
                *(
                    "\n# h",
                    "\n  ## h",
                    "\n-# s",
                    "\n> q",
                    "\n>>> q",
                    "\n- i",
                    "\n1. i",
                    "||s||",
                    "```\nc\n```",
                    "`c`",
                    "~~d~~",
                ),
                *("**b**", "__u__", ":smile:", "\\", "\n", " ", "북한", "\u202e", "\u200b", "\ud800"),
            ]
        )
    ).map("".join),
)


def read_by_discord(markdown: str) -> str:
    """What is left to be read as Markdown once escaped characters are taken as they are."""
    return ESCAPED.sub("\x00", markdown)


@given(text)
@example("https://x/[a](https://evil)")
@example("[one](https://a) and [two](https://b)")
def test_nothing_that_discord_reads_as_markdown_is_left(typed: str) -> None:
    left = read_by_discord(escape(typed))
    assert not re.search(r"[\\*_~|`\[\]<>@:]", left)
    for line in left.split("\n"):
        assert not re.match(r"[ \t]*([-#+=]|\d+[.)])", line)


@given(text)
def test_a_reader_sees_every_visible_character(typed: str) -> None:
    assert ESCAPED.sub(r"\1", escape(typed)) == visible(typed)


@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs"), exclude_characters="\u2028\u2029")))
def test_text_without_invisible_characters_is_kept_whole(typed: str) -> None:
    kept = visible(typed)
    lost = [character for character in typed if character not in kept]
    assert all(not unicodedata.name(character, "").strip() or is_blank(character) for character in lost)


def is_blank(character: str) -> bool:
    return any(word in unicodedata.name(character) for word in ("FILLER", "BLANK", "JOINER", "INHERENT"))


@given(text)
def test_no_control_no_direction_mark_and_no_lone_surrogate_is_left(typed: str) -> None:
    shown = escape(typed)
    assert not any(unicodedata.category(character) in {"Cf", "Cs"} for character in shown)
    assert not any(unicodedata.category(character) == "Cc" and character not in "\n\t" for character in shown)
    shown.encode()


@given(text)
def test_escaping_in_one_line_leaves_one_line(typed: str) -> None:
    assert len(escape_line(typed).splitlines()) <= 1


@given(text)
def test_the_middle_of_a_line_may_begin_one(typed: str) -> None:
    middle = escape(f"x{typed}").removeprefix("x")
    first = read_by_discord(escape_start(middle)).split("\n", 1)[0]
    assert not re.match(r"[ \t]*([-#+=]|\d+[.)])", first)


@given(text, st.integers(2, 100))
def test_a_label_is_one_line_within_its_limit(typed: str, limit: int) -> None:
    shown = label(typed, limit)
    assert len(shown) <= limit
    assert len(shown.splitlines()) <= 1


def test_a_label_that_fits_is_not_changed() -> None:
    assert label("What is non-refoulement?", 24) == "What is non-refoulement?"


def test_a_label_too_long_ends_at_a_word_with_an_ellipsis() -> None:
    assert label("What is non-refoulement?", 12) == "What is…"


@pytest.mark.parametrize("blank", ["\u200b", "\u202e", "\ufeff", "\u00ad", "\u3164", "\U000e0041", "\x00"])
def test_what_shows_nothing_is_taken_out(blank: str) -> None:
    assert escape(f"a{blank}b") == "ab"
