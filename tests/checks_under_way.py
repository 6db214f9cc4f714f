"""The processes in which a reload checks the content, as Linux shows them."""

import asyncio
from pathlib import Path


def checks() -> list[int]:
    """The processes that check for this one, now."""
    lists = [file.read_text(encoding="ascii") for file in Path("/proc/self/task").glob("*/children")]
    return [
        int(child)
        for child in " ".join(lists).split()
        if b"bot.checking" in Path(f"/proc/{child}/cmdline").read_bytes()
    ]


async def check_begun() -> int:
    """Wait until there is one."""
    while not (found := checks()):  # noqa: ASYNC110 - no event tells that a process has begun
        await asyncio.sleep(0.002)
    return found[0]
