"""Naked numbers: what a sentence of ours counts or dates and what it rests on does not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.lint.ground import Ground
from bot.domain.lint.prose import FIRST_YEAR, LAST_YEAR, Prose
from bot.domain.lint.sentences import Own
from bot.domain.lint.survey import Survey
from bot.domain.text.dates import supported, weekdays
from bot.domain.text.numbers import Number, values

_PARAGRAPHS = re.compile(r"paragraphs? \d+(?:(?:,| to| and) \d+)*", re.IGNORECASE)
"""The register names paragraphs of a document by their numbers; those count nothing."""


@dataclass(frozen=True, slots=True)
class Naked:
    """A number or date that a sentence has and its ground has not, and whether the sentence's `number_ok` names it."""

    sentence: Own
    words: str
    is_excused: bool


def naked(survey: Survey) -> list[Naked]:
    """Every naked number, date and day of the week in our sentences; a note's are its source's."""
    found: list[Naked] = []
    for sentence in survey.sentences:
        ground = survey.ground(sentence)
        if sentence.voice != "note" and ground is not None:
            text = survey.read(sentence.text)
            found += _dates(sentence, text, ground, survey)
            found += _weekdays(sentence, text, ground)
            found += _counts(sentence, text, ground, survey)
    return found


def _dates(sentence: Own, text: Prose, ground: Ground, survey: Survey) -> Iterator[Naked]:
    """Dates that the ground does not give; an excuse for 2004 excuses no slip to 2005."""
    bare = [mention for mention in text.mentions if not ground.has(mention)]
    if not bare:
        return
    excuse = survey.read(sentence.number_ok or "")
    for mention in bare:
        is_excused = supported(mention, (*ground.dates, *excuse.mentions), ground.years | excuse.years)
        yield Naked(sentence, text.text[mention.start : mention.end], is_excused)


def _weekdays(sentence: Own, text: Prose, ground: Ground) -> Iterator[Naked]:
    for day in sorted(text.weekdays):
        if not any(day in named.weekdays for named in ground.named):
            yield Naked(sentence, day, day in weekdays(sentence.number_ok or ""))


def _counts(sentence: Own, text: Prose, ground: Ground, survey: Survey) -> Iterator[Naked]:
    bare = [number for number in text.counts if number.value not in ground.values and not _is_year_of(number, ground)]
    if not bare:
        return
    exempt = survey.exempt(text.text)
    if sentence.spot.section == "document":
        exempt += [match.span() for match in _PARAGRAPHS.finditer(text.text)]
    excused = values(sentence.number_ok or "")
    for number in bare:
        if not any(start <= number.start and number.end <= end for start, end in exempt):
            yield Naked(sentence, number.words, number.value in excused)


def _is_year_of(number: Number, ground: Ground) -> bool:
    return FIRST_YEAR <= number.value <= LAST_YEAR and int(number.value) in ground.years and "," not in number.words
