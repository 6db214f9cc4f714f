"""What every test may ask for."""

import gc
import re
import sys
from collections.abc import Generator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from bot.domain.library import Library
    from bot.domain.search import Finder
    from bot.domain.verdict import Checker

settings.register_profile("verbatim", deadline=None)  # no test asserts how long something takes
settings.load_profile("verbatim")

ROOT = Path(__file__).parent.parent
UNCOUNTED = [ROOT / "tests" / part for part in ("discord_sandbox", "faults", "fuzz", "mutations", "usage")]
"""Tests that reach nothing of which every line and branch is to be reached, or nothing that others do not."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count no lines and branches there: counting makes tests two to four times as slow."""
    for item in items:
        if any(folder in item.path.parents for folder in UNCOUNTED):
            item.add_marker(pytest.mark.no_cover)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """In a worker two counters run, and pytest-cov 7.1 stops one of them for such a test: the other would take over."""
    counting = sys.gettrace()
    if item.get_closest_marker("no_cover"):
        sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(counting)


def pytest_collection_finish() -> None:
    """Tests and modules stay until the end: the collector of garbage need not look at them again and again."""
    gc.collect()
    gc.freeze()


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


# What needs no library is to start without the program: the hooks before a commit are such tests.


@pytest.fixture(scope="session")
def shipped() -> "Library":
    """The library that comes with the project."""
    from tests.shipped import library  # noqa: PLC0415 - see above

    return library()


@pytest.fixture(scope="session")
def finder() -> "Finder":
    """Search in the shipped library, where a test has none of its own."""
    from tests.shipped import finder  # noqa: PLC0415 - see above

    return finder()


@pytest.fixture(scope="session")
def checker() -> "Checker":
    """What checks quotations against the shipped library, likewise."""
    from tests.shipped import checker  # noqa: PLC0415 - see above

    return checker()
