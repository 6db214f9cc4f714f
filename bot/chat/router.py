"""What a button, a menu or a form leads to. Its custom id says everything; see `bot.cards.address`."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, cast

import discord

from bot.cards import gaps as gaps_cards
from bot.cards import stats as stats_cards
from bot.cards.address import Action, ActionName, Address, parse
from bot.cards.forget import SERVER
from bot.cards.kinds import command_of
from bot.cards.sharing import VERDICT
from bot.chat import answer
from bot.chat.actions import desk, forgetting, missed, posting, privacy, report, stats
from bot.chat.context import Context
from bot.chat.gate import Gate

_WITH_A_CARD: Mapping[ActionName, Callable[[Context, Address], Awaitable[None]]] = {
    "post": posting.post,
    "report": report.ask,
    "none-of-these": missed.none_of_these,
    "not-meant": missed.not_meant,
    "forget": forgetting.forget,
}
"""What needs to know no more than the card that it is done with."""

_OF_THE_DESK = {
    desk.KIND: desk.COMMAND,
    stats_cards.KIND: "desk stats",
    gaps_cards.KIND: "desk gaps",
    SERVER.kind: "desk forget",
}
"""The commands that buttons of the desk are counted as; moderators alone may press them."""

UNKNOWN = "help"
"""What a press is counted as when nobody knows what was pressed."""


async def route(gate: Gate, interaction: discord.Interaction) -> None:
    """Answer once, whatever was pressed, however old it is, and whatever goes wrong."""
    leads_to = _leads_to(interaction)
    context = gate.receive(interaction, _command(leads_to))
    try:
        if leads_to is None:
            await gate.outdated(context)
        elif await gate.admits(context):
            await _follow(context, leads_to)
    except Exception as error:  # noqa: BLE001 - nothing behind this door may leave a press unanswered
        await gate.failed(context, error)


async def _follow(context: Context, leads_to: Address | Action) -> None:
    match leads_to:
        case Action():
            await _act(context, leads_to)
        case Address():
            await _open(context, leads_to)


async def _act(context: Context, action: Action) -> None:
    match action:
        case Action("reported"):
            if context.interaction.type is discord.InteractionType.modal_submit:
                await report.deliver(context, action.card)
            else:
                await answer.gone(context)
        case Action("post", Address(VERDICT.kind)):
            await posting.post_verdict(context)
        case Action("remove"):
            await posting.remove(context, action.target)
        case Action("reply"):
            await posting.reply_with(context, action.card, action.target)
        case Action(name, card):
            await _WITH_A_CARD[name](context, card)


async def _open(context: Context, address: Address) -> None:
    match address.kind:
        case desk.KIND:
            await desk.turned(context)
        case gaps_cards.KIND:
            await stats.gaps(context, address)
        case stats_cards.KIND:
            await stats.stats(context, address)
        case privacy.KIND:
            await privacy.show(context, address)
        case _:
            await answer.present(context, address, "shown")


def _command(leads_to: Address | Action | None) -> str:
    """The command that a card is counted and switched off with."""
    if leads_to is None:
        return UNKNOWN
    kind = leads_to.card.kind if isinstance(leads_to, Action) else leads_to.kind
    if kind in {VERDICT.kind, privacy.KIND}:
        return kind
    return _OF_THE_DESK.get(kind) or command_of(kind) or UNKNOWN


def _leads_to(interaction: discord.Interaction) -> Address | Action | None:
    """Where the press leads: a menu's chosen value, or the custom id of a button or a form."""
    pressed = cast("dict[str, Any]", interaction.data or {})
    match pressed:
        case {"values": [str(chosen), *_]} | {"custom_id": str(chosen)}:
            return parse(chosen)
        case _:
            return None
