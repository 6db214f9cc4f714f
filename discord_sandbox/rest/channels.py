"""Channels and their messages: "Channel" and "Messages" resources."""

from aiohttp import web

from discord_sandbox.records.errors import INVALID_FORM, DiscordError
from discord_sandbox.rest.bot_channels import LARGEST_PAGE, PAGE, BotChannels
from discord_sandbox.rest.requests import Checkpoint, answer, nothing, read_object
from discord_sandbox.world.state import State

CHANNEL = "/channels/{channel}"
MESSAGES = CHANNEL + "/messages"
MESSAGE = MESSAGES + "/{message}"


class ChannelRoutes:
    """What the bot does in channels by itself."""

    def __init__(self, state: State, checkpoint: Checkpoint, channels: BotChannels) -> None:
        self._state = state
        self._checkpoint = checkpoint
        self._channels = channels

    def routes(self) -> list[web.RouteDef]:
        """All routes, below the API's address."""
        return [
            web.get(CHANNEL, self._channel),
            web.get(MESSAGES, self._history),
            web.post(MESSAGES, self._create),
            web.get(MESSAGE, self._get),
            web.patch(MESSAGE, self._edit),
            web.delete(MESSAGE, self._delete),
        ]

    async def _channel(self, request: web.Request) -> web.Response:
        self._checkpoint.authorize(request)
        return answer(self._channels.channel(request.match_info["channel"]).payload(self._state.bot))

    async def _history(self, request: web.Request) -> web.Response:
        self._checkpoint.authorize(request)
        asked = request.query.get("limit", str(PAGE))
        if not asked.isdecimal() or not 1 <= int(asked) <= LARGEST_PAGE:
            error = {"code": "NUMBER_TYPE_MAX", "message": f"int value should be 1 to {LARGEST_PAGE}."}
            raise DiscordError(INVALID_FORM, {"limit": {"_errors": [error]}})
        history = self._channels.history(request.match_info["channel"], int(asked))
        return answer([message.payload for message in history])

    async def _create(self, request: web.Request) -> web.Response:
        self._checkpoint.authorize(request)
        body, uploads = await read_object(request)
        return answer(self._channels.create(request.match_info["channel"], body, uploads).payload)

    async def _get(self, request: web.Request) -> web.Response:
        self._checkpoint.authorize(request)
        return answer(self._channels.message(*_place(request)).payload)

    async def _edit(self, request: web.Request) -> web.Response:
        self._checkpoint.authorize(request)
        body, uploads = await read_object(request)
        return answer(self._channels.edit(*_place(request), body, uploads).payload)

    async def _delete(self, request: web.Request) -> web.Response:
        self._checkpoint.authorize(request)
        self._channels.delete(*_place(request))
        return nothing()


def _place(request: web.Request) -> tuple[str, str]:
    return request.match_info["channel"], request.match_info["message"]
