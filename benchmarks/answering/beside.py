"""Ours beside a bare bot, in one run."""

from contextlib import AsyncExitStack
from pathlib import Path

from benchmarks.answering import bots
from benchmarks.answering.asked import Asked
from benchmarks.answering.measuring import measured
from benchmarks.answering.tables import answers
from benchmarks.shipped import shipped_library


async def answering(blocks: int = 8, each: int = 60, at_once: int = 600, before: Path | None = None) -> str:
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
