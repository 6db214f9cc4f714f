"""The library as it is shipped, for what people paste is about its texts."""

from datetime import date
from pathlib import Path

from bot.content.load import sound_library

_ROOT = Path(__file__).parents[3]
LIBRARY = sound_library(_ROOT / "seeds", _ROOT / "briefs", date.max)
"""As it is on the last of all days, so that no clock can be behind a review."""
