import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.usage.key import Key, Keys, keys_at_hand, make_keys, read_keys
from tests.usage.notices import KEYS, Notices

TODAY = date(2026, 11, 27)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "usage.key"


def the_key(file: Path) -> bytes:
    """What the file holds as the present key."""
    return bytes.fromhex(file.read_text(encoding="ascii").splitlines()[0].split()[1])


def test_the_first_run_makes_a_key_that_only_the_owner_can_read(file: Path) -> None:
    read_keys(None, file, TODAY)
    assert len(the_key(file)) == 32
    assert file.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in file.parent.iterdir()] == ["usage.key"]


def test_the_next_run_finds_the_same_key(file: Path) -> None:
    assert read_keys(None, file, TODAY).hash(1) == read_keys(None, file, TODAY + timedelta(days=400)).hash(1)


def test_two_keys_are_never_the_same(tmp_path: Path) -> None:
    one, other = (read_keys(None, tmp_path / name / "usage.key", TODAY) for name in "ab")
    assert one.hash(1) != other.hash(1)


def test_a_key_that_was_set_goes_before_the_file_is_never_renewed_and_makes_none(file: Path) -> None:
    keys = read_keys(SecretStr("a key from the settings"), file, TODAY)
    before = keys.hash(1)
    keys.change_if_due(TODAY + timedelta(days=1000))
    assert keys.are_fixed
    assert keys.hash(1) == before == Keys.fixed(b"a key from the settings").hash(1)
    assert not file.exists()


def test_a_key_lasts_31_days_and_is_held_for_as_long_again(file: Path) -> None:
    keys = read_keys(None, file, TODAY)
    first = keys.hash(1)
    keys.change_if_due(TODAY + timedelta(days=30))
    assert keys.hashes(1) == (first,)
    keys.change_if_due(TODAY + timedelta(days=31))
    second = keys.hash(1)
    assert keys.hashes(1) == (second, first)
    keys.change_if_due(TODAY + timedelta(days=61))
    assert keys.hashes(1) == (second, first)
    keys.change_if_due(TODAY + timedelta(days=62))
    assert keys.hashes(1)[1:] == (second,)
    assert read_keys(None, file, TODAY).hashes(1) == keys.hashes(1)
    assert len(file.read_text(encoding="ascii").splitlines()) == 2


def test_a_key_that_was_not_used_for_long_is_not_kept_as_the_one_before(file: Path) -> None:
    keys = read_keys(None, file, TODAY)
    before = keys.hash(1)
    keys.change_if_due(TODAY + timedelta(days=90))
    assert len(keys.hashes(1)) == 1
    assert before not in keys.hashes(1)


def test_a_key_of_a_day_to_come_was_begun_by_a_wrong_clock_and_does_not_last_until_then(file: Path) -> None:
    keys = read_keys(None, file, date(2099, 1, 1))
    before = keys.hash(1)
    keys.change_if_due(TODAY)
    assert keys.hash(1) != before


def test_the_key_of_an_earlier_version_which_lasted_for_ever_is_replaced_at_once(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("ab" * 32 + "\n", encoding="ascii")
    keys = read_keys(None, file, TODAY)
    assert keys.complete
    assert keys.hashes(1) != (Key(b"\xab" * 32).hash(1),)
    assert "ab" * 32 not in file.read_text(encoding="ascii")
    assert read_keys(None, file, TODAY).hashes(1) == keys.hashes(1)


def test_where_the_file_cannot_be_written_the_old_key_is_used_on_and_it_is_said(file: Path, notices: Notices) -> None:
    keys = read_keys(None, file, TODAY)
    before = keys.hashes(1)
    file.unlink()
    file.parent.rmdir()
    keys.change_if_due(TODAY + timedelta(days=40))
    assert keys.hashes(1) == before
    assert "cannot be written" in notices.texts[-1]


def test_without_a_file_there_is_no_key_at_hand_and_none_is_made(file: Path) -> None:
    assert keys_at_hand(None, file) is None
    assert not file.parent.exists()
    assert keys_at_hand(SecretStr("a key from the settings"), file) is not None


def test_bots_that_start_together_end_up_with_one_key(file: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from datetime import date; from bot.usage.key import read_keys;"
        "sys.stdin.readline();"
        "print(read_keys(None, Path(sys.argv[1]), date(2026, 1, 1)).hash(1))"
    )
    children = [
        subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-c", program, file], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for _ in range(4)
    ]
    for child in children:
        assert child.stdin is not None
        child.stdin.write(b"go\n")
        child.stdin.flush()
    printed = {child.communicate(timeout=60)[0].decode().strip() for child in children}
    assert printed == {read_keys(None, file, TODAY).hash(1)}


def test_a_key_that_another_bot_made_meanwhile_is_not_replaced(file: Path) -> None:
    make_keys(file, TODAY)
    first = file.read_bytes()
    make_keys(file, TODAY)
    assert file.read_bytes() == first
    assert [entry.name for entry in file.parent.iterdir()] == ["usage.key"]


def test_a_key_that_others_can_read_is_used_and_warned_of(file: Path, notices: Notices) -> None:
    before = read_keys(None, file, TODAY).hash(1)
    file.chmod(0o644)
    assert read_keys(None, file, TODAY).hash(1) == before
    (warning,) = notices.texts
    assert "chmod 600" in warning
    assert the_key(file).hex() not in warning


@pytest.mark.parametrize("content", [b"", b"short", b"zz" * 32, b"ab" * 31, b"2026-01-01 ab", b"\xff\x00" * 32])
def test_a_file_that_holds_no_key_is_left_and_a_key_for_this_run_is_made(
    file: Path, notices: Notices, content: bytes
) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    file.chmod(0o600)
    first, second = read_keys(None, file, TODAY), read_keys(None, file, TODAY)
    assert first.hash(1) != second.hash(1)
    assert not first.complete
    assert not first.are_fixed
    assert file.read_bytes() == content
    assert "does not hold a day and 64 hexadecimal digits" in notices.texts[0]


def test_a_folder_that_cannot_be_made_does_not_stop_the_bot(tmp_path: Path, notices: Notices) -> None:
    (tmp_path / "state").write_text("in the way", encoding="utf-8")
    assert read_keys(None, tmp_path / "state" / "usage.key", TODAY).hash(1)
    assert "cannot be kept" in notices.texts[0]


@given(st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1))
def test_a_hash_tells_servers_apart_and_shows_neither_id(one: int, other: int) -> None:
    assert (KEYS.hash(one) == KEYS.hash(other)) == (one == other)
    assert len(KEYS.hash(one)) == 8 + 1 + 16


def test_another_key_gives_another_hash_and_another_name() -> None:
    other = Keys.fixed(b"another key")
    assert KEYS.hash(1) != other.hash(1)
    assert KEYS.names != other.names
    assert KEYS.hash(1).startswith(KEYS.names[0])


def test_outside_servers_there_is_no_hash() -> None:
    assert KEYS.hash(None) == ""
