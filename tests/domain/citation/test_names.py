"""Every shipped name of a treaty in every spelling: the same instrument, and never an error."""

import re
import unicodedata
from collections.abc import Callable

import pytest

from bot.domain.citation.citations import Citations
from bot.domain.citation.names import TreatyNames
from bot.domain.library import Library
from bot.domain.search import Finder
from tests.builders import an_instrument


def joined_by(between: str) -> Callable[[str], str]:
    return lambda name: re.sub(r"[\s,-]+", between, name)


def replaced(letter: str, by: str) -> Callable[[str], str]:
    return lambda name: name.replace(letter, by)


def wide(name: str) -> str:
    """In full-width characters."""
    return "".join(
        chr(ord(character) + 0xFEE0) if "!" <= character <= "~" else "\u3000" if character == " " else character
        for character in name
    )


SPELLINGS: dict[str, Callable[[str], str]] = {
    "as it is": lambda name: name,
    "joined": joined_by(""),
    "with hyphens": joined_by("-"),
    "with dashes": joined_by(" \u2013 "),
    "with underscores": joined_by("_"),
    "with middle dots": joined_by("\u00b7"),
    "with katakana dots": joined_by("\u30fb"),
    "with full stops": joined_by(". "),
    "with two spaces": joined_by("  "),
    "with line breaks": joined_by("\n"),
    "with no-break spaces": joined_by("\u00a0"),
    "with narrow spaces": joined_by("\u202f"),
    "with zero width": joined_by("\u200b"),
    "with spaces of zero width beside": joined_by(" \u200b"),
    "in full width": wide,
    "in full width, joined": lambda name: wide(joined_by("")(name)),
    "in capitals": str.upper,
    "in capitals, joined": lambda name: joined_by("")(name).upper(),
    "in small letters": str.lower,
    "in small letters, joined": lambda name: joined_by("")(name).lower(),
    "in camel case": lambda name: joined_by("")(name.title()),
    "with a dotless i": replaced("i", "\u0131"),
    "with a dotted capital i": replaced("i", "\u0130"),
    "in Turkish capitals": lambda name: name.replace("i", "\u0130").upper(),
    "in Turkish capitals, joined": lambda name: joined_by("")(name).replace("i", "\u0130").upper(),
    "taken apart": lambda name: unicodedata.normalize("NFD", name),
    "with soft hyphens": "\u00ad".join,
    "with curly marks": replaced("'", "\u2019"),
}


def names_of(library: Library) -> list[str]:
    return [
        name
        for instrument in library.instruments.values()
        for name in dict.fromkeys((*instrument.names, instrument.title, instrument.short))
    ]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_name_in_any_spelling_is_the_same_instrument(spelling: str, shipped: Library, finder: Finder) -> None:
    read = finder.citations.read
    for name in names_of(shipped):
        typed = SPELLINGS[spelling](name)
        assert read(typed).instruments == read(name).instruments != (), typed
        with_number = read(f"{typed} 33")
        assert set(read(name).instruments) & set(with_number.instruments), typed
        assert with_number.citations, typed


@pytest.mark.no_cover  # thousands of searches, which take the ways that others take
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_name_in_any_spelling_can_be_searched_and_completed(spelling: str, shipped: Library, finder: Finder) -> None:
    for name in names_of(shipped):
        typed = SPELLINGS[spelling](name)
        assert finder.search(typed).outcome in {"match", "ask", "none", "boundary"}
        assert len(finder.complete(typed)) <= 25
        finder.citations.cited(typed)
        assert finder.citations.within(typed), typed


REFUGEES = an_instrument("refugees", "Refugee Convention", names=["RefConv", "난민 협약", "1951 Convention"])
CAT = an_instrument("cat", "CAT", names=["CAT"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the RefugeeConvention of 1951", ["RefugeeConvention"]),
        ("REFUGEE CONVENT\u0130ON 33", ["REFUGEE CONVENT\u0130ON"]),
        ("유엔난민협약 제33조", ["난민협약"]),
        ("refconv33", ["refconv"]),
        ("1951convention", ["1951convention"]),
        ("the  Refugee - Convention", ["Refugee - Convention"]),
        ("the Refugee\u00adCon\u200bvention, CAT", ["Refugee\u00adCon\u200bvention", "CAT"]),
    ],
)
def test_a_name_is_found_with_its_place_in_the_text_as_given(text: str, found: list[str]) -> None:
    assert [text[name.start : name.end] for name in TreatyNames([REFUGEES, CAT]).within(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "category",
        "scat",
        "c a t",
        "the refugee: what convention",
        "refugee ---- convention",
        "11951 convention",
        "cats",
    ],
)
def test_letters_that_only_look_like_a_name_are_none(text: str) -> None:
    assert [
        name for name in TreatyNames([REFUGEES, CAT]).within(text) if name.end - name.start != len("convention")
    ] == []


def test_two_names_that_are_joined_alike_are_one_name_of_both() -> None:
    both = Citations([an_instrument("one", "Sea Treaty"), an_instrument("two", "SeaTreaty")])
    assert both.read("sea treaty").instruments == both.read("seatreaty").instruments == ("one", "two")
