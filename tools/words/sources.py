"""Where the packages are that the lists are made from; they are read as files and never imported."""

import sysconfig
from pathlib import Path


def source(name: str) -> Path:
    """A file of an installed package."""
    return Path(sysconfig.get_paths()["purelib"]) / name
