"""The commands: what was typed is parsed, handed to whoever does it, and the outcome printed.

Each command imports what it needs when it is called: `--help` waits for nothing, and `search` never loads discord.
"""

from bot.cli.app import app, main

__all__ = ["app", "main"]
