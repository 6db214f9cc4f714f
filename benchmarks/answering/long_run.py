"""What shows only after many answers: memory that grows, and what writing the log costs."""

import re
from pathlib import Path

from benchmarks.answering import bots
from benchmarks.answering.asked import Asked
from benchmarks.answering.measuring import answer_many
from benchmarks.shipped import ROOT, shipped_library
from benchmarks.table import table

ANSWERS = (20_000, 100_000)
GUILDS = 2_500
LOGGED = 20_000


async def long_run(root: Path = ROOT) -> str:
    """The tables of ours, or of an earlier edition in another folder, after some minutes."""
    asked = Asked(shipped_library())
    return f"{await _memory(asked, root)}\n\n{await _log(asked, root)}"


async def _memory(asked: Asked, root: Path) -> str:
    async with bots.ours(root=root) as bot, bots.ours(guilds=GUILDS, root=root) as many:
        alone, with_many = bot.held(), many.held()
        held: list[float] = []
        done = 0
        for number in ANSWERS:
            await answer_many(asked, bot, number - done)
            done = number
            held.append(bot.held())
    head = ("ready", f"with {GUILDS:,} servers", *(f"after {number:,} answers" for number in ANSWERS))
    return table(("memory, MB", *head), [["ours", *(f"{one:.1f}" for one in (alone, with_many, *held))]])


async def _log(asked: Asked, root: Path) -> str:
    """Counting on and off, by turns in halves so that what else the machine does hurts both."""
    moderation = (ROOT / "moderation.yaml").read_text(encoding="utf-8")
    counting, silent = (re.sub(r"(?m)^  counts: .*$", f"  counts: {answer}", moderation) for answer in ("yes", "no"))
    if counting == silent:
        raise RuntimeError("moderation.yaml no longer says whether anything is counted.")
    spent = {"on": 0.0, "off": 0.0}
    async with (
        bots.ours(moderation=counting, root=root) as with_log,
        bots.ours(moderation=silent, root=root) as without_log,
    ):
        for bot in (with_log, without_log):
            await answer_many(asked, bot, 2_000)
        for _ in range(10):
            for name, bot in (("on", with_log), ("off", without_log)):
                before = bot.worked()
                await answer_many(asked, bot, LOGGED // 10)
                spent[name] += bot.worked() - before
    ratio = spent["on"] / spent["off"]
    row = ["ours", f"{spent['on']:.2f}", f"{spent['off']:.2f}", f"{ratio:.2f}"]
    return table((f"processor for {LOGGED:,} answers, s", "log on", "log off", "on to off"), [row])
