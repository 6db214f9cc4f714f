"""Reads the usage log for people: sums over servers, exports, and the deletion of old counts."""

import asyncio
import csv
import io
import json
import sqlite3
from collections.abc import Collection
from dataclasses import asdict, astuple, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypedDict

from bot.usage.database import emptied, fault, is_there, opened
from bot.usage.reading import reading


@dataclass(frozen=True, slots=True)
class Count:
    """How often an outcome was counted for a subject on a day."""

    day: str
    subject: str
    outcome: str
    count: int


@dataclass(frozen=True, slots=True)
class Purged:
    """What became of a deletion."""

    rows: int
    """How many lines of the table went."""
    whole: bool
    """Whether they are gone from the file, too; if not, another program is reading and keeps old pages alive."""


@dataclass(frozen=True, slots=True)
class Row:
    """How often something was asked on a day, over all servers."""

    day: str
    command: str
    subject: str
    outcome: str
    locale: str
    place: str
    count: int


_NAMES = tuple(field.name for field in fields(Row))
_SUMMED = ", ".join(_NAMES[:-1])


class Summary(TypedDict):
    """What `usage --json` prints."""

    total: int
    rows: list[dict[str, Any]]


async def rows(path: Path) -> tuple[Row, ...]:
    """Every count, summed over servers, oldest first; none where there is no database yet.

    Raises:
        UsageError: the database cannot be read.
    """
    query = f"SELECT {_SUMMED}, SUM(count) FROM counts GROUP BY {_SUMMED} ORDER BY {_SUMMED}"  # noqa: S608 - our own columns
    async with reading(path) as database:
        return tuple([Row(*row) for row in await database.execute_fetchall(query)]) if database else ()


async def counts_of(path: Path, servers: Collection[str], since: date, before: date) -> tuple[Count, ...]:
    """The counts under these hashes from one day on and before another, the earliest first.

    Raises:
        UsageError: the database cannot be read.
    """
    hashes = tuple(server for server in servers if server)
    query = f"""
        SELECT day, subject, outcome, SUM(count) FROM counts
        WHERE server IN ({", ".join("?" * len(hashes))}) AND day >= ? AND day < ?
        GROUP BY day, subject, outcome ORDER BY day, subject, outcome
    """  # noqa: S608 - question marks alone
    async with reading(path) as database:
        if database is None:
            return ()
        found = await database.execute_fetchall(query, (*hashes, since.isoformat(), before.isoformat()))
        return tuple(Count(*row) for row in found)


async def summary(path: Path) -> Summary:
    """The rows and their total, as `usage --json` prints them.

    Raises:
        UsageError: the database cannot be read.
    """
    found = await rows(path)
    return {"total": sum(row.count for row in found), "rows": [asdict(row) for row in found]}


async def export(path: Path, form: Literal["csv", "json"]) -> str:
    """The rows as text: CSV with a heading, or the same JSON as `usage --json`.

    Raises:
        UsageError: the database cannot be read.
    """
    if form == "json":
        return json.dumps(await summary(path), indent=2) + "\n"
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow(_NAMES)
    table.writerows(astuple(row) for row in await rows(path))
    return text.getvalue()


async def purge(path: Path, *, before: date | None = None, servers: Collection[str] | None = None) -> Purged:
    """Delete all counts; or those of the days before one, or those under the hashes of one server.

    What was deleted is overwritten in the file.

    Raises:
        UsageError: the database cannot be written.
    """
    if not await asyncio.to_thread(is_there, path):
        return Purged(0, whole=True)
    conditions, values = ["TRUE"], list[str]()
    if before is not None:
        conditions.append("day < ?")
        values.append(before.isoformat())
    if servers is not None:
        conditions.append(f"server IN ({', '.join('?' * len(servers))})")
        values.extend(servers)
    try:
        async with opened(path) as database:
            cursor = await database.execute(f"DELETE FROM counts WHERE {' AND '.join(conditions)}", values)  # noqa: S608 - the conditions stand above
            return Purged(cursor.rowcount, whole=await emptied(database))
    except sqlite3.Error as error:
        raise fault(error, path) from error
