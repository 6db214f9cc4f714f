"""A file in a wrong place is one problem that says where it belongs; what is wrong only because of that is counted."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.content.load import examine
from bot.domain.problem import Problem

SMALL = Path(__file__).parent / "small"


@pytest.mark.parametrize(
    ("file", "to", "belongs"),
    [
        ("topics/ferry.yaml", "evidence/ferry.yaml", "this looks like a briefing, which evidence/ is not for; move it"),
        ("topics/ferry.yaml", "asked/ferry.yaml", "move it to topics/"),
        ("evidence/harbour-2001.yaml", "topics/harbour-2001.yaml", "move it to evidence/"),
        ("instruments/ports-rule.yaml", "topics/ports-rule.yaml", "move it to instruments/"),
        ("topics/ferry.yaml", "topics/Ferry.yaml", "'Ferry' does not have the form of 'id'"),
    ],
)
def test_what_stands_in_the_folder_of_another_kind_is_the_one_problem(
    tmp_path: Path, today: date, file: str, to: str, belongs: str
) -> None:
    (problem,) = _told(tmp_path, today, file, to)
    assert problem.path == f"briefs/{to}"
    assert belongs in str(problem)
    assert problem.follows


@pytest.mark.parametrize("name", ["glossary.yml", "Glossary.yaml"])
def test_a_file_that_there_is_one_of_is_told_its_name(tmp_path: Path, today: date, name: str) -> None:
    problems = _told(tmp_path, today, "glossary.yaml", name)
    assert f"briefs/{name}:1: V006 nothing reads this file; call it glossary.yaml" in map(str, problems)


def test_a_file_with_mistakes_is_still_one_of_its_own_kind(tmp_path: Path, today: date) -> None:
    file = shutil.copytree(SMALL, tmp_path / "content") / "briefs" / "topics" / "ferry.yaml"
    text = file.read_text(encoding="utf-8")
    for key in ("title", "answer", "as_of", "group"):
        text = text.replace(f"{key}:", f"{key}s:", 1)
    file.write_text(text, encoding="utf-8")
    problems = examine(tmp_path / "content" / "seeds", tmp_path / "content" / "briefs", today).problems
    assert {problem.code for problem in problems} == {"V020"}


def _told(folder: Path, today: date, file: str, to: str) -> tuple[Problem, ...]:
    content = shutil.copytree(SMALL, folder / "content")
    (content / "briefs" / file).rename(content / "briefs" / to)
    return examine(content / "seeds", content / "briefs", today).problems
