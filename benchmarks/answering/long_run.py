"""What shows only after many answers: memory that grows, and what writing the log costs."""

from benchmarks.answering import bots
from benchmarks.answering.asked import Asked
from benchmarks.answering.measuring import answer_many
from benchmarks.shipped import ROOT, shipped_library
from benchmarks.table import table

ANSWERS = (20_000, 100_000)
GUILDS = 2_500
LOGGED = 20_000


async def long_run() -> str:
    """The tables, after some minutes."""
    asked = Asked(shipped_library())
    return f"{await _memory(asked)}\n\n{await _log(asked)}"


async def _memory(asked: Asked) -> str:
    async with bots.ours() as bot, bots.ours(guilds=GUILDS) as many:
        alone, with_many = bot.held(), many.held()
        held: list[float] = []
        done = 0
        for number in ANSWERS:
            await answer_many(asked, bot, number - done)
            done = number
            held.append(bot.held())
    head = ("ready", f"with {GUILDS:,} servers", *(f"after {number:,} answers" for number in ANSWERS))
    return table(("memory, MB", *head), [["ours", *(f"{one:.1f}" for one in (alone, with_many, *held))]])


async def _log(asked: Asked) -> str:
    """Counting on and off, by turns in halves so that what else the machine does hurts both."""
    shipped = (ROOT / "moderation.yaml").read_text(encoding="utf-8")
    silent = shipped.replace("counts: yes", "counts: no")
    spent = {"on": 0.0, "off": 0.0}
    async with bots.ours(moderation=shipped) as counting, bots.ours(moderation=silent) as not_counting:
        for bot in (counting, not_counting):
            await answer_many(asked, bot, 2_000)
        for _ in range(10):
            for name, bot in (("on", counting), ("off", not_counting)):
                before = bot.worked()
                await answer_many(asked, bot, LOGGED // 10)
                spent[name] += bot.worked() - before
    ratio = spent["on"] / spent["off"]
    row = ["ours", f"{spent['on']:.2f}", f"{spent['off']:.2f}", f"{ratio:.2f}"]
    return table((f"processor for {LOGGED:,} answers, s", "log on", "log off", "on to off"), [row])
