"""One request that must arrive within three seconds, and must not be taken twice."""

import asyncio
import json
import math
from typing import Any, cast

import aiohttp
import discord

from bot.chat.connection.wire import Reply, Sent, Wire

WITHIN = 2.8
"""Seconds from the arrival of an interaction within which an attempt may begin. Discord gives three from its creation
(https://discord.com/developers/docs/interactions/receiving-and-responding#responding-to-an-interaction)."""

LISTENING = 6.0
"""Seconds from the arrival within which a reply may come: what was taken in time counts, however slow its reply."""

SILENCE = 1.0
"""Seconds without a reply after which another attempt goes out beside."""

PAUSES = (0.05, 0.2, 0.5, 0.8)
"""Seconds after an attempt that failed; the last is that of all that follow."""

_HASTY = 2
"""Attempts at what is out of date soon."""

_REFUSED = 300
_SERVERS_OWN = 500
_TOO_MANY = 429
_PASSING = frozenset({408, 425})
"""Request Timeout, Too Early."""

_ALREADY = 40060
"""Discord's code where an interaction has been answered."""


class UnheardError(aiohttp.ClientError):
    """Nothing was heard of a request until it was too late for another attempt; says what became of the last."""


class Errand:
    """Attempts at one request until one is taken, or none can be any more.

    An attempt of which nothing is heard goes on beside the next: either the server is slow, and then takes the first
    and refuses the others with 40060, or the connection hangs.
    """

    def __init__(  # noqa: PLR0913 - the request, and what limits its attempts
        self, wire: Wire, path: str, content_type: str, body: bytes, *, arrived: float | None, insist: bool
    ) -> None:
        self._wire = wire
        self._request = path, content_type, body
        self._now = asyncio.get_running_loop().time
        self._arrived = self._now() if arrived is None else arrived
        self._left = math.inf if insist else _HASTY
        self._failures = 0
        self._next: float | None = None
        """When another attempt is due."""
        self._uncertain = False
        """Whether an attempt may have been taken whose reply was lost."""
        self._error: discord.HTTPException | UnheardError = UnheardError()

    async def run(self) -> Reply | None:
        """The reply to the attempt that was taken; None where that reply was lost.

        Raises:
            discord.HTTPException: it was refused.
            UnheardError: nothing was heard of it.
        """
        held = self._wire.held_until - self._now()
        if held > 0:
            self._error = self._wire.held_by or self._error
            self._plan(held)
            return await self._insist()
        self._begin()
        sent: Sent | None = None
        try:
            async with asyncio.timeout(SILENCE):
                sent = await self._wire.send(*self._request)
                reply = await sent.reply()
        except TimeoutError:
            self._plan(0.0)
            return await self._insist(sent)
        except (aiohttp.ClientError, OSError) as error:
            self._lost(error, sent)
        except BaseException:
            if sent is not None:
                sent.close()
            raise
        else:
            if self._settles(reply):
                return reply if reply.status < _REFUSED else None
        return await self._insist()

    async def _insist(self, sent: Sent | None = None) -> Reply | None:
        """The same, beside an attempt of which nothing has been heard, and from the next one that is due."""
        going = {asyncio.create_task(self._finished(sent))} if sent else set[asyncio.Task[Reply | None]]()
        try:
            while going or self._next is not None:
                if self._next is not None and self._next <= self._now():
                    self._begin()
                    self._plan(SILENCE)
                    going.add(asyncio.create_task(self._anew()))
                due = self._arrived + LISTENING if self._next is None else self._next
                pause = max(0.0, due - self._now())
                if not going:
                    await asyncio.sleep(pause)
                    continue
                done, going = await asyncio.wait(going, timeout=pause, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    reply = task.result()
                    if reply is not None and self._settles(reply):
                        return reply if reply.status < _REFUSED else None
                if not done and self._next is None:
                    break
            raise self._error
        finally:
            for task in going:
                task.cancel()

    async def _anew(self) -> Reply | None:
        sent: Sent | None = None
        try:
            sent = await self._wire.send(*self._request, fresh=True)
        except (aiohttp.ClientError, OSError) as error:
            self._lost(error, sent)
            return None
        return await self._finished(sent)

    async def _finished(self, sent: Sent) -> Reply | None:
        """The reply to a request; None where it is lost."""
        self._uncertain = True
        try:
            return await sent.reply()
        except (aiohttp.ClientError, OSError) as error:
            self._lost(error, sent)
            return None
        except BaseException:
            sent.close()
            raise

    def _settles(self, reply: Reply) -> bool:
        """Whether the request was taken; if not, another attempt is planned where one may help.

        Raises:
            discord.HTTPException: none may.
        """
        if reply.status < _REFUSED:
            return True
        error = _refusal(reply)
        if error.code == _ALREADY and self._uncertain:
            return True
        if reply.status == _TOO_MANY:
            seconds, everywhere = _asked_to_wait(reply)
            if everywhere:
                self._wire.hold(seconds, error)
            self._plan(seconds)
        elif reply.status >= _SERVERS_OWN or reply.status in _PASSING:
            self._uncertain = True
            self._pause()
        else:
            raise error
        self._error = error
        return False

    def _lost(self, error: Exception, sent: Sent | None) -> None:
        if sent is not None:
            self._uncertain = True
        self._error = UnheardError(type(error).__name__)
        self._pause()

    def _begin(self) -> None:
        self._left -= 1
        self._error = UnheardError("no reply in time")

    def _pause(self) -> None:
        self._plan(PAUSES[min(self._failures, len(PAUSES) - 1)])
        self._failures += 1

    def _plan(self, pause: float) -> None:
        """Have another attempt made after a pause, unless that is too late or one too many."""
        due = self._now() + pause
        self._next = due if self._left > 0 and due <= self._arrived + WITHIN else None


def _refusal(reply: Reply) -> discord.HTTPException:
    """What discord.py would raise for it."""
    said: Any = _object(reply.content)
    response = cast("aiohttp.ClientResponse", reply)  # it takes status, reason and headers of it, no more
    if reply.status >= _SERVERS_OWN:
        return discord.DiscordServerError(response, said)
    kinds = {403: discord.Forbidden, 404: discord.NotFound}
    return kinds.get(reply.status, discord.HTTPException)(response, said)


def _object(content: bytes) -> dict[str, Any]:
    """The object that a refusal brings; an empty one where it is no JSON, or not as Discord writes it."""
    try:
        said: Any = json.loads(content)
        discord.HTTPException(cast("aiohttp.ClientResponse", Reply(400, "", {}, b"")), said)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return {}
    return cast("dict[str, Any]", said) if isinstance(said, dict) else {}


def _asked_to_wait(reply: Reply) -> tuple[float, bool]:
    """The seconds that a limit lasts, and whether it is one for all that the bot asks."""
    said = _object(reply.content)
    everywhere = said.get("global") is True or "X-RateLimit-Global" in reply.headers
    try:
        seconds = float(said.get("retry_after") or reply.headers.get("Retry-After") or math.inf)
    except (ValueError, TypeError):
        seconds = math.inf
    return (math.inf if math.isnan(seconds) else max(seconds, 0.0)), everywhere
