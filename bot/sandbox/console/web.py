"""The console: one page on which a person uses the bot as on Discord.

It is served on loopback to whoever asks by that name. What the bot sends is drawn here, as escaped HTML, and the page
runs under a policy that lets nothing in from elsewhere; nothing on it asks another server.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import TypeAlias

from aiohttp import web

from bot.sandbox.actor import Actor
from bot.sandbox.errors import DiscordError
from bot.sandbox.interactions import Callback, Interaction
from bot.sandbox.languages import LANGUAGES
from bot.sandbox.messages import Message
from bot.sandbox.modals import Modal
from bot.sandbox.options import NotOfferedError
from bot.sandbox.payload import Payload, list_in, object_in
from bot.sandbox.permissions import Permission
from bot.sandbox.replies import NoAnswerError
from bot.sandbox.state import Change, State

from .draw import Draw, is_command
from .forms import draw_form
from .offers import offers

ActorOf: TypeAlias = Callable[[str, str, str], Actor]
Verb: TypeAlias = Callable[[Actor, Payload], Awaitable[Payload]]

FILES = {
    "style.css": "text/css",
    "message.css": "text/css",
    "main.js": "text/javascript",
    "composer.js": "text/javascript",
    "log.js": "text/javascript",
    "popup.js": "text/javascript",
    "server.js": "text/javascript",
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


class Console:
    """The page, what it asks for, and the stream of changes it listens to."""

    def __init__(self, state: State, actor_of: ActorOf) -> None:
        self._state = state
        self._actor_of = actor_of
        self._draw = Draw(state.population)
        self._folder = Path(__file__).parent / "page"
        self._dismissed: set[str] = set()
        self._waiting: set[asyncio.Task[None]] = set()
        self._streams: set[asyncio.Task[object]] = set()
        self._verbs: dict[str, Verb] = {
            "command": self._command,
            "complete": self._complete,
            "press": self._press,
            "choose": self._choose,
            "menu": self._menu,
            "submit": self._submit,
            "say": self._say,
            "dismiss": self._dismiss,
        }

    def routes(self) -> list[web.RouteDef]:
        """All routes of the console."""
        return [
            web.get("/", self._page),
            web.get("/console/page/{name}", self._file),
            web.get("/console/setup", self._setup),
            web.get("/console/commands", self._commands),
            web.get("/console/events", self._events),
            web.get("/console/raw/{message}", self._raw),
            web.post("/console/{verb}", self._act),
        ]

    async def close(self) -> None:
        """Ends all streams and stops waiting for answers."""
        for task in (*self._streams, *self._waiting):
            task.cancel()
        await asyncio.gather(*self._waiting, return_exceptions=True)

    async def _page(self, _request: web.Request) -> web.Response:
        return self._static("index.html", "text/html")

    async def _file(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name not in FILES:
            raise web.HTTPNotFound
        return self._static(name, FILES[name])

    def _static(self, name: str, kind: str) -> web.Response:
        text = (self._folder / name).read_text("utf-8")
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
                },
            )
        people = [
            {"key": key, "name": user.display_name, "role": "Manage Server" if key == "moderator" else "member"}
            for key, user in population.people.items()
        ]
        languages = [{"key": key, "name": name} for key, name in LANGUAGES.items()]
        return _json(
            {"people": people, "places": places, "languages": languages, "bot": self._state.bot.display_name},
        )

    async def _commands(self, request: web.Request) -> web.Response:
        actor = self._actor(request.query)
        return _json(offers(actor.commands(), actor.locale))

    async def _raw(self, request: web.Request) -> web.Response:
        try:
            message = self._find(self._actor(request.query), request.match_info["message"])
        except NotOfferedError as error:
            raise web.HTTPNotFound(text=str(error)) from None
        sent = message.interaction
        return _json({"message": message.payload, "callback": sent.answer if sent is not None else None})

    async def _events(self, request: web.Request) -> web.StreamResponse:
        actor = self._actor(request.query)
        response = web.StreamResponse(headers={**POLICY, "Content-Type": "text/event-stream"})
        await response.prepare(request)
        task = asyncio.current_task()
        if task is not None:
            self._streams.add(task)
            task.add_done_callback(self._streams.discard)
        with self._state.changes() as queue, suppress(ConnectionError):
            await _event(response, {"kind": "all", "messages": self._everything(actor)})
            await _event(response, {"kind": "presence", "connected": self._state.connected})
            while True:
                try:
                    change = await asyncio.wait_for(queue.get(), SILENCE)
                except TimeoutError:
                    # Says nothing to the page, but finds out whether it is still there.
                    await response.write(b":\n\n")
                    continue
                seen = self._seen(actor, change)
                if seen is not None:
                    await _event(response, seen)
        return response

    def _everything(self, actor: Actor) -> list[Payload]:
        shown = [message for message in actor.messages() if message.id not in self._dismissed]
        return [self._drawn(message, before) for message, before in zip(shown, [None, *shown], strict=False)]

    def _drawn(self, message: Message, before: Message | None) -> Payload:
        continued = before is not None and before.author == message.author and not message.ephemeral
        continued = continued and before is not None and not before.ephemeral
        return {"kind": "message", "id": message.id, "html": self._draw.message(message, continued=continued)}

    def _seen(self, actor: Actor, change: Change) -> Payload | None:
        """What a change is to this person, or None if it is nothing to them."""
        if change.kind == "presence":
            return {"kind": "presence", "connected": self._state.connected}
        message, interaction = change.message, change.interaction
        if message is not None and message.channel is actor.place.channel:
            if change.kind == "deleted":
                return {"kind": "gone", "id": message.id}
            if not message.seen_by(actor.user) or message.id in self._dismissed:
                return None
            earlier = [one for one in self._visible(actor) if int(one.id) < int(message.id)]
            drawn = self._drawn(message, earlier[-1] if earlier else None)
            return {**drawn, "new": change.kind == "posted"}
        if (
            interaction is None
            or interaction.user != actor.user
            or interaction.place.channel is not actor.place.channel
        ):
            return None
        return self._seen_interaction(change, interaction)

    def _visible(self, actor: Actor) -> list[Message]:
        return [message for message in actor.messages() if message.id not in self._dismissed]

    def _seen_interaction(self, change: Change, interaction: Interaction) -> Payload | None:
        source = interaction.source.id if interaction.source else None
        number = interaction.id
        if change.kind == "sent" and is_command(interaction):
            return {"kind": "pending", "id": number, "html": self._draw.pending(interaction)}
        if change.kind == "failed" and is_command(interaction):
            return {"kind": "failed", "id": number, "html": self._draw.failed(interaction)}
        if change.kind == "failed":
            return {"kind": "refused", "source": source, "text": "This interaction failed"}
        if change.kind == "answered":
            modal = interaction.modal if interaction.callback is Callback.MODAL else None
            form = draw_form(Modal(modal), interaction.token) if modal is not None else None
            return {"kind": "answered", "id": number, "source": source, "form": form}
        return None

    async def _act(self, request: web.Request) -> web.Response:
        verb = self._verbs.get(request.match_info["verb"])
        if verb is None:
            raise web.HTTPNotFound
        _must_be_own_page(request)
        try:
            body = object_in(await request.json())
        except ValueError:
            raise web.HTTPBadRequest(text="That is not JSON.") from None
        try:
            return _json(await verb(self._actor(body), body))
        except NotOfferedError as error:
            return _json({"error": str(error)}, HTTPStatus.UNPROCESSABLE_ENTITY)
        except DiscordError as error:
            return _json({"error": error.refusal.message}, HTTPStatus.UNPROCESSABLE_ENTITY)

    async def _command(self, actor: Actor, body: Payload) -> Payload:
        self._await(actor, await actor.start_command(str(body.get("name")), object_in(body.get("options"))))
        return {}

    async def _complete(self, actor: Actor, body: Payload) -> Payload:
        options = object_in(body.get("options"))
        name, option = str(body.get("name")), str(body.get("option"))
        typed = str(options.pop(option, ""))
        try:
            choices = await actor.type(name, option, typed, **options)
        except NoAnswerError:
            return {"choices": [], "failed": "Loading options failed"}
        return {"choices": [choice._asdict() for choice in choices]}

    async def _press(self, actor: Actor, body: Payload) -> Payload:
        message = self._find(actor, str(body.get("message")))
        self._await(actor, await actor.start_press(message, str(body.get("custom_id"))))
        return {}

    async def _choose(self, actor: Actor, body: Payload) -> Payload:
        message = self._find(actor, str(body.get("message")))
        values = map(str, list_in(body.get("values")))
        self._await(actor, await actor.start_choice(message, str(body.get("custom_id")), values))
        return {}

    async def _menu(self, actor: Actor, body: Payload) -> Payload:
        message = self._find(actor, str(body.get("message")))
        self._await(actor, await actor.start_menu(str(body.get("name")), message))
        return {}

    async def _submit(self, actor: Actor, body: Payload) -> Payload:
        opened_by = self._state.interactions.get(str(body.get("interaction")))
        if opened_by is None or opened_by.user != actor.user:
            raise NotOfferedError("This form is no longer open.")
        self._await(actor, await actor.start_submission(opened_by, object_in(body.get("values"))))
        return {}

    async def _say(self, actor: Actor, body: Payload) -> Payload:
        return {"id": actor.say(str(body.get("text"))).id}

    async def _dismiss(self, actor: Actor, body: Payload) -> Payload:
        message = self._find(actor, str(body.get("message")))
        if message.ephemeral:
            self._dismissed.add(message.id)
        return {}

    def _await(self, actor: Actor, interaction: Interaction) -> None:
        """Has the interaction fail, for everyone to see, if no answer comes."""

        async def wait() -> None:
            with suppress(NoAnswerError):
                await actor.answered(interaction)

        task = asyncio.create_task(wait())
        self._waiting.add(task)
        task.add_done_callback(self._waiting.discard)

    def _find(self, actor: Actor, message_id: str) -> Message:
        message = actor.place.channel.messages.get(message_id)
        if message is None or not message.seen_by(actor.user):
            raise NotOfferedError("That message is no longer there.")
        return message

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
    """Refuses what another site could have its visitor's browser send."""
    origin = request.headers.get("Origin")
    foreign = origin is not None and origin != f"http://{request.host}"
    if foreign or request.content_type != "application/json":
        raise web.HTTPForbidden(text="Only the console's own page may do this.")
