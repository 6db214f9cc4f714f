"""A first answer is taken once, whatever becomes of its requests; and what is said where it is not."""

import asyncio
import gc
import time
from collections.abc import AsyncGenerator, Callable, Coroutine
from dataclasses import replace
from typing import Any

import discord
import pytest
from discord import InteractionResponseType, app_commands

from bot.chat import reply
from bot.chat.connection import callback, errand
from bot.chat.connection.callback import acknowledge, arrive
from bot.chat.connection.errand import UnheardError
from bot.chat.connection.server import turn_to
from discord_sandbox import Sandbox
from tests.faults.conftest import LONG, PAUSES, SHORT
from tests.faults.proxy import Proxy
from tests.faults.requests import (
    LATE,
    TWICE,
    RequestFault,
    answer_late,
    delay,
    drop,
    garble,
    limit,
    lose,
    refuse,
    stall,
    tear,
    trickle,
)

TAKEN: dict[str, tuple[RequestFault, ...]] = {
    "nothing": (),
    "dropped": (drop, drop),
    "taken and dropped": (lose,),
    "taken, dropped, and refused once more": (lose, refuse(503)),
    "failed": (refuse(500), refuse(503), refuse(520, body=b"<html>")),
    "too early": (refuse(425),),
    "never answered": (stall,),
    "slow to arrive": (delay(0.2),),
    "slow to come back": (answer_late(0.2),),
    "slow, and the other dropped": (answer_late(0.3), drop),
    "limited": (limit(0.1),),
    "limited for all": (limit(0.1, everywhere=True),),
    "no JSON": (garble(),),
    "no body": (garble(b""),),
    "half a body": (tear,),
    "half a body, and the rest later": (trickle(0.05),),
    "a huge body": (garble(b"x" * 2**20),),
}

REFUSED: dict[str, tuple[tuple[RequestFault, ...], type[Exception], int | None, int]] = {
    "failed": ((refuse(503, body=b"<html>"),), discord.DiscordServerError, 503, 5),
    "dropped": ((drop,), UnheardError, None, 5),
    "never answered": ((stall,), UnheardError, None, 6),
    "limited for long": ((limit(60),), discord.HTTPException, 429, 1),
    "limited by somebody before Discord": ((limit(60, by_discord=False),), discord.HTTPException, 429, 1),
    "too late": ((refuse(*LATE),), discord.NotFound, 10062, 1),
    "answered by another": ((refuse(*TWICE),), discord.HTTPException, 40060, 1),
    "limited, and answered by another": ((limit(0.05), refuse(*TWICE)), discord.HTTPException, 40060, 2),
    "forbidden": ((refuse(403, 50001),), discord.Forbidden, 50001, 1),
    "wrong": ((refuse(400, 50035),), discord.HTTPException, 50035, 1),
    "redirected": ((refuse(302),), discord.HTTPException, 302, 1),
}


HELLO = b'{"content":"Hello."}'


class Answering(discord.Client):
    """Answers every command with the same words, by what is tested here."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents.none(), guild_ready_timeout=0)
        self.tree = app_commands.CommandTree(
            self,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )
        self.heard = False
        self.finding: Callable[[], Coroutine[object, object, bool]] | None = None
        """Takes long, and its answer is promised first."""
        self.outcome: bool | Exception | None = None
        self.answered = asyncio.Event()

        @self.tree.command(description="Says hello")
        async def hello(_: discord.Interaction, name: str = "") -> None:
            pass

        @hello.autocomplete("name")
        async def names(_: discord.Interaction, _typed: str) -> list[app_commands.Choice[str]]:
            await asyncio.Event().wait()
            return []

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Without discord.py's five seconds before it identifies anew."""

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        arrive(interaction)
        typing = interaction.type is discord.InteractionType.autocomplete
        try:
            if self.finding:
                await reply.in_time(interaction, self.finding())
            what = (
                (InteractionResponseType.autocomplete_result, b'{"choices":[]}')
                if typing
                else (InteractionResponseType.channel_message, HELLO)
            )
            self.outcome = await acknowledge(interaction, *what, heard=self.heard)
            assert interaction.response.is_done()
        except Exception as error:  # noqa: BLE001 - it is what the tests look at
            self.outcome = error
        self.answered.set()


@pytest.fixture
async def client(sandbox: Sandbox, proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Answering]:
    monkeypatch.setattr(callback, "FIRST", LONG)
    monkeypatch.setattr(callback, "HASTY", replace(LONG, listening=1, attempts=callback.HASTY.attempts))
    monkeypatch.setattr(errand, "PAUSES", PAUSES)
    await turn_to(proxy.api_url)
    async with Answering() as client:
        running = asyncio.create_task(client.start(sandbox.token))
        await sandbox.connected()
        await client.wait_until_ready()
        yield client
        await client.close()
        await running


async def asked(sandbox: Sandbox, client: Answering) -> Any:  # noqa: ANN401 # what the server knows of the answer
    client.answered.clear()
    interaction = await sandbox.actor().start_command("hello", {})
    async with asyncio.timeout(5):
        await client.answered.wait()
    return interaction.answer


async def test_an_answer_arrives_once_through_whatever_passes_in_time(
    sandbox: Sandbox, proxy: Proxy, client: Answering
) -> None:
    became = dict[str, object]()
    for what, faults in TAKEN.items():
        proxy.calm()
        proxy.at_request("callback$", *faults)
        answer = await asked(sandbox, client)
        became[what] = client.outcome if answer else "nothing arrived"
    assert became == dict.fromkeys(TAKEN, False)


async def test_an_answer_that_cannot_arrive_is_given_up_in_time_with_the_error_that_discord_py_has_for_it(
    sandbox: Sandbox, proxy: Proxy, client: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(callback, "FIRST", replace(SHORT, listening=0.9))
    became = dict[str, object]()
    for what, (faults, _, _, most) in REFUSED.items():
        proxy.calm()
        proxy.at_request("callback$", *faults, always=True)
        before = proxy.answers
        assert await asked(sandbox, client) is None
        error = client.outcome
        assert isinstance(error, Exception)
        number = (error.code or error.status) if isinstance(error, discord.HTTPException) else None
        assert proxy.answers - before <= most, what
        became[what] = type(error), number
        assert "interactions" not in f"{error!r} {error.__cause__!r} {error.__context__!r}"
    assert became == {what: (kind, number) for what, (_, kind, number, _) in REFUSED.items()}


async def test_while_everything_is_limited_nothing_is_sent(sandbox: Sandbox, proxy: Proxy, client: Answering) -> None:
    proxy.at_request("callback$", limit(60, everywhere=True))
    for _ in range(3):
        assert await asked(sandbox, client) is None
        assert isinstance(client.outcome, discord.HTTPException)
    assert proxy.answers == 1


async def test_a_limit_on_everything_is_waited_for_where_it_fits_and_not_believed_for_ever(
    sandbox: Sandbox, proxy: Proxy, client: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(errand, "LONGEST_HOLD", 0.2)
    proxy.at_request("callback$", limit(10**9, everywhere=True))
    assert await asked(sandbox, client) is None
    assert await asked(sandbox, client)
    assert proxy.answers == 2


async def test_where_many_wait_for_a_slow_server_no_more_is_sent(
    sandbox: Sandbox, proxy: Proxy, client: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(errand, "MOST_BESIDE", 0)
    proxy.at_request("callback$", answer_late(0.3))
    assert await asked(sandbox, client)
    assert client.outcome is False
    assert proxy.answers == 1


async def test_suggestions_are_tried_twice_and_no_more(sandbox: Sandbox, proxy: Proxy, client: Answering) -> None:
    sandbox.patience = 0.5
    for fault, tried in ((drop, 2), (stall, 2), (refuse(503), 2), (refuse(*LATE), 1)):
        proxy.calm()
        proxy.at_request("callback$", fault, always=True)
        before = proxy.answers
        client.answered.clear()
        await sandbox.actor().start_typing("hello", "name", "n", {})
        await client.answered.wait()
        assert 1 <= proxy.answers - before <= tried  # one may have gone into a connection that was dead
        assert isinstance(client.outcome, Exception)


@pytest.mark.parametrize("faults", [(), (lose,), (answer_late(0.2),), (garble(),)])
async def test_whether_discord_made_an_answer_private_is_known_though_its_reply_was_lost(
    sandbox: Sandbox, proxy: Proxy, client: Answering, faults: tuple[RequestFault, ...]
) -> None:
    client.heard = True
    for where, private in (("server", False), ("quiet", True)):
        proxy.at_request("callback$", *faults)
        client.answered.clear()
        await sandbox.actor("member", where).start_command("hello", {})
        await client.answered.wait()
        assert client.outcome is private


async def test_what_is_being_found_ends_though_it_cannot_be_promised(
    sandbox: Sandbox,
    proxy: Proxy,
    client: Answering,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(reply, "SOON", 0.0)
    proxy.at_request("callback$", refuse(403), always=True)
    ended = asyncio.Event()

    async def finding() -> bool:
        await asyncio.sleep(0.05)
        ended.set()
        raise ValueError("words that nobody may find in a log")

    client.finding = finding
    assert await asked(sandbox, client) is None
    assert isinstance(client.outcome, discord.Forbidden)
    assert ended.is_set()
    gc.collect()
    await asyncio.sleep(0)
    assert "words" not in caplog.text


async def test_the_time_for_an_answer_does_not_hang_on_the_clock(
    sandbox: Sandbox, proxy: Proxy, client: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time
    for ahead in (86_400.0, -86_400.0):
        monkeypatch.setattr(time, "time", lambda ahead=ahead: now() + ahead)
        proxy.at_request("callback$", drop, refuse(503))
        assert await asked(sandbox, client)
        assert client.outcome is False
