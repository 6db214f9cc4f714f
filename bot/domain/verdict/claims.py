"""What in a text is claimed to be quoted: block quotes, what stands between quotation marks, or else all of it.

In `King said "they were sent back" and left` the claim is `they were sent back`, and the rest is the writer's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.text.marks import quotations
from bot.domain.verdict.attribution import HERE

_OPENS = re.compile(r"[\s(\[]\"\w")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A claim, with the range of its words in the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims in a text, in order."""

    text: str
    quoted: tuple[Quoted, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of each."""
        return tuple(self.text[each.start : each.end] for each in self.quoted)

    @property
    def outside(self) -> tuple[str, ...]:
        """The stretches before, between and after them."""
        starts = [0, *(each.end for each in self.quoted)]
        ends = [*(each.start for each in self.quoted), len(self.text)]
        return tuple(self.text[start:end] for start, end in zip(starts, ends, strict=True))

    @property
    def around(self) -> str:
        """The same as one text, with a mark where each claim stood."""
        return HERE.join(self.outside)

    @property
    def as_one(self) -> "Claims | None":
        """All claims and what is between them as one, where the mark that seems to close the first opens another.

        Straight marks inside straight marks look like several quotations: `"they called it "home" and left"`.
        """
        if len(self.quoted) == 1 or not _OPENS.match(self.text, max(0, self.quoted[0].end - 1)):
            return None
        return Claims(self.text, (Quoted(self.quoted[0].start, self.quoted[-1].end),))


def claims(text: str, blocks: Sequence[str] = ()) -> Claims:
    """Block quotes, which the text has in this order, and what stands between marks outside them."""
    found: list[Quoted] = []
    since = 0
    for block in blocks:
        start = text.find(block, since)
        found += _between_marks(text, since, start)
        found.append(Quoted(start, start + len(block)))
        since = start + len(block)
    return Claims(text, (*found, *_between_marks(text, since, len(text))))


def _between_marks(text: str, since: int, until: int) -> list[Quoted]:
    return [Quoted(since + start, since + end) for start, end in quotations(text[since:until])]
