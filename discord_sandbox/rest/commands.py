"""Registering commands: "Application Commands", section "Endpoints"."""

from http import HTTPStatus
from typing import cast

from aiohttp import web

from discord_sandbox.records.errors import INVALID_FORM, UNKNOWN_APPLICATION, UNKNOWN_GUILD, DiscordError
from discord_sandbox.records.payload import list_in, object_in
from discord_sandbox.rest.requests import Checkpoint, answer, nothing, read, read_object
from discord_sandbox.world.commandbook import without_translations
from discord_sandbox.world.state import State

GLOBAL = "/applications/{application}/commands"
IN_GUILD = "/applications/{application}/guilds/{guild}/commands"


class CommandRoutes:
    """Commands for everywhere and for single servers."""

    def __init__(self, state: State, checkpoint: Checkpoint) -> None:
        self._state = state
        self._checkpoint = checkpoint

    def routes(self) -> list[web.RouteDef]:
        """All routes, below the API's address."""
        return [
            route
            for path in (GLOBAL, IN_GUILD)
            for route in (
                web.get(path, self._list),
                web.put(path, self._overwrite),
                web.post(path, self._create),
                web.get(path + "/{command}", self._get),
                web.patch(path + "/{command}", self._edit),
                web.delete(path + "/{command}", self._delete),
            )
        ]

    def _scope(self, request: web.Request) -> str | None:
        self._checkpoint.authorize(request)
        if request.match_info["application"] != self._state.application_id:
            raise DiscordError(UNKNOWN_APPLICATION)
        guild_id = request.match_info.get("guild")
        if guild_id is not None and guild_id not in self._state.population.guilds:
            raise DiscordError(UNKNOWN_GUILD)
        return guild_id

    async def _list(self, request: web.Request) -> web.Response:
        commands = self._state.commands.registered(self._scope(request))
        if request.query.get("with_localizations", "").lower() not in ("true", "1"):
            commands = [without_translations(command) for command in commands]
        return answer(commands)

    async def _overwrite(self, request: web.Request) -> web.Response:
        scope = self._scope(request)
        content, _ = await read(request)
        if not isinstance(content, list):
            error = {"code": "LIST_TYPE_CONVERT", "message": "Only iterables may be used in a ListType"}
            raise DiscordError(INVALID_FORM, {"_errors": [error]})
        commands = [object_in(command) for command in list_in(cast("object", content))]
        return answer(self._state.commands.overwrite(scope, commands))

    async def _create(self, request: web.Request) -> web.Response:
        scope = self._scope(request)
        body, _ = await read_object(request)
        command, new = self._state.commands.add(scope, body)
        return answer(command, HTTPStatus.CREATED if new else HTTPStatus.OK)

    async def _get(self, request: web.Request) -> web.Response:
        return answer(self._state.commands.get(self._scope(request), request.match_info["command"]))

    async def _edit(self, request: web.Request) -> web.Response:
        scope = self._scope(request)
        body, _ = await read_object(request)
        return answer(self._state.commands.edit(scope, request.match_info["command"], body))

    async def _delete(self, request: web.Request) -> web.Response:
        self._state.commands.remove(self._scope(request), request.match_info["command"])
        return nothing()
