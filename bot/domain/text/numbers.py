"""Numbers as readers meet them, as values: `300,000`, `25k`, `half a million`, `twenty-five`, `61st`.

Digits count, and number words from two up. What gives no value is no number: one, first, dozens, tens of thousands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

_ONES = {
    word: value
    for value, words in enumerate(
        (
            ("two", "second"),
            ("three", "third"),
            ("four", "fourth"),
            ("five", "fifth"),
            ("six", "sixth"),
            ("seven", "seventh"),
            ("eight", "eighth"),
            ("nine", "ninth"),
            ("ten", "tenth"),
            ("eleven", "eleventh"),
            ("twelve", "twelfth"),
            ("thirteen", "thirteenth"),
            ("fourteen", "fourteenth"),
            ("fifteen", "fifteenth"),
            ("sixteen", "sixteenth"),
            ("seventeen", "seventeenth"),
            ("eighteen", "eighteenth"),
            ("nineteen", "nineteenth"),
        ),
        start=2,
    )
    for word in words
} | {"one": 1, "first": 1}
_TENS = {
    word: value * 10
    for value, stem in enumerate(("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"), start=2)
    for word in (f"{stem}y", f"{stem}ieth")
}
_SCALES = {
    word: value
    for name, value in (("hundred", 100), ("thousand", 10**3), ("million", 10**6), ("billion", 10**9))
    for word in (name, f"{name}th")
} | {"dozen": 12}
_VAGUE = {"several", "few", "many"}
"""Before a scale these leave no value: several thousand."""
_VALUED = {*_ONES, *_TENS, *_SCALES}
"""One of these stands in every number in words."""

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


def values(text: str) -> set[Fraction]:
    """The values of every number in the text."""
    return {number.value for number in numbers(text)}


def _in_digits(text: str) -> Iterator[Number]:
    if not _DIGIT.search(text):
        return
    shortened = {match.start("end"): match["century"] for match in _SHORT_RANGE.finditer(text)}
    for match in _DIGITS.finditer(text):
        digits = shortened.get(match.start(), "") + match["digits"].translate(_UNGROUPED)
        value = Fraction(int(digits) if digits.isdecimal() else digits)
        if match["k"]:
            value *= 1000
        elif match["scale"]:
            value *= _SCALES[match["scale"].lower()]
        yield Number(value, match.group(), match.start(), match.end())


def _in_words(text: str) -> Iterator[Number]:
    if _VALUED.isdisjoint(_WORD.findall(text.lower())):
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


class _Reading:
    """Reads one number from words, beginning at a place."""

    def __init__(self, text: str, words: list[tuple[str, int, int]], place: int) -> None:
        self._text = text
        self._words = words
        self._first = place
        self._whole = Fraction(0)
        self._part = Fraction(0)
        self._last = ""
        self.place = place

    @property
    def value(self) -> Fraction | None:
        """What the words read so far are worth; None where they are no number from two up."""
        value = self._whole + self._part
        return value if value > 1 else None

    def take_all(self) -> None:
        if self._word(0) == "half" and self._word(1) in {"a", "an"} and self._word(2) in _SCALES:
            self._part, self._last = Fraction(1, 2), "half"
            self.place += 2
        elif self._word(0) in {"a", "an"} and self._word(1) in _SCALES:
            self.place += 1
        elif self._word(0) in _SCALES and self._is_vague():
            self.place += 1
            return
        while self._take():
            pass

    def _take(self) -> bool:
        """Take the next word, if it belongs to the number."""
        word = self._word(0)
        if word == "and" and self._last == "hundred" and self._continues_after_and():
            self.place += 1
            word = self._word(0)
        if word in _SCALES and self._last != "dozen":
            self._scale(_SCALES[word])
        elif word in _TENS and self._last in {"", "hundred", "thousand", "million", "billion"}:
            self._part += _TENS[word]
        elif word in _ONES and self._ones_fit(_ONES[word]):
            self._part += _ONES[word]
        else:
            return False
        if word == "second" and self._word(1) == "hand":
            self._part = Fraction(0)
        self._last = "tens" if word in _TENS else "ones" if word in _ONES else word
        self.place += 1
        return True

    def _scale(self, scale: int) -> None:
        if scale <= 100:  # noqa: PLR2004 - a hundred and a dozen multiply only what stands directly before
            self._part = (self._part or 1) * scale
        else:
            self._whole += (self._part or 1) * scale
            self._part = Fraction(0)

    def _ones_fit(self, value: int) -> bool:
        if self._last == "tens":
            return value < 10  # noqa: PLR2004 - twenty-five, but not twenty-fifteen
        return self._last in {"", "hundred", "thousand", "million", "billion"}

    def _continues_after_and(self) -> bool:
        """Whether "two hundred and …" goes on, and no other number ("… and three thousand") begins."""
        following = [self._word(ahead) for ahead in (1, 2, 3)]
        small = [word for word in following[:2] if word in _TENS or word in _ONES]
        return bool(small) and following[0] in small and following[len(small)] not in _SCALES

    def _is_vague(self) -> bool:
        return self._first > 0 and self._words[self._first - 1][0] in _VAGUE

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
