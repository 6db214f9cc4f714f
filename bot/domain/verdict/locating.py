"""Where sought words stand, letter by letter: one after another in one document or one article.

`The nine … were sent back` stands where `The nine` does and `were sent back` after it, in the same paragraph or the
next. Nothing here is likeness: what is found is equal.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Final

from bot.domain.matching import cuts_a_word, standing
from bot.domain.verdict.index import WordIndex
from bot.domain.verdict.runs import Place, Whole
from bot.domain.verdict.sought import Gap, Sought, SoughtPart

_LONGEST_CHANGE: Final = 6
"""Words that one marked change, `[China]`, may stand for."""
_MOST_BEGINNINGS: Final = 200
_POINTS: Final = " .,;:!?-"
_COUNTS: Final = re.compile(r"^(?!(?:1[89]|20)\d\d$)\d[\d.,]{3,}$")
"""A number put in where the document has none; a year explains, and a short one is a mark of reference."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Words that stand exactly, part after part, in one run."""

    run: Whole
    ranges: tuple[tuple[int, int], ...]
    gaps: tuple[Gap, ...] = ()

    @property
    def start(self) -> int:
        """Where the first part begins."""
        return self.ranges[0][0]

    @property
    def end(self) -> int:
        """Where the last part ends."""
        return self.ranges[-1][1]

    @property
    def place(self) -> Place:
        """Where they begin."""
        return self.run.owner, self.run.name_at(self.start)

    @property
    def through(self) -> int | str | None:
        """The last paragraph, where they run over several."""
        last = self.run.name_at(self.end - 1)
        return None if last == self.run.name_at(self.start) else last

    @property
    def omitted(self) -> tuple[str, ...]:
        """What stands between the parts."""
        return tuple(self.run.standing(end, start).strip() for (_, end), (start, _) in pairwise(self.ranges))

    @property
    def words(self) -> str:
        """The document's own characters, with `[…]` for what lies between."""
        return " […] ".join(self.run.standing(*each) for each in self.ranges)


def located(sought: Sought, index: WordIndex) -> Iterator[Standing]:
    """Every run that has the words, once, in register order."""
    rarest = max((part.keys for part in sought.parts), key=len)
    for run in index.carriers(rarest):
        places = next(_in_order(sought, run), None)
        if places is not None:
            yield Standing(run, places, sought.gaps)


def every_place(sought: Sought, run: Whole) -> Iterator[Standing]:
    """Every place of a run where the words stand."""
    return (Standing(run, places, sought.gaps) for places in _in_order(sought, run))


def _in_order(sought: Sought, run: Whole) -> Iterator[tuple[tuple[int, int], ...]]:
    first, *others = sought.parts
    for begun in islice(_places(first, run.text, 0), _MOST_BEGINNINGS):
        ranges = [begun]
        for part, gap in zip(others, sought.gaps, strict=True):
            after = next(_places(part, run.text, ranges[-1][1]), None)
            if after is None or not _reaches(gap, run, ranges[-1][1], after[0]):
                break
            ranges.append(after)
        else:
            if _is_whole(sought, run.text, ranges[0][0], ranges[-1][1]):
                yield tuple(ranges)


def _reaches(gap: Gap, run: Whole, end: int, start: int) -> bool:
    """Whether a gap is not too wide: an ellipsis reaches into the next paragraph at most, a change over a few words.

    Brackets and points of the document itself are its words: a change of them, or beside them, is none that the text
    marks.
    """
    between = run.text[end:start]
    paragraphs = run.part_at(start) - run.part_at(end - 1)
    if not gap:
        is_own = between.strip().startswith("...") or between.strip().endswith("...")
        is_more = any(map(str.isalnum, between))
        return paragraphs <= 1 and "\n" not in between and not (is_own and is_more)
    has_own = re.search(r"[\[\]]", between) is not None
    if not any(map(str.isalnum, between)) and _COUNTS.search(gap):
        return False
    is_few = paragraphs == 0 and len(between.split()) <= _LONGEST_CHANGE
    return is_few and (not has_own or between.strip(_POINTS) == f"[{gap}]")


def _is_whole(sought: Sought, text: str, start: int, end: int) -> bool:
    """Whether brackets at the ends of the text do not stand for others that the document has there."""
    if _COUNTS.search(sought.before) or _COUNTS.search(sought.after):
        return False
    before, after = text[max(0, start - 200) : start].rstrip(_POINTS), text[end : end + 200].lstrip(_POINTS)
    is_begun = not sought.before or not before.endswith("]") or before.endswith(f"[{sought.before}]")
    return is_begun and (not sought.after or not after.startswith("[") or after.startswith(f"[{sought.after}]"))


def _places(part: SoughtPart, text: str, since: int) -> Iterator[tuple[int, int]]:
    if part.pattern is None:
        return standing(part.words, text, since)
    return (
        match.span()
        for match in part.pattern.finditer(text, since)
        if not cuts_a_word(text, match.start()) and not cuts_a_word(text, match.end())
    )
