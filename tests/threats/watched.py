"""Processes whose files, connections and children are written down, those of their children too."""

import json
import os
import re
import site
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Event:
    """Something a process has done."""

    process: int
    kind: str
    """`process`, `write`, `network` or `child`."""
    what: list[Any]


class Watch:
    """A Python of its own in a folder, which children inherit as their interpreter: there is no way around it."""

    def __init__(self, folder: Path) -> None:
        self._log = folder / "events"
        packages = folder / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
        packages.mkdir(parents=True)
        hook = Path(__file__).with_name("hook.py").read_text(encoding="utf-8")
        (packages / "sitecustomize.py").write_text(hook.replace('"LOG"', repr(str(self._log))), encoding="utf-8")
        (packages / "installed.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
        (folder / "pyvenv.cfg").write_text(f"home = {Path(sys.base_prefix) / 'bin'}\n", encoding="utf-8")
        self.python = folder / "bin" / "python"
        self.python.parent.mkdir()
        self.python.symlink_to(Path(sys.base_prefix) / "bin" / Path(os.path.realpath(sys.executable)).name)

    def events(self, kind: str) -> list[Event]:
        """What was done of a kind, in order."""
        lines = self._log.read_text(encoding="utf-8").splitlines()
        every = (Event(process, found, what) for process, found, *what in map(json.loads, lines))
        return [event for event in every if event.kind == kind]

    def written(self) -> set[str]:
        """Every path that was opened for writing, made, renamed or deleted."""
        return {_plain(path) for _, path in (event.what for event in self.events("write"))}


def _plain(path: str) -> str:
    """The path in an address of SQLite's."""
    return re.sub(r"^.*?file:(?://)?(/[^?]*).*", r"\1", path)
