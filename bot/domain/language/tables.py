"""The words with which citations, numbers and bonds are read, in four languages: a file with tables for each, by hand.

They are of the languages, not of any subject. Each file has the same tables; what a language does not have is left out.
"""

import tomllib
from importlib.resources import files
from typing import Final, cast

LANGUAGES: Final = ("english", "korean", "chinese", "japanese")

_Table = dict[str, list[str] | dict[str, int]]
_FILES: Final[list[dict[str, _Table]]] = [
    cast(
        "dict[str, _Table]",
        tomllib.loads(files("bot.domain.language").joinpath(f"{language}.toml").read_text(encoding="utf-8")),
    )
    for language in LANGUAGES
]


def listed(table: str, key: str) -> tuple[str, ...]:
    """The words of all languages under a key, in the order of the files, each once."""
    return tuple(dict.fromkeys(word for words in _under(table, key) for word in words))


def valued(table: str, key: str) -> dict[str, int]:
    """The words of all languages under a key that each stand for a number."""
    return {word: value for words in _under(table, key) if isinstance(words, dict) for word, value in words.items()}


def _under(table: str, key: str) -> list[list[str] | dict[str, int]]:
    return [words for language in _FILES if (words := language.get(table, {}).get(key))]
