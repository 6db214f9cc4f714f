"""`python -m benchmarks.answering`: our answers beside a bare bot's. `--before DIR` measures an earlier tree too."""

import argparse
import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from benchmarks.answering import bots, long_run
from benchmarks.answering.asked import Asked
from benchmarks.answering.measuring import measured
from benchmarks.answering.tables import answers
from benchmarks.shipped import shipped_library


async def answering(blocks: int = 8, each: int = 60, at_once: int = 1_500, before: Path | None = None) -> str:
    """The table of one run."""
    asked = Asked(shipped_library())
    async with AsyncExitStack() as stack:
        running = [
            await stack.enter_async_context(bots.bare(asked)),
            await stack.enter_async_context(bots.ours()),
            await stack.enter_async_context(bots.bare(asked, loop="uvloop")),
        ]
        if before is not None:
            running.append(await stack.enter_async_context(bots.ours(root=before)))
        found = await measured(asked, running, blocks=blocks, each=each, at_once=at_once)
    return answers(*found)


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.answering", description=__doc__)
    parser.add_argument("--blocks", type=int, default=8)
    parser.add_argument("--each", type=int, default=60)
    parser.add_argument("--before", type=Path, help="a folder with an earlier edition, measured in the same run")
    parser.add_argument("--long", action="store_true", help="memory of 100,000 answers, processor time of the log")
    chosen = parser.parse_args()
    if chosen.long:
        print(asyncio.run(long_run.long_run()))
    else:
        print(asyncio.run(answering(chosen.blocks, chosen.each, before=chosen.before)))


if __name__ == "__main__":
    main()
