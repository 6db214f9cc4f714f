"""What docs/authoring.md and docs/operating.md say of how large things may be is what the code takes."""

import re
from pathlib import Path

from bot import bounds

DOCS = Path(__file__).parents[2] / "docs"


def passage(name: str, begins: str, ends: str) -> str:
    """What a page says from some words on, up to others."""
    return (DOCS / name).read_text(encoding="utf-8").partition(begins)[2].partition(ends)[0]


def test_every_bound_is_told() -> None:
    said = passage("authoring.md", "## How large things may be\n", "\n## ") + passage(
        "operating.md", "`.env` may", "\n\n"
    )
    told = set(re.findall(r"\d+(?:,\d{3})*", said))
    numbers = {name: number for name, number in vars(bounds).items() if name.isupper()}
    assert len(numbers) > 10
    assert {name for name, number in numbers.items() if f"{number:,}" not in told} == set()
