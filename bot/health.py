"""Whether a bot serves on this machine: asked by a container every half minute, and therefore cheap to ask.

The bot touches a file in the state folder while it serves. Here that file is looked at, and nothing else is imported:
neither discord nor the settings.
"""

import os
import time
from collections.abc import Mapping
from contextlib import suppress
from io import StringIO
from pathlib import Path

EVERY = 15.0
"""Seconds between two touches of the file."""
STALE = 45.0
"""Seconds after which an untouched file means that nobody serves any more."""


def complaint(folder: Path, environment: Mapping[str, str] = os.environ) -> str | None:
    """Why a bot with the settings of this project's folder does not serve, in one sentence; None if it does."""
    file = pulse_file(state_folder(folder, environment))
    try:
        age = time.time() - file.stat().st_mtime
    except OSError:
        return f"No bot serves on the state folder {file.parent}."
    if abs(age) > STALE:  # the clock may have been set back
        return f"The bot on the state folder {file.parent} has not served for {abs(age):.0f} s."
    return None


def pulse_file(state: Path) -> Path:
    """The file that is touched, in a state folder. It is empty."""
    return state / "serving"


def touch(file: Path) -> None:
    """Say that a bot serves now. Raises OSError."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600)
    now = time.time()  # and not the clock of the file system, which may be another machine's
    os.utime(file, (now, now))


def remove(file: Path) -> None:
    """Say that no bot serves any more, as far as that can be said."""
    with suppress(OSError):
        file.unlink()


def state_folder(folder: Path, environment: Mapping[str, str]) -> Path:
    """What `bot.settings` says the state folder is; told apart from it because pydantic takes a while to load."""
    found = _env_file(folder) | {name.upper(): value for name, value in environment.items() if value}
    chosen = found.get("VERBATIM_STATE", "").strip()
    database = found.get("VERBATIM_USAGE_DB", "").strip() or "state/usage.sqlite3"
    try:
        return folder / (Path(chosen).expanduser() if chosen else Path(database).expanduser().parent)
    except RuntimeError:  # nobody here has that home folder: `run` says so
        return folder / (Path(chosen) if chosen else Path(database).parent)


def _env_file(folder: Path) -> dict[str, str]:
    file = folder / ".env"
    try:
        if not file.exists():
            return {}
        from dotenv import dotenv_values  # noqa: PLC0415 # a container has no such file, and need not load what reads it

        from bot.envfile import bindings_in, text_of, too_long  # noqa: PLC0415 # the same

        bindings = bindings_in(text_of(file))
        if any(too_long(bindings)):
            return {}
        # Of a line that is wrong `run` says so; what reads them would print a line of its own.
        text = "".join(binding.original.string for binding in bindings if not binding.error)
        return {name.upper(): value for name, value in dotenv_values(stream=StringIO(text)).items() if value}
    except (OSError, UnicodeDecodeError):  # `run` says what is wrong with it
        return {}
