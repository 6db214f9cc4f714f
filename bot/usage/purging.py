"""Deletes what was counted, for the operator, and says what became of it."""

import asyncio
from datetime import date
from pathlib import Path

from pydantic import SecretStr

from bot.usage.copies import delete_copies
from bot.usage.database import UsageError
from bot.usage.desk_state import DeskState
from bot.usage.key import keys_at_hand
from bot.usage.rows import purge


async def purged(
    path: Path, given: SecretStr | None, key_file: Path, *, before: date | None = None, server: int | None = None
) -> list[str]:
    """Delete all, what is older than a day, or what is of one server; in sentences what went.

    Copies of the database go too, unless only older days do: what is in them cannot be taken apart.

    Raises:
        UsageError: the database cannot be written, or no key is at hand that tells which rows are the server's.
    """
    hashes: tuple[str, ...] | None = None
    if server is not None:
        keys = keys_at_hand(given, key_file)
        if keys is None:
            raise UsageError(
                f"There is no key in {key_file}, without which nobody can tell which counts are those of server "
                f"{server}. Delete all of them by leaving out --server, or restore the key."
            )
        hashes = keys.hashes(server)
    outcome = await purge(path, before=before, servers=hashes)
    said = [f"{_several(outcome.rows, 'row')} deleted."]
    if server is not None and await asyncio.to_thread(path.exists):
        kept = await DeskState(path).forget(str(server))
        said.append(
            f"{_several(kept, 'value')} of its moderators deleted; a bot that runs knows them until it is stopped."
        )
        said.append("What is summed over all servers cannot be taken apart, and stays.")
    if before is None and (copies := await asyncio.to_thread(delete_copies, path)):
        said.append(f"{_several(copies, 'copy')} of the database deleted.")
    if not outcome.whole:
        said.append(
            "Another program is reading the database and keeps old pages alive: what was deleted may still be found in "
            f"{path}. Run this again when that program has ended."
        )
    return said


def _several(number: int, what: str) -> str:
    if number != 1:
        what = f"{what.removesuffix('y')}ies" if what.endswith("y") else f"{what}s"
    return f"{number} {what}"
