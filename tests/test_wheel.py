"""The built wheel, installed where there is no checkout."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.examples import SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]

PACKAGES = ("bot", "discord_sandbox")


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, so that the checkout is left as it is; without isolation, so that nothing is fetched."""
    source = tmp_path_factory.mktemp("source")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(root / name, source)
    for package in PACKAGES:
        shutil.copytree(root / package, source / package, ignore=shutil.ignore_patterns("__pycache__"))
    _pip("wheel", "--no-build-isolation", "--wheel-dir", source / "dist", source)
    return next((source / "dist").glob("verbatim-*.whl"))


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program in an environment of its own, which takes the libraries, and them alone, from ours."""
    environment = tmp_path_factory.mktemp("fresh") / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)  # noqa: S603 - Python's own
    _pip("--python", environment, "install", wheel)
    # A path in a .pth file is searched, but the .pth files in it, such as that of our own checkout, are not read.
    (site,) = environment.glob("lib/python*/site-packages")
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return environment / "bin" / "verbatim"


def _pip(*arguments: str | Path) -> None:
    place, rest = (arguments[:2], arguments[2:]) if arguments[0] == "--python" else ((), arguments)
    offline = [rest[0], "--quiet", "--no-index", "--no-deps", *rest[1:]]
    subprocess.run([sys.executable, "-m", "pip", *place, *offline], check=True)  # noqa: S603 - Python's own


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder with a library, where an operator would work."""
    shutil.copytree(SMALL, tmp_path / "library")
    shutil.copy(SMALL.parents[2] / "moderation.yaml", tmp_path / "library")
    return tmp_path / "library"


@pytest.fixture
def verbatim(program: Path, tmp_path: Path) -> Run:
    """Run the installed program, outside the checkout and with no variable of ours set."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("VERBATIM_", "DISCORD_", "PYTHON"))
    }

    def run(*arguments: str, cwd: Path = tmp_path, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 - our own program
            [program, *arguments], env=kept | variables, cwd=cwd, capture_output=True, text=True, check=False
        )

    return run


def given(library: Path) -> dict[str, str]:
    return {
        "VERBATIM_SEEDS": str(library / "seeds"),
        "VERBATIM_BRIEFS": str(library / "briefs"),
        "VERBATIM_MODERATION": str(library / "moderation.yaml"),
    }


def test_whatever_is_no_code_is_in_the_wheel_too(root: Path, wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    wanted: Sequence[str] = [
        path.relative_to(root).as_posix()
        for package in PACKAGES
        for path in (root / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name != "README.md"
    ]
    assert "bot/py.typed" in wanted
    assert set(wanted) - packed == set()
    assert {name.split("/")[0] for name in packed if ".dist-info" not in name} == set(PACKAGES)


def test_the_installed_program_says_its_version(verbatim: Run, wheel: Path) -> None:
    told = verbatim("--version")
    assert told.returncode == 0, told.stderr
    assert told.stdout.split()[-1] == wheel.name.split("-")[1]


def test_the_installed_program_checks_a_library_it_is_given(verbatim: Run, library: Path) -> None:
    checked = verbatim("check", **given(library))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "0 problems" in checked.stdout
    (library / "briefs" / "notes.yaml").write_text("", encoding="utf-8")
    assert verbatim("check", **given(library)).returncode == 1


def test_the_installed_program_searches_a_library_it_is_given(verbatim: Run, library: Path) -> None:
    told = json.loads(verbatim("search", "--json", "why did the ferry stop", **given(library)).stdout)
    assert (told["outcome"], told["results"][0]["id"]) == ("match", "ferry")


def test_the_installed_program_writes_pages(verbatim: Run, library: Path) -> None:
    assert verbatim("show", "ferry", "--html", **given(library)).stdout.lower().startswith("<!doctype html>")


def test_the_installed_program_starts_from_the_folder_it_is_called_in(verbatim: Run, library: Path) -> None:
    assert verbatim("check", cwd=library).returncode == 0
    (library / ".env").write_text("VERBATIM_LOG_LEVEL=LOUD\n", encoding="utf-8")
    refused = verbatim("check", cwd=library)
    assert refused.returncode == 1
    assert "VERBATIM_LOG_LEVEL" in refused.stderr


def test_the_installed_program_says_where_it_looked_for_content_that_is_not_there(
    verbatim: Run, tmp_path: Path
) -> None:
    refused = verbatim("search", "why did the ferry stop", cwd=tmp_path)
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr
