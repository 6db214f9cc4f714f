"""The questions of the golden set, each with what may come first, and the half of the set that it belongs to.

A key of a file is `KIND:ID`, several of them with ` | ` between when each is a good first answer, `ask:` and the ids
that must all be offered, joined by ` & `, `boundary:ID`, or `none`. The half is fixed by the question's own sha256, so
that no question moves when others are added; but all of `worked.yaml` are in the tuning half, and all of
`earlier.yaml`, once written last, in the locked one. Only the tuning half may be looked at when aliases, synonyms or
limits are chosen.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

import yaml

FOLDER = Path(__file__).parent
STRANGERS = FOLDER / "strangers"
"""The folder of questions by people who saw the documents and the titles and nothing else; counted apart, and choices
may be made on them."""
UNSEEN = FOLDER / "unseen"
"""The folder of such questions that are only counted."""
WORKED, EARLIER = "worked", "earlier"


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    wanted: Literal["answer", "ask", "boundary", "none"]
    accepted: tuple[str, ...]
    """`kind:id` of every good first answer; for `ask` of every one that must be offered."""
    file: str

    @property
    def half(self) -> Literal["tuning", "locked"]:
        """`tuning` for the questions that choices are made on, `locked` for those that only measure them."""
        if self.file in {WORKED, EARLIER}:
            return "tuning" if self.file == WORKED else "locked"
        return "tuning" if sha256(self.text.encode()).digest()[0] % 2 else "locked"


def questions(folder: Path = FOLDER) -> list[Question]:
    """All questions of a folder, in the order of the files."""
    return [question for file in sorted(folder.glob("*.yaml")) for question in _of(file)]


def _of(file: Path) -> Iterator[Question]:
    for key, texts in yaml.safe_load(file.read_text(encoding="utf-8")).items():
        wanted, accepted = _wanted(key)
        for text in texts:
            yield Question(str(text), wanted, accepted, file.stem)


def _wanted(key: str) -> tuple[Literal["answer", "ask", "boundary", "none"], tuple[str, ...]]:
    if key == "none":
        return "none", ()
    if key.startswith("ask:"):
        return "ask", tuple(key.removeprefix("ask:").split(" & "))
    if key.startswith("boundary:"):
        return "boundary", (key,)
    return "answer", tuple(key.split(" | "))
