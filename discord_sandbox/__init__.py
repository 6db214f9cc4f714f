"""A Discord small enough to run in a test: the real protocol for the bot, people to use it, a page to try it on.

`Sandbox` is all that is needed; the other names are what it hands out. What is simulated and what is not, and how to
begin, is in README.md beside this file; each module names the page of Discord's documentation it follows.

The names are imported when they are first asked for: this package costs nothing until it is used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from discord_sandbox.actors.actor import Actor
    from discord_sandbox.actors.modals import Modal
    from discord_sandbox.actors.options import NotOfferedError
    from discord_sandbox.actors.replies import NoAnswerError, Reply, Suggestion
    from discord_sandbox.records.channels import Channel, Message
    from discord_sandbox.records.errors import DiscordError
    from discord_sandbox.records.interactions import Callback, Interaction
    from discord_sandbox.records.payload import Payload
    from discord_sandbox.records.people import Guild, Role, User
    from discord_sandbox.records.permissions import Permission
    from discord_sandbox.records.places import Place
    from discord_sandbox.records.transcript import Button, Option, Select
    from discord_sandbox.server import Sandbox
    from discord_sandbox.world.attachments import Upload

__all__ = [
    "Actor",
    "Button",
    "Callback",
    "Channel",
    "DiscordError",
    "Guild",
    "Interaction",
    "Message",
    "Modal",
    "NoAnswerError",
    "NotOfferedError",
    "Option",
    "Payload",
    "Permission",
    "Place",
    "Reply",
    "Role",
    "Sandbox",
    "Select",
    "Suggestion",
    "Upload",
    "User",
]

_MODULES = {
    "actors.actor": ("Actor",),
    "actors.modals": ("Modal",),
    "actors.options": ("NotOfferedError",),
    "actors.replies": ("NoAnswerError", "Reply", "Suggestion"),
    "records.channels": ("Channel", "Message"),
    "records.errors": ("DiscordError",),
    "records.interactions": ("Callback", "Interaction"),
    "records.payload": ("Payload",),
    "records.people": ("Guild", "Role", "User"),
    "records.permissions": ("Permission",),
    "records.places": ("Place",),
    "records.transcript": ("Button", "Option", "Select"),
    "server": ("Sandbox",),
    "world.attachments": ("Upload",),
}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        for module, names in _MODULES.items():
            if name in names:
                return getattr(import_module(f"{__name__}.{module}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
