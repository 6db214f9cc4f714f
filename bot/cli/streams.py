"""Standard input, output and error as they may be: closed, full, gone, or in no encoding."""

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from io import TextIOWrapper

_STANDARD = 3
"""Descriptors that every program takes to be there."""


@contextmanager
def standing_streams() -> Generator[None]:
    """Let nothing that becomes of the three streams decide how a command ends.

    One that is closed is opened on nothing: what is opened next would take its number, and be written to, or be taken
    by the event loop for a mistake. What standard error has not taken by the end is given up, since Python would end
    with a code of its own for it.
    """
    _open_the_closed()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.errors == "strict":  # what is no UTF-8 ends nothing
            stream.reconfigure(errors="surrogateescape" if stream is sys.stdin else "backslashreplace")
    try:
        yield
    finally:
        try:
            sys.stderr.flush()
        except (OSError, ValueError):
            sys.stderr = None


def _open_the_closed() -> None:
    for number in range(_STANDARD):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free, which is this one
    sys.stdin = sys.stdin or open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - they stay open
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - the same
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - the same
