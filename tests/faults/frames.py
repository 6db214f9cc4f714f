"""What can go wrong with one frame of the gateway, in either direction.

Each is given to `Proxy.at_frame`. A fault decides what becomes of the frame: it passes only if the fault passes it on.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.faults.line import Line

Json = dict[str, Any]

OPS = {
    1: "HEARTBEAT",
    2: "IDENTIFY",
    3: "PRESENCE_UPDATE",
    6: "RESUME",
    7: "RECONNECT",
    9: "INVALID_SESSION",
    10: "HELLO",
    11: "HEARTBEAT_ACK",
}


@dataclass(frozen=True)
class Frame:
    """One frame, and where it is going."""

    to_client: bool
    content: Json

    @property
    def name(self) -> str:
        """The event, such as `READY`, or what the opcode is called, such as `HELLO`."""
        op: int = self.content["op"]
        return str(self.content["t"]) if op == 0 else OPS.get(op, str(op))


FrameFault = Callable[["Line", Frame], Awaitable[None]]


async def swallow(_: "Line", __: Frame) -> None:
    """Lose the frame."""


async def silence(line: "Line", _: Frame) -> None:
    """Lose the frame and all that follow, in both directions, and leave the connection open."""
    line.silent = True


async def cut(line: "Line", _: Frame) -> None:
    """Lose the frame, and the connection without a close frame."""
    await line.cut()


async def twice(line: "Line", frame: Frame) -> None:
    await line.pass_on(frame)
    await line.pass_on(frame)


async def behind_the_next(line: "Line", frame: Frame) -> None:
    """Let the next frame of the same direction go first."""
    line.held_back.append(frame)


async def in_halves(line: "Line", frame: Frame) -> None:
    """Send the compressed frame in two pieces."""
    whole = line.compressed(json.dumps(frame.content))
    await line.say(whole[: len(whole) // 2])
    await line.say(whole[len(whole) // 2 :])


def close(code: int) -> FrameFault:
    """Lose the frame, and hang up with this code as the server would."""

    async def fault(line: "Line", _: Frame) -> None:
        await line.close(code)

    return fault


def pass_and_close(code: int) -> FrameFault:
    """Let the frame pass, and hang up behind it."""

    async def fault(line: "Line", frame: Frame) -> None:
        await line.pass_on(frame)
        await line.close(code)

    return fault


def hold(until: asyncio.Event) -> FrameFault:
    """Let the frame wait for the test, and all behind it in the same direction."""

    async def fault(line: "Line", frame: Frame) -> None:
        await until.wait()
        await line.pass_on(frame)

    return fault


def replace(**parts: object) -> FrameFault:
    """Change parts of the frame, such as `d={"heartbeat_interval": 1000}` or `s=99`."""

    async def fault(line: "Line", frame: Frame) -> None:
        await line.pass_on(Frame(frame.to_client, {**frame.content, **parts}))

    return fault


def say(*instead: Json | str | bytes) -> FrameFault:
    """Lose the frame; the client hears these instead: JSON, text that need be none, or bytes past the compression."""

    async def fault(line: "Line", _: Frame) -> None:
        for one in instead:
            await line.say(one)

    return fault


RECONNECT: Json = {"op": 7, "d": None, "s": None, "t": None}


def invalid(*, resumable: bool) -> Json:
    """INVALID_SESSION, for `say`."""
    return {"op": 9, "d": resumable, "s": None, "t": None}
