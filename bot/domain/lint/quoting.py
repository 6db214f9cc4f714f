"""What stands between quotation marks in our sentences, and what it is held against."""

from collections.abc import Sequence

from bot.domain.lint.ground import Ground
from bot.domain.lint.prose import Prose
from bot.domain.lint.sentences import Own
from bot.domain.lint.survey import Survey


def are_in_pairs(text: str) -> bool:
    """Whether each opening mark is followed by its closing one; quotations inside quotations have single marks."""
    opened = False
    for mark in (character for character in text if character in '\u201c\u201d"'):
        if mark == ("\u201c" if opened else "\u201d"):
            return False
        opened = not opened
    return not opened


def quotable(sentence: Own, survey: Survey) -> Sequence[Ground]:
    """The grounds of which one has to hold what the sentence quotes; none where something of them is missing.

    A note rests on a source that is not stored, so between its marks only words of the stored documents and articles,
    or of its source's title, may stand: words that nobody can check here are told without marks.
    """
    if sentence.voice != "note":
        return survey.beneath(sentence)
    if survey.is_broken("document", "instrument"):
        return ()
    return [survey.grounds.stored, Ground(texts=tuple(_titles(sentence, survey)))]


def _titles(sentence: Own, survey: Survey) -> list[Prose]:
    if sentence.spot.section != "note":
        return []
    return [survey.read(survey.library.notes[sentence.spot.id].source.title)]
