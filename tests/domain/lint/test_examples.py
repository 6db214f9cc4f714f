"""The examples of every rule: the small library with each of them in it."""

from datetime import date
from pathlib import Path

import pytest

from bot.content.load import examine
from bot.domain.lint.engine import RULES
from bot.domain.lint.rule import Rule
from tests.examples import extended

TODAY = date(2026, 11, 26)


def codes(example: str, folder: Path) -> list[str]:
    extended(example, folder)
    return [problem.code for problem in examine(folder / "seeds", folder / "briefs", TODAY).problems]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.code)
def test_the_bad_example_breaks_the_rule_and_no_other(rule: Rule, tmp_path: Path) -> None:
    assert set(codes(rule.about.bad, tmp_path)) == {rule.about.code}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.code)
def test_the_good_example_has_no_problem_at_all(rule: Rule, tmp_path: Path) -> None:
    assert codes(rule.about.good, tmp_path) == []
