"""How a command is declared: its name and what it does stand in the catalogue, under its own key."""

from collections.abc import Callable, Coroutine
from typing import Any

from discord import app_commands

from bot.chat.connection.translator import translated

Declared = app_commands.Command[Any, ..., None]


def command(key: str) -> Callable[[Callable[..., Coroutine[Any, Any, None]]], Declared]:
    """Make a slash command of a function whose first argument is the interaction."""
    return app_commands.command(
        name=translated(key=f"command.{key}-name"), description=translated(key=f"command.{key}")
    )
