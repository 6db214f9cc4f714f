"""Reads a file whole, but no further than it may be long, and only if it is one: a pipe or a device may never end."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class TooLargeError(OSError):
    """A file has more bytes than it may; nothing of it was read."""

    def __init__(self, size: int, largest: int) -> None:
        super().__init__(errno.EFBIG, f"it has {size:,} bytes, and may have {largest:,}")
        self.size = size


def bytes_of(file: Path, largest: int) -> bytes:
    """What a file holds.

    Raises:
        TooLargeError: it has more than `largest` bytes.
        OSError: it cannot be read, or is a pipe, a device or a folder; `strerror` says so.
    """
    try:
        opened = os.open(file, os.O_RDONLY | _AT_ONCE)
    except ValueError as error:  # a path with a NUL in it
        raise OSError(errno.EINVAL, str(error)) from error
    with os.fdopen(opened, "rb") as stream:
        status = os.fstat(opened)
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "it is a pipe, a device or the like, and no file")
        if status.st_size > largest:
            raise TooLargeError(status.st_size, largest)
        content = stream.read(largest + 1)
    if len(content) > largest:  # it has grown meanwhile, or does not say how large it is
        raise TooLargeError(len(content), largest)
    return content


def is_left_out(name: str) -> bool:
    """Whether a file or folder is called as editors and systems call what they keep for themselves."""
    return name.startswith(".") or name.endswith("~")


def below(folder: Path, deepest: int) -> Iterator[tuple[os.DirEntry[str], int]]:
    """Every file and folder below a folder, with how deep it lies, from 1; those of editors and systems left out.

    Links to folders are not followed, nothing deeper than `deepest` is entered, and what cannot be listed is empty.
    """
    waiting = [(os.fspath(folder), 1)]
    while waiting:
        path, depth = waiting.pop()
        try:
            with os.scandir(path) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            if is_left_out(entry.name):
                continue
            yield entry, depth
            if depth < deepest and entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, depth + 1))
