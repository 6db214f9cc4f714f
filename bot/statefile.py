"""Writes a file of the state folder anew, as a whole or not at all, for the bot's own user alone.

Whatever else may stand in its place, such as a pipe that nobody reads, is not waited for.
"""

import os
import tempfile
from pathlib import Path


def write(file: Path, text: str, *, lasting: bool = False) -> None:
    """Put a text in the place of what a file holds, or change nothing.

    Args:
        file: in a folder that is there.
        text: in ASCII.
        lasting: whether to wait for the disk, so that the text outlives a power failure too.

    Raises:
        OSError: it cannot be written.
    """
    draft = drafted(file, text, lasting=lasting)
    try:
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


def drafted(file: Path, text: str, *, lasting: bool = False) -> Path:
    """A new file beside it that holds the text; for the rest see `write`."""
    number, name = tempfile.mkstemp(dir=file.parent, prefix=f"{file.name}.")  # of mode 0600
    with os.fdopen(number, "w", encoding="ascii") as stream:
        stream.write(text)
        if lasting:
            stream.flush()
            os.fsync(number)
    return Path(name)
