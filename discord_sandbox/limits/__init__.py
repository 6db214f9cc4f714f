"""What Discord refuses, as pure functions over outgoing JSON.

Each `check_…` returns nothing for what Discord would take and raises DiscordError for what it would not.
"""

from discord_sandbox.limits.commands import LOCALES, CommandType, OptionType, check_command, check_commands
from discord_sandbox.limits.components import SELECTS, ButtonStyle, Kind
from discord_sandbox.limits.messages import COMPONENTS_V2, EPHEMERAL, LOADING, check_files, check_message
from discord_sandbox.limits.modals import check_autocomplete, check_modal

__all__ = [
    "COMPONENTS_V2",
    "EPHEMERAL",
    "LOADING",
    "LOCALES",
    "SELECTS",
    "ButtonStyle",
    "CommandType",
    "Kind",
    "OptionType",
    "check_autocomplete",
    "check_command",
    "check_commands",
    "check_files",
    "check_message",
    "check_modal",
]
