"""Naked numbers: a number or date in a sentence of ours must stand in what the sentence rests on."""

import re
from collections.abc import Iterator

from bot.domain.lint.ground import FIRST_YEAR, LAST_YEAR, Ground, counts
from bot.domain.lint.sentences import Own
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot
from bot.domain.text.dates import mentions, supported, weekdays
from bot.domain.text.numbers import Number, values

_PARAGRAPHS = re.compile(r"paragraphs? \d+(?:(?:,| to| and) \d+)*", re.IGNORECASE)
"""The register names paragraphs of a document by their numbers; those count nothing."""

_PROVE = {
    "claim": "take it from the evidence, add the evidence that has it, or explain it by name in number_ok",
    "heading": "take it from what this rests on",
    "remark": "take it from a document, or add a note that gives its source",
}


def naked_numbers(survey: Survey) -> Iterator[Finding]:
    """Numbers and dates in our sentences that nothing under them carries, and excuses that excuse nothing."""
    idle: dict[Spot, bool] = {}
    for sentence in survey.sentences:
        ground = survey.grounds.of(sentence.rests_on)
        if sentence.voice == "note" or ground is None:
            continue
        naked = [*_dates(sentence, ground), *_weekdays(sentence, ground), *_counts(sentence, ground, survey)]
        for words, is_excused in naked:
            if not is_excused:
                what = f"'{words}' stands in nothing that this rests on: '{_short(sentence.text)}'"
                yield Finding(sentence.spot, what, _PROVE[sentence.voice])
        # In a figure the excuse may be for the bounds of the statement; the lint of statements sees to those.
        if sentence.number_ok and sentence.spot.section != "figure":
            excuse = Spot(sentence.spot.section, sentence.spot.id, (*sentence.spot.path[:-1], "number_ok"))
            idle[excuse] = idle.get(excuse, True) and not any(is_excused for _, is_excused in naked)
    for excuse, is_idle in idle.items():
        if is_idle:
            what = "number_ok excuses no number here: each stands in the evidence, or is not named in it"
            yield Finding(excuse, what, "name in number_ok the number that it excuses, or remove it")


def _dates(sentence: Own, ground: Ground) -> Iterator[tuple[str, bool]]:
    """Dates that the ground does not give, and whether the excuse names them; one for 2004 excuses no slip to 2005."""
    excuse = sentence.number_ok or ""
    excused_years = [number.value for number in counts(excuse)] + [mention.year for mention in mentions(excuse)]
    years = [int(year) for year in excused_years if year and FIRST_YEAR <= year <= LAST_YEAR]
    for mention in mentions(sentence.text):
        if not supported(mention, ground.dates, ground.years):
            known = (*ground.dates, *mentions(excuse))
            yield sentence.text[mention.start : mention.end], supported(mention, known, {*ground.years, *years})


def _weekdays(sentence: Own, ground: Ground) -> Iterator[tuple[str, bool]]:
    for day in sorted(weekdays(sentence.text)):
        if not any(day in weekdays(text) for text in ground.named):
            yield day, day in weekdays(sentence.number_ok or "")


def _counts(sentence: Own, ground: Ground, survey: Survey) -> Iterator[tuple[str, bool]]:
    found = [number for number in counts(sentence.text) if number.value not in ground.values]
    if not found:
        return
    exempt = survey.exempt(sentence.text)
    if sentence.spot.section == "document":
        exempt += [match.span() for match in _PARAGRAPHS.finditer(sentence.text)]
    excused = values(sentence.number_ok or "")
    for number in found:
        inside = any(start <= number.start and number.end <= end for start, end in exempt)
        if not inside and not _is_year_of(number, ground):
            yield number.words, number.value in excused


def _is_year_of(number: Number, ground: Ground) -> bool:
    return FIRST_YEAR <= number.value <= LAST_YEAR and int(number.value) in ground.years and "," not in number.words


def _short(text: str) -> str:
    limit = 50
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + " …"
