"""Ends a command in sentences: where it refuses, and where a full disk takes nothing that it prints."""

import errno
import sys
from collections.abc import Generator
from contextlib import contextmanager

from bot.logs import discreet
from bot.refusal import RefusedError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
"""Why a file that printing is directed into takes no more."""


@contextmanager
def in_sentences() -> Generator[None]:
    """Print what a command refuses to standard error, and exit with its code."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except RefusedError as error:
        for sentence in error.sentences:
            sys.stderr.write(f"{discreet(sentence)}\n")
        sys.exit(error.exit_code)
    except OSError as error:
        if error.errno not in _NO_ROOM or error.filename is not None:
            raise
        sys.stdout = None  # what is left for it cannot be written at the end either
        told = f"What there is to print could not be written ({error.strerror}). Make room, and try again."
        sys.stderr.write(f"{told}\n")
        sys.exit(1)
