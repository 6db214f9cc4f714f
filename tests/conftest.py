"""What every test may ask for."""

from datetime import date
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
def today() -> date:
    """A day on which the shipped content is not yet due for review."""
    return date(2026, 11, 22)
