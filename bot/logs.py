"""What the program logs: to standard error, one form for all, and never a secret."""

import logging
import re
import sys
import threading
import time
import traceback
from collections.abc import Iterable, Iterator
from types import TracebackType
from urllib.parse import quote

# Addresses of interactions and webhooks hold a token that answers in the bot's name for a quarter of an hour:
# https://discord.com/developers/docs/interactions/receiving-and-responding
_TOKEN_IN_ADDRESS = re.compile(r"(/(?:webhooks|interactions)/\d+/)[^/\s?'\"]+")

# Where something is sent to tells who asked, such as in what discord.py says of limits.
_ID_IN_ADDRESS = re.compile(r"(/[a-z]+/)\d{15,20}(?!\d)")

# Libraries name whoever they could not answer; of ours, some lines name a channel that moderators have named.
_ID = re.compile(r"(?<!\w)\d{15,20}(?!\w)")

HIDDEN = "[hidden]"

_TELLING = 16
"""Characters of a part of a token that are a secret by themselves."""

_CHOSEN = ("Guilds intent seems to be disabled", "PyNaCl is not installed", "davey is not installed")
"""What discord.py warns of at every start and we do without on purpose: the cache of servers, and voices."""


_log = logging.getLogger(__name__)


def set_up_logging(level: str, secrets: Iterable[str] = ()) -> None:
    """Log from `level` upward to standard error, in place of any set-up before.

    Only our own loggers go below INFO: at DEBUG discord.py logs whole events and addresses with tokens, and aiosqlite
    every value that is written.

    Args:
        level: a level's name, such as `INFO`.
        secrets: texts that are replaced wherever they would stand in the log, in tracebacks too.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(_Discreet(secrets))
    handler.addFilter(lambda record: not str(record.msg).startswith(_CHOSEN))
    logging.basicConfig(level=max(logging.INFO, logging.getLevelNamesMapping()[level]), handlers=[handler], force=True)
    logging.getLogger("bot").setLevel(level)


def take_in_the_rest() -> None:
    """Have the log say, in its own form, what Python would print past it.

    What ends the program is told whole. What is raised where nobody waits for it is told without its message, which may
    quote what somebody typed.
    """
    logging.captureWarnings(capture=True)
    logging.raiseExceptions = False  # a line that cannot be formatted would be printed with all that is in it
    sys.excepthook = _ended
    sys.unraisablehook = lambda lost: _lost("Raised where nothing could be done", lost.exc_type, lost.exc_traceback)
    threading.excepthook = lambda lost: _lost("Raised in a thread", lost.exc_type, lost.exc_traceback)


def discreet(text: str) -> str:
    """A text that is printed beside the log, with the same taken out of it."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler.formatter, _Discreet):
            return handler.formatter.hide(text)
    return text


def _ended(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    _log.critical("The program ends.", exc_info=(kind, error, trace))


def _lost(where: str, kind: type[BaseException], trace: TracebackType | None) -> None:
    if not issubclass(kind, SystemExit):
        _log.error("%s\n%s", where, _unsaid(kind, trace))


class _Discreet(logging.Formatter):
    """Time in UTC, level, logger and text, without secrets and without ids in addresses.

    What libraries say has no ids at all, and of their errors not the message.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%SZ")
        self.converter = time.gmtime
        forms = {form for secret in secrets if secret for form in _forms(secret)}
        self._secrets = sorted(forms, key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """The line, and what belongs below it."""
        ours = record.name.partition(".")[0] == "bot"
        if record.name == "asyncio" and isinstance(record.args, tuple):
            record.args = tuple(map(_of_the_loop, record.args))
        if record.exc_info and not ours:
            record.exc_text = _unsaid(record.exc_info[0], record.exc_info[2])
        text = self.hide(super().format(record))
        return text if ours else _ID.sub(HIDDEN, text)

    def hide(self, text: str) -> str:
        """A text without secrets and without ids in addresses."""
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return _ID_IN_ADDRESS.sub(rf"\1{HIDDEN}", _TOKEN_IN_ADDRESS.sub(rf"\1{HIDDEN}", text))


def _forms(secret: str) -> Iterator[str]:
    """How a secret may be written: as it is, in an address, and the part of a token of Discord's that nobody knows."""
    yield secret
    yield quote(secret, safe="")
    *_, last = secret.rpartition(".")
    if len(last) >= _TELLING:
        yield last


def _unsaid(kind: type[BaseException] | None, trace: TracebackType | None) -> str:
    """Where an error came from, and which it is, without its message: that may quote what somebody typed."""
    return "".join([*traceback.format_tb(trace), kind.__qualname__ if kind else ""])


def _of_the_loop(value: object) -> object:
    """What the event loop says of what it does, which in its debug mode has the contents of that."""
    return value if isinstance(value, int | float) else HIDDEN
