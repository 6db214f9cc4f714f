"""A misspelt word is told by the name that stands around it."""

import pytest

from bot.domain.search.opennames import OpenNames

NAMES = OpenNames(["port state control", "port state", "law of salvage", "해난 구조", "right of way"])


@pytest.mark.parametrize(
    ("typed", "place", "meant"),
    [
        ("what is port stste control", 3, "state"),
        ("the law of salvege", 3, "salvage"),
        ("prot state", 0, "port"),
        ("port stste", 1, "state"),
        ("port authority control", 1, None),
        ("law of sausage", 2, None),
        ("right of wax", 2, None),
        ("stste", 0, None),
    ],
)
def test_only_the_word_that_a_name_lacks_is_meant(typed: str, place: int, meant: str | None) -> None:
    assert NAMES.meant(typed.split(" "), place) == meant
