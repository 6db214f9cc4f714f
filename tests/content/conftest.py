"""What the tests of reading share."""

import shutil
from pathlib import Path

import pytest

from tests.examples import SMALL


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small library."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    return tmp_path
