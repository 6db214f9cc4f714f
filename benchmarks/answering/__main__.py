"""`python -m benchmarks.answering`: our answers beside a bare bot's. `--before DIR` measures an earlier tree too.

With `--long` it is what shows after many answers, of the earlier tree alone where one is named.
"""

import argparse
import asyncio
from pathlib import Path

from benchmarks.answering.beside import answering
from benchmarks.answering.long_run import long_run


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.answering", description=__doc__)
    parser.add_argument("--blocks", type=int, default=8)
    parser.add_argument("--each", type=int, default=60)
    parser.add_argument("--before", type=Path, help="a folder with an earlier edition, measured in the same run")
    parser.add_argument("--long", action="store_true", help="memory of 100,000 answers, processor time of the log")
    chosen = parser.parse_args()
    if chosen.long:
        print(asyncio.run(long_run(*([chosen.before] if chosen.before else []))))
    else:
        print(asyncio.run(answering(chosen.blocks, chosen.each, before=chosen.before)))


if __name__ == "__main__":
    main()
