"""Loose quotation marks: words between double marks in a sentence of ours stand exactly in what it rests on.

A note rests on a source that is not stored, so between its marks only words of the stored documents and articles, or of
its source's title, may stand: words that nobody can check here are told without marks.
"""

from collections.abc import Iterator

from rapidfuzz import fuzz

from bot.domain.lint.ground import Ground
from bot.domain.lint.sentences import Own
from bot.domain.lint.survey import Survey
from bot.domain.matching import fold, nearest_words, quoted_ranges
from bot.domain.problem import Finding

_ALIKE = 60
"""From this likeness in percent on, the nearest words are worth showing."""


def loose_quotation_marks(survey: Survey) -> Iterator[Finding]:
    """Quoted words in our sentences that stand in nothing under them, and marks that are not in pairs."""
    for sentence in survey.sentences:
        ground = _ground(sentence, survey)
        if ground is None:
            continue
        if not _in_pairs(sentence.text):
            yield Finding(
                sentence.spot,
                f"a quotation mark opens or closes nothing in '{sentence.text}'",
                "close what it opens, or remove the mark",
            )
            continue
        for start, end in quoted_ranges(sentence.text):
            words = sentence.text[start:end]
            if not ground.holds(words) and not ground.holds(words.removesuffix(",")):
                yield Finding(sentence.spot, f"“{words}” stands in nothing that this rests on", _mend(words, ground))


def _ground(sentence: Own, survey: Survey) -> Ground | None:
    if sentence.voice != "note":
        return survey.grounds.of(sentence.rests_on)
    stored = survey.grounds.of(tuple(key for key in survey.grounds.everything if not key.startswith("note:")))
    titles = [survey.library.notes[sentence.spot.id].source.title] if sentence.spot.section == "note" else []
    return stored and Ground((*stored.texts, *titles))


def _in_pairs(text: str) -> bool:
    """Whether each opening mark is followed by its closing one; quotations inside quotations have single marks."""
    opened = False
    for mark in (character for character in text if character in '\u201c\u201d"'):
        if mark == ("\u201c" if opened else "\u201d"):
            return False
        opened = not opened
    return not opened


def _mend(words: str, ground: Ground) -> str:
    near = max(
        (nearest_words(words, text) for text in ground.texts), key=lambda text: _likeness(words, text), default=""
    )
    hint = f"the nearest there is “{near}”; " if near and _likeness(words, near) >= _ALIKE else ""
    return f"{hint}quote it exactly, add the evidence that has it, or write without quotation marks"


def _likeness(words: str, other: str) -> float:
    return fuzz.ratio(fold(words).text, fold(other).text)
