"""SIGTERM and Ctrl-C before there is anything to finish, and after all is finished: either ends the bot with code 0.

In between they are for `bot.chat.connection.connect`. This is imported before all else, so that a signal is heeded
while everything is still being read: the first process of a container would not even get it otherwise.
"""

import signal
import sys
from collections.abc import Generator
from contextlib import contextmanager

SIGNALS = (signal.SIGTERM, signal.SIGINT)
"""What asks a bot to stop."""


@contextmanager
def stopping_at_once() -> Generator[None]:
    """End with code 0 at a signal, as long as nobody else heeds it, and take no notice of one that comes afterwards."""
    for one in SIGNALS:
        signal.signal(one, _end)
    try:
        yield
    finally:
        for one in SIGNALS:
            signal.signal(one, signal.SIG_IGN)


def _end(*_: object) -> None:
    sys.exit(0)
