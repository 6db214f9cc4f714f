"""What the program logs: to standard error, one form for all, and never a secret."""

import logging
import re
import time
from collections.abc import Iterable

# Addresses of interactions and webhooks hold a token that answers in the bot's name for a quarter of an hour:
# https://discord.com/developers/docs/interactions/receiving-and-responding
_TOKEN_IN_ADDRESS = re.compile(r"(/(?:webhooks|interactions)/\d+/)[^/\s?'\"]+")

# Where something is sent to tells who asked, such as in what discord.py says of limits.
_ID_IN_ADDRESS = re.compile(r"(/[a-z]+/)\d{15,20}(?!\d)")

HIDDEN = "[hidden]"

_CHOSEN = ("Guilds intent seems to be disabled", "PyNaCl is not installed", "davey is not installed")
"""What discord.py warns of at every start and we do without on purpose: the cache of servers, and voices."""


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


class _Discreet(logging.Formatter):
    """Time in UTC, level, logger and text, without secrets and without ids in addresses."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%SZ")
        self.converter = time.gmtime
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return _ID_IN_ADDRESS.sub(rf"\1{HIDDEN}", _TOKEN_IN_ADDRESS.sub(rf"\1{HIDDEN}", text))
