"""Names in claims: whoever and whatever a claim names is named by what it rests on, or by that document elsewhere."""

from collections.abc import Iterator

from bot.domain.lint.ground import Ground
from bot.domain.lint.survey import Survey
from bot.domain.lint.names import ROOT, Known
from bot.domain.problem import Finding
from bot.domain.text.dates import MONTHS, WEEKDAYS
from bot.domain.text.words import Word, words


def unsupported_names(survey: Survey) -> Iterator[Finding]:
    """People whom nothing beside a claim's evidence names, and other names that are not even in its documents."""
    for sentence in survey.sentences:
        ground = survey.grounds.of(sentence.rests_on)
        if sentence.voice != "claim" or ground is None:
            continue
        found = words(sentence.text)
        cited = survey.cited(sentence.text)
        for known in survey.names.within(found):
            of_it = [word for word in found[known.first : known.last + 1] if word.is_capitalised]
            is_cited = any(start <= word.start < end for word in of_it for start, end in cited)
            if known.name in MONTHS or known.name in WEEKDAYS or is_cited:
                continue
            if not (_is_beside(known, ground, survey) if known.person else _is_around(of_it, ground, survey)):
                what = f"'{known.name}' is named in nothing that this rests on, nor {_where(known)}"
                yield Finding(sentence.spot, what, "add the evidence that has the name, or correct it")


def _where(known: Known) -> str:
    return "beside it in the document" if known.person else "in its documents"


def _is_beside(known: Known, ground: Ground, survey: Survey) -> bool:
    return known.person in survey.names.spelt(ground.named).people


def _is_around(name: list[Word], ground: Ground, survey: Survey) -> bool:
    """Whether each word of a name stands in the documents, in full or in a short form that the wording explains."""
    there = survey.names.spelt((*ground.named, *ground.around))
    short = survey.library.wording.abbreviations

    def stands(word: str) -> bool:
        return (
            word in there.words
            or word[:ROOT] in there.roots
            or (word in short and all(map(stands, short[word].split())))
        )

    return all(stands(word.plain) for word in name)
