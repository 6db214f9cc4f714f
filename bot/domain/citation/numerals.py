"""Numerals from 1 to 999 in ordinary and Roman figures, in Han and in Hangul."""

import re

from bot.domain.citation.words import ROMAN, UNSPACED_DIGITS, UNSPACED_TENS

_ROMAN_FORM = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")


def value_of(numeral: str) -> int | None:
    """The value of a numeral; None when the text is none."""
    if numeral.isdigit() and numeral.isascii():
        return int(numeral) or None
    return _roman(numeral.lower()) if numeral.isascii() else _unspaced(numeral)


def _roman(numeral: str) -> int | None:
    if not numeral or not _ROMAN_FORM.fullmatch(numeral):
        return None
    values = [ROMAN[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _unspaced(numeral: str) -> int | None:
    total, digit = 0, None
    for character in numeral:
        if character in UNSPACED_TENS:
            total += (1 if digit is None else digit) * UNSPACED_TENS[character]
            digit = None
        elif character in UNSPACED_DIGITS:
            digit = (digit or 0) * 10 + UNSPACED_DIGITS[character]
        else:
            return None
    return (total + (digit or 0)) or None
