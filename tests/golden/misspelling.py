"""Real misspellings: a question with one of its words as people misspell it, by a chance that is always the same."""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from importlib.util import find_spec
from typing import Final

_PACKAGE: Final = "codespell_lib"
_WORD: Final = re.compile(r"[A-Za-z]+")


def installed() -> list[str]:
    """The lines of codespell's dictionary (from Wikipedia's list and others, CC BY-SA 3.0); none if it is not there."""
    if find_spec(_PACKAGE) is None:
        return []
    return (files(_PACKAGE) / "data" / "dictionary.txt").read_text(encoding="utf-8").splitlines()


def misspellings(lines: Iterable[str]) -> dict[str, list[str]]:
    """For each word how it is misspelt.

    A line is `misspelling->word, other word`, as codespell has it, or a word and its misspellings with spaces between.
    """
    known: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        first, arrow, corrected = line.strip().lower().partition("->")
        if arrow:
            for word in filter(None, map(str.strip, corrected.split(","))):
                known[word].append(first)
        else:
            word, *forms = first.split() or [""]
            known[word] += [form for form in forms if form != word]
    return known


def misspelt(text: str, known: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The question with one word misspelt, again and again in some way; nothing where no word of it is in the list."""
    chance = random.Random(text)  # noqa: S311 - questions, not secrets
    words = [word for word in _WORD.finditer(text) if known.get(word.group().lower())]
    while words:
        word = chance.choice(words)
        yield text[: word.start()] + chance.choice(known[word.group().lower()]) + text[word.end() :]
