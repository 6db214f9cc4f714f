"""The tables of docs/threats.md, read as they stand there."""

import re
from pathlib import Path

DOCUMENT = Path(__file__).parents[2] / "docs" / "threats.md"

Row = dict[str, str]


def table(heading: str) -> list[Row]:
    """The rows of the table below a heading, by the names of its columns."""
    lines = [
        line.strip("| ").split(" | ")
        for line in section(heading).splitlines()
        if line.startswith("|") and "---" not in line
    ]
    names, *rows = lines
    return [dict(zip(names, row, strict=True)) for row in rows]


def section(heading: str) -> str:
    """All that stands below a heading."""
    found = re.search(
        rf"^## {heading}\n(.*?)(?=^## |\Z)", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert found
    return found[1]


def named(text: str) -> list[str]:
    """What stands in it as code."""
    return re.findall(r"`([^`]+)`", text)
