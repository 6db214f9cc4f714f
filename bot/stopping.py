"""SIGTERM, Ctrl-C and SIGHUP before there is anything to finish, or after all is: each ends the bot with code 0.

In between they are for `bot.chat.connection.connect`. This is imported before all else, so that a signal is heeded
while everything is still being read: the first process of a container would not even get it otherwise.
"""

import signal
import sys
from collections.abc import Generator
from contextlib import contextmanager


def _hangup() -> tuple[signal.Signals, ...]:
    """SIGHUP, unless whoever started us has it ignored, as `nohup` does, or the system has none."""
    number: signal.Signals | None = getattr(signal, "SIGHUP", None)
    return () if number is None or signal.getsignal(number) is signal.SIG_IGN else (number,)


SIGNALS = (signal.SIGTERM, signal.SIGINT, *_hangup())
"""What asks a bot to stop; the last comes where its terminal is closed."""


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
