"""What goes by itself, and when: with a clock that is put forward, and real files."""

import asyncio
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.usage.copies import delete_copies, set_aside
from bot.usage.key import Keys, read_keys
from bot.usage.log import UsageLog
from bot.usage.rows import rows
from tests.usage.notices import KEYS, table

SERVER, OTHER = 987654321098765432, 123456789012345678
FIRST = date(2026, 1, 1)


def days(number: int) -> date:
    return FIRST + timedelta(days=number)


async def lived(path: Path, keys: Keys, on: Iterable[int], kept_days: int = 400) -> None:
    """One bot after another, each on a day, with a count in two servers and the same in none."""
    for number in on:
        async with UsageLog(path, keys, kept_days=kept_days, this_day=lambda number=number: days(number)) as usage:
            for server in (SERVER, OTHER):
                usage.count("brief", "match", place="server", server=server, subject="numbers")


def servers(path: Path) -> set[object]:
    return {row[1] for row in table(path)}


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return read_keys(None, tmp_path / "usage.key", FIRST)


async def test_counts_older_than_they_are_kept_go(path: Path) -> None:
    await lived(path, KEYS, range(32), kept_days=30)
    assert {row.day for row in await rows(path)} == {days(number).isoformat() for number in range(1, 32)}


async def test_a_running_bot_deletes_old_counts_on_a_new_day_without_being_asked_anything(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await lived(path, KEYS, range(31), kept_days=30)
    assert FIRST.isoformat() in {row[0] for row in table(path)}
    monkeypatch.setattr("bot.usage.log.LOOKS_AT_THE_DAY", 0.01)
    monkeypatch.setattr("bot.usage.log.PAUSE", 0.01)
    today = days(30)
    async with UsageLog(path, KEYS, kept_days=30, this_day=lambda: today), asyncio.timeout(20):
        today = days(31)
        while FIRST.isoformat() in {row[0] for row in table(path)}:  # noqa: ASYNC110 - nothing is said of it
            await asyncio.sleep(0.01)


async def test_when_a_key_is_deleted_its_counts_are_summed_over_all_servers(path: Path, keys: Keys) -> None:
    await lived(path, keys, [0])
    first = keys.hashes(SERVER) + keys.hashes(OTHER)
    await lived(path, keys, range(1, 62))
    assert set(first) <= servers(path), "the key before is kept"
    total = sum(row.count for row in await rows(path))
    await lived(path, keys, [62])
    assert not set(first) & servers(path)
    assert servers(path) - {""} == set(keys.hashes(SERVER)[1:] + keys.hashes(OTHER)[1:])
    assert sum(row.count for row in await rows(path)) == total + 2
    old = [row for row in table(path) if row[0] == FIRST.isoformat()]
    assert [(row[1], row[7]) for row in old] == [("", 2)]
    assert all(hash_.encode() not in file.read_bytes() for hash_ in first for file in path.parent.iterdir())


@pytest.mark.parametrize("jump", [4000, -4000])
async def test_a_clock_that_jumps_renews_and_deletes_nothing_until_it_has_seen_two_days(
    path: Path, keys: Keys, tmp_path: Path, jump: int
) -> None:
    await lived(path, keys, [0, 1])
    before, file = servers(path), (tmp_path / "usage.key").read_bytes()
    await lived(path, keys, [jump, jump])
    assert (tmp_path / "usage.key").read_bytes() == file
    assert before <= servers(path)
    assert {days(0).isoformat(), days(1).isoformat()} <= {row.day for row in await rows(path)}
    await lived(path, keys, [jump + 1])
    assert (tmp_path / "usage.key").read_bytes() != file
    if jump > 0:
        assert days(0).isoformat() not in {row.day for row in await rows(path)}


async def test_a_clock_that_is_put_right_before_two_days_were_seen_has_done_nothing(
    path: Path, keys: Keys, tmp_path: Path
) -> None:
    await lived(path, keys, [0, 1])
    file = (tmp_path / "usage.key").read_bytes()
    await lived(path, keys, [4000, 2, 3])
    assert (tmp_path / "usage.key").read_bytes() == file
    assert {days(0).isoformat(), days(3).isoformat()} <= {row.day for row in await rows(path)}


async def test_another_fixed_key_sums_what_was_counted_under_the_one_before_at_once(path: Path) -> None:
    await lived(path, KEYS, [0, 1])
    other = Keys.fixed(b"another key of the tests")
    await lived(path, other, [2])
    assert servers(path) == {"", other.hash(SERVER), other.hash(OTHER)}


async def test_a_key_for_one_run_alone_takes_nothing_from_those_that_could_not_be_read(
    path: Path, keys: Keys, tmp_path: Path
) -> None:
    await lived(path, keys, [0, 1])
    before = servers(path)
    (tmp_path / "usage.key").write_text("unreadable", encoding="ascii")
    await lived(path, read_keys(None, tmp_path / "usage.key", days(2)), [2, 3])
    assert before <= servers(path)


def test_copies_go_after_seven_days_and_not_before(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"damaged")
    path.with_name(f"{path.name}-wal").write_bytes(b"its journal")
    aside = set_aside(path, FIRST)
    path.write_bytes(b"the new one")
    assert delete_copies(path, days(6)) == 0
    assert aside.read_bytes() == b"damaged"
    assert delete_copies(path, days(7)) == 2
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_copy_from_a_day_to_come_is_kept_from_today_on(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"damaged")
    aside = set_aside(path, days(4000))
    assert delete_copies(path, days(0)) == 0
    assert delete_copies(path, days(6)) == 0
    assert aside.exists()
    assert delete_copies(path, days(7)) == 1


async def test_a_bot_deletes_the_copies_of_its_own_database(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"damaged")
    aside = set_aside(path, FIRST)
    await lived(path, KEYS, range(7))
    assert aside.exists()
    await lived(path, KEYS, [7])
    assert not aside.exists()
