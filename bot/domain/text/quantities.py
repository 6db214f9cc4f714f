"""How large numbers are written: `300,000`, `300 000`, `300k`, `0.3 million`, `30만`, `三十万` are all `300000`.

Each rule says what it finds in a folded text and what it is in digits, with an example. Years and the numbers of
articles stay as they are: they have no thousands, and what stands after 第 or 제 is left alone.
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from bot.domain.language.tables import valued
from bot.domain.text.numbers import MOST_DIGITS, numbers
from bot.domain.text.rewriting import Edit, Step, edited, pattern

_DIGITS: Final = valued("citation", "digits") | valued("numbers", "digits")
_TENS: Final = valued("citation", "tens")
_SCALES: Final = valued("numbers", "scales")
_SCALE: Final = re.compile(r"(?<![a-z])(?:hundred|thousand|million|billion)(?![a-z])")
_BEFORE: Final = 48
"""So many characters before a scale may be part of its number: `twenty-five thousand three hundred million`."""
_BY_TEN_THOUSANDS: Final = 10_000

_HAN_ONES: Final = "".join(each for each in _DIGITS if each < "\uac00")
_HAN_UNITS: Final = "十百千万亿"
_HANGUL_ONES: Final = "".join(each for each in _DIGITS if each >= "\uac00" and _DIGITS[each])
_FIGURE: Final = r"\d+(?:\.\d+)?"
_HAN_RUN: Final = rf"(?:{_FIGURE}|[{_HAN_ONES}]|[十百](?=[百千]?[万亿]))[\d{_HAN_ONES}{_HAN_UNITS}]*"
_PART: Final = re.compile(rf"{_FIGURE}|\S")


class Quantity(NamedTuple):
    """One way of writing a large number."""

    example: str
    pattern: str
    only_with: str
    """Characters of which one stands in every text that has such a number."""
    in_digits: Callable[[str], str]


def _joined(text: str) -> str:
    return re.sub(r"\D", "", text)


def _thousands(text: str) -> str:
    if len(text) > MOST_DIGITS:
        return text
    return _written(Fraction(text.removesuffix("k")) * 1000, text)


def _in_units(text: str) -> str:
    """`30만`, `三十万`, `1만 2천`: what stands before a unit times the unit; 만 and 억 multiply all before them."""
    if len(text) > MOST_DIGITS:
        return text
    total, section, number = Fraction(0), Fraction(0), Fraction(0)
    for part in _PART.findall(text):
        unit = _TENS.get(part) or _SCALES.get(part)
        if unit is None:
            number = number * 10 + _DIGITS[part] if part in _DIGITS else Fraction(part)
        elif unit < _BY_TEN_THOUSANDS:
            section, number = section + (number or 1) * unit, Fraction(0)
        else:
            total, section, number = total + (section + number or 1) * unit, Fraction(0), Fraction(0)
    return _written(total + section + number, text)


def _written(value: Fraction, text: str) -> str:
    return str(value) if value.denominator == 1 else text


# Most begin with a digit and look back from there, which is how a text without one is gone through fast.
_FORMS: Final = (
    Quantity("300,000", r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?!,?\d)", ",", _joined),
    Quantity("300 000", r"\d(?<![\d.,].)(?<!\d .)\d{0,2}(?: \d{3})+(?![\d,]| \d)", " ", _joined),
    Quantity("300.000", r"(?<![\d.,])[1-9]\d{0,2}(?:\.000)+(?![\d.,])", ".", _joined),
    Quantity("300k", r"\d(?<![\w.].)\d*(?:\.\d+)?k\b", "k", _thousands),
    Quantity(
        "三十万",
        rf"(?<![\d.第数几{_HAN_ONES}{_HAN_UNITS}])(?=[\d.{_HAN_ONES}十百]+[百千万亿]){_HAN_RUN}",
        "百千万亿",
        _in_units,
    ),
    Quantity(
        "30만",
        # A number of ten thousands after another one is the other end of a range.
        rf"(?<![\d.]){_FIGURE}\s?(?:[십백천]?억(?:\s?\d+\s?[십백천]?만)?|[십백천]?만|[백천])(?:\s?\d+\s?[십백천])*",
        "백천만억",
        _in_units,
    ),
    Quantity(
        "삼십만 명",
        rf"(?<![가-힣])[{_HANGUL_ONES}십백천]+[만억](?=\s?(?:여\s?)?명)|(?<![가-힣])[{_HANGUL_ONES}십백천]{{2,}}[만억](?![가-힣])",
        "만억",
        _in_units,
    ),
)
"""Tried in this order, each on what those before it left."""


def _english(text: str) -> Iterator[Edit]:
    """`three hundred thousand`, `0.3 million`, as digits; what says no number, as `millions` does, stays."""
    done = 0
    for scale in _SCALE.finditer(text):
        if scale.start() < done:
            continue
        begun = max(done, text.rfind("\0", 0, scale.start()) + 1, scale.start() - _BEFORE)
        ended = text.find("\0", scale.end())
        begun = begun if begun in {0, done} else begun + len(text[begun : scale.start()].partition(" ")[0])
        for number in numbers(text[begun : min(scale.end() + _BEFORE, ended if ended >= 0 else len(text))]):
            start, end = begun + number.start, begun + number.end
            is_it = start <= scale.start() < end and number.value.denominator == 1 and text[start - 1 : start] != "."
            if is_it:
                yield start, end, str(number.value)
                done = end


def _english_whole(text: str) -> str:
    has_scale = "hundred" in text or "thousand" in text or "illion" in text
    return edited(text, list(_english(text))) if has_scale else text


IN_ENGLISH: Final = Step(_english_whole, _english)
QUANTITIES: Final = (IN_ENGLISH, *(pattern(each.pattern, each.in_digits, only_with=each.only_with) for each in _FORMS))
"""The steps that write every large number in digits, for texts in lower case and simplified characters."""
