"""`python -m tests.fuzz --inputs 1000000`: odd texts for every parser of what others write; 1 where one fails.

A process for each core. `--only NUMBER --parser NAME` tries one input again, as a finding names it.
"""

import argparse
import os
import random
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache

from tests.fuzz.frames import FRAMES, tried_frames
from tests.fuzz.parsers import SHARES, parsers
from tests.fuzz.trying import Figures, Parser, failure, input_of, tried

A_TURN = 250
"""Inputs of one parser that a process tries before it takes others."""
SLOW = 1.0
"""Seconds of processor time for one input that are a finding by themselves."""


def main() -> None:
    """Try what was asked for, and print it."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    asked.add_argument("--inputs", type=int, default=1_000_000)
    asked.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    asked.add_argument("--parser", help="one of: " + ", ".join(SHARES))
    asked.add_argument("--only", type=int, help="the number of one input")
    asked.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    chosen = asked.parse_args()
    print(f"seed {chosen.seed}", flush=True)
    if chosen.only is not None:
        _again(chosen.parser, chosen.seed, chosen.only)
        return
    found = {name: Figures() for name in SHARES if chosen.parser in {None, name}}
    turns = list(_turns(chosen.inputs, list(found)))
    begun = told = time.monotonic()
    done = 0
    _known()  # the processes have it from here
    with ProcessPoolExecutor(chosen.processes) as pool:
        waiting = [pool.submit(_turn, name, chosen.seed, first, count) for name, first, count in turns]
        for future in as_completed(waiting):
            name, figures = future.result()
            done += figures.inputs
            _add(found[name], figures)
            if time.monotonic() - told > 10:
                told = time.monotonic()
                print(f"{done:,} inputs in {told - begun:.0f} s", flush=True)
    _tell(found, time.monotonic() - begun)
    sys.exit(any(figures.findings for figures in found.values()))


@cache
def _known() -> dict[str, Parser]:
    return {parser.name: parser for parser in parsers()}


def _turns(inputs: int, names: list[str]) -> Iterator[tuple[str, int, int]]:
    """Who tries what: all parsers by turns, so that what is printed meanwhile speaks of all of them."""
    shares = {name: SHARES[name] for name in names}
    counts = {name: max(1, inputs * share // sum(shares.values())) for name, share in shares.items()}
    turns = [
        (name, first, min(A_TURN, count - first)) for name, count in counts.items() for first in range(0, count, A_TURN)
    ]
    return iter(sorted(turns, key=lambda turn: turn[1] / counts[turn[0]]))


def _turn(name: str, seed: int, first: int, count: int) -> tuple[str, Figures]:
    numbers = iter(range(first, first + count))
    if name == FRAMES:
        return name, tried_frames(seed, numbers, SLOW)
    return name, tried(_known()[name], seed, numbers, SLOW)


def _again(name: str, seed: int, number: int) -> None:
    if name == FRAMES:
        print(*tried_frames(seed, iter([number])).findings or ["all is well"])
        return
    parser = _known()[name]
    text = input_of(parser, seed, number)
    print(repr(text), failure(parser, text) or "all is well", sep="\n")
    parser.try_(text)


def _add(all_: Figures, more: Figures) -> None:
    all_.inputs += more.inputs
    all_.seconds += more.seconds
    all_.longest = max(all_.longest, more.longest)
    known = {finding.what for finding in all_.findings}
    for finding in more.findings:
        if finding.what not in known:
            all_.findings.append(finding)
            print(finding, flush=True)


def _tell(found: dict[str, Figures], seconds: float) -> None:
    print(f"{'parser':16} {'inputs':>9} {'ms each':>8} {'longest s':>9} findings")
    for name, figures in found.items():
        each = 1_000 * figures.seconds / max(1, figures.inputs)
        print(f"{name:16} {figures.inputs:9,} {each:8.2f} {figures.longest:9.2f} {len(figures.findings)}")
    print(f"{sum(figures.inputs for figures in found.values()):,} inputs in {seconds:.0f} s")


if __name__ == "__main__":
    main()
