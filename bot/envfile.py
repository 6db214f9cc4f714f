"""Reads `.env` no further than is sensible, and says what is wrong with it.

It may be anything at all, and its values may refer to each other.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path

from dotenv.parser import Binding, parse_stream
from dotenv.variables import Literal, Variable, parse_variables

from bot.bounds import LARGEST_ENV, MOST_REFERENCES
from bot.bytefile import TooLargeError, bytes_of


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


def mistakes_in(file: Path, known: Sequence[str]) -> list[str]:
    """Why it cannot be read, or what in it would be passed over in silence, a sentence each.

    Those are lines that say nothing, and names that are nearly one of those known.
    """
    try:
        bindings = bindings_in(text_of(file))
    except FileNotFoundError:
        return []
    except TooLargeError as error:
        return [f"{file} has {error.size:,} bytes; settings fit into {LARGEST_ENV:,}."]
    except OSError as error:
        return [f"{file} cannot be read ({error.strerror}); correct its permissions."]
    except UnicodeDecodeError:
        return [f"{file} is not UTF-8 text; save it as UTF-8."]
    mistakes = [
        f"{file}:{line}: the value refers to others too often, or would be very long; write it out."
        for line in too_long(bindings)
    ]
    for binding in bindings:
        place = f"{file}:{binding.original.line}"
        if binding.error:
            mistakes.append(f"{place}: this line is not NAME=value; correct it, or begin it with # for a comment.")
        elif binding.key and binding.key.startswith(("DISCORD_", "VERBATIM_")) and binding.key not in known:
            nearest = _nearest(binding.key, known)
            mistakes.append(f"{place}: there is no setting {binding.key}; did you mean {nearest}?")
    return mistakes


def _nearest(name: str, known: Sequence[str]) -> str:
    from rapidfuzz import process  # noqa: PLC0415 - `health` reads the file too, and never needs it

    return process.extractOne(name, known)[0]


def _length(atom: object, lengths: Mapping[str, int]) -> int:
    match atom:
        case Variable():
            return max(lengths.get(atom.name, 0), len(atom.default or ""))
        case Literal():
            return len(atom.value)
        case _:
            return 0
