"""What a person does on the page, sent to the bot as Discord would send it."""

import asyncio
from base64 import b64decode
from collections.abc import Awaitable, Callable
from contextlib import suppress

from discord_sandbox.actors.actor import Actor
from discord_sandbox.actors.options import NotOfferedError
from discord_sandbox.actors.replies import NoAnswerError
from discord_sandbox.console.view import View
from discord_sandbox.records.channels import Message
from discord_sandbox.records.interactions import Interaction
from discord_sandbox.records.payload import Payload, list_in, object_in
from discord_sandbox.world.attachments import Upload
from discord_sandbox.world.state import State

_Action = Callable[[Actor, Payload], Awaitable[Payload]]
"""Does something for somebody; what it takes and gives is JSON."""


class Actions:
    """Everything that can be done, by name. Each raises NotOfferedError for what Discord would not offer."""

    def __init__(self, state: State, view: View) -> None:
        self._state = state
        self._view = view
        self._waiting: set[asyncio.Task[None]] = set()
        self.by_name: dict[str, _Action] = {
            "command": self._command,
            "complete": self._complete,
            "press": self._press,
            "choose": self._choose,
            "menu": self._menu,
            "submit": self._submit,
            "say": self._say,
            "dismiss": self._dismiss,
        }

    async def close(self) -> None:
        """Stop waiting for answers."""
        for task in self._waiting:
            task.cancel()
        await asyncio.gather(*self._waiting, return_exceptions=True)

    def find(self, actor: Actor, message_id: str) -> Message:
        """A message the person sees. Raises NotOfferedError."""
        message = actor.place.channel.messages.get(message_id)
        if message is None or not message.seen_by(actor.user):
            raise NotOfferedError("That message is no longer there.")
        return message

    async def _command(self, actor: Actor, body: Payload) -> Payload:
        self._await(actor, await actor.start_command(str(body.get("name")), _options(body)))
        return {}

    async def _complete(self, actor: Actor, body: Payload) -> Payload:
        options = _options(body)
        name, option = str(body.get("name")), str(body.get("option"))
        typed = str(options.pop(option, ""))
        try:
            choices = await actor.type(name, option, typed, **options)
        except NoAnswerError:
            return {"choices": [], "failed": "Loading options failed"}
        return {"choices": [choice._asdict() for choice in choices]}

    async def _press(self, actor: Actor, body: Payload) -> Payload:
        message = self.find(actor, str(body.get("message")))
        self._await(actor, await actor.start_press(message, str(body.get("custom_id"))))
        return {}

    async def _choose(self, actor: Actor, body: Payload) -> Payload:
        message = self.find(actor, str(body.get("message")))
        values = map(str, list_in(body.get("values")))
        self._await(actor, await actor.start_choice(message, str(body.get("custom_id")), values))
        return {}

    async def _menu(self, actor: Actor, body: Payload) -> Payload:
        message = self.find(actor, str(body.get("message")))
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
        self._view.dismiss(self.find(actor, str(body.get("message"))))
        return {}

    def _await(self, actor: Actor, interaction: Interaction) -> None:
        """Have the interaction fail, for everyone to see, if no answer comes."""

        async def wait() -> None:
            with suppress(NoAnswerError):
                await actor.answered(interaction)

        task = asyncio.create_task(wait())
        self._waiting.add(task)
        task.add_done_callback(self._waiting.discard)


def _options(body: Payload) -> dict[str, object]:
    """The options of a command as the page sends them, each object a file."""
    options = object_in(body.get("options"))
    return {name: _file(sent) if (sent := object_in(value)) else value for name, value in options.items()}


def _file(sent: Payload) -> Upload:
    """A file sent by its name, with its bytes in Base64. Raises NotOfferedError."""
    try:
        return Upload(str(sent["filename"]), b64decode(str(sent["base64"]), validate=True))
    except (KeyError, ValueError):
        raise NotOfferedError("That file did not arrive whole; choose it again.") from None
