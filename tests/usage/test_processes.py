"""Several bots on one database, and bots that are killed."""

import asyncio
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from bot.usage.database import opened
from bot.usage.rows import rows

COUNTING = """
import asyncio, sys
from pathlib import Path
from bot.usage import log
from bot.usage.key import Keys

async def main(path, times):
    log.PAUSE = 0.01
    async with log.UsageLog(path, Keys.fixed(b"k" * 32)) as usage:
        print("ready", flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        for _ in range(times):
            usage.count("brief", "match", place="dm", subject="numbers")
            await asyncio.sleep(0.002)

asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
"""


async def started(path: Path, times: int) -> asyncio.subprocess.Process:
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        COUNTING,
        path,
        str(times),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert child.stdout is not None
    assert await child.stdout.readline() == b"ready\n"
    return child


async def test_bots_on_the_same_database_lose_nothing_to_each_other(path: Path) -> None:
    children = [await started(path, 200) for _ in range(3)]
    await asyncio.gather(*(child.communicate(b"go\n") for child in children))
    assert [child.returncode for child in children] == [0, 0, 0]
    (row,) = await rows(path)
    assert row.count == 600


async def test_a_killed_bot_leaves_a_database_that_is_whole(path: Path) -> None:
    child = await started(path, 1_000_000)
    assert child.stdin is not None
    child.stdin.write(b"go\n")
    async with asyncio.timeout(60):
        while sum(row.count for row in await rows(path)) < 20:  # noqa: ASYNC110 - no event comes from there
            await asyncio.sleep(0.01)
    child.kill()
    await child.wait()
    child.stdin.close()
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    (row,) = await rows(path)
    assert row.count >= 20


async def test_a_database_is_begun_by_several_at_once(tmp_path: Path) -> None:
    """SQLite does not wait where two change the way of writing at once, so the log does."""

    async def begun(path: Path) -> object:
        async with opened(path) as database, database.execute("PRAGMA journal_mode") as cursor:
            return await cursor.fetchone()

    for number in range(20):
        path = tmp_path / f"{number}.sqlite3"
        path.touch()
        assert await asyncio.gather(*(begun(path) for _ in range(4))) == [("wal",)] * 4
