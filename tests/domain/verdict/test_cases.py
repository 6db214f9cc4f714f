"""The table of what people paste: `cases.yaml`, to which an editor can add a line."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.domain.verdict import Checker

_TABLE: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))
_CASES = [case for kind in _TABLE.values() for case in kind]


@pytest.mark.parametrize("case", _CASES, ids=[f"{case['is']} because {case['why']}" for case in _CASES])
def test_a_pasted_text_is_answered_as_the_table_says(checker: Checker, case: dict[str, Any]) -> None:
    found = checker.check(case["text"]).as_json()
    expected = {key: value for key, value in case.items() if key not in {"text", "is", "why"}}
    assert {"verdict": found["verdict"], **{key: found[key] for key in expected}} == {"verdict": case["is"], **expected}
