"""What docs/operating.md promises is what the code does."""

from pathlib import Path

import pytest

from bot.settings import variables
from bot.usage.schema import COLUMNS, KEPT_DAYS, Column

TEXT = (Path(__file__).parents[2] / "docs" / "operating.md").read_text(encoding="utf-8")


def test_every_setting_is_explained() -> None:
    explained = {line.split("`")[1] for line in TEXT.splitlines() if line.startswith(("| `DISCORD_", "| `VERBATIM_"))}
    assert explained == variables().keys()


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
def test_every_column_of_the_usage_log_is_told_in_the_same_words(column: Column) -> None:
    assert f"| `{column.name}` | {column.meaning} |" in TEXT


def test_no_column_is_told_that_does_not_exist() -> None:
    _, _, table = TEXT.partition("| column | what stands in it |")
    told = [line.split("`")[1] for line in table.partition("\n\n")[0].splitlines() if line.startswith("| `")]
    assert told == [column.name for column in COLUMNS]


def test_the_days_that_counts_are_kept_are_told() -> None:
    assert f"Counts are kept for {KEPT_DAYS} days" in TEXT
