"""Everything that is kept, file by file and column by column: the page PRIVACY.md.

`python -m bot.usage.privacy > PRIVACY.md` writes the page anew.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.usage.copies import COPIES_KEPT_DAYS, COPY, DAMAGED
from bot.usage.database import number
from bot.usage.key import HELD_DAYS, KEY_DAYS
from bot.usage.reading import reading
from bot.usage.schema import KEPT_DAYS, TABLES


@dataclass(frozen=True, slots=True)
class File:
    """A file in the state folder; or some of a kind."""

    id: str
    """What its sentence in the catalogues is called."""
    names: tuple[str, ...]
    meaning: str


FILES = (
    File("database", ("usage.sqlite3",), "the database with both tables; `-wal` and `-shm` beside it while it is open"),
    File(
        "copies",
        (f"usage.sqlite3.{COPY}-…", f"usage.sqlite3.{DAMAGED}-…"),
        "a copy made before a new version of the program changes the database, and a damaged database that was set "
        f"aside; deleted after {COPIES_KEPT_DAYS} days",
    ),
    File("key", ("usage.key",), "the keys that servers are hashed with, each with its first day"),
    File(
        "sandbox",
        ("sandbox/usage.sqlite3", "sandbox/usage.key"),
        "the same for the sandbox, in which the bot is tried out without Discord",
    ),
    File(
        "signs",
        ("commands.sha256", "serving", "running", "sessions"),
        "which commands Discord knows, that the bot serves, that it runs once, and how many sessions it may still "
        "begin; nothing of use",
    ),
)
"""All that the bot writes."""


_PAGE = """\
# Privacy

The bot counts what is asked, day by day, and cannot tell who asked: there is no column for it. This page lists
all that it keeps. It is made from the definitions of the tables themselves, as `/privacy` is.
{tables}
## The files

All of them stand in the state folder, for the user of the bot alone.

| file | what it is |
|---|---|
{files}

## How long

- Counts are kept for {days} days, unless whoever runs the bot has set another number.
- A key lasts {key_days} days. The present one and the one before are kept; after {held_days} days at most a key is
  deleted, and what was hashed with it is summed over all servers, so that nobody can take it apart again.
- That holds where the bot renews its keys itself. With `VERBATIM_USAGE_KEY` whoever runs the bot has fixed the key, and
  counts can be traced to a server for as long as they are kept. Where the bot is in one server only, all counts from
  servers are that one's, whatever becomes of the key. `/privacy` says so in both cases.
- Copies of the database and damaged ones are deleted after {copies_days} days.
- After its clock has jumped, or it was stopped for long, the bot deletes nothing by the day until it has seen two
  different ones.
- What moderators decided for a server stays until they take it back, or it is deleted.
- A member with *Manage Server* can have all of their server deleted with `/desk forget`: its counts and what its
  moderators decided. Whoever runs the bot can delete its counts with `usage purge --server`. Neither reaches the sums
  over all servers, the moderators' file, or copies of the database before their day {copies_days}.

## What is not kept

No user, no name, nothing that was typed, no message or file that was checked, no report that was sent, no time of
day. Who asks for help in danger, or for advice of their own, is counted without the server. No line of the log is
written because something was asked and answered; the line of a failure has a reference and the error.
"""

_TABLE = """
## The table `{name}`

It holds {meaning}.

| column | what stands in it |
|---|---|
{columns}
"""


def page() -> str:
    """The whole page, in Markdown."""
    tables = "".join(
        _TABLE.format(
            name=table.name,
            meaning=table.meaning,
            columns="\n".join(f"| `{column.name}` | {column.meaning} |" for column in table.columns),
        )
        for table in TABLES
    )
    files = "\n".join(f"| {', '.join(f'`{name}`' for name in file.names)} | {file.meaning} |" for file in FILES)
    return _PAGE.format(
        tables=tables,
        files=files,
        days=KEPT_DAYS,
        key_days=KEY_DAYS,
        held_days=HELD_DAYS,
        copies_days=COPIES_KEPT_DAYS,
    )


async def numbers(path: Path) -> dict[str, int]:
    """How many rows each table has now; an older database may lack one.

    Raises:
        UsageError: the database cannot be read.
    """
    async with reading(path) as database:
        if database is None:
            return {table.name: 0 for table in TABLES}
        there = {name for (name,) in await database.execute_fetchall("SELECT name FROM sqlite_schema")}
        return {
            table.name: await number(database, f"SELECT count(*) FROM {table.name}") if table.name in there else 0  # noqa: S608 - our own tables
            for table in TABLES
        }


def with_numbers(rows: Mapping[str, int]) -> str:
    """The page with the present numbers of rows, for the operator alone."""
    told = "\n".join(f"- `{name}`: {count} {'row' if count == 1 else 'rows'}" for name, count in rows.items())
    return f"{page()}\n## Now\n\n{told}\n"


if __name__ == "__main__":
    sys.stdout.write(page())
