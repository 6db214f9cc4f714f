"""How one wording differs from another, word by word; print variation, such as curly marks, is no difference."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from bot.domain.text.folding import CASELESS, PRINT

_TOKEN = re.compile(r"\w+(?:[-'\u2019.,]\w+)*|[^\w\s]")
"""A word with what belongs inside it (`co-operate`, `25,000`), or one mark."""

Kind = Literal["same", "left out", "added", "changed"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words in both texts: `original` is empty where the other text adds, `other` where it leaves out.

    Each run carries the white space after it, so that the runs of a text, joined, are the text.
    """

    kind: Kind
    original: str
    other: str


def differences(original: str, other: str, *, fragment: bool = False) -> tuple[Piece, ...]:
    """Both texts from beginning to end as runs that are the same, left out, added or changed.

    Case, spelling and punctuation count. Of a fragment, what the original has before and after stays a piece by itself.
    """
    there, here = _tokens(original), _tokens(other)
    folded_there, folded_here = ([PRINT(token) for token in tokens] for tokens in (there, here))
    # Words that differ in case alone are one another's counterparts, and still differ.
    matcher = SequenceMatcher(None, [*map(CASELESS, there)], [*map(CASELESS, here)], autojunk=False)
    runs: list[Piece] = []
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag != "equal":
            runs.append(_run("".join(there[start:end]), "".join(here[begin:stop]), same=False))
            continue
        pairs = zip(there[start:end], here[begin:stop], folded_there[start:end], folded_here[begin:stop], strict=True)
        for same, run in groupby(pairs, key=lambda pair: pair[2] == pair[3]):
            words = list(run)
            runs.append(_run("".join(word[0] for word in words), "".join(word[1] for word in words), same=same))
    before = runs[:1] if fragment and _leaves_out(runs[:1]) else []
    after = runs[-1:] if fragment and len(runs) > 1 and _leaves_out(runs[-1:]) else []
    return (*before, *_joined(runs[len(before) : len(runs) - len(after)]), *after)


def _leaves_out(runs: list[Piece]) -> bool:
    return any(run.original and not run.other for run in runs)


def _joined(runs: list[Piece]) -> Iterator[Piece]:
    """Neighbouring changes as one, and with them a lone mark in between, which nobody reads as common ground."""
    is_change = [run.kind != "same" for run in runs]
    for place in range(1, len(runs) - 1):
        if is_change[place - 1] and is_change[place + 1] and not any(map(str.isalnum, runs[place].original)):
            is_change[place] = True
    for changed, group in groupby(zip(runs, is_change, strict=True), key=lambda pair: pair[1]):
        parts = [run for run, _ in group]
        yield _run("".join(part.original for part in parts), "".join(part.other for part in parts), same=not changed)


def _run(original: str, other: str, *, same: bool) -> Piece:
    if same:
        return Piece("same", original, other)
    return Piece("changed" if original and other else "left out" if original else "added", original, other)


def _tokens(text: str) -> list[str]:
    """The words and marks of a text, each with the white space after it; the first also with any before it."""
    starts = [match.start() for match in _TOKEN.finditer(text)]
    if not starts:
        return [text] if text else []
    return [text[start:end] for start, end in zip([0, *starts[1:]], [*starts[1:], len(text)], strict=True)]
