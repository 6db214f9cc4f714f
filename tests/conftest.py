"""What every test may ask for."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("verbatim", deadline=None)  # no test asserts how long something takes
settings.load_profile("verbatim")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def today(root: Path) -> date:
    """The day it is; on a machine whose clock is behind the content, the day on which that was reviewed last.

    No test may mind when that is, nor whether the shipped content is due for another review.
    """
    texts = [file.read_text(encoding="utf-8") for file in (root / "briefs" / "topics").glob("*.yaml")]
    reviews = re.findall(r"^reviewed: (\d{4}-\d\d-\d\d)$", "\n".join(texts), re.MULTILINE)
    return max(datetime.now(UTC).date(), *map(date.fromisoformat, reviews))
