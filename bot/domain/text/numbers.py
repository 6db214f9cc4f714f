"""Numbers as readers meet them, as values: `300,000`, `25k`, `half a million`, `twenty-five`, `61st`.

Digits count, and number words from two up. What gives no value is no number: one, first, dozens, tens of thousands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from bot.domain.language.tables import listed, valued

_ONES: Final = valued("numbers", "ones")
_TENS: Final = valued("numbers", "tens")
_SCALES: Final = valued("numbers", "english_scales")
_VAGUE: Final = frozenset(listed("numbers", "vague"))
_VALUED = {*_ONES, *_TENS, *_SCALES}
"""One of these stands in every number in words."""

MOST_DIGITS: Final = 100
"""What has more digits than these is no number that anybody means; Python refuses to read thousands of them."""
_SPACE = "\u00a0\u202f\u2009"
_UNGROUPED = str.maketrans("", "", f",{_SPACE}")
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(
    rf"(?<![^\W_])(?P<digits>\d{{1,3}}(?:[,{_SPACE}]\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:(?P<k>k)\b|(?:st|nd|rd|th)\b|[\s-](?P<scale>hundred|thousand|million|billion|dozen)\b)?",
    re.IGNORECASE,
)
_SHORT_RANGE = re.compile(r"(?<!\d)(?P<century>1\d|20)\d\d[-\u2013/](?P<end>\d\d)(?![\d-]|[\u2013/]\d)")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its value, the characters that say it and where they stand."""

    value: Fraction
    words: str
    start: int
    end: int


def numbers(text: str) -> list[Number]:
    """Every number in the text, in order; the second half of `2013-14` is 2014."""
    with_digits = list(_in_digits(text))
    taken = {place for number in with_digits for place in range(number.start, number.end)}
    with_words = [number for number in _in_words(text) if number.start not in taken]
    return sorted([*with_digits, *with_words], key=lambda number: number.start)


def may_count(text: str) -> bool:
    """Whether any number in words may stand in the text; each has a word that is of numbers by itself."""
    return not _VALUED.isdisjoint(_WORD.findall(text.lower()))


def values(text: str) -> set[Fraction]:
    """The values of every number in the text."""
    return {number.value for number in numbers(text)}


def _in_digits(text: str) -> Iterator[Number]:
    if not _DIGIT.search(text):
        return
    shortened = {match.start("end"): match["century"] for match in _SHORT_RANGE.finditer(text)}
    for match in _DIGITS.finditer(text):
        digits = shortened.get(match.start(), "") + match["digits"].translate(_UNGROUPED)
        if len(digits) > MOST_DIGITS:
            continue
        value = Fraction(int(digits) if digits.isdecimal() else digits)
        if match["k"]:
            value *= 1000
        elif match["scale"]:
            value *= _SCALES[match["scale"].lower()]
        yield Number(value, match.group(), match.start(), match.end())


def _in_words(text: str) -> Iterator[Number]:
    if not may_count(text):
        return
    words = [(match.group().lower(), match.start(), match.end()) for match in _WORD.finditer(text)]
    place = 0
    while place < len(words):
        if not _may_begin(words, place):
            place += 1
            continue
        reading = _Reading(text, words, place)
        reading.take_all()
        if reading.value is not None:
            start, end = words[place][1], words[reading.place - 1][2]
            yield Number(reading.value, text[start:end], start, end)
        place = max(reading.place, place + 1)


def _may_begin(words: list[tuple[str, int, int]], place: int) -> bool:
    """Whether a number may begin at a word; an article begins one only before a scale, as in `a hundred`."""
    word = words[place][0]
    if word in {"a", "an"}:
        return place + 1 < len(words) and words[place + 1][0] in _SCALES
    return word in _VALUED or word == "half"


_TEN: Final = 10
_LARGE: Final = 1000
"""From this scale on all that was read before is multiplied; a hundred and a dozen multiply what stands just before."""
_AFTER_THESE_A_PART_BEGINS: Final = frozenset(("", "hundred", "thousand", "million", "billion"))


class _Reading:
    """Reads one number from words, beginning at a place, by the rules below in their order."""

    def __init__(self, text: str, words: list[tuple[str, int, int]], place: int) -> None:
        self._text = text
        self._words = words
        self._first = place
        self._whole = Fraction(0)
        """What is multiplied already: the three thousand of `three thousand four hundred`."""
        self._part = Fraction(0)
        """What may still be multiplied: the four hundred."""
        self._last = ""
        """The kind of the last word: tens, ones, half, or the scale itself."""
        self.place = place

    @property
    def value(self) -> Fraction | None:
        """What the words read so far are worth; None where they are no number from two up."""
        value = self._whole + self._part
        return value if value > 1 else None

    def take_all(self) -> None:
        """Take the words of the number: what may begin it, then parts as long as one follows."""
        begins = self._half_a_scale() or self._a_scale()
        if begins or not self._vague_scale():
            while self._scale() or self._tens() or self._ones():
                self._and()

    def _half_a_scale(self) -> bool:
        """`half a million`."""
        found = self._word(0) == "half" and self._word(1) in {"a", "an"} and self._word(2) in _SCALES
        return found and self._took("half", 2, part=Fraction(1, 2))

    def _a_scale(self) -> bool:
        """`a hundred`."""
        found = self._word(0) in {"a", "an"} and self._word(1) in _SCALES
        return found and self._took("", 1)

    def _vague_scale(self) -> bool:
        """`several thousand`, which has no value."""
        is_vague = self._first > 0 and self._words[self._first - 1][0] in _VAGUE
        return self._word(0) in _SCALES and is_vague and self._took("", 1)

    def _and(self) -> bool:
        """The `and` of `two hundred and five`; that of `two hundred and three thousand` joins two numbers."""
        if self._word(0) != "and" or self._last != "hundred":
            return False
        following = [self._word(ahead) for ahead in (1, 2, 3)]
        small = [word for word in following[:2] if word in _TENS or word in _ONES]
        goes_on = bool(small) and following[0] in small and following[len(small)] not in _SCALES
        return goes_on and self._took(self._last, 1)

    def _scale(self) -> bool:
        """`hundred`, `thousand`, `dozen`."""
        scale = _SCALES.get(self._word(0))
        if scale is None or self._last == "dozen":
            return False
        multiplied = (self._part or Fraction(1)) * scale
        if scale < _LARGE:
            return self._took(self._word(0), 1, part=multiplied)
        self._whole += multiplied
        return self._took(self._word(0), 1, part=Fraction(0))

    def _tens(self) -> bool:
        """`twenty`."""
        tens = _TENS.get(self._word(0))
        if tens is None or self._last not in _AFTER_THESE_A_PART_BEGINS:
            return False
        return self._took("tens", 1, part=self._part + tens)

    def _ones(self) -> bool:
        """`five`, after tens as well: twenty-five, but not twenty-fifteen; and no `second-hand`."""
        ones = _ONES.get(self._word(0))
        after_tens = self._last == "tens" and ones is not None and ones < _TEN
        if ones is None or not (after_tens or self._last in _AFTER_THESE_A_PART_BEGINS):
            return False
        is_second_hand = self._word(0) == "second" and self._word(1) == "hand"
        return self._took("ones", 1, part=Fraction(0) if is_second_hand else self._part + ones)

    def _took(self, kind: str, words: int, part: Fraction | None = None) -> bool:
        """Go on behind so many words; always true."""
        self._part = self._part if part is None else part
        self._last = kind
        self.place += words
        return True

    def _word(self, ahead: int) -> str:
        """The word so many places on, if only a space or a hyphen stands between it and the one before."""
        place = self.place + ahead
        if place >= len(self._words):
            return ""
        for before in range(max(self._first, self.place - 1), place):
            between = self._text[self._words[before][2] : self._words[before + 1][1]]
            if between.strip() not in {"", "-"}:
                return ""
        return self._words[place][0]
