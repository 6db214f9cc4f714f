"""Omissions: what evidence leaves out between its pieces, just before them, or of the sentence that it quotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.domain.library import Library
from bot.domain.lint.survey import Survey
from bot.domain.model import Evidence
from bot.domain.text.numbers import numbers

_WORDS_BEFORE = 3
"""How many words before a passage are read for a negation: `did not` before `single out China`."""


@dataclass(frozen=True, slots=True)
class Omission:
    """What one piece of evidence leaves out that needs an excuse."""

    evidence: Evidence
    left_out: str
    """What stands before the words and between their pieces."""
    turning: tuple[str, ...]
    """Words there that negate, except or count."""
    cut_off: tuple[str, ...]
    """Parts of a quoted sentence that are not quoted."""

    @property
    def unanswered(self) -> list[str]:
        """The turning words that `omission_ok` does not name."""
        excuse = (self.evidence.omission_ok or "").casefold()
        return [word for word in self.turning if word.casefold() not in excuse]


def omissions(survey: Survey) -> list[Omission]:
    """What each piece of evidence leaves out."""
    return [_of(evidence, survey) for evidence in survey.library.evidence.values()]


def _of(evidence: Evidence, survey: Survey) -> Omission:
    before, between = list(_before(evidence, survey)), list(_between(evidence, survey.library))
    negated = [word for text in before for word in survey.negations.within(text)]
    turned = [word for text in between for word in _turning(text, survey)]
    left_out = " … ".join([*before, *between]).strip()
    return Omission(evidence, left_out, (*negated, *turned), tuple(_cut_off(evidence, survey)))


def _turning(text: str, survey: Survey) -> Iterator[str]:
    yield from survey.turning.within(text)
    yield from (number.words for number in numbers(text))


def _between(evidence: Evidence, library: Library) -> Iterator[str]:
    """What stands between the pieces, in each document that carries them."""
    for passages in (evidence.passages, *evidence.also_passages):
        for first, second in pairwise(passages):
            yield library.documents[first.document].paragraph(first.paragraph)[first.end : second.start]


def _before(evidence: Evidence, survey: Survey) -> Iterator[str]:
    """The last words of the same sentence, and of the same speaker, before the passage begins."""
    passage = evidence.passages[0]
    paragraph = survey.read(survey.library.documents[passage.document].paragraph(passage.paragraph))
    opened = max((start for start, end in paragraph.quoted if start <= passage.start <= end), default=0)
    closed = max((end + 1 for _, end in paragraph.quoted if end < passage.start), default=0)
    words = paragraph.text[max(opened, closed) : passage.start].split()[-_WORDS_BEFORE:]
    for place in range(len(words) - 1, -1, -1):
        if re.search(r"[.!?:;,]$", words[place]):
            words = words[place + 1 :]
            break
    if words:
        yield " ".join(words)


def _cut_off(evidence: Evidence, survey: Survey) -> Iterator[str]:
    """What a quotation leaves out, before it or after it, of a sentence between the same marks."""
    if evidence.kind != "quotation":
        return
    first, last = evidence.passages[0], evidence.passages[-1]
    paragraph = survey.read(survey.library.documents[first.document].paragraph(first.paragraph))
    for opened, closed in paragraph.quoted:
        if opened <= first.start <= closed:
            before = re.split(r"(?<=[.!?])\s+", paragraph.text[opened : first.start])[-1]
            yield from [before.strip()] if any(map(str.isalnum, before)) else []
        if opened <= last.end <= closed:
            after = re.split(r"(?<=[.!?])\s", paragraph.text[last.end - 1 : closed])[0][1:]
            yield from [after.strip()] if any(map(str.isalnum, after)) else []
