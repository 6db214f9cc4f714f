import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.actions.desk import Desk
from bot.chat.connection.translator import translated
from bot.chat.gate import Reception


@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
class DeskCommands(
    commands.GroupCog,
    group_name=translated(key="command.desk-name"),
    group_description=translated(key="command.desk"),
):
    """`/desk`: for moderators, in servers only.

    Discord shows it to those who have *Manage Server*, which the administrators of a server can change; the reception
    asks in any case whether the asker is a moderator.
    """

    def __init__(self, reception: Reception, desk: Desk) -> None:
        super().__init__()
        self._reception = reception
        self._desk = desk

    @app_commands.command(name=translated(key="command.reload-name"), description=translated(key="command.reload"))
    async def reload(self, interaction: discord.Interaction) -> None:
        """Read content and moderators' file again."""
        await self._desk.reload(self._reception.receive(interaction, "desk reload"))

    @app_commands.command(name=translated(key="command.status-name"), description=translated(key="command.status"))
    async def status(self, interaction: discord.Interaction) -> None:
        """Answer with the library, its warnings and the settings in force."""
        await self._desk.status(self._reception.receive(interaction, "desk status"))
