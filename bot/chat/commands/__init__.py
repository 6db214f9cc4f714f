"""Every command, one subject a file. Each is a short function of the context that the gate made."""

from discord import app_commands

from bot.chat.commands.brief import brief
from bot.chat.commands.check import check
from bot.chat.commands.command import Declared
from bot.chat.commands.desk import desk
from bot.chat.commands.help import about, help_, privacy
from bot.chat.commands.lookups import define, figures, source
from bot.chat.commands.menus import check_quotation, find_a_briefing
from bot.chat.commands.quote import quote
from bot.chat.commands.schedule import schedule
from bot.chat.commands.timeline import timeline
from bot.chat.commands.topics import topics
from bot.chat.commands.treaty import treaty

desk.add_command(schedule)

COMMANDS: tuple[Declared | app_commands.Group | app_commands.ContextMenu, ...] = (
    brief,
    topics,
    quote,
    treaty,
    figures,
    timeline,
    define,
    source,
    check,
    help_,
    about,
    privacy,
    desk,
    check_quotation,
    find_a_briefing,
)
