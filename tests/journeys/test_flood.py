"""One person who asks for hundreds of things at once: they are held back, and nobody else notices."""

import logging
from collections.abc import Sequence

import pytest

from bot.chat import reply
from bot.chat.turns import IN_HAND, LINE
from discord_sandbox import Callback, Interaction, Sandbox
from tests.journeys.conftest import Running

FLOOD = 300
EXACT = "Everyone has the right to leave any country, including his own, and to return to his country."
TOO_MUCH = "A moment, please"


def answered(interactions: Sequence[Interaction]) -> list[Interaction]:
    return [one for one in interactions if one.answer is not None]


def title(interaction: Interaction) -> str:
    return str(interaction.answer)


async def others_ask(sandbox: Sandbox) -> list[Interaction]:
    """Some twenty things that three other people ask for, in several places."""
    asked: list[Interaction] = []
    for who, where in (("other", "server"), ("moderator", "server"), ("other", "dm"), ("moderator", "desk")):
        actor = sandbox.actor(who, where)
        asked += [await actor.start_command("brief", {"topic": "numbers"}) for _ in range(3)]
        asked += [await actor.start_typing("define", "term", "ref", {}) for _ in range(2)]
    return asked


async def everybody_else_is_served_first(sandbox: Sandbox, bot: Running, flood: list[Interaction]) -> None:
    others = await others_ask(sandbox)
    await sandbox.until(lambda: len(answered(others)) == len(others))
    assert len(answered(flood)) < FLOOD / 4
    assert not any(TOO_MUCH in title(one) for one in others)
    await bot.idle()
    assert len(bot.client.gate.turns) == 0


async def test_others_are_answered_before_most_of_a_flood_of_commands_which_is_held_back(
    sandbox: Sandbox, bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "bot")
    member = sandbox.actor()
    flood = [await member.start_command("brief", {"topic": "numbers"}) for _ in range(FLOOD)]
    await everybody_else_is_served_first(sandbox, bot, flood)
    cards = [one for one in answered(flood) if TOO_MUCH not in title(one)]
    told = [one for one in answered(flood) if TOO_MUCH in title(one)]
    assert LINE <= len(cards) < FLOOD
    assert 1 <= len(told) < FLOOD / 10
    assert all(one.original is None or one.original.audience is not None for one in told), "seen by others"
    assert caplog.text == ""
    assert TOO_MUCH not in (await member.command("brief", topic="numbers")).text()


async def test_key_strokes_that_are_too_many_get_no_answer_at_all(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    flood = [await member.start_typing("brief", "topic", "ref", {}) for _ in range(FLOOD)]
    await everybody_else_is_served_first(sandbox, bot, flood)
    assert {one.callback for one in answered(flood)} == {Callback.AUTOCOMPLETE}
    assert LINE <= len(answered(flood)) < FLOOD
    assert await member.type("brief", "topic", "ref")


async def test_presses_wait_in_the_same_line(sandbox: Sandbox, bot: Running) -> None:
    card = await sandbox.actor("moderator").command("brief", topic="numbers", public=True)
    member = sandbox.actor()
    flood = [await member.start_press(card, "Sources") for _ in range(FLOOD)]
    await everybody_else_is_served_first(sandbox, bot, flood)
    assert len(answered(flood)) <= IN_HAND + LINE + 10


@pytest.mark.parametrize("text", [f"“{EXACT}”", "Words that stand nowhere at all in here", "I am in danger, help me"])
async def test_a_check_that_takes_long_is_put_off_and_answered_all_the_same(
    sandbox: Sandbox, bot: Running, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    usual = (await sandbox.actor().command("check", text=text)).text()
    monkeypatch.setattr(reply, "SOON", 0.0)
    told = await sandbox.actor().command("check", text=text)
    assert told.callback is Callback.DEFERRED_MESSAGE
    assert (await told.settled()).text() == usual
    assert told.ephemeral
    shown = await sandbox.actor("moderator").command("check", text=text, public=True)
    assert shown.callback is Callback.MESSAGE
    await bot.idle()
    assert not sandbox.refusals
