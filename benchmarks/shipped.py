"""The library as it is shipped."""

from datetime import UTC, datetime
from pathlib import Path

from bot.content.load import sound_library
from bot.domain.library import Library

ROOT = Path(__file__).parent.parent


def shipped_library() -> Library:
    """Everything in `seeds/` and `briefs/`, read and checked."""
    return sound_library(ROOT / "seeds", ROOT / "briefs", datetime.now(UTC).date())
