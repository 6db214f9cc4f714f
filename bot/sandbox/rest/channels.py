"""Channels and their messages: "Channel" and "Messages" resources."""

from aiohttp import web

from bot.sandbox.channels import PAGE, BotChannels
from bot.sandbox.state import State

from .requests import Desk, answer, nothing, read_object

CHANNEL = "/channels/{channel}"
MESSAGES = CHANNEL + "/messages"
MESSAGE = MESSAGES + "/{message}"


class ChannelRoutes:
    """What the bot does in channels by itself."""

    def __init__(self, state: State, desk: Desk, channels: BotChannels) -> None:
        self._state = state
        self._desk = desk
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
        self._desk.authorize(request)
        return answer(self._channels.channel(request.match_info["channel"]).payload(self._state.bot))

    async def _history(self, request: web.Request) -> web.Response:
        self._desk.authorize(request)
        limit = int(request.query.get("limit", str(PAGE)))
        return answer([message.payload for message in self._channels.history(request.match_info["channel"], limit)])

    async def _create(self, request: web.Request) -> web.Response:
        self._desk.authorize(request)
        body, uploads = await read_object(request)
        return answer(self._channels.create(request.match_info["channel"], body, uploads).payload)

    async def _get(self, request: web.Request) -> web.Response:
        self._desk.authorize(request)
        return answer(self._channels.message(*_place(request)).payload)

    async def _edit(self, request: web.Request) -> web.Response:
        self._desk.authorize(request)
        body, uploads = await read_object(request)
        return answer(self._channels.edit(*_place(request), body, uploads).payload)

    async def _delete(self, request: web.Request) -> web.Response:
        self._desk.authorize(request)
        self._channels.delete(*_place(request))
        return nothing()


def _place(request: web.Request) -> tuple[str, str]:
    return request.match_info["channel"], request.match_info["message"]
