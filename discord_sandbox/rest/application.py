"""Who the bot is, in which servers, and where the gateway is: "User", "Application", "Guild" and "Gateway"."""

from typing import TYPE_CHECKING

from aiohttp import web

from discord_sandbox.gateway.gateway import Gateway
from discord_sandbox.gateway.greeting import guild_create
from discord_sandbox.records.errors import MISSING_ACCESS, UNKNOWN_GUILD, DiscordError
from discord_sandbox.rest.requests import Checkpoint, answer, read_object
from discord_sandbox.world.state import State

if TYPE_CHECKING:
    from discord_sandbox.records.payload import Payload

_OF_THE_GATEWAY = frozenset(
    {"channels", "members", "member_count", "threads", "presences", "voice_states", "joined_at"}
)
"""What is told of a server in an event alone."""


class ApplicationRoutes:
    """`/users/@me`, `/applications/@me`, `/guilds/{guild}`, `/gateway`."""

    def __init__(self, state: State, checkpoint: Checkpoint, gateway: Gateway) -> None:
        self._state = state
        self._checkpoint = checkpoint
        self._gateway = gateway

    def routes(self) -> list[web.RouteDef]:
        """All routes, below the API's address."""
        return [
            web.get("/users/@me", self._me),
            web.post("/users/@me/channels", self._open_direct_channel),
            web.get("/oauth2/applications/@me", self._application),
            web.get("/applications/@me", self._application),
            web.get("/guilds/{guild}", self._guild),
            web.get("/gateway", self._gateway_url),
            web.get("/gateway/bot", self._gateway_bot),
        ]

    async def _me(self, request: web.Request) -> web.Response:
        self._checkpoint.authorize(request)
        return answer(self._state.bot.payload())

    async def _open_direct_channel(self, request: web.Request) -> web.Response:
        self._checkpoint.authorize(request)
        body, _ = await read_object(request)
        return answer(self._state.direct_channel(str(body.get("recipient_id"))).payload(self._state.bot))

    async def _application(self, request: web.Request) -> web.Response:
        self._checkpoint.authorize(request)
        state = self._state
        moderator = state.population.people["moderator"]
        application: Payload = {
            "id": state.application_id,
            "name": state.bot.display_name,
            "description": "",
            "icon": None,
            "bot": state.bot.payload(),
            "bot_public": True,
            "bot_require_code_grant": False,
            "owner": moderator.payload(),
            "team": None,
            "verify_key": "0" * 64,
            "summary": "",
            "flags": 0,
            "tags": [],
            "integration_types_config": {"0": {}, "1": {}},
            "approximate_guild_count": len(state.population.guilds_of(state.bot)),
            "approximate_user_install_count": 1,
        }
        return answer(application)

    async def _guild(self, request: web.Request) -> web.Response:
        self._checkpoint.authorize(request)
        guild = self._state.population.guilds.get(request.match_info["guild"])
        if guild is None:
            raise DiscordError(UNKNOWN_GUILD)
        if self._state.bot.id not in guild.members:
            raise DiscordError(MISSING_ACCESS)
        told = guild_create(self._state, guild)
        return answer({key: value for key, value in told.items() if key not in _OF_THE_GATEWAY})

    async def _gateway_url(self, _request: web.Request) -> web.Response:
        return answer({"url": self._gateway.url})

    async def _gateway_bot(self, request: web.Request) -> web.Response:
        self._checkpoint.authorize(request)
        limit: Payload = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return answer({"url": self._gateway.url, "shards": 1, "session_start_limit": limit})
