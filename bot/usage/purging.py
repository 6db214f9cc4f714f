"""Deletes what was counted, for the operator, and says what became of it."""

import asyncio
from datetime import date
from pathlib import Path

from pydantic import SecretStr

from bot.usage.copies import delete_copies
from bot.usage.database import UsageError, is_there
from bot.usage.desk_state import DeskState
from bot.usage.key import Keys, keys_at_hand
from bot.usage.rows import purge


async def purged(
    path: Path, given: SecretStr | None, key_file: Path, *, before: date | None = None, server: int | None = None
) -> list[str]:
    """Delete all, what is older than a day, or what is of one server; in sentences what went.

    Copies of the database go too, unless only older days do: what is in them cannot be taken apart.

    Raises:
        UsageError: the database cannot be written, or no key is at hand that tells which rows are the server's;
            what its moderators decided is deleted even then.
    """
    if server is not None:
        return await _purged_of(server, path, keys_at_hand(given, key_file), key_file)
    outcome = await purge(path, before=before)
    said = [f"{_several(outcome.rows, 'row')} deleted."]
    if before is None:
        said += await _copies_deleted(path)
    return said if outcome.whole else [*said, _kept_alive(path)]


async def _purged_of(server: int, path: Path, keys: Keys | None, key_file: Path) -> list[str]:
    """What moderators decided stands under the server's id: it goes whether or not a key is at hand."""
    outcome = await purge(path, servers=keys.hashes(server) if keys else ())
    kept = await DeskState(path).forget(str(server)) if await asyncio.to_thread(is_there, path) else 0
    decided = [
        f"{_several(kept, 'value')} of its moderators deleted; a bot that runs knows them until it is stopped.",
        *await _copies_deleted(path),
        *(() if outcome.whole else (_kept_alive(path),)),
    ]
    if keys is None:
        raise UsageError(
            f"There is no key in {key_file}, without which nobody can tell which counts are those of server {server}: "
            f"they stay. {' '.join(decided)} Delete all counts by leaving out --server, or restore the key."
        )
    return [
        f"{_several(outcome.rows, 'row')} deleted.",
        *decided,
        "What is summed over all servers cannot be taken apart, and stays.",
    ]


async def _copies_deleted(path: Path) -> list[str]:
    try:
        copies = await asyncio.to_thread(delete_copies, path)
    except FileNotFoundError:  # there is no folder
        copies = 0
    except OSError as error:
        raise UsageError(f"Counts were deleted, but copies of {path} could not be ({error.strerror}).") from error
    return [f"{_several(copies, 'copy')} of the database deleted."] if copies else []


def _kept_alive(path: Path) -> str:
    return (
        "Another program is reading the database and keeps old pages alive: what was deleted may still be found in "
        f"{path}. Run this again when that program has ended."
    )


def _several(number: int, what: str) -> str:
    if number != 1:
        what = f"{what.removesuffix('y')}ies" if what.endswith("y") else f"{what}s"
    return f"{number} {what}"
