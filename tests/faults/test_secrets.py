"""No token is in the log, on the disk or with anybody else, whatever a server makes of what it is sent.

The bot runs as a process of its own, at DEBUG, with all that Python can say besides. Between it and the sandbox
everything fails that can, and what answers in its place says back all that it was told.
"""

import json
from collections.abc import AsyncGenerator, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

import pytest
from aiohttp import web

from bot.chat.connection.connect import Login
from bot.chat.unasked.schedules import DUE
from bot.domain.due import Course, digest_of
from bot.domain.schedule import Schedule
from bot.settings import Settings
from bot.usage.desk_state import DeskState
from discord_sandbox import Sandbox
from tests.faults.exchange import Exchange
from tests.faults.proxy import Proxy
from tests.faults.requests import RequestFault, drop, garble, lose, tear
from tests.journeys.canaries import CANARY, left_behind, never, settled_here, traces
from tests.journeys.conftest import home_of
from tests.journeys.process import Bot, small_content

TOKEN = "MTExMTExMTExMTExMTExMTEx.G7uWx-.Jb9qZ3mKx0vTnR4sYh8cLwPe2fUaDgN6iQoXk1"  # noqa: S105 # it opens the sandbox alone
SCHEDULE = f"the-{CANARY}s"
ELSEWHERE = "http://elsewhere.localdomain:9/"


@pytest.fixture
async def sandbox() -> AsyncGenerator[Sandbox]:
    async with Sandbox(token=TOKEN, patience=20) as sandbox:
        yield sandbox


def repeats(status: int, *, page: bool = False, **headers: str) -> RequestFault:
    """Say back the token, the address and what was sent; headers may have a place for both."""

    async def fault(exchange: Exchange) -> web.Response:
        told = {"token": exchange.request.headers.get("Authorization", ""), "path": exchange.request.path_qs}
        heard = f"{told} {quote(told['token'], safe='')} {exchange.body[:2000]!r}"
        said = json.dumps({"message": heard, "code": 50035, "retry_after": 0.01, "global": False, "errors": told})
        body = f"<html>{heard}" * 2000 if page else said
        given = {name.replace("_", "-"): value.format(**told) for name, value in headers.items()}
        kind = "text/html" if page else "application/json"
        return web.Response(body=body.encode(), status=status, headers=given, content_type=kind)

    return fault


AWAY = f"{ELSEWHERE}?{{token}}{{path}}"
FAULTS: tuple[RequestFault, ...] = (
    repeats(HTTPStatus.BAD_REQUEST),
    repeats(HTTPStatus.UNAUTHORIZED),
    repeats(HTTPStatus.FORBIDDEN, page=True),
    repeats(HTTPStatus.NOT_FOUND),
    repeats(HTTPStatus.TOO_MANY_REQUESTS, Retry_After="0.01", Via="1.1 {token}", X_RateLimit_Scope="user"),
    repeats(HTTPStatus.INTERNAL_SERVER_ERROR),
    repeats(HTTPStatus.BAD_GATEWAY, page=True),
    repeats(HTTPStatus.TEMPORARY_REDIRECT, Location=AWAY),
    repeats(HTTPStatus.PERMANENT_REDIRECT, Location="{path}"),
    repeats(HTTPStatus.FOUND, Location="http://[{token}"),
    garble(b'{"id": "' + TOKEN.encode()),
    garble(b"\x00\xff" + TOKEN.encode()),
    drop,
    lose,
    tear,
)
"""In which ways a request can fail."""


def due_now(sandbox: Sandbox, channel: str) -> tuple[str, Schedule, Course]:
    """The moderators' file of a server with a schedule, and what is kept of it: that it has been due for a minute."""
    before = datetime.now(UTC).replace(second=0, microsecond=0) - timedelta(minutes=1)
    set_up = {"brief": "ferry", "days": "all", "time": f"{before:%H:%M}", "zone": "UTC", "channel": channel}
    desk = sandbox.population.places["desk"].channel.id
    rules = {"reports_channel": desk, "schedules": {SCHEDULE: set_up}}
    schedule = Schedule.model_validate(set_up)
    course = Course(of=digest_of(schedule), waiting=before)
    return json.dumps({"servers": {home_of(sandbox).id: rules}}), schedule, course


@pytest.fixture
async def bot(sandbox: Sandbox, proxy: Proxy, tmp_path: Path) -> AsyncGenerator[Bot]:
    more = {**small_content(), "PYTHONASYNCIODEBUG": "1", "PYTHONDEVMODE": "1", "PYTHONFAULTHANDLER": "1"}
    host, _, course = due_now(sandbox, sandbox.population.places["server"].channel.id)
    bot = Bot(sandbox, tmp_path, host, api_url=proxy.api_url, more=more)
    bot.state.mkdir(mode=0o700)
    await keep(bot, course)
    yield bot
    await bot.end(killed=True)


async def keep(bot: Bot, course: Course) -> None:
    await DeskState(bot.database).put(home_of(bot.sandbox).id, f"{DUE}{SCHEDULE}", course.model_dump_json())


async def test_no_token_leaves_the_bot_whatever_a_server_says_to_it(sandbox: Sandbox, proxy: Proxy, bot: Bot) -> None:
    proxy.at_request("GET /api/v10/users/@me", *by_turns((5, 7)))
    proxy.at_request("POST /api/v10/channels/", FAULTS[2])  # the schedule's
    await bot.start()
    await proxy.until(lambda: any(one.startswith("POST") and "/channels/" in one for one in proxy.requests))
    await everything_fails(sandbox, proxy)
    proxy.calm()
    assert "Why did the ferry stop?" in (await sandbox.actor().command("brief", topic="ferry")).text()
    await bot.end()
    assert bot.process is not None
    assert bot.process.returncode == 0

    (bot.state / "commands.sha256").unlink()
    proxy.at_request("PUT /api/v10/applications/", FAULTS[3])
    await bot.start()
    await bot.end(killed=True)
    assert b"could not be registered" in bot.log

    proxy.at_request("GET /api/v10/users/@me", FAULTS[0])
    refused = await bot.launch()
    assert await refused.wait() == 1
    assert b"refused what was asked of it" in bot.log

    assert bot.log.count(b"[hidden]") > 5
    assert b"schedule" in bot.log
    nowhere = {*never(sandbox, home_of(sandbox)), TOKEN, SCHEDULE}
    assert traces(bot.log, nowhere | settled_here(sandbox, home_of(sandbox))) == set()
    for name, content in left_behind(bot.state).items():
        assert traces(content, nowhere - ({SCHEDULE, CANARY} if "usage.sqlite3" in name else set())) == set(), name


def by_turns(which: Iterable[int]) -> Iterator[RequestFault]:
    return (FAULTS[number] for number in which)


async def everything_fails(sandbox: Sandbox, proxy: Proxy) -> None:
    """Everything that asks something of Discord, in every way that this can fail."""
    member, moderator = sandbox.actor(), sandbox.actor("moderator")
    card = await moderator.command("brief", topic="ferry", public=True)
    form = await member.press(await member.command("define", term="notice"), "Report a problem")
    for fault in FAULTS:
        proxy.calm()
        proxy.at_request("callback|/messages|/webhooks", fault, always=True)
        begun = [
            await member.start_command("brief", {"topic": f"ferry {CANARY}"}),
            await member.start_command("check", {"text": f"“The ferry sailed {CANARY}.”"}),
            await member.start_typing("brief", "topic", f"fer {CANARY}", {}),
            await member.start_press(card, "Sources"),
        ]
        await proxy.until(lambda begun=begun: all(any(one.token in asked for asked in proxy.requests) for one in begun))
    proxy.calm()
    proxy.at_request("/channels/|PATCH|POST /api/v10/webhooks", *FAULTS[:5], *FAULTS[7:])  # others are waited out
    for _ in range(2):
        await member.start_submission(
            form.interaction, {"What is wrong?": CANARY, "What kind of problem is it?": "other"}
        )
    await moderator.start_command("desk post", {"what": "ferry"})


def test_no_token_is_shown_by_what_holds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv("VERBATIM_SEEDS", str(tmp_path))
    monkeypatch.setenv("VERBATIM_BRIEFS", str(tmp_path))
    login, settings = Login(TOKEN, tmp_path), Settings.read(tmp_path)
    assert settings.token is not None
    assert TOKEN[-20:] not in f"{login!r} {login} {settings!r} {settings}"
