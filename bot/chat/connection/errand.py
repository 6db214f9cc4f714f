"""One request that must arrive in time, and must not be taken twice."""

import asyncio
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import aiohttp

from bot.chat.connection.patience import passes
from bot.chat.connection.refusals import asked_to_wait, refusal_of
from bot.chat.connection.wire import Request, Response, Sent, Wire

if TYPE_CHECKING:
    import discord

PAUSES = (0.05, 0.2, 0.5, 0.8, 2.0)
"""Seconds after an attempt that failed; the last is that of all that follow."""

MOST_BESIDE = 32
"""Attempts, of all errands, that may be made beside others at a time. Where more are waited for, all is slow, and more
requests would make it slower."""

LONGEST_HOLD = 60.0
"""Seconds for which a limit on everything is believed; then somebody tries again."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long an errand may take; all times are seconds from its beginning."""

    within: float
    """Until when an attempt may begin."""
    listening: float
    """Until when a reply may come: what was taken counts, however slow its reply."""
    silence: float
    """How long after an attempt without a reply another one goes out beside it."""
    attempts: float = math.inf
    twice: bool = True
    """Whether the server itself refuses what it has taken already, or takes it for the same. Where it does not, an
    attempt that may have been taken is the last."""


FIRST = Patience(within=2.8, listening=6.0, silence=1.2)
"""That of a first answer. Discord takes it within three seconds from the creation of the interaction
(https://discord.com/developers/docs/interactions/receiving-and-responding#responding-to-an-interaction)."""

HASTY = Patience(within=2.8, listening=6.0, silence=1.2, attempts=2)
"""That of suggestions: a key stroke follows, and others with it."""

LATER = Patience(within=15.0, listening=20.0, silence=5.0)
"""That of what follows: somebody waits for it, with an answer in hand."""

ONCE = Patience(within=15.0, listening=20.0, silence=5.0, twice=False)
"""The same of what the server would take twice."""

UNASKED = Patience(within=45.0, listening=60.0, silence=10.0)
"""That of what nobody waits for. Discord knows a message by its nonce for some minutes."""

BRIEFLY = Patience(within=2.0, listening=3.0, silence=1.0)
"""That of a question without whose answer all goes on."""

_REFUSED = 300
_TOO_MANY = 429
_LASTING = frozenset({501, 505})
"""Not Implemented, HTTP Version Not Supported."""

ANSWERED = 40060
"""Discord's code where an interaction has been answered."""


class UnheardError(aiohttp.ClientError):
    """Nothing was heard of a request until it was too late for another attempt; says what became of the last."""


class PerhapsTakenError(UnheardError):
    """Nobody knows whether a message came: an attempt was not heard of, or failed, and none after it was taken."""


class Errand:
    """Attempts at one request until one is taken, or none can be any more.

    An attempt of which nothing is heard goes on beside the next: either the server is slow, and then takes the first
    and refuses the others with 40060, or the connection hangs.
    """

    def __init__(
        self, wire: Wire, request: Request, patience: Patience, begun: float | None = None, done: int = ANSWERED
    ) -> None:
        """`done` is the code with which the server refuses what it has done already."""
        self._wire = wire
        self._request = request
        self._patience = patience
        self._now = asyncio.get_running_loop().time
        self._begun = self._now() if begun is None else begun
        self._left = patience.attempts
        self._done = done
        self._failures = 0
        self._next: float | None = None
        """When another attempt is due."""
        self._unheard = False
        """Whether there was an attempt without a reply."""
        self._stumbled = False
        """Whether the server failed at an attempt."""
        self._error: discord.HTTPException | UnheardError = UnheardError()

    @property
    def perhaps_taken(self) -> bool:
        """Whether there was an attempt that the server may have taken, whatever it said, or did not say."""
        return self._unheard or self._stumbled

    async def run(self) -> Response | None:
        """The reply to the attempt that was taken; None where that reply was lost.

        Raises:
            discord.HTTPException: it was refused.
            UnheardError: nothing was heard of it.
        """
        held = self._wire.held_until - self._now()
        if held > 0 and self._wire.held_by is not None:
            self._error = refusal_of(self._wire.held_by)
            self._plan(held)
            return await self._insist()
        self._begin()
        sent: Sent | None = None
        try:
            async with asyncio.timeout(self._patience.silence):
                sent = await self._wire.send(self._request)
                reply = await sent.reply()
        except TimeoutError:
            self._unheard = sent is not None
            self._plan(PAUSES[0])  # where it was we who stood still, the reply is there already
        except (aiohttp.ClientError, OSError) as error:
            self._lost(error, sent)
            sent = None
        except BaseException:
            if sent is not None:
                sent.close()
            raise
        else:
            if self._settles(reply):
                return reply if reply.status < _REFUSED else None
            sent = None
        return await self._insist(sent)

    async def _insist(self, sent: Sent | None = None) -> Response | None:
        """The same, beside an attempt of which nothing has been heard, and from the next one that is due."""
        going = {asyncio.create_task(self._finished(sent))} if sent else set[asyncio.Task[Response | None]]()
        beside = 0
        try:
            while going or self._next is not None:
                if self._next is not None and self._next <= self._now():
                    if not going or self._wire.beside < MOST_BESIDE:
                        beside += bool(going)
                        self._wire.beside += bool(going)
                        self._unheard = self._unheard or bool(going)
                        self._begin()
                        going.add(asyncio.create_task(self._anew()))
                    self._plan(self._patience.silence if self._patience.twice else math.inf)
                due = self._begun + self._patience.listening if self._next is None else self._next
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
            self._wire.beside -= beside
            for task in going:
                task.cancel()

    async def _anew(self) -> Response | None:
        sent: Sent | None = None
        try:
            sent = await self._wire.send(self._request, fresh=self._unheard)
        except (aiohttp.ClientError, OSError) as error:
            self._lost(error, sent)
            return None
        return await self._finished(sent)

    async def _finished(self, sent: Sent) -> Response | None:
        """The reply to a request; None where it is lost."""
        try:
            return await sent.reply()
        except (aiohttp.ClientError, OSError) as error:
            self._lost(error, sent)
            return None
        except BaseException:
            sent.close()
            raise

    def _settles(self, reply: Response) -> bool:
        """Whether the request was taken; if not, another attempt is planned where one may help.

        Raises:
            discord.HTTPException: none may.
        """
        if reply.status < _REFUSED:
            return True
        error = refusal_of(reply)
        if error.code == self._done and (self._unheard or self._stumbled):
            return True
        if reply.status == _TOO_MANY:
            seconds, everywhere = asked_to_wait(reply)
            if everywhere:
                self._wire.hold(min(seconds, LONGEST_HOLD), reply)
            self._pause(seconds)
        elif passes(error) and reply.status not in _LASTING:
            self._stumbled = True
            self._pause()
        else:
            raise error
        self._error = error
        return False

    def _lost(self, error: Exception, sent: Sent | None) -> None:
        if sent is not None:
            self._unheard = True
        self._error = UnheardError(type(error).__name__)
        self._pause()

    def _begin(self) -> None:
        self._left -= 1
        self._error = UnheardError("no reply in time")

    def _pause(self, at_least: float = 0.0) -> None:
        self._plan(max(at_least, PAUSES[min(self._failures, len(PAUSES) - 1)]))
        self._failures += 1

    def _plan(self, pause: float) -> None:
        """Have another attempt made after a pause, unless that is too late or one too many."""
        due, may = self._now() + pause, self._left > 0 and (self._patience.twice or not self.perhaps_taken)
        self._next = due if may and due <= self._begun + self._patience.within else None
