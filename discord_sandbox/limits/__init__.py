"""What Discord refuses, as pure functions over outgoing JSON.

Each `check_…` returns nothing for what Discord would take and raises DiscordError for what it would not.
"""

from discord_sandbox.limits.commands import check_command, check_commands
from discord_sandbox.limits.messages import FILE_SIZE, check_files, check_message
from discord_sandbox.limits.modals import check_autocomplete, check_modal
from discord_sandbox.records.errors import DiscordError
from discord_sandbox.records.kinds import COMPONENTS_V2

__all__ = [
    "COMPONENTS_V2",
    "FILE_SIZE",
    "DiscordError",
    "check_autocomplete",
    "check_command",
    "check_commands",
    "check_files",
    "check_message",
    "check_modal",
]
