"""A folder full of bombs, from outside: the command ends soon with sentences, and the bot goes on as it was."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.charts.charts import Charts
from bot.current import Current
from bot.domain.problem import ProblemsError
from bot.report import whole_snapshot
from bot.sources import Sources
from bot.words.catalogue import ENGLISH, Catalogue

SECONDS, BYTES = 60, 1_000_000_000
"""Processor time and memory that a command is given: far more than it takes, and far less than a bomb would."""


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    content = Path(shutil.copytree(root / "tests/content/small", tmp_path / "content"))
    (content / "moderation.yaml").write_text("{}\n", encoding="utf-8")
    return content


def bomb(folder: Path) -> None:
    """Put something into every kind of file that would take for ever, or fill the memory."""
    with (folder / "seeds" / "harbour.txt").open("wb") as file:
        file.truncate(50_000_000)
    with (folder / "briefs" / "notes.yaml").open("wb") as file:
        file.truncate(100_000_000)
    os.mkfifo(folder / "briefs" / "topics" / "pipe.yaml")
    for name, text in {
        "briefs/glossary.yaml": "a: &a [x]\n" + "b: [" + "*a, " * 100_000 + "]\n",
        "briefs/figures.yaml": "a: " + "[" * 10_000,
        "briefs/timeline.yaml": "".join(f"k{at}: {{a: b}}\n" for at in range(30_000)),
        "briefs/people.yaml": "\t" * 900_000,
        "briefs/asked/en.yaml": "".join(f"brief:k{at}: x y\n" for at in range(20_000)),
        "moderation.yaml": "".join(f"k{at}:\n" for at in range(60_000)),
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def run(root: Path, folder: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs a command on the folder, with bounds on what it may take."""

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))

    def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        settings = {f"VERBATIM_{name.upper()}": str(folder / name) for name in ("seeds", "briefs")}
        return subprocess.run(  # noqa: S603 - our own program; no thread runs between fork and exec
            [sys.executable, "-m", "bot", *arguments],
            input=given,
            env=os.environ
            | settings
            | {"VERBATIM_MODERATION": str(folder / "moderation.yaml"), "PYTHONIOENCODING": "utf-8"},
            cwd=root,
            capture_output=True,
            check=False,
            preexec_fn=bounded,
        )

    return run


def test_a_check_of_nothing_but_bombs_ends_soon_with_sentences(
    folder: Path, run: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    bomb(folder)
    checked = run("check")
    assert checked.returncode == 1
    assert b"Traceback" not in checked.stdout + checked.stderr
    lines = checked.stdout.decode().splitlines()
    for beginning in (
        "seeds/documents.yaml:2: V003 'harbour.txt' has 50,000,000 bytes;",
        "briefs/notes.yaml:1: V003 the file has 100,000,000 bytes;",
        "briefs/topics/pipe.yaml:1: V001 the file cannot be read (it is a pipe",
        "briefs/glossary.yaml:1: V009 '&a' names a place",
        "briefs/figures.yaml:1: V013 the file is nested more than 20 deep",
        "briefs/people.yaml:1: V0",
        "moderation.yaml:1: V016 there are 60,000 problems here",
    ):
        assert any(line.startswith(beginning) for line in lines), beginning
    assert len(lines) < 10_000


def test_texts_that_are_no_text_or_too_long_end_nothing(
    run: Callable[..., subprocess.CompletedProcess[bytes]],
) -> None:
    searched = run("search", "-", "--json", given=b"\xff\xfe ferry\n" + b"ferry " * 10_000 + b"\n")
    assert searched.returncode == 1
    assert searched.stdout.count(b"\n") == 1
    assert searched.stderr == b"Line 2 has more than 20,000 characters; give a part of it.\n"


async def test_a_reload_of_bombs_changes_nothing(folder: Path, today: date) -> None:
    catalogue = Catalogue.load()
    sources = Sources(folder / "seeds", folder / "briefs", folder / "moderation.yaml")
    charts = Charts(catalogue.words(ENGLISH), seconds=0)
    current = Current(sources, whole_snapshot(sources, catalogue, today), charts)
    before = current.snapshot
    bomb(folder)
    with pytest.raises(ProblemsError) as refused:
        await current.reload()
    assert current.snapshot is before
    assert current.problems == refused.value.problems
