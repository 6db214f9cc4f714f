"""Treaty citations: what `33(1)`, `Art. 33 para 1`, `CAT 3` or `난민협약 33조 1항` stand for, and how we print them.

A citation is an instrument, the number of an article and perhaps a paragraph. Instruments are known by the names in
their files; a number is text to us but compared by value, so that `IV`, `4` and `四` are the same article. Nothing is
ever rounded to a neighbour: an article that a known instrument does not hold here is said to be not stored, and a
number beside the name of an instrument we do not know is nothing at all.
"""

import re
import weakref
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

from bot.domain.citation.articlenumber import ArticleNumber, Key, article_numbers, key_of, number_alone
from bot.domain.citation.grammar import may_cite
from bot.domain.citation.names import NamedTreaty, TreatyNames
from bot.domain.citation.owners import owners
from bot.domain.citation.strangers import Stranger, stranger_beside
from bot.domain.law import Article, Instrument
from bot.domain.text.folding import CASELESS, NAMES, READABLE
from bot.domain.text.numbers import may_count, numbers

_WORD = re.compile(r"[^\W\d_]+")
_POINTS: Final = "?!.,"
_WRITTEN_OUT: Final = 100
"""Numbers below this are read where they are written out."""
_LIKE_A_WORD: Final = 4
"""A name of so many letters in lower case may be another word."""
_ORDINAL_ENDINGS: Final = ("th", "second", "third", "ieth")


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
    is_a_name: bool = False
    """The name of an instrument is all there is."""
    doubted: tuple[Citation, ...] = ()
    """What was meant if the stranger is no law but what the question is about."""


_NOTHING: Final = Reading(is_bare=True)
"""Of a text without numbers of articles and names of instruments, as most are."""


class Citations:
    """Reads and prints citations of the instruments it was given."""

    def __init__(self, instruments: Iterable[Instrument]) -> None:
        self._instruments: Mapping[str, Instrument] = {instrument.id: instrument for instrument in instruments}
        self._names = TreatyNames(self._instruments.values())
        self._article_words: dict[str, frozenset[str]] = {}
        itself: Citations = weakref.proxy(self)  # with a true reference nothing but the collector could free either
        self._tells = lru_cache(maxsize=8192)(partial(Citations._uncached_tells, itself))

    def may_cite(self, text: str) -> bool:
        """Whether what somebody typed may refer to anything, told quickly: mostly no word of it says so by itself.

        Words that were typed before cost nothing; only single ones are known again.
        """
        words = [word.strip(_POINTS) for word in text.split()]
        if not all(map(str.isalpha, words)) or (len(words) == 1 and not text.isascii()):
            return True
        return any(map(self._tells, words))

    def _uncached_tells(self, word: str) -> bool:
        """Whether a word may be of a number or a name, as it is or misspelt, or make a number of an `i` beside it."""
        readable = READABLE(word)
        if may_count(readable) or may_cite(f"{readable} i", names=False):
            return True
        return any(map(self._names.may_stand_in, (NAMES(word), NAMES(self._names.spelt(readable)))))

    def read(self, text: str) -> Reading:
        """What somebody who typed this refers to; a misspelt word of an instrument's name is forgiven.

        Offsets in the answer are of the text in one width, with its number words, `thirty-three`, as digits.
        """
        if not self.may_cite(text):
            return _NOTHING
        text = _in_digits(READABLE(text))
        reading = self._read(text)
        if reading.instruments:
            return reading
        spelt = self._names.spelt(text)
        if spelt == text or not self._names.may_stand_in(NAMES(spelt)):
            return reading
        corrected = self._read(spelt)
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

    def unnamed(self, text: str, mark: str) -> str:
        """What somebody typed with a mark in place of each name of an instrument; a misspelt name is one."""
        text = READABLE(text)
        named = self._names.within(text)
        if not named:
            text = self._names.spelt(text)
            named = self._names.within(text)
        for name in reversed(named):
            text = f"{text[: name.start]}{mark}{text[name.end :]}"
        return text

    def printed(self, citation: Citation) -> str:
        """How we refer to it: `1951 Refugee Convention, Article 33(1)`."""
        return f"{self._instruments[citation.instrument].short}, Article {citation.printed}"

    def _read(self, text: str) -> Reading:
        named = self._names.within(text)
        alone = number_alone(text)
        citations: list[Citation] = []
        doubted: list[Citation] = []
        strangers: list[str] = []
        found = [alone] if alone else _numbers(text, named)
        if not found and not named:
            return _NOTHING
        for number in found:
            of = owners(text, number, found, named)
            meant = self._of(of or self._instruments, number)
            if number.is_between or not of:
                meant = [citation for citation in meant if citation.article]
            name = _like_a_word(text, of, named)
            start, end = number.series
            around = (min(start, name.start), max(end, name.end)) if name else (start, end)
            stranger = stranger_beside(text, *around) if name or not of else None
            if stranger and not self._speak_of(stranger, meant):
                strangers.append(stranger.word)
                doubted += () if stranger.is_law else meant
            else:
                citations += meant
        instruments = dict.fromkeys(key for name in named for key in name.instruments)
        is_bare = not named and all(len(number.key) == 1 for number in found)
        stranger = strangers[0] if strangers else ""
        is_a_name = len(named) == 1 and not any(map(str.isalnum, text[: named[0].start] + text[named[0].end :]))
        return Reading(
            tuple(dict.fromkeys(citations)), tuple(instruments), stranger, is_bare, is_a_name, tuple(doubted)
        )

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

    def _speak_of(self, stranger: Stranger, citations: Iterable[Citation]) -> bool:
        """Whether articles speak of what stands beside their number: `article 33 danger to security`."""
        if stranger.is_law:
            return False
        return any(stranger.word in self._words_of(citation) for citation in citations if citation.article)

    def _words_of(self, citation: Citation) -> frozenset[str]:
        """The words of a stored article and those with which people ask for it."""
        key = citation.article or ""
        if key not in self._article_words:
            instrument = self._instruments[citation.instrument]
            article = next(each for each in instrument.articles if instrument.article_id(each) == key)
            texts = (article.heading or "", *article.aliases, *(paragraph.text for paragraph in article.paragraphs))
            self._article_words[key] = frozenset(_WORD.findall(CASELESS(" ".join(texts))))
        return self._article_words[key]


def _numbers(text: str, named: Sequence[NamedTreaty]) -> list[ArticleNumber]:
    return article_numbers(text, [(name.start, name.end) for name in named])


def _like_a_word(text: str, of: tuple[str, ...], named: Sequence[NamedTreaty]) -> NamedTreaty | None:
    """The name that a number belongs to where it is typed like an everyday word: the cat of `cat 3 hurricane`."""
    short = (name for name in named if name.instruments == of and name.end - name.start <= _LIKE_A_WORD)
    return next((name for name in short if text[name.start : name.end].islower()), None)


def _asked_part(article: Article, asked: Key) -> str | None:
    """The paragraph of an article that a number asks for, empty for all of it; None when the article is another one."""
    own = key_of(article.number)
    if own[: len(asked)] == asked:
        return ""
    if asked[: len(own)] != own:
        return None
    paragraph = asked[len(own)]
    return paragraph if any(part.number == paragraph for part in article.paragraphs) else None


def _in_digits(text: str) -> str:
    """The text with small numbers that are written out as digits, from the last to the first so that places hold."""
    for number in reversed(numbers(text)):
        if number.words[0].isalpha() and number.value < _WRITTEN_OUT and number.value.denominator == 1:
            ordinal = "th" if number.words.lower().endswith(_ORDINAL_ENDINGS) else ""
            text = f"{text[: number.start]}{number.value}{ordinal}{text[number.end :]}"
    return text
