"""Reads the lists of words that are kept beside this file."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def words(language: str) -> Mapping[str, tuple[str, ...]]:
    """The words of a list by what they are, in the order of the list."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in files("bot.domain.language").joinpath(f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            label, *listed = line.split()
            found[label] += listed
    return {label: tuple(listed) for label, listed in found.items()}
