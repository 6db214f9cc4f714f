"""Naked numbers: what a sentence of ours counts or dates and what it rests on does not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.lint.ground import Ground
from bot.domain.lint.prose import Prose, year_of
from bot.domain.lint.sentences import Own
from bot.domain.lint.survey import Survey
from bot.domain.text.dates import supported, weekdays
from bot.domain.text.numbers import Number, values

Grounds = tuple[Ground, ...]

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
        text = survey.read(sentence.text)
        if sentence.voice != "note" and (text.mentions or text.weekdays or text.counts):
            grounds = survey.beneath(sentence)
            if grounds:
                found += _dates(sentence, text, grounds, survey)
                found += _weekdays(sentence, text, grounds)
                found += _counts(sentence, text, grounds, survey)
    return found


def _dates(sentence: Own, text: Prose, grounds: Grounds, survey: Survey) -> Iterator[Naked]:
    """Dates that no ground gives; an excuse for 2004 excuses no slip to 2005."""
    bare = [mention for mention in text.mentions if not any(ground.has(mention) for ground in grounds)]
    if not bare:
        return
    excuse = survey.read(sentence.number_ok or "")
    dates = [*excuse.mentions, *(date for ground in grounds for date in ground.dates)]
    years = excuse.years.union(*(ground.years for ground in grounds))
    for mention in bare:
        yield Naked(sentence, text.text[mention.start : mention.end], supported(mention, dates, years))


def _weekdays(sentence: Own, text: Prose, grounds: Grounds) -> Iterator[Naked]:
    for day in sorted(text.weekdays):
        if not any(day in named.weekdays for ground in grounds for named in ground.named):
            yield Naked(sentence, day, day in weekdays(sentence.number_ok or ""))


def _counts(sentence: Own, text: Prose, grounds: Grounds, survey: Survey) -> Iterator[Naked]:
    bare = [number for number in text.counts if not any(_is_carried(number, ground) for ground in grounds)]
    if not bare:
        return
    exempt = survey.exempt(text.text)
    if sentence.spot.section == "document":
        exempt += [match.span() for match in _PARAGRAPHS.finditer(text.text)]
    excused = values(sentence.number_ok or "")
    for number in bare:
        if not any(start <= number.start and number.end <= end for start, end in exempt):
            yield Naked(sentence, number.words, number.value in excused)


def _is_carried(number: Number, ground: Ground) -> bool:
    is_a_year = "," not in number.words and year_of(number) in ground.years
    return number.value in ground.values or is_a_year
