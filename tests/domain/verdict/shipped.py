"""The library as it is shipped, for what people paste is about its texts."""

from datetime import UTC, datetime
from pathlib import Path

from bot.content.load import sound_library

_ROOT = Path(__file__).parents[3]
LIBRARY = sound_library(_ROOT / "seeds", _ROOT / "briefs", datetime.now(UTC).date())
