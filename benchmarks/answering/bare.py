"""A bare discord.py bot, as its documentation would have it: a command, its suggestions, and a button.

Run as a script of its own: `python bare.py API GATEWAY CARD [uvloop]`, where CARD is a file with the components of the
static card that it answers with.
"""

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

import discord
import yarl
from discord import app_commands, ui
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

API, GATEWAY, CARD = sys.argv[1:4]
CHILDREN: list[dict[str, Any]] = json.loads(Path(CARD).read_text(encoding="utf-8"))["card"]
TITLES: list[str] = json.loads(Path(CARD).read_text(encoding="utf-8"))["titles"]
STYLES = {1: discord.ButtonStyle.primary, 2: discord.ButtonStyle.secondary, 4: discord.ButtonStyle.danger}


class Again(ui.Button[Any]):
    """The button that is pressed."""

    def __init__(self) -> None:
        super().__init__(label="Again", custom_id="again")

    async def callback(self, interaction: discord.Interaction) -> None:
        """Answer with the card in place."""
        await interaction.response.edit_message(view=card())


class Pressed(ui.LayoutView):
    """What the client listens for."""

    def __init__(self) -> None:
        super().__init__(timeout=None)
        self.add_item(ui.ActionRow[Any](Again()))


def card() -> ui.LayoutView:
    """The static card, built anew for each answer."""
    container = ui.Container[Any]()
    for child in CHILDREN:
        if child["type"] == 10:
            container.add_item(ui.TextDisplay[Any](child["content"]))
        elif child["type"] == 14:
            container.add_item(ui.Separator[Any]())
        else:
            row = ui.ActionRow[Any]()
            for part in child["components"]:
                if part["type"] == 2:
                    style = STYLES[part["style"]]
                    row.add_item(ui.Button(label=part["label"], custom_id=part["custom_id"], style=style))
                else:
                    options = [discord.SelectOption(label=o["label"], value=o["value"]) for o in part["options"]]
                    placeholder = part.get("placeholder")
                    row.add_item(ui.Select(custom_id=part["custom_id"], placeholder=placeholder, options=options))
            container.add_item(row)
    return ui.LayoutView(timeout=None).add_item(container)


class Bare(commands.Bot):
    """The bot."""

    async def setup_hook(self) -> None:
        """Listen for the button."""
        self.add_view(Pressed())

    async def on_ready(self) -> None:
        """Say that we are there."""
        print("Connected as", file=sys.stderr, flush=True)


bot = Bare((), help_command=None, intents=discord.Intents.none(), max_messages=None, guild_ready_timeout=0)


@bot.tree.command()
async def brief(
    interaction: discord.Interaction, topic: str, length: str | None = None, public: bool | None = None
) -> None:
    """Answer with the static card."""
    del topic, length, public
    await interaction.response.send_message(view=card(), ephemeral=True)


@brief.autocomplete("topic")
async def suggest(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
    """At most 25 of the titles that contain what is typed."""
    del interaction
    typed = current.casefold()
    fitting = [title for title in TITLES if typed in title.casefold()][:25]
    return [app_commands.Choice(name=title, value=title) for title in fitting]


def main() -> None:
    """Answer until told to stop."""
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = API, yarl.URL(GATEWAY)
    if "uvloop" in sys.argv[4:]:
        import uvloop  # noqa: PLC0415 - only where it is asked for

        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(bot.start(os.environ["DISCORD_TOKEN"]))
    else:
        asyncio.run(bot.start(os.environ["DISCORD_TOKEN"]))


if __name__ == "__main__":
    main()
