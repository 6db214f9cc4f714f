"""Reads the compiled dictionaries of MeCab (`sys.dic`): a double array of words, their records, their features."""

import struct
from array import array
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

_HEAD: Final = struct.Struct("<10I32s")
_RECORD: Final = struct.Struct("<HHHhII")


class Word(NamedTuple):
    """A word of a dictionary: how it is written, what it costs to take it (a common word is cheap), its features."""

    text: str
    cost: int
    features: tuple[str, ...]


def words(path: Path) -> Iterator[Word]:
    """All words of a dictionary; one that has several uses comes once for each."""
    data = path.read_bytes()
    *sizes, charset = _HEAD.unpack_from(data)
    encoding = charset.rstrip(b"\0").decode("ascii")
    units_end = _HEAD.size + sizes[6]
    records_end = units_end + sizes[7]
    features = data[records_end:]
    for text, value in _values(data[_HEAD.size : units_end]):
        for number in range(value >> 8, (value >> 8) + (value & 0xFF)):
            _, _, _, cost, feature, _ = _RECORD.unpack_from(data, units_end + number * _RECORD.size)
            told = features[feature : features.index(b"\0", feature)].decode(encoding)
            yield Word(text.decode(encoding), cost, tuple(told.split(",")))


def _values(units: bytes) -> Iterator[tuple[bytes, int]]:
    """The words of a double array, each with its value: where its records begin, and in the last byte how many."""
    numbers = array("i", units)
    bases, checks = numbers[0::2], numbers[1::2]
    children: defaultdict[int, list[int]] = defaultdict(list)
    for place, check in enumerate(checks):
        if check:
            children[check].append(place)
    waiting = [(b"", bases[0])]
    while waiting:
        text, base = waiting.pop()
        for place in children.get(base, ()):
            if place == base and bases[place] < 0:
                yield text, -bases[place] - 1
            elif 0 < place - base <= 256:  # noqa: PLR2004 - a byte
                waiting.append((text + bytes((place - base - 1,)), bases[place]))
