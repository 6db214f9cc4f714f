"""The examples of every code: the small library after the commands, laid out in every language."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from bot.cards.layout.codes import EXPLANATIONS
from bot.cards.layout.limits import fits
from bot.cards.routes import every_card
from bot.content.load import examine
from bot.domain.problem import Explanation
from bot.words.catalogue import Catalogue

TODAY = date(2026, 11, 26)
SMALL = Path("tests", "content", "small")


def codes(example: str, root: Path, folder: Path) -> set[str]:
    """What does not fit in the small library after an example; nothing else may be wrong with it."""
    shutil.copytree(root / SMALL, folder, dirs_exist_ok=True)
    for line in example.splitlines():
        subprocess.run(["/bin/bash", "-c", line.removeprefix("$ ")], cwd=folder, check=True)  # noqa: S603 - our own
    examined = examine(folder / "seeds", folder / "briefs", TODAY)
    assert examined.library is not None
    assert examined.problems == ()
    catalogue = Catalogue.load()
    every_language = [catalogue.words(language) for language in catalogue.languages]
    return {
        fault.code
        for words in every_language
        for _, card in every_card(examined.library, words)
        for fault in fits(card, words)
    }


@pytest.mark.parametrize("about", EXPLANATIONS, ids=lambda about: about.code)
def test_the_bad_example_does_not_fit_and_the_good_one_does(about: Explanation, root: Path, tmp_path: Path) -> None:
    assert codes(about.bad, root, tmp_path / "bad") == {about.code}
    assert codes(about.good, root, tmp_path / "good") == set()


def test_every_code_of_a_fault_is_explained(root: Path) -> None:
    code = (root / "bot" / "cards" / "layout" / "limits.py").read_text(encoding="utf-8")
    assert sorted(set(re.findall(r'"(V\d+)"', code))) == [about.code for about in EXPLANATIONS]
