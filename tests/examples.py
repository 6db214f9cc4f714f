"""The small library, and copies of it that are changed: by hand, or by the example of a rule."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml

from bot.content.parse import parse
from bot.content.yamlfile import Value

SMALL = Path(__file__).parent / "content" / "small"

_FILE = re.compile(r"^# (\S+/\S+)\n", re.MULTILINE)


def files(example: str) -> Mapping[str, str]:
    """What an example says of each file that it names."""
    _, *parts = _FILE.split(example + "\n")
    return dict(zip(parts[::2], parts[1::2], strict=True))


def extended(example: str, folder: Path) -> None:
    """Write the small library with the example in it.

    What the example says of a file is added to what stands there: keys are taken in, lists and texts take the place of
    those that were there. Text that is not YAML takes the place of the whole file.
    """
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    for name, text in files(example).items():
        file = folder / name
        added = parse(text, name)
        if not added.problems and file.exists():
            both = _merged(parse(file.read_text(encoding="utf-8"), name).value, added.value)
            text = yaml.safe_dump(both, allow_unicode=True, sort_keys=False)  # noqa: PLW2901 - the same text, longer
        file.write_text(text, encoding="utf-8")


def rewrite(file: Path, old: str, new: str) -> None:
    """Put other words in the place of the first of these in a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _merged(first: Value, second: Value) -> Value:
    if isinstance(first, dict) and isinstance(second, dict):
        return {**first, **{key: _merged(first.get(key), value) for key, value in second.items()}}
    return second
