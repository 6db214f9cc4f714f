"""Processes whose files, connections and children are written down, those of their children too."""

import json
import os
import re
import site
import sys
from pathlib import Path
from typing import Any


class Watch:
    """A Python of its own in a folder, which children inherit as their interpreter: there is no way around it."""

    def __init__(self, folder: Path) -> None:
        self._log = folder / "events"
        packages = folder / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
        packages.mkdir(parents=True)
        hook = Path(__file__).with_name("hook.py").read_text(encoding="utf-8")
        (packages / "sitecustomize.py").write_text(hook.replace('"LOG"', repr(str(self._log))), encoding="utf-8")
        (packages / "installed.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
        base = Path(sys.base_prefix) / "bin"
        (folder / "pyvenv.cfg").write_text(f"home = {base}\n", encoding="utf-8")
        self.python = folder / "bin" / "python"
        self.python.parent.mkdir()
        self.python.symlink_to(base / Path(os.path.realpath(sys.executable)).name)

    def events(self, kind: str) -> list[list[Any]]:
        """What was done of a kind, in order: `process`, `write`, `folder`, `network` or `child`."""
        every = map(json.loads, self._log.read_text(encoding="utf-8").splitlines())
        return [what for found, *what in every if found == kind]

    def written(self) -> set[str]:
        """Every path that was opened for writing, made, renamed or deleted."""
        return {str(Path(there) / _plain(path)) for _, path, there in self.events("write")}


def _plain(path: str) -> str:
    """The path in an address of SQLite's."""
    return re.sub(r"^file:(?://)?(/[^?]*).*", r"\1", path)
