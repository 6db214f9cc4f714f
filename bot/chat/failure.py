"""What happens when an answer fails: a reference for the asker, and the same one in the log."""

import logging
import secrets
import traceback
from itertools import chain
from pathlib import Path

import discord

UNKNOWN_INTERACTION = 10062
"""Discord waits three seconds for the first answer (https://discord.com/developers/docs/topics/opcodes-and-status-codes)."""
ALREADY_ANSWERED = 40060

_log = logging.getLogger(__name__)


def new_reference() -> str:
    """Eight hexadecimal digits that lead from a member's screen to a line of the log."""
    return secrets.token_hex(4)


def past_answering(error: BaseException) -> bool:
    """Whether an error says that the interaction was answered already or can be answered no more."""
    return isinstance(error, discord.HTTPException) and error.code in {UNKNOWN_INTERACTION, ALREADY_ANSWERED}


def log_failure(error: BaseException) -> str | None:
    """Write an error to the log; the reference to tell the asker, None where nothing can be told any more.

    Neither the command nor the server is written: with its time, the line would tell of somebody.
    """
    if past_answering(error):
        _log.warning("An answer came too late or twice (%s)", name_of(error))
        return None
    reference = new_reference()
    _log.error("Failed, reference %s\n%s", reference, trace(error))
    return reference


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
    return f"{name} (status {error.status}, code {error.code})" if isinstance(error, discord.HTTPException) else name
