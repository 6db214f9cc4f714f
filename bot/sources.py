"""Where everything is read from."""

import os
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path

from bot.bounds import DEEPEST_FOLDER, LARGEST_DOCUMENT, MOST_FILES
from bot.bytefile import below, bytes_of


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a snapshot is read from."""

    seeds: Path
    briefs: Path
    moderation: Path

    def digest(self) -> str:
        """The sha256 of every file with its name; one that cannot be read, or is too large, counts by its name alone.

        Of a folder with more files than a library has those beyond are not counted: it is never loaded.
        """
        whole = sha256()
        for folder in (self.seeds, self.briefs):
            files = [Path(entry.path) for entry, _ in islice(below(folder, DEEPEST_FOLDER), MOST_FILES + 1)]
            for file in sorted(file for file in files if file.is_file()):
                whole.update(os.fsencode(file.relative_to(folder)) + b"\0")
                whole.update(_digest_of(file))
        whole.update(_digest_of(self.moderation))
        return whole.hexdigest()


def _digest_of(file: Path) -> bytes:
    try:
        return sha256(bytes_of(file, LARGEST_DOCUMENT)).digest()
    except OSError:
        return b""
