"""Folders with more in them than a library has: told before anything in them is read."""

from pathlib import Path

from bot.bounds import DEEPEST_FOLDER, LARGEST_DOCUMENT, LARGEST_FOLDER, MOST_FILES
from bot.bytefile import below
from bot.content.codes import files
from bot.domain.problem import Problem


def overfull(folder: Path) -> Problem | None:
    """A problem where a folder has too many files, files of too many bytes, or folders too deep inside each other."""
    size = 0
    for number, (entry, depth) in enumerate(below(folder, DEEPEST_FOLDER + 1), 1):
        try:
            own = entry.stat(follow_symlinks=False).st_size if entry.is_file(follow_symlinks=False) else 0
        except OSError:
            continue  # it has gone meanwhile
        size += own if own <= LARGEST_DOCUMENT else 0  # a larger one is refused by its name
        if number > MOST_FILES:
            return _refused(folder, f"there are more than {MOST_FILES:,} files in the folder")
        if depth > DEEPEST_FOLDER:
            return _refused(folder, f"its folders lie more than {DEEPEST_FOLDER} deep inside each other")
    if size > LARGEST_FOLDER:
        return _refused(folder, f"its files have {size:,} bytes together; it may hold {LARGEST_FOLDER:,}")
    return None


def _refused(folder: Path, what: str) -> Problem:
    mend = "take away what does not belong into it; nothing of it is read"
    return Problem(folder.name, 1, what, mend, code=files.OVERFULL.code)
