"""The library as it is shipped."""

from datetime import UTC, datetime
from pathlib import Path

from bot.content.shelf import Stock
from bot.domain.library import Library

ROOT = Path(__file__).parent.parent


def shipped_library() -> Library:
    """Everything in `seeds/` and `briefs/`, read and checked."""
    return Stock.load(ROOT / "seeds", ROOT / "briefs", datetime.now(UTC).date()).library
