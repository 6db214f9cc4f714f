"""What a button, a menu or a form leads to. Its custom id says everything; see `bot.chat.address`."""

from typing import Any, cast

import discord

from bot.cards.address import Address
from bot.cards.sharing import COMMAND_OF
from bot.chat.actions import posting, report
from bot.chat.actions.desk import Desk
from bot.chat.context import Visit
from bot.chat.gate import Reception

UNKNOWN = "help"
"""What a press is counted as when nobody knows what was pressed."""


class Presses:
    """Answers everything that is pressed, chosen or sent off."""

    def __init__(self, reception: Reception, desk: Desk) -> None:
        self._reception = reception
        self._desk = desk

    async def answer(self, interaction: discord.Interaction) -> None:
        """Answer once, whatever was pressed, however old it is, and whatever goes wrong."""
        address = _address(interaction)
        command = COMMAND_OF.get(address.kind, UNKNOWN) if address else UNKNOWN
        try:
            visit = self._reception.receive(interaction, command)
            if address is None:
                await self._reception.outdated(interaction, command)
            elif await self._reception.admits(visit):
                await self._lead(visit, address)
        except Exception as error:  # noqa: BLE001 - nothing behind this door may leave a press unanswered
            await self._reception.failed(interaction, command, error)

    async def _lead(self, visit: Visit, address: Address) -> None:
        if visit.interaction.type is discord.InteractionType.modal_submit:
            await report.deliver(visit, address)
        elif address.kind == "desk":
            await self._desk.turn(visit, address)
        elif address.view == "remove":
            await posting.remove(visit, address.extra)
        elif address.view == "post":
            await posting.post(visit, address)
        elif address.view == "report":
            await report.ask(visit, address)
        elif address.view == "reply":
            await posting.reply_with(visit, address)
        else:
            await visit.present(address, "shown")


def _address(interaction: discord.Interaction) -> Address | None:
    """Where the press leads: a menu's chosen value, or the custom id of a button or a form."""
    pressed = cast("dict[str, Any]", interaction.data or {})
    match pressed:
        case {"values": [str(chosen), *_]} | {"custom_id": str(chosen)}:
            return Address.parse(chosen)
        case _:
            return None
