"""The example file and the settings name the same variables."""

import re
from pathlib import Path

import pytest
from dotenv import dotenv_values

from bot.settings import Settings, variables

EXAMPLE = Path(__file__).parents[2] / ".env.example"


def test_the_example_names_every_variable_and_no_other() -> None:
    assert dotenv_values(EXAMPLE).keys() == variables().keys()


def test_each_variable_of_the_example_has_a_comment_above_it() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if re.match(r"[A-Z_]+=", line):
            assert lines[number - 1].startswith("# "), line


def test_the_example_copied_as_it_is_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in variables():
        monkeypatch.delenv(variable, raising=False)
    without = Settings.read(tmp_path)
    (tmp_path / ".env").write_bytes(EXAMPLE.read_bytes())
    assert Settings.read(tmp_path) == without
