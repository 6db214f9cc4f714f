"""Answering interactions: "Receiving and Responding to Interactions", section "Endpoints".

These routes need no authorisation: the interaction's token is in the path.
"""

from aiohttp import web

from discord_sandbox.records.errors import UNKNOWN_WEBHOOK, DiscordError
from discord_sandbox.rest.answers import Answers
from discord_sandbox.rest.requests import answer, nothing, read_object
from discord_sandbox.world.state import State

WEBHOOK = "/webhooks/{application}/{token}"
MESSAGE = WEBHOOK + "/messages/{message}"


class InteractionRoutes:
    """First answers, follow-ups, and the messages they made."""

    def __init__(self, state: State, answers: Answers) -> None:
        self._state = state
        self._answers = answers

    def routes(self) -> list[web.RouteDef]:
        """All routes, below the API's address."""
        return [
            web.post("/interactions/{interaction}/{token}/callback", self._acknowledge),
            web.post(WEBHOOK, self._follow_up),
            web.get(MESSAGE, self._get),
            web.patch(MESSAGE, self._edit),
            web.delete(MESSAGE, self._delete),
        ]

    async def _acknowledge(self, request: web.Request) -> web.Response:
        body, uploads = await read_object(request)
        number, token = request.match_info["interaction"], request.match_info["token"]
        said = self._answers.acknowledge(number, token, body, uploads)
        return answer(said) if request.query.get("with_response", "").lower() in ("1", "true") else nothing()

    async def _follow_up(self, request: web.Request) -> web.Response:
        token = self._token(request)
        body, uploads = await read_object(request)
        return answer(self._answers.follow_up(token, body, uploads).payload)

    async def _get(self, request: web.Request) -> web.Response:
        return answer(self._answers.message(self._token(request), request.match_info["message"]).payload)

    async def _edit(self, request: web.Request) -> web.Response:
        token = self._token(request)
        body, uploads = await read_object(request)
        return answer(self._answers.edit(token, request.match_info["message"], body, uploads).payload)

    async def _delete(self, request: web.Request) -> web.Response:
        self._answers.delete(self._token(request), request.match_info["message"])
        return nothing()

    def _token(self, request: web.Request) -> str:
        if request.match_info["application"] != self._state.application_id:
            raise DiscordError(UNKNOWN_WEBHOOK)
        return request.match_info["token"]
