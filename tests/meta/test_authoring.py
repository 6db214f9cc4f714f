"""The examples in docs/authoring.md are entries that a library takes."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.content.load import examine

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "content" / "small"
EXAMPLES = re.findall(
    r"^```yaml\n# (briefs/\S+)\n(.+?)^```",
    (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8"),
    re.MULTILINE | re.DOTALL,
)


@pytest.mark.parametrize(("file", "example"), EXAMPLES)
def test_an_example_is_one_that_check_takes_but_for_the_digest_that_it_prints(
    tmp_path: Path, today: date, file: str, example: str
) -> None:
    for part in ("seeds", "briefs"):
        shutil.copytree(SMALL / part, tmp_path / part)
    (tmp_path / file).write_text(example, encoding="utf-8")
    found = {problem.code for problem in examine(tmp_path / "seeds", tmp_path / "briefs", today).problems}
    assert found == ({"V631"} if "paragraphs:" in example else set())


def test_each_thing_that_a_briefing_leads_to_has_its_example() -> None:
    assert {Path(file).stem for file, _ in EXAMPLES} == {"boundaries", "figures", "timeline", "glossary", "ports-rule"}
