"""The console: one page on which a person uses the bot as on Discord.

It is served on loopback to whoever asks by that name. What the bot sends is drawn here, as escaped HTML, and the page
runs under a policy that lets nothing in from elsewhere; nothing on it asks another server.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path

from aiohttp import web

from discord_sandbox.actors.actor import Actor
from discord_sandbox.actors.options import NotOfferedError
from discord_sandbox.console.actions import Actions
from discord_sandbox.console.offers import offers
from discord_sandbox.console.view import View
from discord_sandbox.records.errors import DiscordError
from discord_sandbox.records.languages import LANGUAGES
from discord_sandbox.records.payload import Payload, object_in
from discord_sandbox.records.permissions import Permission
from discord_sandbox.world.state import State

ActorOf = Callable[[str, str, str], Actor]
"""Finds the actor by the names of a person and a place, and a locale."""

PAGE = Path(__file__).parent / "page"
FILES = {
    "style.css": "text/css",
    "message.css": "text/css",
    "main.js": "text/javascript",
    "composer.js": "text/javascript",
    "log.js": "text/javascript",
    "popup.js": "text/javascript",
    "server.js": "text/javascript",
    "upload.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
POLICY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}

SILENCE = 15.0
"""Seconds after which a stream without changes is tried, to notice that its page is gone."""


class Console:
    """The page, what it asks for, and the stream of changes it listens to."""

    def __init__(self, state: State, actor_of: ActorOf, about: str = "") -> None:
        self._state = state
        self._about = about
        self._actor_of = actor_of
        self._view = View(state)
        self._actions = Actions(state, self._view)
        self._streams: set[asyncio.Task[object]] = set()

    def routes(self) -> list[web.RouteDef]:
        """All routes of the console."""
        return [
            web.get("/", self._page),
            web.get("/console/page/{name}", self._file),
            web.get("/console/setup", self._setup),
            web.get("/console/commands", self._commands),
            web.get("/console/events", self._events),
            web.get("/console/raw/{message}", self._raw),
            web.post("/console/{action}", self._act),
        ]

    async def close(self) -> None:
        """End all streams and stop waiting for answers."""
        for task in self._streams:
            task.cancel()
        await self._actions.close()

    async def _page(self, _request: web.Request) -> web.Response:
        return self._static("index.html", "text/html")

    async def _file(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name not in FILES:
            raise web.HTTPNotFound
        return self._static(name, FILES[name])

    def _static(self, name: str, kind: str) -> web.Response:
        text = (PAGE / name).read_text("utf-8")
        return web.Response(text=text, content_type=kind, charset="utf-8", headers=POLICY)

    async def _setup(self, _request: web.Request) -> web.Response:
        population = self._state.population
        places: list[Payload] = []
        for place in population.places.values():
            seen_by = [
                key
                for key, user in population.people.items()
                if place.channel.guild is None or Permission.VIEW_CHANNEL in place.channel.permissions(user)
            ]
            guild = place.channel.guild
            places.append(
                {
                    "key": place.key,
                    "server": guild.name if guild else "Direct messages",
                    "channel": self._state.bot.display_name if place.key == "dm" else place.channel.name,
                    "hint": place.hint,
                    "guild": guild is not None,
                    "seen_by": seen_by,
                }
            )
        people = [
            {"key": key, "name": user.display_name, "role": "Manage Server" if key == "moderator" else "member"}
            for key, user in population.people.items()
        ]
        languages = [{"key": key, "name": name} for key, name in LANGUAGES.items()]
        bot = {"bot": self._state.bot.display_name, "about": self._about}
        return _json({"people": people, "places": places, "languages": languages, **bot})

    async def _commands(self, request: web.Request) -> web.Response:
        actor = self._actor(request.query)
        return _json(offers(actor.commands(), actor.locale))

    async def _raw(self, request: web.Request) -> web.Response:
        try:
            message = self._actions.find(self._actor(request.query), request.match_info["message"])
        except NotOfferedError as error:
            raise web.HTTPNotFound(text=str(error)) from None
        answered = self._state.answered_by(message)
        return _json({"message": message.payload, "callback": None if answered is None else answered.answer})

    async def _events(self, request: web.Request) -> web.StreamResponse:
        actor = self._actor(request.query)
        response = web.StreamResponse(headers={**POLICY, "Content-Type": "text/event-stream"})
        await response.prepare(request)
        task = asyncio.current_task()
        if task is not None:
            self._streams.add(task)
            task.add_done_callback(self._streams.discard)
        with self._state.changes() as queue, suppress(ConnectionError):
            await _event(response, self._view.everything(actor))
            await _event(response, self._view.presence())
            while True:
                try:
                    change = await asyncio.wait_for(queue.get(), SILENCE)
                except TimeoutError:
                    # Says nothing to the page, but finds out whether it is still there.
                    await response.write(b":\n\n")
                    continue
                seen = self._view.change(actor, change)
                if seen is not None:
                    await _event(response, seen)
        return response

    async def _act(self, request: web.Request) -> web.Response:
        action = self._actions.by_name.get(request.match_info["action"])
        if action is None:
            raise web.HTTPNotFound
        _must_be_own_page(request)
        try:
            body = object_in(await request.json())
        except ValueError:
            raise web.HTTPBadRequest(text="That is not JSON.") from None
        try:
            return _json(await action(self._actor(body), body))
        except NotOfferedError as error:
            return _json({"error": str(error)}, HTTPStatus.UNPROCESSABLE_ENTITY)
        except DiscordError as error:
            return _json({"error": error.refusal.message}, HTTPStatus.UNPROCESSABLE_ENTITY)

    def _actor(self, chosen: Mapping[str, object]) -> Actor:
        who, where = str(chosen.get("who", "member")), str(chosen.get("where", "server"))
        locale = str(chosen.get("locale", "en-US"))
        population = self._state.population
        if who not in population.people or where not in population.places or locale not in LANGUAGES:
            raise web.HTTPBadRequest(text="No such person, place or language.")
        return self._actor_of(who, where, locale)


async def _event(response: web.StreamResponse, content: Payload) -> None:
    await response.write(f"data: {json.dumps(content)}\n\n".encode())


def _json(content: object, status: int = HTTPStatus.OK) -> web.Response:
    return web.json_response(content, status=status, headers=POLICY)


def _must_be_own_page(request: web.Request) -> None:
    """Refuse what another site could have its visitor's browser send."""
    origin = request.headers.get("Origin")
    foreign = origin is not None and origin != f"http://{request.host}"
    if foreign or request.content_type != "application/json":
        raise web.HTTPForbidden(text="Only the console's own page may do this.")
