"""Names in our sentences: every capitalised word belongs to a name we know, every person is named with a reason."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.domain.lint.survey import Survey
from bot.domain.matching import quoted_ranges
from bot.domain.lint.names import Known
from bot.domain.problem import Finding, Spot
from bot.domain.text.words import Word, words

_MEND = "correct it, or list it: a person in people.yaml, a place, body or language in names_ok of wording.yaml"


_TITLE = 4
"""A title before a name may be shortened to so many letters: `Rev. Kim`."""


@dataclass(frozen=True, slots=True)
class _Usage:
    """How words are written in documents and in sentences of ours, wherever their place does not ask for a capital."""

    small: frozenset[str]
    """Somewhere with a small letter."""
    proper: frozenset[str]
    """Always with a capital: names even at the beginning of a sentence."""


def strange_names(survey: Survey) -> Iterator[Finding]:
    """Capitalised words that belong to no name we know."""
    usage = _usage(survey)
    for spot, text in named_in(survey):
        for name in dict.fromkeys(_strange(text, survey, usage)):
            yield Finding(spot, f"'{name}' is not a name we know", _MEND)


def named_in(survey: Survey) -> Iterator[tuple[Spot, str]]:
    """Every text of ours that may name somebody: sentences, and who speaks, through whom and for whom."""
    for sentence in survey.sentences:
        yield sentence.spot, sentence.text
    for evidence in survey.library.evidence.values():
        for field in ("speaker", "role", "actor", "via"):
            text = getattr(evidence, field)
            if text:
                yield Spot("evidence", evidence.id, (field,)), text
    for brief in survey.library.briefs.values():
        for place, position in enumerate(brief.positions):
            yield Spot("brief", brief.id, ("positions", place, "actor")), position.actor
        for place, actor in enumerate(brief.accuses):
            yield Spot("brief", brief.id, ("accuses", place)), actor


def _strange(text: str, survey: Survey, usage: _Usage) -> Iterator[str]:
    found = words(text)
    names = list(survey.names.within(found))
    known = {place: name for name in names for place in range(name.first, name.last + 1)}
    passed = [*quoted_ranges(text), *survey.cited(text)]
    for place, word in enumerate(found):
        if not word.is_capitalised or place in known or _is_inside(word, passed) or _is_symbol(text, word):
            continue
        following = known.get(place + 1)
        is_first_name = following is not None and following.person is not None and word.plain not in usage.small
        is_ordinary = _begins_a_sentence(text, word) and word.plain not in usage.proper and not is_first_name
        is_article = word.plain in survey.stop_words and following is not None
        if not is_ordinary and not is_article:
            yield _with_neighbours(text, found, place, usage)
    for name, following in _pairs(text, found, names):
        if name.person and not _is_inside(found[following.first], passed):
            yield text[found[name.first].start : found[following.last].end]


def _pairs(text: str, found: list[Word], names: list[Known]) -> Iterator[tuple[Known, Known]]:
    """Names with nothing but a space between: after a person's name, the next one would be a part of it."""
    for name, following in pairwise(names):
        between = text[found[name.last].end : found[following.first].start]
        if following.first == name.last + 1 and between == " ":
            yield name, following


def _with_neighbours(text: str, found: list[Word], place: int, usage: _Usage) -> str:
    """The word with the capitalised words around it, as they stand: a strange surname is shown with its first name."""
    first = last = place
    while first > 0 and _is_of_name(found[first - 1], usage) and _touch(text, found, first - 1):
        first -= 1
    while last + 1 < len(found) and _is_of_name(found[last + 1], usage) and _touch(text, found, last):
        last += 1
    return text[found[first].start : found[last].end]


def _is_of_name(word: Word, usage: _Usage) -> bool:
    return word.is_capitalised and word.plain not in usage.small


def _touch(text: str, found: list[Word], place: int) -> bool:
    between = text[found[place].end : found[place + 1].start]
    is_title = len(found[place].plain) <= _TITLE and not found[place].written.isupper()
    return between in {" ", "-"} or (between == ". " and is_title)


def _is_symbol(text: str, word: Word) -> bool:
    """Whether the word is part of a document's symbol, as `A` and `HRC` are of `A/HRC/25/63`, or initials: `U.S.C.`."""
    around = text[max(0, word.start - 1) : word.start] + text[word.end : word.end + 1]
    return "/" in around or re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", word.written) is not None


def _is_inside(word: Word, ranges: list[tuple[int, int]]) -> bool:
    return any(start <= word.start and word.end <= end for start, end in ranges)


def _begins_a_sentence(text: str, word: Word) -> bool:
    before = text[: word.start].rstrip(" \n([\"'\u2018\u2019\u201c\u201d")
    return not before or before[-1] in ".!?:;\u2026" or word.start == 0


def _usage(survey: Survey) -> _Usage:
    texts = [sentence.text for sentence in survey.sentences]
    texts += [paragraph for document in survey.library.documents.values() for paragraph in document.paragraphs]
    capital: set[str] = set()
    small: set[str] = set(survey.stop_words)
    for text in texts:
        for word in words(text):
            if not word.is_capitalised:
                small.add(word.plain)
            elif not _begins_a_sentence(text, word):
                capital.add(word.plain)
    return _Usage(frozenset(small), frozenset(capital - small))
