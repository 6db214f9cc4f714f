import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.usage.key import make_key, server_hash, server_key
from tests.usage.notices import KEY, Notices


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "usage.key"


def test_the_first_run_makes_a_key_that_only_the_owner_can_read(file: Path) -> None:
    key = server_key(None, file)
    assert len(key) == 32
    assert file.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in file.parent.iterdir()] == ["usage.key"]


def test_the_next_run_finds_the_same_key(file: Path) -> None:
    assert server_key(None, file) == server_key(None, file)


def test_two_keys_are_never_the_same(tmp_path: Path) -> None:
    assert server_key(None, tmp_path / "a" / "usage.key") != server_key(None, tmp_path / "b" / "usage.key")


def test_a_key_that_was_set_goes_before_the_file_and_makes_none(file: Path) -> None:
    assert server_key(SecretStr("a key from the settings"), file) == b"a key from the settings"
    assert not file.exists()


def test_bots_that_start_together_end_up_with_one_key(file: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from bot.usage.key import server_key; sys.stdin.readline();"
        "print(server_key(None, Path(sys.argv[1])).hex())"
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
    assert printed == {server_key(None, file).hex()}


def test_a_key_that_another_bot_made_meanwhile_is_not_replaced(file: Path) -> None:
    make_key(file)
    first = file.read_bytes()
    make_key(file)
    assert file.read_bytes() == first
    assert [entry.name for entry in file.parent.iterdir()] == ["usage.key"]


def test_a_key_that_others_can_read_is_used_and_warned_of(file: Path, notices: Notices) -> None:
    key = server_key(None, file)
    file.chmod(0o644)
    assert server_key(None, file) == key
    (warning,) = notices.texts
    assert "chmod 600" in warning
    assert key.hex() not in warning


@pytest.mark.parametrize("content", [b"", b"short", b"zz" * 32, b"ab" * 31, b"\xff\x00" * 32])
def test_a_file_that_holds_no_key_is_left_and_a_key_for_this_run_is_made(
    file: Path, notices: Notices, content: bytes
) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    file.chmod(0o600)
    first, second = server_key(None, file), server_key(None, file)
    assert first != second
    assert len(first) == 32
    assert file.read_bytes() == content
    assert "does not hold 64 hexadecimal digits" in notices.texts[0]


def test_a_folder_that_cannot_be_made_does_not_stop_the_bot(tmp_path: Path, notices: Notices) -> None:
    (tmp_path / "state").write_text("in the way", encoding="utf-8")
    assert len(server_key(None, tmp_path / "state" / "usage.key")) == 32
    assert "cannot be kept" in notices.texts[0]


@given(st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1))
def test_a_hash_tells_servers_apart_and_shows_neither_id(one: int, other: int) -> None:
    assert (server_hash(KEY, one) == server_hash(KEY, other)) == (one == other)
    assert len(server_hash(KEY, one)) == 16


def test_another_key_gives_another_hash() -> None:
    assert server_hash(KEY, 1) != server_hash(b"another key", 1)


def test_outside_servers_there_is_no_hash() -> None:
    assert server_hash(KEY, None) == ""
