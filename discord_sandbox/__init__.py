"""A Discord small enough to run in a test: the real protocol for the bot, people to use it, a page to try it on.

`Sandbox` is all that is needed; the other names are what it hands out. What is simulated, and the page of Discord's
documentation it follows, is said in each module: `rest` (REST API), `gateway` (websocket), `limits` (what Discord
refuses), `interactions`, `messages`, `commandbook`, `world`. `console` is the page.

Not simulated: threads, voice, reactions, polls, files and people as command options, select menus of people, roles and
channels.
"""

from discord_sandbox.actors.actor import Actor
from discord_sandbox.actors.modals import Modal
from discord_sandbox.actors.options import NotOfferedError
from discord_sandbox.actors.replies import NoAnswerError, Reply, Suggestion
from discord_sandbox.records.channels import Channel, Message
from discord_sandbox.records.interactions import Callback
from discord_sandbox.records.people import Guild, Role, User
from discord_sandbox.records.permissions import Permission
from discord_sandbox.records.places import Place
from discord_sandbox.records.transcript import Button, Option, Select
from discord_sandbox.server import Sandbox

__all__ = [
    "Actor",
    "Button",
    "Callback",
    "Channel",
    "Guild",
    "Message",
    "Modal",
    "NoAnswerError",
    "NotOfferedError",
    "Option",
    "Permission",
    "Place",
    "Reply",
    "Role",
    "Sandbox",
    "Select",
    "Suggestion",
    "User",
]
