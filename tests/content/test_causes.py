"""Whatever is broken, the cause is told first, and what only follows from it is a number."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.content.load import examine
from bot.domain.problem import Problem
from tests.examples import SMALL, rewrite

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 26)
FILES = sorted(file.relative_to(SMALL).as_posix() for file in SMALL.rglob("*.yaml"))

KEYED = re.compile(r"^\w[\w-]*:", re.MULTILINE)
KEY = re.compile(r"(\n *\w+: )(?=[A-Za-z])")


def a_tab(text: str) -> str:
    return re.sub(r"\n {2}(?=\w)", "\n\t", text, count=1) if "\n  " in text else text


def an_open_quotation_mark(text: str) -> str:
    return KEY.sub(r'\1"', text, count=1)


def a_second_colon(text: str) -> str:
    return KEY.sub(r"\1So: ", text, count=1)


def nothing(text: str) -> str:
    return text[:0]


def told(folder: Path) -> list[Problem]:
    return list(examine(folder / "seeds", folder / "briefs", TODAY).problems)


def copied(content: Path, folder: Path) -> Path:
    for part in ("seeds", "briefs"):
        shutil.copytree(content / part, folder / part)
    return folder


ITEMS = [path for path in FILES if not path.startswith(("briefs/asked/", "briefs/wording"))]


@pytest.mark.parametrize("path", ITEMS)
def test_an_item_whose_id_will_not_do_is_told_of_and_looked_at_all_the_same(tmp_path: Path, path: str) -> None:
    file = copied(SMALL, tmp_path) / path
    if file.parent.name in {"topics", "instruments", "evidence"}:
        file = file.rename(file.with_stem("An Odd Name"))
    else:
        first = KEYED.findall(file.read_text(encoding="utf-8"))[0]
        rewrite(file, first, f"An Odd {first}")
    path = file.relative_to(tmp_path).as_posix()
    assert any(problem.path == path and "An Odd" in problem.what for problem in told(tmp_path))


@pytest.mark.parametrize("broken", [a_tab, an_open_quotation_mark, a_second_colon, nothing])
@pytest.mark.parametrize("path", FILES)
def test_a_file_that_is_broken_is_one_problem(tmp_path: Path, path: str, broken: Callable[[str], str]) -> None:
    file = copied(SMALL, tmp_path) / path
    before = file.read_text(encoding="utf-8")
    if broken(before) == before:
        pytest.skip("nothing in this file can be broken so")
    file.write_text(broken(before), encoding="utf-8")
    (problem,) = told(tmp_path)
    assert problem.path == path


@pytest.mark.parametrize("path", [path for path in FILES if not re.search("instruments|topics|library|asked", path)])
def test_a_file_that_is_gone_is_one_problem(tmp_path: Path, path: str) -> None:
    (copied(SMALL, tmp_path) / path).unlink()
    (problem,) = told(tmp_path)
    assert (problem.path, problem.code) == (path, "V001")


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("briefs/people.yaml", "  basis: quoted by name in the paper\n", "", "V021"),
        ("briefs/topics/ferry.yaml", "group:", "grouop:", "V020"),
        ("briefs/topics/ferry.yaml", "as_of: 2001-06", "as_of: June 2001", "V027"),
        ("briefs/topics/ferry.yaml", "title: Why", "title: Why #1", "V014"),
        ("briefs/topics/ferry.yaml", "  rests_on: [harbour-forty-people]", "  rests_on: []", "V031"),
        ("briefs/instruments/ports-rule.yaml", "short:", "sort:", "V020"),
        ("briefs/instruments/ports-rule.yaml", "kind: law", "kind: rule", "V025"),
        ("briefs/figures.yaml", "question:", "questions:", "V020"),
        ("briefs/figures.yaml", "low: 40", "low: forty", "V024"),
        ("briefs/timeline.yaml", "date: 2001-05", "date: May 2001", "V027"),
        ("briefs/notes.yaml", "publisher:", "publishers:", "V020"),
        ("briefs/boundaries.yaml", "ko: ", "kr: ", "V025"),
        ("briefs/wording.yaml", "groups:", "gruops:", "V020"),
        ("briefs/evidence/harbour-2001.yaml", "paragraph: 5", "paragraph: five", "V024"),
        ("briefs/evidence/harbour-2001.yaml", "paragraph: 5", "paragraph: 7", "V105"),
        ("briefs/evidence/harbour-2001.yaml", "  speaker: Mara Lind\n", "", "V028"),
        ("seeds/documents.yaml", "stance:", "stanze:", "V020"),
        ("seeds/documents.yaml", "harbour.txt", "quay.txt", "V001"),
        ("seeds/harbour.txt", "Nobody asked the islanders", "Nobody told the islanders", "V042"),
    ],
)
def test_a_mistake_is_told_first_and_alone(tmp_path: Path, path: str, old: str, new: str, code: str) -> None:
    rewrite(copied(SMALL, tmp_path) / path, old, new)
    first, *others = told(tmp_path)
    assert first.code == code
    assert [problem.code for problem in others if problem.code != "V040"] == []


def test_what_follows_is_counted_in_one_line(tmp_path: Path) -> None:
    (copied(SMALL, tmp_path) / "briefs" / "people.yaml").unlink()
    (problem,) = told(tmp_path)
    assert problem.follows > 1
    assert str(problem).splitlines()[1] == f"    {problem.follows} more follow from this"


def test_mistakes_that_have_nothing_to_do_with_each_other_are_all_told(tmp_path: Path) -> None:
    briefs = copied(SMALL, tmp_path) / "briefs"
    rewrite(briefs / "glossary.yaml", "term: notice", "trem: notice")
    rewrite(briefs / "timeline.yaml", "about 40 people", "about 50 people")
    rewrite(briefs / "topics" / "ferry.yaml", "as_of: 2001-06", "as_of: June 2001")
    rewrite(briefs / "topics" / "ferry.yaml", "“Nobody asked the islanders”", "“Nobody told the islanders”")
    assert [problem.path for problem in told(tmp_path)] == [
        "briefs/glossary.yaml",
        "briefs/topics/ferry.yaml",
        "briefs/timeline.yaml",
        "briefs/topics/ferry.yaml",
    ]


def test_what_was_left_out_of_a_made_up_part_is_still_looked_at(tmp_path: Path) -> None:
    """The date is made up for looking at the rest; the number in a claim has nothing to do with it."""
    topic = copied(SMALL, tmp_path) / "briefs" / "topics" / "ferry.yaml"
    rewrite(topic, "as_of: 2001-06", "as_of: June 2001")
    rewrite(topic, "text: About 40", "text: About 50")
    assert [problem.what.split(" ")[0] for problem in told(tmp_path)] == ["'June", "'50'"]


@pytest.mark.no_cover  # nor is it needed: the small library goes the same ways
@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("briefs/evidence/wnd-2005.yaml", "V001"),
        ("briefs/evidence/cnsnews-2013.yaml", "V001"),
        ("briefs/instruments/refugee-convention.yaml", "V001"),
        ("briefs/topics/non-refoulement.yaml", "V001"),
        ("briefs/notes.yaml", "V001"),
    ],
)
def test_in_the_shipped_content_too_a_file_that_is_gone_is_one_problem(tmp_path: Path, path: str, code: str) -> None:
    (copied(ROOT, tmp_path) / path).unlink()
    problem = told(tmp_path)[0]
    assert (problem.path, problem.code) == (path, code)
    assert problem.follows > 5


def test_a_file_with_another_ending_is_named_and_not_missed(tmp_path: Path) -> None:
    topic = copied(ROOT, tmp_path) / "briefs" / "topics" / "non-refoulement.yaml"
    topic.rename(topic.with_suffix(".yml"))
    first = told(tmp_path)[0]
    assert (first.path, first.code) == ("briefs/topics/non-refoulement.yml", "V006")
    assert first.follows > 5
