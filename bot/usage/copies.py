"""Databases that are no longer used: copies made before a migration, and damaged ones that were set aside."""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

COPIES_KEPT_DAYS = 7
"""Days that they are kept: time enough to notice that they are needed."""

COPY, DAMAGED = "version", "damaged"
"""What their names have behind that of the database, before their number."""

_COMPANIONS = ("-wal", "-shm", "")
"""What SQLite keeps beside a database. The write-ahead log goes first: beside a new one it would damage that, too."""


def free_name(path: Path, ending: str) -> Path:
    """A name beside the database that is free, so that nothing is overwritten."""
    number = 1
    while (free := path.with_name(f"{path.name}.{ending}-{number}")).exists():
        number += 1
    return free


def set_aside(path: Path, today: date) -> Path:
    """Rename a damaged database, so that it can be looked into for some days."""
    aside = free_name(path, DAMAGED)
    for ending in _COMPANIONS:
        companion = path.with_name(path.name + ending)
        if companion.exists():
            _is_of(companion.rename(aside.with_name(aside.name + ending)), today)
    return aside


def delete_copies(path: Path, today: date | None = None) -> int:
    """Delete those that have been kept long enough, or all without a day; how many files that were.

    One that is from after today was made while the clock was wrong, and is kept from today on.
    """
    gone = 0
    for copy in list(copies(path)):
        made = datetime.fromtimestamp(copy.stat().st_mtime, UTC).date()
        if today is not None and made > today:
            _is_of(copy, today)
        elif today is None or today - made >= timedelta(days=COPIES_KEPT_DAYS):
            copy.unlink(missing_ok=True)
            gone += 1
    return gone


def copies(path: Path) -> Iterator[Path]:
    """All there are, with what SQLite keeps beside them."""
    for ending in (COPY, DAMAGED):
        yield from (file for file in path.parent.iterdir() if file.name.startswith(f"{path.name}.{ending}-"))


def _is_of(file: Path, day: date) -> None:
    """Note on the file itself the day it is from, without the time."""
    midnight = datetime.combine(day, time(), UTC).timestamp()
    os.utime(file, (midnight, midnight))
