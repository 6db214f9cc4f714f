"""Make does what its help says, and .ci/run does what contributors are asked to do."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def made(folder: Path, *arguments: str) -> str:
    """What make prints."""
    return subprocess.run(  # noqa: S603 - our own Makefile
        ["make", *arguments],  # noqa: S607 - make, wherever it is
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_make_alone_lists_every_target_and_says_what_it_does() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    told = re.findall(r"^make ([a-z]+) +\S", made(ROOT), re.MULTILINE)
    assert sorted(told) == sorted(phony.split())


@pytest.mark.parametrize("target", ["run", "test"])
def test_the_first_make_says_how_long_it_takes_before_it_installs(target: str, tmp_path: Path) -> None:
    for name in ("Makefile", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, tmp_path)
    planned = made(tmp_path, "--dry-run", target)
    warned, installed = planned.index("about a minute"), planned.index("pip install")
    assert warned < installed


def test_ci_runs_what_contributors_are_asked_to_run() -> None:
    steps = (ROOT / ".ci" / "run").read_text(encoding="utf-8").rstrip().splitlines()
    assert steps[-2:] == ["make check", "make test"]
    for file in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / file).read_text(encoding="utf-8")
        assert "make check" in text
        assert "make test" in text


def test_contributors_are_told_how_much_the_tests_must_reach() -> None:
    coverage = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["coverage"]
    assert f"must reach {coverage['report']['fail_under']} % of" in (ROOT / "CONTRIBUTING.md").read_text(
        encoding="utf-8"
    )
    assert coverage["run"]["source"] == ["bot/domain", "bot/content", "bot/cards"]
    assert coverage["run"]["branch"] is True
    assert "pytest -n auto --cov " in MAKEFILE
