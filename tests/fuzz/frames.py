"""Odd interactions and events for the real client on the sandbox: presses, commands, menus, messages of any shape."""

import asyncio
import json
import logging
import math
import random
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from bot.charts.charts import Charts
from bot.chat.connection.connect import assemble
from bot.chat.connection.internals import answers_in_hand
from bot.chat.connection.registration import register_if_changed
from bot.chat.connection.server import turn_to
from bot.chat.unasked.sending import utc_now
from bot.current import Current
from bot.sources import Sources
from bot.usage.key import Keys
from bot.usage.log import UsageLog
from discord_sandbox import Sandbox
from tests.fuzz.cards import options
from tests.fuzz.mutation import Mutation, spoilt
from tests.fuzz.parsers import ROOT, parsers
from tests.fuzz.trying import ENDLESS, Figures, Finding
from tests.journeys.gateway_events import EVENTS, INTERACTIONS
from tests.shipped import snapshot

FRAMES: Final = "frames"
_COMMANDS: Final = (
    *(("brief", "topic"), ("quote", "search"), ("quote", "speaker"), ("treaty", "reference"), ("figures", "topic")),
    *(("timeline", "topic"), ("define", "term"), ("source", "document"), ("check", "text"), ("about", "receipt")),
)  # fmt: skip


class _Errors(logging.Handler):
    """Remembers what was logged as an error, and tracebacks."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []
        self.odd = False
        """Whether what was sent is not of the types that Discord sends."""

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        if self.odd and ("Failed, reference" in said or "Ignoring exception in autocomplete" in said):
            return  # data of a wrong type: answered, and logged with the place alone
        if record.levelno >= logging.ERROR or record.exc_info or "never retrieved" in said:
            kind = f" {record.exc_info[0].__name__}" if record.exc_info and record.exc_info[0] else ""
            last = said.strip().splitlines()[-1] if said.strip() else ""
            self.said.append(f"{record.name}: {said[:30]} … {last[:120]}{kind}")


def tried_frames(seed: int, numbers: Iterator[int], slow: float = math.inf) -> Figures:
    """Send so many interactions and events; whatever is logged as an error is a finding."""
    return asyncio.run(_tried(seed, numbers, slow))


@asynccontextmanager
async def _serving(errors: _Errors) -> AsyncGenerator[tuple[Sandbox, asyncio.Task[None]]]:
    """The client on a sandbox, and its task; what it logs goes to `errors` too."""
    with TemporaryDirectory(prefix="fuzz-") as name:
        folder = Path(name)
        keys = Keys.fixed(b"a key for tests, and for tests alone")
        async with Sandbox(patience=20) as sandbox, UsageLog(folder / "usage.sqlite3", keys) as usage:
            await turn_to(sandbox.api_url)
            sources = Sources(ROOT / "seeds", ROOT / "briefs", ROOT / "moderation.yaml")
            current = Current(sources, snapshot(), Charts(options().words))
            client = assemble(current, usage, partial(register_if_changed, kept_hash=folder / "hash"), utc_now)
            task = asyncio.create_task(client.serve(sandbox.token))
            await sandbox.identified(1)
            await sandbox.actor().command("topics")
            logging.getLogger().addHandler(errors)
            yield sandbox, task
            logging.getLogger().removeHandler(errors)
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def _tried(seed: int, numbers: Iterator[int], slow: float) -> Figures:
    figures, errors, known = Figures(), _Errors(), set[str]()
    texts, pressed = (
        next(parser.seeds for parser in parsers() if parser.name == name) for name in ("questions", "custom ids")
    )
    async with _serving(errors) as (sandbox, task):
        for number in numbers:
            chance = random.Random(f"{seed}:{FRAMES}:{number}")  # noqa: S311 - no secret
            before = time.thread_time()
            try:
                async with asyncio.timeout(ENDLESS):
                    mutations = Mutation(chance, texts, 6_000), Mutation(chance, pressed, 100)
                    what = await _sent(sandbox, errors, chance, *mutations)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
                what = f"{type(error).__name__}: {error}"
                errors.said.append("the next question was not answered")
            took = time.thread_time() - before
            if took > slow:
                errors.said.append("slow")
            if task.done():
                errors.said.append("it has ended")
            figures.inputs, figures.seconds = figures.inputs + 1, figures.seconds + took
            figures.longest = max(figures.longest, took)
            if errors.said and errors.said[0] not in known:
                known.add(errors.said[0])
                figures.findings.append(Finding(FRAMES, number, errors.said[0], what))
            errors.said.clear()
    return figures


async def _sent(sandbox: Sandbox, errors: _Errors, chance: random.Random, texts: Mutation, ids: Mutation) -> str:
    """Send one of them and wait until it is answered; gives what it was."""
    errors.odd, (kind, content) = _made(chance, texts, ids)
    if isinstance(kind, tuple):
        name, option = kind
        try:
            await sandbox.actor().command(name, **{option: content})
        except ValueError:  # what Discord's clients do not let anybody type
            return ""
    else:
        await sandbox.gateway.send_raw(json.dumps({"op": 0, "t": kind, "s": None, "d": content}))
        await sandbox.actor().type("brief", "topic", "x")
    while in_hand := answers_in_hand():
        await asyncio.wait(in_hand)
    return f"{kind} {content!r}"


def _made(chance: random.Random, texts: Mutation, ids: Mutation) -> tuple[bool, tuple[str | tuple[str, str], Any]]:
    """Whether it is odd, which event or option it is of, and what it says."""
    match chance.randrange(4):
        case 0:
            typed = texts.text().encode("utf-16", "replace").decode("utf-16")[:6_000]
            return False, (chance.choice(_COMMANDS), typed)
        case 1:
            press = INTERACTIONS[chance.choice(("a press", "a form"))]
            return False, ("INTERACTION_CREATE", {**press, "data": {**press["data"], "custom_id": ids.text()}})
        case 2:
            odd = spoilt(chance.choice(list(INTERACTIONS.values())), chance, texts.text)
            return True, ("INTERACTION_CREATE", odd)
        case _:
            event, content = chance.choice(list(EVENTS.items())[1:-1])
            return True, (event, spoilt(content, chance, texts.text))
