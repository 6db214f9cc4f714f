"""The library as it is shipped, with what searches it and checks against it: each is made once for all tests."""

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from bot.content.load import examine
from bot.content.moderation import Moderation
from bot.domain.library import Library
from bot.domain.search import Finder
from bot.domain.verdict import Checker
from bot.snapshot import Snapshot

_ROOT = Path(__file__).parents[1]


@cache
def library() -> Library:
    """As it is on the last of all days, so that no clock can be behind a review; few tests mind whether it is sound."""
    found = examine(_ROOT / "seeds", _ROOT / "briefs", date.max).library
    assert found is not None
    return found


@cache
def finder() -> Finder:
    return Finder(library())


@cache
def checker() -> Checker:
    return Checker(library())


@cache
def snapshot() -> Snapshot:
    """All of it in force, with moderators who have decided nothing."""
    return Snapshot(library(), finder(), checker(), Moderation(), datetime.now(UTC))
