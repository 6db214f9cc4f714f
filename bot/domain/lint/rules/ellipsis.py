"""Dishonest ellipses: what is left out of a passage, or cut off just before it, may not turn its sense."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.domain.library import Library
from bot.domain.lint.survey import Survey
from bot.domain.matching import quoted_ranges
from bot.domain.model import Evidence, Passage
from bot.domain.problem import Finding, Spot
from bot.domain.text.numbers import numbers

_WORDS_BEFORE = 3
"""How many words before a passage are read for a negation: `did not` before `single out China`."""


def dishonest_ellipses(survey: Survey) -> Iterator[Finding]:
    """Words left out that negate, except or count, and quotations cut off, that `omission_ok` does not answer for."""
    for evidence in survey.library.evidence.values():
        spot = Spot("evidence", evidence.id, ("words",))
        left_out = [*_before(evidence.passages[0], survey.library), *_between(evidence, survey.library)]
        turning = list(_turning(evidence, survey))
        unanswered = [word for word in turning if word.casefold() not in (evidence.omission_ok or "").casefold()]
        cut_off = list(_cut_off(evidence, survey.library))
        if unanswered:
            what = f"'{unanswered[0]}' is left out of '{' … '.join(left_out).strip()}'"
            yield Finding(spot, what, "take the words in, or say in omission_ok why that word may go, naming it")
        elif cut_off and not evidence.omission_ok:
            what = f"the quotation leaves out '{cut_off[0]}' of the same sentence"
            yield Finding(spot, what, "quote the whole sentence, or say in omission_ok why a part of it is fair")
        elif evidence.omission_ok and not turning and not cut_off:
            what = "nothing that needs an excuse is left out here"
            yield Finding(Spot("evidence", evidence.id, ("omission_ok",)), what, "remove omission_ok")


def _turning(evidence: Evidence, survey: Survey) -> Iterator[str]:
    """What negates, excepts or counts between the pieces, and what negates just before the first."""
    for text in _before(evidence.passages[0], survey.library):
        yield from survey.negations.within(text)
    for text in _between(evidence, survey.library):
        yield from survey.turning.within(text)
        yield from (number.words for number in numbers(text))


def _between(evidence: Evidence, library: Library) -> Iterator[str]:
    """What stands between the pieces, in each document that carries them."""
    for passages in (evidence.passages, *evidence.also_passages):
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


def _cut_off(evidence: Evidence, library: Library) -> Iterator[str]:
    """What a quotation leaves out, before it or after it, of a sentence between the same marks."""
    if evidence.kind != "quotation":
        return
    first, last = evidence.passages[0], evidence.passages[-1]
    paragraph = library.documents[first.document].paragraph(first.paragraph)
    for opened, closed in quoted_ranges(paragraph):
        before = re.split(r"(?<=[.!?])\s+", paragraph[opened : first.start])[-1]
        if opened <= first.start <= closed and any(map(str.isalnum, before)):
            yield before.strip()
        after = re.split(r"(?<=[.!?])\s", paragraph[last.end - 1 : closed])[0][1:]
        if opened <= last.end <= closed and any(map(str.isalnum, after)):
            yield after.strip()
