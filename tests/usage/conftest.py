import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.usage.notices import Notices


@pytest.fixture
def notices() -> Iterator[Notices]:
    """What the usage log says at every level; all of it is said in the thread of the test."""
    handler = Notices()
    logger = logging.getLogger("bot.usage")
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    yield handler
    logger.setLevel(logging.NOTSET)
    logger.removeHandler(handler)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "usage.sqlite3"
