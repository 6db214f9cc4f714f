"""Somebody who knows the registered commands and nothing else, and tries everything that can be tried."""

from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from random import Random
from typing import NamedTuple

from discord_sandbox import Actor, Callback, Message, Reply, Upload
from discord_sandbox.records.payload import Payload

GARBAGE = (
    "x" * 5_900,
    "가" * 2_000,
    "word " * 1_100,
    "\N{FIRECRACKER}" * 40 + "\N{VARIATION SELECTOR-16}",
    "\N{RIGHT-TO-LEFT OVERRIDE}desrever \N{ZERO WIDTH SPACE}\N{ZERO WIDTH JOINER}",
    "@everyone @here <@1> <@&2> <#3> </brief:4> <t:0:R> <:a:5>",
    "[click](https://evil.example) <https://evil.example> https://evil.example `x` ||y|| ~~z~~ **",
    "'; DROP TABLE counts; --",
    "강제송환은 불법인가요? 33조",
    "\0\n\r\t\\",
    "# heading\n> quote\n- list\n-# small\n1. one",
    "v1:brief:numbers:card:1",
    "“”\"\"''…[…]",
    " ",
)
"""What people type who mean no good, or nothing at all."""

FILES = (
    Upload("garbage.md", "\n\n".join(GARBAGE).replace("\0", "").encode()),
    Upload("quotations.txt", "\n\n".join(f"“{text}”" for text in GARBAGE).replace("\0", "").encode()),
    Upload("nothing.txt", b""),
    Upload("latin.txt", "é".encode("latin-1")),
    Upload("program.exe", b"MZ"),
)
"""What they give to a command that takes a file."""

Call = Callable[[], Awaitable[Reply]]


class Step(NamedTuple):
    """Something that can be pressed: which message of an answer, which component, and of a menu which option."""

    message: int
    custom_id: str
    value: str = ""

    @property
    def leads_to(self) -> tuple[str, str]:
        """What the bot gets to know of it."""
        return self.custom_id, self.value


START = Step(0, "")
"""Where an answer begins, before anything is pressed."""


@dataclass
class Crawler:
    """One person's attempts; `taken` is what has been pressed already, by anybody who shares it.

    `idle` waits until the bot has done all that it was asked, as a person would. `patience` is how many presses there
    are before the person is tired; `texts` is what they type and say, `files` what they give.
    """

    actor: Actor
    idle: Callable[[], Awaitable[None]]
    patience: float = inf
    taken: set[tuple[str, str]] = field(default_factory=set)
    texts: Sequence[str] = GARBAGE
    files: Sequence[Upload] = FILES
    interactions: int = 0

    async def everything(self, chance: Random, share: float = 1.0) -> None:
        """Call every command in every way, or in a share of them, and press whatever comes back."""
        for call in [call async for call in self.calls()]:
            if chance.random() < share:
                await self.explore(call)

    async def calls(self) -> AsyncIterator[Call]:
        """Every command with every choice, with nothing, with suggestions and with garbage."""
        for command in self.actor.commands():
            if command["type"] == 1:
                for path, options in leaves(command):
                    async for filled in self._fillings(path, options):
                        yield self._command(path, filled)
            else:
                for text in self.texts:
                    if text.strip(" \0\n\r\t\\"):
                        yield self._menu(command["name"], self.actor.say(text[:2_000]))

    async def explore(self, call: Call) -> None:
        """Press everything that an answer leads to, each thing once, walking as little as possible."""
        reply = await self._asked(call)
        here, map_ = START, {START: self._steps(reply)}
        while self.patience > 0 and (way := self._way(map_, here) or self._way(map_, START)):
            self.patience -= 1
            if way[0] not in map_[here] or reply is None:
                reply, here = await self._asked(call), START
            for step in way:
                reply, here = await self._pressed(reply, step), step
            self.taken.add(here.leads_to)
            if reply.callback is Callback.MODAL:
                await self._submit(reply)
            map_[here] = self._steps(reply)
            if not map_[here]:
                here = START
                reply = None

    def _way(self, map_: Mapping[Step, list[Step]], start: Step) -> list[Step]:
        """The shortest way from one place to something that has not been pressed."""
        ways = deque([[step] for step in map_[start]])
        met = set(map_[start])
        while ways:
            way = ways.popleft()
            if way[-1].leads_to not in self.taken:
                return way
            further = [step for step in map_.get(way[-1], ()) if step not in met]
            met.update(further)
            ways += [[*way, step] for step in further]
        return []

    async def _fillings(self, path: str, options: list[Payload]) -> AsyncIterator[Mapping[str, object]]:
        values = {option["name"]: [value async for value in self._values(path, option)] for option in options}
        needed = {option["name"]: values[option["name"]][0] for option in options if option.get("required")}
        yield needed
        for name, wanted in values.items():
            for value in wanted:
                yield {**needed, name: value}
        for number in range(len(self.texts) if options else 0):
            yield {name: wanted[-1 - number % len(wanted)] for name, wanted in values.items()}

    async def _values(self, path: str, option: Payload) -> AsyncIterator[object]:
        if option["type"] == 5:
            yield True
            yield False
        elif option["type"] == 7:
            yield self.actor.place.channel
        elif option["type"] == 11:
            for file in self.files:
                yield file
        elif option.get("choices"):
            for choice in option["choices"]:
                yield choice["value"]
        else:
            if option.get("autocomplete"):
                suggested = dict.fromkeys([value async for value in self._typed(path, option["name"])])
                for value in suggested:
                    yield value
            for text in fitting(self.texts, option):
                yield text

    async def _typed(self, path: str, name: str) -> AsyncIterator[object]:
        for text in ("", "a", "refu", "난", *self.texts):
            self.interactions += 1
            choices = await self.actor.type(path, name, text)
            for choice in choices[:2]:
                yield choice.value

    async def _asked(self, call: Call) -> Reply:
        self.interactions += 1
        return await self._settled(await call())

    async def _pressed(self, reply: Reply, step: Step) -> Reply:
        self.interactions += 1
        message = reply.messages[step.message]
        if step.value:
            pressed = await self.actor.choose(message, step.custom_id, step.value)
        else:
            pressed = await self.actor.press(message, step.custom_id)
        return await self._settled(pressed)

    async def _submit(self, form: Reply) -> None:
        self.interactions += 1
        values = {
            one.custom_id: one.component["options"][0]["value"]
            if "options" in one.component
            else self.texts[5 % len(self.texts)]
            for one in form.modal.fields
        }
        await self._settled(await self.actor.submit(form, values))

    async def _settled(self, reply: Reply) -> Reply:
        await self.idle()
        return await reply.settled()

    def _steps(self, reply: Reply) -> list[Step]:
        steps: list[Step] = []
        for number, message in enumerate(reply.messages):
            steps += [Step(number, button.custom_id) for button in message.buttons if button.custom_id]
            steps += [Step(number, menu.custom_id, one.value) for menu in message.selects for one in menu.options]
        return steps

    def _command(self, path: str, filled: Mapping[str, object]) -> Call:
        return lambda: self.actor.command(path, **filled)

    def _menu(self, name: str, message: Message) -> Call:
        return lambda: self.actor.menu(name, message)


def fitting(texts: Sequence[str], option: Payload) -> list[str]:
    """What Discord's client lets somebody type of these into an option."""
    return [text[: option.get("max_length")] for text in texts if len(text) >= option.get("min_length", 0)]


def leaves(command: Payload) -> Iterator[tuple[str, list[Payload]]]:
    """The commands that can be called: itself or its subcommands, by their whole names, with their options."""
    parts = [option for option in command.get("options", []) if option["type"] in {1, 2}]
    if not parts:
        yield command["name"], command.get("options", [])
    for part in parts:
        for path, options in leaves(part):
            yield f"{command['name']} {path}", options
