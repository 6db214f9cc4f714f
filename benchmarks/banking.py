"""Makes a library about something else of BANKING77: `python -m benchmarks.banking test.csv FILE`, for `elsewhere`.

BANKING77 (PolyAI, `banking_data/test.csv`, CC BY 4.0) has what customers ask a bank, each under one of 77 names. Each
name is a title; of its questions of at most 86 characters the first three are aliases and the next three are asked.
"""

import argparse
import csv
from collections import defaultdict
from pathlib import Path
from typing import Final

import yaml

_LONGEST: Final = 86
_EACH: Final = 3


def library(lines: list[str]) -> list[dict[str, str | list[str]]]:
    """The entries, in the order in which their names come."""
    asked: dict[str, list[str]] = defaultdict(list)
    for row in csv.DictReader(lines):
        text = " ".join(row["text"].split())
        if len(text) <= _LONGEST:
            asked[row["category"]].append(text)
    return [
        {
            "title": name.strip("?").replace("_", " ").capitalize(),
            "aliases": texts[:_EACH],
            "questions": texts[_EACH : 2 * _EACH],
        }
        for name, texts in asked.items()
    ]


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.banking", description=__doc__)
    parser.add_argument("questions", type=Path, help="test.csv of BANKING77")
    parser.add_argument("file", type=Path, help="where the library goes")
    chosen = parser.parse_args()
    entries = library(chosen.questions.read_text(encoding="utf-8").splitlines())
    chosen.file.write_text(yaml.safe_dump(entries, allow_unicode=True, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main()
