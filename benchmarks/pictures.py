"""Draws the pictures of the guides anew: `python -m benchmarks.pictures [FOLDER]`, by default into docs/pictures.

Each is an answer of the shipped bot as Chromium draws it on the sandbox's page.
"""

import argparse
import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.async_api import Page

from benchmarks.screens import PHONE, console, message_of, shipped_bot
from benchmarks.shipped import ROOT
from bot.usage.database import prepare
from bot.usage.log import UsageLog
from bot.usage.weeks import monday_of
from discord_sandbox import Guild, Reply, Sandbox, Upload
from tests.browser import BROWSER

SHARP = 1.25
"""Dots of a picture to a pixel of the page."""
DESK = (820, 1000)
TALL = (PHONE[0] + 40, 1200)
"""A phone on which the longest answer is seen whole."""
SIGNS = ".only-you, .icon, .given [aria-hidden]"
"""What wants a font of emoji, and what Discord adds to every private answer."""

WRONG = """\
visibility: public
cooldwon: 30
"""
RIGHT = """\
visibility: public
cooldown: 30
reports_channel: "{desk}"
hidden: [us-position]
"""

COUNTED = (
    ("non-refoulement", "match", (6, 4, 9, 7, 12, 15, 8)),
    ("numbers", "match", (3, 5, 2, 4, 6, 9, 4)),
    ("numbers", "posted", (0, 1, 0, 2, 1, 3, 1)),
    ("transit-states", "none", (1, 0, 2, 1, 0, 3, 2)),
    ("transit-states", "none_of_these", (0, 1, 1, 0, 2, 1, 0)),
    ("un-voices", "ask", (1, 1, 0, 2, 1, 1, 0)),
    ("un-voices", "not_meant", (0, 1, 0, 1, 1, 0, 0)),
)
"""Uses that nobody made, so that there is something to see: the topic, the outcome, how often on each day of a week."""


async def draw(folder: Path) -> None:
    """Draw all of them into a folder that is there."""
    async with shipped_bot() as (sandbox, _, usage):
        _count(usage, int(_home(sandbox).id))
        async with console(sandbox, TALL, SHARP) as page:
            reply = await sandbox.actor().command("brief", topic="non-refoulement")
            await _draw(page, reply, folder / "answer.png")
        async with console(sandbox, DESK, SHARP) as page:
            await page.get_by_role("radio", name="Grace").check()
            async for name, reply in _at_the_desk(sandbox):
                await _draw(page, reply, folder / f"{name}.png")


async def _at_the_desk(sandbox: Sandbox) -> AsyncIterator[tuple[str, Reply]]:
    """What a moderator does, in the order of docs/moderating.md."""
    moderator = sandbox.actor("moderator")
    right = RIGHT.format(desk=sandbox.population.places["desk"].channel.id)
    yield "settings", await (await moderator.command("desk settings")).settled()
    for name, text in (("settings-refused", WRONG), ("settings-changed", right)):
        file = Upload("settings.yaml", text.encode())
        yield name, await (await moderator.command("desk settings", file=file)).settled()
    yield "status", await moderator.command("desk status")
    yield "preview", await (await moderator.command("desk preview", what="article:refugee-convention-33")).settled()
    yield "stats", await (await moderator.command("desk stats")).settled()
    yield "gaps", await (await moderator.command("desk gaps")).settled()
    yield "withdraw", await (await moderator.command("desk withdraw", topic="numbers")).settled()


def _home(sandbox: Sandbox) -> Guild:
    guild = sandbox.population.places["server"].channel.guild
    if guild is None:
        raise LookupError("the place 'server' is in no server")
    return guild


def _count(usage: UsageLog, server: int) -> None:
    """Count the same in each of the two last complete weeks."""
    monday = monday_of(datetime.now(UTC).date())
    prepare(usage.path)
    with closing(sqlite3.connect(usage.path)) as database, database:
        database.executemany(
            "INSERT INTO counts (day, server, command, subject, outcome, locale, place, count) "
            "VALUES (?, ?, 'brief', ?, ?, 'en-GB', 'server', ?)",
            [
                ((monday - timedelta(days=back - day)).isoformat(), usage.keys.hash(server), subject, outcome, count)
                for back in (7, 14)
                for subject, outcome, counts in COUNTED
                for day, count in enumerate(counts)
                if count
            ],
        )


async def _draw(page: Page, reply: Reply, file: Path) -> None:
    message = await message_of(page, reply)
    await message.evaluate("(message, signs) => message.querySelectorAll(signs).forEach(one => one.remove())", SIGNS)
    await message.screenshot(path=file)


def main() -> None:
    """Draw them into the folder that was named."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pictures", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "docs" / "pictures")
    folder: Path = parser.parse_args().folder
    if BROWSER is None:
        parser.exit(1, "There is no Chromium here to draw with.\n")
    folder.mkdir(parents=True, exist_ok=True)
    asyncio.run(draw(folder))


if __name__ == "__main__":
    main()
