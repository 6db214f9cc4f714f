"""Tries parsers with one odd text after another, and tells what they could not take."""

import math
import random
import signal
import time
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import Final

from tests.fuzz.mutation import Mutation

ENDLESS: Final = 15.0
"""Seconds after which an input is given up."""
_TRIES: Final = 300


class EndlessError(Exception):
    """An input took so long that it was given up."""


@dataclass(frozen=True)
class Parser:
    """One that reads what others wrote; `try_` raises whatever it must not."""

    name: str
    share: int
    """How many of a thousand inputs, or so."""
    seeds: Sequence[str]
    try_: Callable[[str], None]
    longest: int = 6_000
    """Characters; Discord sends no more of a text."""


@dataclass(frozen=True)
class Finding:
    """What a parser could not take, and how to try it again."""

    parser: str
    number: int
    what: str
    text: str

    def __str__(self) -> str:
        return f"{self.parser} --only {self.number}: {self.what}\n  {self.text[:2_000]!r}"


@dataclass
class Figures:
    """What came of trying one parser."""

    inputs: int = 0
    seconds: float = 0.0
    longest: float = 0.0
    findings: list[Finding] = field(default_factory=list[Finding])


def tried(parser: Parser, seed: int, numbers: Iterator[int], slow: float = math.inf) -> Figures:
    """Try so many inputs of one parser; of equal failures the first is kept, made as short as may be.

    More than `slow` seconds of processor time for one input are a finding too.
    """
    figures = Figures()
    known = set[str]()
    for number in numbers:
        text = input_of(parser, seed, number)
        before = time.thread_time()
        what = failure(parser, text)
        took = time.thread_time() - before
        figures.inputs += 1
        figures.seconds += took
        figures.longest = max(figures.longest, took)
        if what is None and took > slow:
            what = "slow"
        if what is not None and what not in known:
            known.add(what)
            told = f"{took:.1f} s of processor" if what == "slow" else what
            short = text if what == "slow" else minimised(parser, text, what)
            figures.findings.append(Finding(parser.name, number, told, short))
    return figures


def input_of(parser: Parser, seed: int, number: int) -> str:
    """The input with a number; the same for the same seed, whatever was tried before."""
    chance = random.Random(f"{seed}:{parser.name}:{number}")  # noqa: S311 - no secret
    return Mutation(chance, parser.seeds, parser.longest).text()


def failure(parser: Parser, text: str) -> str | None:
    """What an input brings about that must not be, in a line; None where all is well."""
    try:
        with at_most(ENDLESS):
            parser.try_(text)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        last = traceback.extract_tb(error.__traceback__)[-1]
        said = str(error).splitlines()[0][:160] if isinstance(error, AssertionError) and str(error) else ""
        return f"{type(error).__name__} in {last.filename.rpartition('/')[2]}:{last.lineno} {said}".strip()
    return None


@contextmanager
def at_most(seconds: float) -> Generator[None]:
    """Raise EndlessError after so much processor time; regular expressions notice it too."""

    def give_up(_signal: int, _frame: FrameType | None) -> None:
        raise EndlessError

    before = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def minimised(parser: Parser, text: str, what: str) -> str:
    """The text with as much taken out as leaves the failure the same."""
    tries, width = 0, max(1, len(text) // 2)
    while width and tries < _TRIES:
        start = 0
        while start < len(text) and tries < _TRIES:
            shorter = text[:start] + text[start + width :]
            tries += 1
            if failure(parser, shorter) == what:
                text = shorter
            else:
                start += width
        width //= 2
    return text
