"""Where everything is read from."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a snapshot is read from."""

    seeds: Path
    briefs: Path
    moderation: Path

    def digest(self) -> str:
        """The sha256 of every file with its name; a file that cannot be read counts by its name alone."""
        whole = sha256()
        for folder in (self.seeds, self.briefs):
            for file in sorted(file for file in folder.rglob("*") if file.is_file()):
                whole.update(f"{file.relative_to(folder)}\0".encode())
                whole.update(_bytes_of(file))
        whole.update(_bytes_of(self.moderation))
        return whole.hexdigest()


def _bytes_of(file: Path) -> bytes:
    try:
        return sha256(file.read_bytes()).digest()
    except OSError:
        return b""
