import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.process import Run
from tests.examples import SMALL


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small library, with a place for the bot's own files."""
    shutil.copytree(SMALL, tmp_path / "small")
    return tmp_path / "small"


@pytest.fixture
def environment(small: Path, root: Path) -> dict[str, str]:
    """An environment in which the small library is the content and nothing else is set."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("VERBATIM_", "DISCORD_"))}
    return kept | {
        "PYTHONPATH": str(root),
        "VERBATIM_SEEDS": str(small / "seeds"),
        "VERBATIM_BRIEFS": str(small / "briefs"),
        "VERBATIM_MODERATION": str(root / "moderation.yaml"),
        "VERBATIM_USAGE_DB": str(small / "state" / "usage.sqlite3"),
        "VERBATIM_SANDBOX_PORT": "0",
        "COLUMNS": "200",
    }


@pytest.fixture
def bot(environment: dict[str, str], tmp_path: Path) -> Run:
    """Run a command, from another folder than the project's."""

    def run(*arguments: str, given: str = "", **changes: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "bot", *arguments],
            input=given,
            env=environment | changes,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    return run
