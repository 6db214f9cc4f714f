"""`/desk`: for moderators, in servers only.

Discord shows it to those who have *Manage Server*, which the administrators of a server can change; the gate asks in
any case whether the asker is a moderator.
"""

import discord
from discord import app_commands

from bot.chat.actions import desk as actions
from bot.chat.actions import server_settings
from bot.chat.actions import stats as stats_actions
from bot.chat.connection.translator import translated
from bot.chat.context import context_of

desk = app_commands.Group(
    name=translated(key="command.desk-name"),
    description=translated(key="command.desk"),
    default_permissions=discord.Permissions(manage_guild=True),
    allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
)


@desk.command(name=translated(key="command.gaps-name"), description=translated(key="command.gaps"))
async def gaps(interaction: discord.Interaction) -> None:
    """Answer with what was asked here and not surely found."""
    await stats_actions.gaps(context_of(interaction))


@desk.command(name=translated(key="command.reload-name"), description=translated(key="command.reload"))
async def reload(interaction: discord.Interaction) -> None:
    """Read content and moderators' file again."""
    await actions.reload(context_of(interaction))


@desk.command(name=translated(key="command.settings-name"), description=translated(key="command.settings"))
@app_commands.rename(file=translated(key="option.file-name"), reset=translated(key="option.reset-name"))
@app_commands.describe(file=translated(key="option.settings-file"), reset=translated(key="option.reset"))
async def settings(
    interaction: discord.Interaction, file: discord.Attachment | None = None, reset: bool | None = None
) -> None:
    """Give out the settings of this server, take new ones, or return to the host's."""
    await server_settings.settings(context_of(interaction), file, reset=reset is True)


@desk.command(name=translated(key="command.stats-name"), description=translated(key="command.stats"))
async def stats(interaction: discord.Interaction) -> None:
    """Answer with what was asked here, by day and by week."""
    await stats_actions.stats(context_of(interaction))


@desk.command(name=translated(key="command.status-name"), description=translated(key="command.status"))
async def status(interaction: discord.Interaction) -> None:
    """Answer with the library, its warnings and the settings in force."""
    await actions.status(context_of(interaction))
