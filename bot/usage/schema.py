"""The two tables of the usage database: what their columns mean, and the steps that lead to them."""

from dataclasses import dataclass
from typing import NamedTuple

KEPT_DAYS = 400
"""Days that counts are kept: a year can be compared with the one before, and the database does not grow for ever."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, and in words what stands in it."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table, and in words what it is for."""

    name: str
    meaning: str
    columns: tuple[Column, ...]


class Counted(NamedTuple):
    """What is counted together: every column but the count itself, in their order."""

    day: str
    server: str
    command: str
    subject: str
    outcome: str
    locale: str
    place: str


COUNTS = Table(
    "counts",
    "how often something was asked, day by day",
    (
        Column("day", "the day in UTC, without the time"),
        Column(
            "server",
            "a keyed hash of the server's id, which only the key leads back to it; empty outside servers, where a "
            "question tells something of whoever asked, and once the key is deleted",
        ),
        Column("command", "the command or message menu; for a button, the command that its card came from"),
        Column(
            "subject",
            "the item of the library that was shown, or that came nearest where none was found; never what was typed",
        ),
        Column("outcome", "what came of it, such as match, ask, none or failed"),
        Column("locale", "the language of Discord's interface"),
        Column(
            "place", "whether it was in a server, in a direct message or in a private group; empty as the server is"
        ),
        Column("count", "how many times that was the case on that day"),
    ),
)
DESK_STATE = Table(
    "desk_state",
    "what moderators decided for their server, and what the bot must not do twice",
    (
        Column("server", "the id of the server that decided; empty for what concerns the whole bot"),
        Column("name", "which decision or memory it is, such as settings, a schedule's due time or the last day seen"),
        Column(
            "value",
            "the settings as a moderator uploaded them; of a schedule its due times, what it posted last and what"
            " became of it; which corrections were announced; on which days the server was not there; or that day:"
            " nothing of members",
        ),
    ),
)
TABLES = (COUNTS, DESK_STATE)
"""All that is kept. There is no column for who asked, for what was typed or for the time of day."""

FOLD = """
    INSERT INTO counts
    SELECT day, '', command, subject, outcome, locale, place, sum(count) FROM counts WHERE {which}
    GROUP BY day, command, subject, outcome, locale, place
    ON CONFLICT DO UPDATE SET count = count + excluded.count
"""
"""Adds the rows of some servers to those of none; the rows themselves are deleted afterwards."""

# Each step leads to the next version, which is kept in the file (PRAGMA user_version). A step that was ever released
# stays as it is; a change is a new step at the end.
STEPS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE counts (
            day TEXT NOT NULL,
            server TEXT NOT NULL,
            command TEXT NOT NULL,
            subject TEXT NOT NULL,
            outcome TEXT NOT NULL,
            locale TEXT NOT NULL,
            place TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (day, server, command, subject, outcome, locale, place)
        ) STRICT, WITHOUT ROWID
        """,
    ),
    (
        # Until here one key was kept for ever; what was hashed with it is summed over all servers.
        FOLD.format(which="server <> ''"),
        "DELETE FROM counts WHERE server <> ''",
        """
        CREATE TABLE desk_state (
            server TEXT NOT NULL,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (server, name)
        ) STRICT, WITHOUT ROWID
        """,
    ),
)
