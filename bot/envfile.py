"""Reads `.env` no further than is sensible: it may be anything at all, and its values may refer to each other."""

import os
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path

from dotenv.parser import Binding, parse_stream
from dotenv.variables import Literal, Variable, parse_variables

from bot.bounds import LARGEST_ENV, MOST_REFERENCES
from bot.bytefile import bytes_of


def text_of(file: Path) -> str:
    """What the file says.

    Raises:
        OSError: it is not there, cannot be read, or is larger than `LARGEST_ENV`.
        UnicodeDecodeError: it is not UTF-8 text.
    """
    text = bytes_of(file, LARGEST_ENV).decode("utf-8-sig")
    if "\0" in text:
        raise UnicodeDecodeError("utf-8", text.encode(), 0, 1, "a NUL is no text")
    return text


def bindings_in(text: str) -> tuple[Binding, ...]:
    """Its lines: what each sets, or that it is wrong."""
    return tuple(parse_stream(StringIO(text)))


def too_long(bindings: Sequence[Binding], environment: Mapping[str, str] = os.environ) -> Iterator[int]:
    """The lines whose values would be longer than `LARGEST_ENV`, once what they refer to is put in, or refer too often.

    `A=aaaa`, `B=${A}${A}`, `C=${B}${B}` … doubles with every line.
    """
    lengths = {name: len(value) for name, value in environment.items()}
    for binding in bindings:
        value, key = binding.value or "", binding.key or ""
        if value.count("${") > MOST_REFERENCES:
            yield binding.original.line
            continue
        length = sum(_length(atom, lengths) for atom in parse_variables(value))
        lengths[key] = max(length, lengths.get(key, 0))
        if length > LARGEST_ENV:
            yield binding.original.line


def _length(atom: object, lengths: Mapping[str, int]) -> int:
    match atom:
        case Variable():
            return max(lengths.get(atom.name, 0), len(atom.default or ""))
        case Literal():
            return len(atom.value)
        case _:
            return 0
