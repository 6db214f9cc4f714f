"""What commands read before they begin: the settings, the library and the day."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.domain.library import Library
    from bot.settings import Settings

_CHECKOUT = Path(__file__).resolve().parents[2]

FOLDER = _CHECKOUT if (_CHECKOUT / "pyproject.toml").is_file() else Path.cwd()
"""Where `.env` and the content are, unless told otherwise: the checkout, from any working directory; of a program that
was installed from a wheel the working directory."""


def read_settings() -> "Settings":
    """What the operator decided, in the environment and in `.env`. Raises RefusedError."""
    from bot.settings import Settings

    return Settings.read(FOLDER)


def read_library() -> "Library":
    """The library, proved. Raises RefusedError with every problem that it has."""
    from bot.content.load import sound_library
    from bot.domain.garbage import collector_at_rest

    settings = read_settings()
    with collector_at_rest():
        return sound_library(settings.seeds, settings.briefs, today())


def today() -> date:
    """The day, in UTC."""
    return datetime.now(UTC).date()
