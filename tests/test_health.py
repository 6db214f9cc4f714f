import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import health
from bot.settings import Settings, variables

VALUES = st.sampled_from(["", " ", "state", "elsewhere/kept", "/srv/kept", "~/kept", "a b", "kept.sqlite3", " x "])


def in_folder(folder: Path, **environment: str) -> str | None:
    return health.complaint(folder, environment)


def test_where_no_bot_ever_ran_nobody_serves(tmp_path: Path) -> None:
    complaint = in_folder(tmp_path)
    assert complaint == f"No bot serves on the state folder {tmp_path / 'state'}."


def test_a_file_just_touched_means_that_a_bot_serves(tmp_path: Path) -> None:
    health.touch(health.pulse_file(tmp_path / "state"))
    assert in_folder(tmp_path) is None


@pytest.mark.parametrize("ago", [health.STALE + 5, 86_400, -health.STALE - 5])
def test_a_file_of_another_time_means_that_nobody_serves(tmp_path: Path, ago: float) -> None:
    file = health.pulse_file(tmp_path / "state")
    health.touch(file)
    when = time.time() - ago
    os.utime(file, (when, when))
    complaint = in_folder(tmp_path)
    assert complaint is not None
    assert str(tmp_path / "state") in complaint


def test_what_is_taken_away_means_that_nobody_serves(tmp_path: Path) -> None:
    file = health.pulse_file(tmp_path / "state")
    health.touch(file)
    health.remove(file)
    health.remove(file)
    assert in_folder(tmp_path) is not None


def test_the_file_is_empty_and_its_folder_is_the_users_own(tmp_path: Path) -> None:
    file = health.pulse_file(tmp_path / "state")
    health.touch(file)
    assert file.read_bytes() == b""
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    state=VALUES,
    database=VALUES,
    filed=st.dictionaries(st.sampled_from(["VERBATIM_STATE", "VERBATIM_USAGE_DB"]), VALUES),
)
def test_the_state_folder_is_the_one_of_the_settings(
    tmp_path_factory: pytest.TempPathFactory, state: str, database: str, filed: dict[str, str]
) -> None:
    folder = tmp_path_factory.mktemp("project")
    (folder / ".env").write_text("".join(f"{name}='{value}'\n" for name, value in filed.items()), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        for variable in variables():
            patch.delenv(variable, raising=False)
        patch.setenv("VERBATIM_STATE", state)
        patch.setenv("VERBATIM_USAGE_DB", database)
        assert health.state_folder(folder, os.environ) == Settings.read(folder).state


@pytest.mark.parametrize("written", [b"\xff\xfe", b"no setting", b"VERBATIM_STATE\n"])
def test_a_file_of_settings_that_cannot_be_read_is_left_to_run_to_complain_of(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, written: bytes
) -> None:
    (tmp_path / ".env").write_bytes(written)
    with caplog.at_level("DEBUG"):
        assert in_folder(tmp_path) is not None
    assert not caplog.records


def test_a_line_that_is_wrong_takes_nothing_from_the_others(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("no setting\nVERBATIM_STATE=kept\n'\n", encoding="utf-8")
    assert health.state_folder(tmp_path, {}) == tmp_path / "kept"


def test_asking_loads_neither_discord_nor_pydantic() -> None:
    script = (
        "import sys; from pathlib import Path; from bot import health; health.complaint(Path('nowhere'), {}); "
        "print([name for name in ('discord', 'pydantic', 'dotenv', 'asyncio') if name in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 # our own script
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"
