"""Dishonest ellipses: what is left out of a passage, or cut off just before it, may not turn its sense."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.domain.library import Library
from bot.domain.lint.survey import Survey
from bot.domain.model import Passage
from bot.domain.number import numbers
from bot.domain.problem import Finding, Spot
from bot.domain.verify import quoted_ranges

_WORDS_BEFORE = 3
"""How many words before a passage are read for a negation: `did not` before `single out China`."""


def dishonest_ellipses(survey: Survey) -> Iterator[Finding]:
    """Words left out that negate, except or count, and that `omission_ok` does not answer for."""
    for evidence in survey.library.evidence.values():
        between = list(_between(evidence.passages, survey.library))
        before = list(_before(evidence.passages[0], survey.library))
        turning = [word for text in between for word in _turning(text, survey)]
        turning += [word for text in before for word in survey.negations.within(text)]
        unanswered = [word for word in turning if word.casefold() not in (evidence.omission_ok or "").casefold()]
        if unanswered:
            yield Finding(
                Spot("evidence", evidence.id, ("words",)),
                f"'{unanswered[0]}' is left out of '{' … '.join([*before, *between]).strip()}'",
                "take the words in, or say in omission_ok why leaving that word out is fair, naming it",
            )
        elif evidence.omission_ok and not turning:
            yield Finding(
                Spot("evidence", evidence.id, ("omission_ok",)),
                "nothing that negates, excepts or counts is left out here",
                "remove omission_ok",
            )


def _between(passages: tuple[Passage, ...], library: Library) -> Iterator[str]:
    for first, second in pairwise(passages):
        yield library.documents[first.document].paragraph(first.paragraph)[first.end : second.start]


def _before(passage: Passage, library: Library) -> Iterator[str]:
    """The last words of the same sentence, and of the same speaker, before the passage begins."""
    paragraph = library.documents[passage.document].paragraph(passage.paragraph)
    opened = max((start for start, end in quoted_ranges(paragraph) if start <= passage.start <= end), default=0)
    closed = max((end + 1 for _, end in quoted_ranges(paragraph) if end < passage.start), default=0)
    words = paragraph[max(opened, closed) : passage.start].split()[-_WORDS_BEFORE:]
    for place in range(len(words) - 1, -1, -1):
        if re.search(r"[.!?:;,]$", words[place]):
            words = words[place + 1 :]
            break
    if words:
        yield " ".join(words)


def _turning(text: str, survey: Survey) -> list[str]:
    """What in a text negates, excepts or counts."""
    return [*survey.turning.within(text), *(number.words for number in numbers(text))]
