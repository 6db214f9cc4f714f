"""The examples of every problem of reading: the small library with each of them in it."""

import re
import shutil
import subprocess
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bot.content.codes import EXPLANATIONS
from bot.content.load import examine
from bot.content.moderation import Moderation, read_moderation
from bot.content.named import unknown_briefs
from bot.content.parse import parse
from bot.content.upload import settings_in
from bot.domain.problem import Explanation, ProblemsError
from tests.examples import SMALL, extended, files

TODAY = date(2026, 11, 26)
MODERATION = "# moderation.yaml\n"
SETTINGS = "# settings.yaml\n"


def codes(example: str, folder: Path) -> list[str]:
    """The codes of everything that is wrong with a library, or a moderators' file, with the example in it."""
    if example.startswith(SETTINGS):
        return of_settings(example)
    if example.startswith(MODERATION):
        return of_moderation(example, folder / "moderation.yaml")
    if example.startswith("$ "):
        shutil.copytree(SMALL, folder, dirs_exist_ok=True)
        for command in re.findall(r"(?m)^\$ (.*)", example):
            subprocess.run(["sh", "-ec", command], cwd=folder, check=True, capture_output=True)  # noqa: S603, S607 - our own example
    elif any(parse(text, name).problems for name, text in files(example).items()):
        shutil.copytree(SMALL, folder, dirs_exist_ok=True)
        for name, text in files(example).items():
            put(text, folder / name)
    else:
        extended(example, folder)
    return [problem.code for problem in examine(folder / "seeds", folder / "briefs", TODAY).problems]


def of_moderation(example: str, file: Path) -> list[str]:
    file.write_text(example, encoding="utf-8")
    try:
        read, moderation = read_moderation(file)
    except ProblemsError as error:
        return [problem.code for problem in error.problems]
    library = examine(SMALL / "seeds", SMALL / "briefs", TODAY).library
    assert library is not None
    return [problem.code for problem in unknown_briefs(read, moderation, library.briefs, warning=True)]


def of_settings(example: str) -> list[str]:
    """What is wrong with settings that are given from Discord, in a server with one channel."""
    try:
        settings = settings_in(example, Moderation(), "100000000000000001")
    except ProblemsError as error:
        return [problem.code for problem in error.problems]
    foreign = (way for way, channel in settings.channels if channel != "100000000000000003")
    return [settings.foreign(way, "the channel is of another server", "name another").code for way in foreign]


def put(text: str, file: Path) -> None:
    """Put what is not YAML in place of the entry, or the key, of the same name."""
    name = text.partition(":")[0]
    block = re.compile(rf"(?m)^{re.escape(name)}:.*\n(?:[ \t-].*\n)*")
    before = file.read_text(encoding="utf-8")
    after = block.sub(lambda _: text, before) if name and block.search(before) else text
    file.write_text(after, encoding="utf-8")


@pytest.mark.parametrize("about", EXPLANATIONS, ids=lambda about: about.code)
def test_the_bad_example_has_the_problem_and_no_other(about: Explanation, tmp_path: Path) -> None:
    assert set(codes(about.bad, tmp_path)) == {about.code}


@pytest.mark.parametrize("about", EXPLANATIONS, ids=lambda about: about.code)
def test_the_good_example_has_no_problem_at_all(about: Explanation, tmp_path: Path) -> None:
    assert codes(about.good, tmp_path) == []


def test_every_code_is_given_once_and_in_order() -> None:
    given = [about.code for about in EXPLANATIONS]
    assert max(Counter(given).values()) == 1
    assert given == sorted(given)


def test_every_problem_has_its_summary_and_its_reason() -> None:
    for about in EXPLANATIONS:
        assert about.summary.endswith(".")
        assert about.why.endswith(".")
        assert about.bad != about.good
