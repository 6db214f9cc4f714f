"""A whole sandbox behind one address."""

import asyncio
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Self

from aiohttp import web

from discord_sandbox.actors.actor import Actor
from discord_sandbox.actors.invoke import Invoker
from discord_sandbox.console.web import Console
from discord_sandbox.gateway.frames import Close
from discord_sandbox.gateway.gateway import Gateway
from discord_sandbox.records.channels import Channel
from discord_sandbox.records.interactions import Interaction
from discord_sandbox.records.people import User
from discord_sandbox.records.permissions import Permission
from discord_sandbox.records.places import Place
from discord_sandbox.rest.answers import Answers
from discord_sandbox.rest.application import ApplicationRoutes
from discord_sandbox.rest.bot_channels import BotChannels
from discord_sandbox.rest.channels import ChannelRoutes
from discord_sandbox.rest.commands import CommandRoutes
from discord_sandbox.rest.interactions import InteractionRoutes
from discord_sandbox.rest.requests import LARGEST_REQUEST, Checkpoint, Handler, Refused, Trouble
from discord_sandbox.world.population import Population
from discord_sandbox.world.posting import Post
from discord_sandbox.world.snowflakes import Clock
from discord_sandbox.world.state import State

LOOPBACK = "127.0.0.1"
BOT_NAME = "Bot"
ANSWER_WITHIN = 3.0

SHOWN_IN_PLACE = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""Anything else the bot sends is offered for saving, so that no page of its making runs beside the console."""


class Sandbox:
    """A Discord small enough to run in a test, or to try the bot in.

    It listens on loopback alone. `token` is what the bot must present, `bot_name` what it is called here, `bot_about` a
    sentence on what it is for, which the console shows where nothing has been said yet. The bot has `answer_within`
    seconds by `clock` for a first answer (Discord: 3); an actor waits `patience` real seconds for it, as many unless
    told otherwise.
    """

    def __init__(  # noqa: PLR0913 - each has a default, and is named
        self,
        *,
        token: str = "sandbox-token",  # noqa: S107 - opens nothing but this server on loopback
        bot_name: str = BOT_NAME,
        bot_about: str = "",
        clock: Clock = time.time,
        answer_within: float = ANSWER_WITHIN,
        patience: float | None = None,
    ) -> None:
        self.token = token
        self._state = State(bot_name, clock, answer_within, answer_within if patience is None else patience)
        self._post = Post(self._state)
        self._checkpoint = Checkpoint(token, self._state.signal)
        self.gateway = Gateway(self._state, token)
        self._invoker = Invoker(self._state, self.gateway)
        self._console = Console(self._state, self._actor_by_name, bot_about)
        self._runner: web.AppRunner | None = None
        self.port = 0

    @property
    def application_id(self) -> str:
        """The bot's id, new for every sandbox."""
        return self._state.application_id

    @property
    def api_url(self) -> str:
        """Where the REST API is."""
        return f"http://{LOOPBACK}:{self.port}/api/v10"

    @property
    def console_url(self) -> str:
        """Where a person can talk to the bot."""
        return f"http://{LOOPBACK}:{self.port}/"

    @property
    def patience(self) -> float:
        """Real seconds an actor waits for an answer."""
        return self._state.patience

    @patience.setter
    def patience(self, seconds: float) -> None:
        self._state.patience = seconds

    @property
    def population(self) -> Population:
        """People, servers, channels and places."""
        return self._state.population

    @property
    def bot_user(self) -> User:
        """The bot as others see it."""
        return self._state.bot

    @property
    def interactions(self) -> list[Interaction]:
        """Every interaction so far, oldest first."""
        return list(self._state.interactions.values())

    @property
    def refusals(self) -> list[Refused]:
        """Every request refused so far, unknown routes among them."""
        return self._checkpoint.refusals

    async def start(self, port: int = 0) -> None:
        """Listen on 127.0.0.1, on a free port unless one is given. Raises OSError if that is taken."""
        application = web.Application(middlewares=[self._own_name], client_max_size=LARGEST_REQUEST)
        application.add_subapp("/api/v10", self._api())
        application.add_routes(self._console.routes())
        application.router.add_get("/gateway/", self.gateway.handle)
        application.router.add_get("/{folder:attachments|ephemeral-attachments}/{path:.+}", self._attachment)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, LOOPBACK, port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        self._state.attachments.base_url = f"http://{LOOPBACK}:{self.port}"
        self.gateway.url = f"ws://{LOOPBACK}:{self.port}/gateway/"

    async def stop(self) -> None:
        """Hang up on the bot and stop listening."""
        await self._console.close()
        await self.gateway.drop(Close.GOING_AWAY)
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def connected(self) -> None:
        """Wait until a bot is connected to the gateway."""
        await self._state.signal.until(lambda: self.gateway.connected)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something about the sandbox holds; looked at again whenever anything happens in it.

        Raises TimeoutError after as many seconds as an actor would wait.
        """
        async with asyncio.timeout(self._state.patience):
            await self._state.signal.until(holds)

    async def identified(self, times: int) -> None:
        """Wait until bots have begun so many sessions in all."""
        await self._state.signal.until(lambda: self.gateway.identified >= times)

    async def resumed(self, times: int) -> None:
        """Wait until bots have resumed sessions so many times in all."""
        await self._state.signal.until(lambda: self.gateway.resumed >= times)

    def actor(self, who: str | User = "member", where: str | Place = "server", *, locale: str = "en-US") -> Actor:
        """Somebody who uses the bot; see Population for the names of people and places."""
        user = self.population.people[who] if isinstance(who, str) else who
        place = self.population.place_of(where, user) if isinstance(where, str) else where
        return Actor(self._state, self._invoker, user, place, locale)

    def add_channel(self, where: str | Place, name: str) -> Channel:
        """A new text channel in a place's server."""
        place = self.population.places[where] if isinstance(where, str) else where
        if place.channel.guild is None:
            raise ValueError(f"{place.title} has no server.")
        return self.population.add_channel(place.channel.guild, name)

    def deny_bot(self, channel: Channel, permission: Permission) -> None:
        """Take permissions from the bot in one channel."""
        channel.deny(self._state.bot, permission)

    def open_to_everyone(self, command: str) -> None:
        """Offer a command to all members whatever its default permissions, as administrators can."""
        self._state.commands.opened.add(command)

    def trouble(self, path: str, *, status: int = 429, code: int = 0, retry_after: float = 0.0, times: int = 1) -> None:
        """Have the next requests whose path contains `path` fail; 429 comes with Discord's rate limit headers.

        `code` is one of Discord's JSON error codes.

        Files are requests too: those given to commands are below `/ephemeral-attachments`.
        """
        self._checkpoint.troubles.append(Trouble(path, status, code, retry_after, times))

    @web.middleware
    async def _own_name(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse requests made under another name, which a page elsewhere could have pointed at loopback."""
        if request.host not in (f"{LOOPBACK}:{self.port}", f"localhost:{self.port}"):
            raise web.HTTPMisdirectedRequest(text=f"This server is called {LOOPBACK}:{self.port}.")
        return await handler(request)

    def _actor_by_name(self, who: str, where: str, locale: str) -> Actor:
        return self.actor(who, where, locale=locale)

    def _api(self) -> web.Application:
        api = web.Application(middlewares=[self._checkpoint.middleware], client_max_size=LARGEST_REQUEST)
        for group in (
            ApplicationRoutes(self._state, self._checkpoint, self.gateway),
            CommandRoutes(self._state, self._checkpoint),
            InteractionRoutes(self._state, Answers(self._state, self._post)),
            ChannelRoutes(self._state, self._checkpoint, BotChannels(self._state, self._post)),
        ):
            api.add_routes(group.routes())
        return api

    async def _attachment(self, request: web.Request) -> web.Response:
        troubled = self._checkpoint.troubled(request)
        if troubled is not None:
            return troubled
        file = self._state.attachments.fetch(request.rel_url.raw_path.removeprefix("/"))
        if file is None:
            raise web.HTTPNotFound
        headers = {"Content-Type": file.content_type, "X-Content-Type-Options": "nosniff"}
        if file.content_type not in SHOWN_IN_PLACE:
            headers["Content-Disposition"] = "attachment"
        return web.Response(body=file.content, status=HTTPStatus.OK, headers=headers)
