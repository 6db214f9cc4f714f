"""Folders with more in them than a library has: told before anything in them is read."""

from pathlib import Path

from bot.bounds import DEEPEST_FOLDER, LARGEST_DOCUMENT, LARGEST_FOLDER, MOST_FILES
from bot.bytefile import below
from bot.content.codes import files
from bot.domain.problem import Problem


def overfull(folder: Path) -> Problem | None:
    """A problem where a folder has too many files, files of too many bytes, or folders too deep inside each other."""
    number = size = 0
    for entry, depth in below(folder, DEEPEST_FOLDER + 1):
        number += 1
        try:
            own = entry.stat(follow_symlinks=False).st_size if entry.is_file(follow_symlinks=False) else 0
        except OSError:
            continue  # it has gone meanwhile
        size += own if own <= LARGEST_DOCUMENT else 0  # a larger one is refused by its name
        what = (
            f"there are more than {MOST_FILES:,} files in the folder"
            if number > MOST_FILES
            else f"its folders lie more than {DEEPEST_FOLDER} deep inside each other"
            if depth > DEEPEST_FOLDER
            else ""
        )
        if what:
            return _refused(folder, what)
    too_much = f"its files have {size:,} bytes together; it may hold {LARGEST_FOLDER:,}"
    return _refused(folder, too_much) if size > LARGEST_FOLDER else None


def _refused(folder: Path, what: str) -> Problem:
    mend = "take away what does not belong into it; nothing of it is read"
    return Problem(folder.name, 1, what, mend, code=files.OVERFULL.code)
