"""What happens when an answer fails: a reference for the asker, and the same one in the log."""

import asyncio
import logging
import secrets
import traceback
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import Any, TypeGuard

import discord

from bot.chat.connection.errand import ANSWERED, UnheardError
from bot.chat.seldom import Seldom

UNKNOWN_INTERACTION = 10062
"""Discord waits three seconds for the first answer (https://discord.com/developers/docs/topics/opcodes-and-status-codes)."""

_LIMITED = 429

_log = logging.getLogger(__name__)
_seldom = Seldom(_log)
_said_once: set[int] = set()


def new_reference() -> str:
    """Eight hexadecimal digits that lead from a member's screen to a line of the log."""
    return secrets.token_hex(4)


def past_answering(error: BaseException) -> TypeGuard[discord.HTTPException]:
    """Whether an error says that the interaction was answered already or can be answered no more."""
    return isinstance(error, discord.HTTPException) and error.code in {UNKNOWN_INTERACTION, ANSWERED}


def undelivered(interaction: discord.Interaction[Any], error: BaseException) -> bool:
    """Whether it was the first answer that did not arrive, so that nothing can be told."""
    return _passes(error) and not interaction.response.is_done()


def log_undelivered(error: BaseException) -> None:
    """Write that an answer did not arrive."""
    if _limited(error):
        text = "An answer was given up: Discord asks to wait for longer than an answer may take"
    elif isinstance(error, UnheardError):
        text = "An answer may not have arrived: Discord was not heard in time"
    else:
        text = "An answer was not taken: Discord failed again and again"
    _seldom.warn(text, f"{text} ({name_of(error)})")


def log_past_answering(error: discord.HTTPException) -> None:
    """Write that an answer came too late, or that somebody else had answered; the latter once in a process."""
    if error.code != ANSWERED:
        _seldom.warn("late", f"An answer came too late: Discord did not wait for it any more ({name_of(error)})")
    elif error.code not in _said_once:
        _said_once.add(error.code)
        _log.warning(
            "Somebody else had answered in the bot's name (40060). Most likely a second process runs with this token, "
            "and members get the answer of whichever is quicker. Stop the other one; if nobody knows of one, reset the "
            "token in the developer portal, under Bot. This is said once."
        )


def log_unsuggested(error: BaseException) -> None:
    """Write that suggestions were not taken; that they come too late is nothing to worry about."""
    if not past_answering(error):
        _seldom.warn("suggestions", f"Suggestions were not taken ({name_of(error)})")
    elif error.code == ANSWERED:
        log_past_answering(error)
    else:
        _log.debug("Suggestions came too late.")


def log_failure(error: BaseException) -> str | None:
    """Write an error to the log; the reference to tell the asker, None where nothing can be told any more.

    Neither the command nor the server is written: with its time, the line would tell of somebody.
    """
    if past_answering(error):
        log_past_answering(error)
        return None
    reference = new_reference()
    if _passes(error):
        _log.warning(
            "Failed, reference %s: Discord did not take what follows an answer (%s)", reference, name_of(error)
        )
        return reference
    _log.error("Failed, reference %s\n%s", reference, trace(error))
    return reference


def log_unheard(_loop: asyncio.AbstractEventLoop, what: Mapping[str, Any]) -> None:
    """Log what the event loop found that nobody waited for, without its message: that may quote what somebody typed."""
    error, said = what.get("exception"), str(what.get("message", "")).partition("\n")[0]
    _log.error("In the event loop: %s\n%s", said, trace(error) if isinstance(error, BaseException) else "")


def _passes(error: BaseException) -> bool:
    """Whether it is Discord's or the network's fault, and will be over."""
    return isinstance(error, UnheardError | discord.DiscordServerError) or _limited(error)


def _limited(error: BaseException) -> bool:
    return isinstance(error, discord.HTTPException) and error.status == _LIMITED


def trace(error: BaseException) -> str:
    """Where an error came from, without its message, which may contain what somebody typed.

    The files of commands are left out on the way there: they would tell what was asked.
    """
    lines: list[str] = []
    links: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in links:
        links.append(link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    for link in reversed(links):
        *around, place = traceback.extract_tb(link.__traceback__) or [None]
        frames = [frame for frame in (*around, place) if frame and (frame is place or not _tells_the_command(frame))]
        lines += [*traceback.format_list(frames), f"{name_of(link)}\n"]
    return "".join(chain(lines)).rstrip()


def _tells_the_command(frame: traceback.FrameSummary) -> bool:
    return Path(frame.filename).parent.name in {"commands", "actions"}


def name_of(error: BaseException) -> str:
    """What kind of error it is, without its message; with the status and the code of one that Discord sent."""
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    if isinstance(error, discord.HTTPException):
        return f"{name} (status {error.status}, code {error.code})"
    return f"{name}: {error}" if isinstance(error, UnheardError) else name  # that message is our own
