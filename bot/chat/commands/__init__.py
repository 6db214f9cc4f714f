"""Every command, one subject a file."""

from discord.ext import commands

from bot.chat.actions.desk import Desk
from bot.chat.commands.brief import Brief
from bot.chat.commands.check import Check
from bot.chat.commands.define import Define
from bot.chat.commands.desk import DeskCommands
from bot.chat.commands.figures import Figures
from bot.chat.commands.help import Help
from bot.chat.commands.quote import Quote
from bot.chat.commands.source import Source
from bot.chat.commands.timeline import Timeline
from bot.chat.commands.topics import Topics
from bot.chat.commands.treaty import Treaty
from bot.chat.gate import Reception


def slash_commands(reception: Reception, desk: Desk) -> tuple[commands.Cog, ...]:
    """All slash commands."""
    return (
        Brief(reception),
        Topics(reception),
        Quote(reception),
        Treaty(reception),
        Figures(reception),
        Timeline(reception),
        Define(reception),
        Source(reception),
        Check(reception),
        Help(reception),
        DeskCommands(reception, desk),
    )
