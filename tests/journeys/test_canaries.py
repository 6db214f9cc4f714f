"""Nothing that members type and no id that they are known by is left behind, whatever they use and whatever fails.

The bot runs as a process of its own, at DEBUG; what it leaves is its log and every file of its state folder.
"""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import AsyncGenerator, Sequence
from contextlib import closing, suppress
from pathlib import Path

import pytest

from bot.usage.desk_state import DeskState
from bot.usage.rows import rows
from discord_sandbox import Guild, NotOfferedError, Sandbox, Upload
from tests.journeys.canaries import CANARY, FILES, KOREAN, left_behind, never, settled_here, traces, typed
from tests.journeys.conftest import home_of
from tests.journeys.crawler import Crawler, leaves
from tests.journeys.process import Bot

WHO = (("moderator", "server", "en-US"), ("member", "dm", "ko"), ("member", "elsewhere", "en-US"))
PRESSES = 4
"""Of what one answer leads to; every answer is tried."""


@pytest.fixture
def patience() -> float:
    """Reloads of the whole library, on a machine that may have more to do."""
    return 120


@pytest.fixture
def home(sandbox: Sandbox) -> Guild:
    return home_of(sandbox)


@pytest.fixture
async def bot(sandbox: Sandbox, home: Guild, tmp_path: Path) -> AsyncGenerator[Bot]:
    reports = sandbox.population.places["desk"].channel.id
    bot = Bot(sandbox, tmp_path, f"servers: {{{home.id}: {{reports_channel: {reports}}}}}\n")
    await bot.start()
    yield bot
    await bot.end(killed=True)


async def nothing_in_hand() -> None:
    """A person who does not wait."""


async def begun(database: Path) -> None:
    """Wait until something has been counted; nothing is written before."""

    def has_counts() -> bool:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as reader:
            counts = reader.execute("SELECT 1 FROM sqlite_master WHERE name = 'counts'").fetchone()
            return bool(counts) and reader.execute("PRAGMA journal_mode").fetchone() == ("wal",)

    async with asyncio.timeout(60):
        while not (database.exists() and has_counts()):  # noqa: ASYNC110 - no event comes from there
            await asyncio.sleep(0.05)


async def test_nothing_that_members_type_and_none_of_their_ids_is_left_behind(
    sandbox: Sandbox, bot: Bot, home: Guild
) -> None:
    used: Counter[str] = Counter()
    await sandbox.actor().command("topics")
    await begun(bot.database)
    with closing(sqlite3.connect(bot.database)) as reader:
        reader.execute("SELECT day FROM counts").fetchone()  # while somebody reads, the database keeps its WAL
        for number, (who, where, locale) in enumerate(WHO):
            used += await everything(sandbox, who, where, locale, typed(sandbox)[number :: number + 1])
        await everything_fails(sandbox)
        assert "usage.sqlite3-wal" in left_behind(bot.state)
        await assert_nothing_left(bot, home)

    commands = sandbox.actor("moderator").commands()
    assert {path for command in commands if command["type"] == 1 for path, _ in leaves(command)} <= used.keys()
    assert {command["name"] for command in commands if command["type"] == 3} <= used.keys()
    assert {"button", "menu", "form", "suggestions"} <= used.keys()
    assert bot.log.count(b"Failed, reference") > 10

    await bot.end(killed=True)
    await assert_nothing_left(bot, home)
    await bot.start()
    await bot.end()
    await assert_nothing_left(bot, home)
    counted = await rows(bot.database)
    assert {"match", "ask", "none", "boundary", "absent", "failed", "reported"} <= {row.outcome for row in counted}


async def everything(sandbox: Sandbox, who: str, where: str, locale: str, texts: Sequence[str]) -> Counter[str]:
    """Use whatever there is; what was used, and how often."""
    before = len(sandbox.interactions)
    actor = sandbox.actor(who, where, locale=locale)
    crawler = Crawler(actor, nothing_in_hand, texts=texts, files=FILES)
    for call in [call async for call in crawler.calls()]:
        crawler.patience = PRESSES
        with suppress(NotOfferedError):  # another process: a card may change once more after it was answered
            await crawler.explore(call)
    return Counter(_name(one.label) for one in sandbox.interactions[before:])


def _name(label: str) -> str:
    """A command by its name; of what else can be used its kind."""
    if label.startswith("/"):
        return "suggestions" if ", typing in " in label else label.removeprefix("/")
    kind = label.removeprefix("the ").partition(" ")[0]
    return kind if kind in {"button", "menu", "form"} else label


async def everything_fails(sandbox: Sandbox) -> None:
    """Every command, menu and form once more, while Discord takes no answer, gives no file and lets nobody write."""
    for who, where, locale in WHO:
        actor = sandbox.actor(who, where, locale=locale)
        for command in actor.commands():
            if command["type"] == 3:
                sandbox.trouble("/callback", status=403)
                await actor.menu(command["name"], actor.say(CANARY))
                continue
            for path, options in leaves(command):
                free = [option for option in options if not option.get("choices")]
                given = {option["name"]: CANARY[: option.get("max_length")] for option in free if option["type"] == 3}
                given |= {option["name"]: option["choices"][0]["value"] for option in options if option.get("choices")}
                given |= {option["name"]: actor.place.channel for option in options if option["type"] == 7}
                files = {option["name"]: FILES[0] for option in free if option["type"] == 11}
                sandbox.trouble("/callback", status=403)
                await actor.command(path, **given)
                if files:
                    sandbox.trouble("/ephemeral-attachments", status=403)
                    await actor.command(path, **files)
    actor = sandbox.actor()
    form = await actor.press(await actor.command("define", term="refoulement"), "Report a problem")
    sandbox.trouble("/messages", status=403)
    await (await actor.submit(form, {"What is wrong?": CANARY, "What kind of problem is it?": "other"})).settled()


async def assert_nothing_left(bot: Bot, home: Guild) -> None:
    nowhere, own = never(bot.sandbox, home), settled_here(bot.sandbox, home)
    assert traces(bot.log, nowhere | own) == set()
    stored = await DeskState(bot.database).of(home.id)
    settled = {number for number in own if number in stored.get("settings", "") or (stored and number == home.id)}
    for name, content in left_behind(bot.state).items():
        wanted = nowhere | (own - settled if "usage.sqlite3" in name else own)
        assert traces(content, wanted) == set(), name


async def test_what_moderators_set_stands_in_the_database_alone_and_is_gone_once_it_is_taken_back(
    sandbox: Sandbox, bot: Bot, home: Guild
) -> None:
    moderator = sandbox.actor("moderator")
    desk = sandbox.population.places["desk"].channel.id
    text = f"# {CANARY}\ncontact: {KOREAN}\nreports_channel: {desk}\n"
    await (await moderator.command("desk settings", file=Upload("settings.yaml", text.encode()))).settled()
    stored = {CANARY, KOREAN, home.id, desk}
    found = {name: traces(content, stored) for name, content in left_behind(bot.state).items()}
    assert found.pop("usage.sqlite3") == stored
    assert not any(found.values())
    assert traces(bot.log, stored) == set()
    await (await moderator.command("desk settings", reset=True)).settled()
    await bot.end()
    for name, content in left_behind(bot.state).items():
        assert traces(content, stored) == set(), name
