"""Treaty citations: what `33(1)`, `Art. 33 para 1`, `CAT 3` or `난민협약 33조 1항` stand for, and how we print them.

A citation is an instrument, the number of an article and perhaps a paragraph. Instruments are known by the names in
their files; a number is text to us but compared by value, so that `IV`, `4` and `四` are the same article. Nothing is
ever rounded to a neighbour: an article that a known instrument does not hold here is said to be not stored, and a
number beside the name of an instrument we do not know is nothing at all.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.domain.citation.articlenumber import ArticleNumber, Key, article_numbers, key_of, number_alone
from bot.domain.citation.names import NamedTreaty, TreatyNames
from bot.domain.citation.words import OF_THE, ORDINARY, ORDINARY_UNSPACED
from bot.domain.law import Article, Instrument
from bot.domain.text.folding import READABLE
from bot.domain.text.numbers import numbers

_NAME_THEN_NUMBER = re.compile(r"(?:['\u2019]s)?[\s,:;.()\-\u2013\u2014]*(?:의|的|の|상|上|of)?\s*")
_NUMBER_THEN_NAME = re.compile(
    r"[\s,:;(\-\u2013\u2014]*(?:(?:of|in|from|under)(?![^\W_]))?\s*"
    r"(?:(?:the|un)(?![^\W_])\s*)*(?:\d{4}\s+)?[\"'\u201c]?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_WRITTEN_OUT: Final = 100
"""Numbers below this are read where they are written out."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One provision that a text refers to, and where in the text its number stands."""

    instrument: str
    number: str
    """The article's number as its instrument prints it; as it was typed where it is not stored."""
    paragraph: str
    """The paragraph asked for; empty for the whole article."""
    article: str | None
    """The id of the stored article; None when we know the instrument but do not hold the article."""
    start: int
    end: int

    @property
    def printed(self) -> str:
        """The number with the paragraph: `33(1)`."""
        return f"{self.number}({self.paragraph})" if self.paragraph else self.number


@dataclass(frozen=True, slots=True)
class Reading:
    """What a typed reference means; several citations when several instruments fit."""

    citations: tuple[Citation, ...] = ()
    instruments: tuple[str, ...] = ()
    """The instruments that were named, with or without a number."""
    stranger: str = ""
    """The word beside the number that is no instrument of ours; the number then means nothing to us."""
    is_bare: bool = False
    """Only a number was given, without instrument or paragraph: `article 3`, which may be the beginning of another."""


class Citations:
    """Reads and prints citations of the instruments it was given."""

    def __init__(self, instruments: Iterable[Instrument]) -> None:
        self._instruments: Mapping[str, Instrument] = {instrument.id: instrument for instrument in instruments}
        self._names = TreatyNames(self._instruments.values())

    def read(self, text: str) -> Reading:
        """What somebody who typed this refers to; a misspelt word of an instrument's name is forgiven.

        Offsets in the answer are of the text in one width, with its number words, `thirty-three`, as digits.
        """
        text = _in_digits(READABLE(text))
        reading = self._read(text)
        if reading.instruments:
            return reading
        spelt = self._names.spelt(text)
        corrected = reading if spelt == text else self._read(spelt)
        return corrected if corrected.instruments else reading

    def cited(self, sentence: str) -> tuple[Citation, ...]:
        """Every provision that a sentence cites, in order; offsets are of the sentence as given."""
        return self._read(sentence).citations

    def within(self, sentence: str) -> tuple[tuple[int, int], ...]:
        """The ranges of a sentence, as given, that are citations or names of instruments, apart and in order."""
        named = self._names.within(sentence)
        ranges = [(name.start, name.end) for name in named]
        ranges += [(number.start, number.end) for number in _numbers(sentence, named)]
        joined: list[tuple[int, int]] = []
        for start, end in sorted(ranges):
            if joined and sentence[joined[-1][1] : start].strip(" ,") in {"", "and", "to", "or"}:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return tuple(joined)

    def printed(self, citation: Citation) -> str:
        """How we refer to it: `1951 Refugee Convention, Article 33(1)`."""
        return f"{self._instruments[citation.instrument].short}, Article {citation.printed}"

    def _read(self, text: str) -> Reading:
        named = self._names.within(text)
        alone = number_alone(text)
        citations: list[Citation] = []
        stranger = ""
        found = [alone] if alone else _numbers(text, named)
        for number in found:
            owners = _owners(text, number, named)
            if owners:
                citations.extend(self._of(owners, number))
            elif word := _stranger(text, number):
                stranger = stranger or word
            else:
                citations.extend(citation for citation in self._of(self._instruments, number) if citation.article)
        instruments = dict.fromkeys(key for name in named for key in name.instruments)
        is_bare = not named and all(len(number.key) == 1 for number in found)
        return Reading(tuple(dict.fromkeys(citations)), tuple(instruments), stranger, is_bare)

    def _of(self, instruments: Iterable[str], number: ArticleNumber) -> list[Citation]:
        """The stored provisions with this number, or, where none of the instruments has it, that it is not stored."""
        stored: list[Citation] = []
        missing: list[Citation] = []
        for key in instruments:
            instrument = self._instruments[key]
            missing.append(Citation(key, number.typed, "", None, number.start, number.end))
            for article in instrument.articles:
                paragraph = _asked_part(article, number.key)
                if paragraph is not None:
                    place = (instrument.article_id(article), number.start, number.end)
                    stored.append(Citation(key, article.number, paragraph, *place))
        return stored or missing


def _numbers(text: str, named: list[NamedTreaty]) -> list[ArticleNumber]:
    def beside_a_name(start: int, end: int) -> bool:
        return _adjacent(text, start, end, named) is not None

    return article_numbers(text, [(name.start, name.end) for name in named], beside_a_name)


def _adjacent(text: str, start: int, end: int, named: list[NamedTreaty]) -> NamedTreaty | None:
    """The name that stands directly before a range, else the one directly after it."""
    for name in named:
        if name.end <= start and _NAME_THEN_NUMBER.fullmatch(text, name.end, start):
            return name
    for name in named:
        if end <= name.start and _NUMBER_THEN_NAME.fullmatch(text, end, name.start):
            return name
    return None


def _owners(text: str, number: ArticleNumber, named: list[NamedTreaty]) -> tuple[str, ...]:
    """The instruments of the name beside the number, or of the nearest name."""
    if not named:
        return ()
    beside = _adjacent(text, number.start, number.end, named)
    return (beside or min(named, key=lambda name: abs(name.start - number.start))).instruments


def _asked_part(article: Article, asked: Key) -> str | None:
    """The paragraph of an article that a number asks for, empty for all of it; None when the article is another one."""
    own = key_of(article.number)
    if own[: len(asked)] == asked:
        return ""
    if asked[: len(own)] != own:
        return None
    paragraph = asked[len(own)]
    return paragraph if any(part.number == paragraph for part in article.paragraphs) else None


def _stranger(text: str, number: ArticleNumber) -> str:
    """The word beside a number that may name an instrument we do not hold; empty when only ordinary words are there."""
    before = [match.group() for match in _WORD.finditer(text, 0, number.start)]
    after = [match.group() for match in _WORD.finditer(text, number.end)]
    while after and after[0].lower() in OF_THE:
        after.pop(0)
    while before and before[-1].lower() == "the":
        before.pop()
    return next((word for word in (*before[-1:], *after[:1]) if not _is_ordinary(word)), "")


def _is_ordinary(word: str) -> bool:
    return word.lower() in ORDINARY or word.lower() in OF_THE or word.startswith(ORDINARY_UNSPACED)


def _in_digits(text: str) -> str:
    """The text with small numbers that are written out as digits, from the last to the first so that places hold."""
    for number in reversed(numbers(text)):
        if number.words[0].isalpha() and number.value < _WRITTEN_OUT and number.value.denominator == 1:
            text = f"{text[: number.start]}{number.value}{text[number.end :]}"
    return text
