"""Numerals from 1 to 999: ordinary and Roman figures, Han and Hangul, and how things are counted in Korean."""

import re
from typing import Final

from bot.domain.language.tables import valued

ROMAN: Final = {"i": 1, "v": 5, "x": 10}
_ROMAN_FORM: Final = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_DIGITS: Final = valued("citation", "digits")
_TENS: Final = valued("citation", "tens")
_COUNTED: Final = valued("citation", "counted")
_COUNTED_FORM: Final = re.compile("|".join(sorted(_COUNTED, key=len, reverse=True)))

HAN: Final = "".join(word for word in (*_DIGITS, *_TENS) if word >= "\u3007" and word < "\uac00")
HANGUL: Final = "".join(word for word in (*_DIGITS, *_TENS) if word >= "\uac00")
COUNTED: Final = "".join(sorted({letter for word in _COUNTED for letter in word}))
"""The characters that numerals of these kinds consist of."""


def value_of(numeral: str) -> int | None:
    """The value of a numeral; None when the text is none."""
    if numeral.isdigit() and numeral.isascii():
        return int(numeral) or None
    if numeral.isascii():
        return _roman(numeral.lower())
    return _unspaced(numeral) or _counted(numeral)


def _roman(numeral: str) -> int | None:
    """`xxxiii`."""
    if not numeral or not _ROMAN_FORM.fullmatch(numeral):
        return None
    values = [ROMAN[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _unspaced(numeral: str) -> int | None:
    """`三十三`, `三三`, `卅三`, `삼십삼`."""
    total, digit = 0, None
    for character in numeral:
        if character in _TENS:
            total += (1 if digit is None else digit) * _TENS[character]
            digit = None
        elif character in _DIGITS:
            digit = (digit or 0) * 10 + _DIGITS[character]
        else:
            return None
    return (total + (digit or 0)) or None


def _counted(numeral: str) -> int | None:
    """`서른세`."""
    parts = _COUNTED_FORM.findall(numeral)
    return sum(_COUNTED[part] for part in parts) if "".join(parts) == numeral else None
