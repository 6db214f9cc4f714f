"""YAML files that nothing reads: most likely misnamed, or in the wrong folder."""

from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.content.codes.files import UNKNOWN_FILE
from bot.content.read import listed, path_in
from bot.domain.problem import Problem

_SINGLE = frozenset(
    {
        "documents.yaml",
        "figures.yaml",
        "timeline.yaml",
        "glossary.yaml",
        "notes.yaml",
        "people.yaml",
        "boundaries.yaml",
        "corrections.yaml",
        "library.yaml",
        "wording.yaml",
    }
)
"""Files of which there is one each."""
_MEND = "move {} to topics/, evidence/, instruments/ or asked/ with the ending .yaml, or delete {}"


@dataclass(frozen=True, slots=True)
class Stray:
    """A file that nothing reads, or a folder of them, and what the items would be called."""

    problem: Problem
    stems: tuple[str, ...]


def strays(root: Path, known: Container[str]) -> Iterator[Stray]:
    """The YAML files below a folder that are not among the known paths; a folder without any known one counts once."""
    folders: defaultdict[Path, list[Path]] = defaultdict(list)
    read: set[Path] = set()
    for file in listed(root, "**/*.y*ml"):
        if path_in(file, root) in known:
            read.add(file.parent)
        else:
            folders[file.parent].append(file)
    for folder, files in folders.items():
        if folder == root or folder in read or len(files) == 1:
            for file in files:
                meant = f"{file.stem.lower()}.yaml"
                mend = f"call it {meant}" if meant in _SINGLE - {file.name} else _MEND.format("it", "it")
                yield _stray(path_in(file, root), "nothing reads this file", mend, file)
        else:
            what = f"nothing reads the {len(files)} files in this folder"
            yield _stray(path_in(folder, root), what, _MEND.format("them", "them"), *files)


def _stray(path: str, what: str, mend: str, *files: Path) -> Stray:
    return Stray(Problem(path, 1, what, mend, code=UNKNOWN_FILE.code), tuple(file.stem for file in files))
