"""Is this text in the library: exact, altered or absent? Only equality decides; likeness merely says where to look.

The whole text is tried first. If its words stand in one paragraph of a document, or in one article, it is exact; if it
is near one, it is altered; both are final. Only a text that is near nothing is taken apart: what stands between double
quotation marks is checked piece by piece, and the worst verdict is that of the text. Words that only surround
quotations and are the writer's own make a text near nothing: `As he put it: “…”` quotes, it does not alter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from bot.domain.difference import differences
from bot.domain.library import Library
from bot.domain.matching import standing
from bot.domain.model import Evidence
from bot.domain.text.folding import PRINT
from bot.domain.text.numbers import numbers, values
from bot.domain.text.phrases import Phrases
from bot.domain.verdict.attribution import Attributions
from bot.domain.verdict.commentary import is_commentary, outside
from bot.domain.verdict.locate import Likeness, Locator, words_of
from bot.domain.verdict.message import (
    Quoted,
    between_ellipses,
    from_first_to_last,
    has_ellipsis,
    plain,
    quoted_in,
    reading,
)
from bot.domain.verdict.segments import Place, Segment, segments
from bot.domain.verdict.verdict import GRAVEST, WORST, Check, Difference, DifferenceKind

NEAR: Final = 0.58
NEAR_SHORT: Final = 0.6
"""A text is an altered form of a passage from this likeness on: `NEAR`, and `NEAR_SHORT` by its number of words more.

Short runs of words stand everywhere, so a short text must be more alike. `python -m benchmarks` shows what these limits
take for altered, among passages changed more and more and among texts that are in no document.
"""


_WORDS_BEFORE: Final = 3
_SENTENCE_END = re.compile(r"[.!?:;,\"\u3002]+(?:\s|$)")


@dataclass(frozen=True, slots=True)
class _Standing:
    """Words that stand exactly, piece after piece, in one segment."""

    segment: Segment
    ranges: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        return self.ranges[0][0]

    @property
    def end(self) -> int:
        return self.ranges[-1][1]

    @property
    def place(self) -> Place:
        return self.segment.place(self.start, self.end)

    @property
    def omitted(self) -> tuple[str, ...]:
        return tuple(self.segment.folded.standing(end, start).strip() for (_, end), (start, _) in pairwise(self.ranges))


class Checker:
    """Checks texts against a library; built once, when the library is loaded."""

    def __init__(self, library: Library) -> None:
        self._segments = segments(library)
        self._locator = Locator(self._segments)
        self._attributions = Attributions(library)
        self._negations = Phrases(library.wording.negations)
        self._exceptions = Phrases(library.wording.exceptions)
        self._proofs: dict[Place, list[tuple[Evidence, int, int]]] = {}
        for evidence in library.evidence.values():
            for passages in (evidence.passages, *evidence.also_passages):
                for passage in passages:
                    proof = (evidence, passage.start, passage.end)
                    self._proofs.setdefault((passage.document, passage.paragraph), []).append(proof)

    def check(self, text: str) -> Check:
        """The verdict on any text; nothing of it is kept."""
        words = plain(text)
        exact = self._exact(words) or (self._exact(text) if text != words else None)
        if exact is not None:
            return exact
        quoted = self._quoted(words)
        near = self._near(words)
        if near is not None and not (quoted and is_commentary(words, quoted, near)):
            return self._altered(words, near)
        if not quoted:
            return Check("absent", words)
        apart = self._apart(words, quoted)
        nothing_found = all(piece.verdict == "absent" for piece in apart.pieces)
        return self._altered(words, near) if near is not None and nothing_found else apart

    def _quoted(self, text: str) -> list[Quoted]:
        """What stands between double quotation marks; as one piece where straight marks stand inside straight marks."""
        quoted = quoted_in(text)
        if len(quoted) > 1:
            whole = from_first_to_last(text, quoted)
            return [whole] if self._exact(whole.words) else quoted
        return quoted

    def _apart(self, text: str, quoted: list[Quoted]) -> Check:
        """The verdict on the quotations in a text, one by one; the worst is that of the text."""
        around = outside(text, quoted)
        checks = tuple(self._piece(piece.words, around) for piece in quoted)
        worst = min(checks, key=lambda check: WORST.index(check.verdict))
        misattributed = any(check.attribution == "other" for check in checks)
        return replace(worst, attribution="other" if misattributed else worst.attribution, pieces=checks)

    def _piece(self, words: str, around: str) -> Check:
        exact = self._exact(words, around)
        if exact is not None:
            return exact
        near = self._near(words)
        return self._altered(words, near, around) if near is not None else Check("absent", words)

    def _exact(self, text: str, around: str = "") -> Check | None:
        """The verdict on words that stand, whole or in parts around ellipses; None when they do not."""
        words = reading(text)
        found = list(self._whole(words)) if words else []
        if found:
            return self._verdict(text, found, around)
        printed = PRINT(text)
        parts = [reading(part) for part in between_ellipses(printed)] if has_ellipsis(printed) else []
        found = list(self._in_parts(parts)) if parts else []
        if not found:
            return None
        fair = [each for each in found if not any(map(self._turns, each.omitted))]
        return self._verdict(text, fair, around) if fair else self._cut(text, found[0], around)

    def _whole(self, words: str) -> Iterator[_Standing]:
        """The segments that have the words, in register order."""
        for segment in self._segments:
            if words in segment.text:
                place = next(standing(words, segment.text), None)
                if place is not None:
                    yield _Standing(segment, (place,))

    def _in_parts(self, parts: list[str]) -> Iterator[_Standing]:
        """The places where all parts stand one after the other in a segment."""
        for segment in self._segments:
            if not all(part in segment.text for part in parts):
                continue
            for first in standing(parts[0], segment.text):
                ranges = [first]
                for part in parts[1:]:
                    since = ranges[-1][1]
                    after = next((place for place in standing(part, segment.text) if place[0] >= since), None)
                    if after is None:
                        break
                    ranges.append(after)
                else:
                    yield _Standing(segment, tuple(ranges))

    def _verdict(self, text: str, found: list[_Standing], around: str) -> Check:
        first = found[0]
        place, *also = dict.fromkeys(each.place for each in found)
        known = [self._evidence(each.segment, each.start, each.end) for each in found]
        return Check(
            "exact",
            text,
            place[0],
            place[1],
            also=tuple(also),
            evidence=known[0].id if known[0] else None,
            quotation=known[0].id if known[0] and known[0].kind == "quotation" else None,
            source_words=" […] ".join(first.segment.folded.standing(*each) for each in first.ranges),
            before=self._negated_before(first),
            omitted=first.omitted,
            attribution=self._attributions.of(
                around, filter(None, known), [each.segment.owner for each in found], first.segment.text
            ),
        )

    def _negated_before(self, found: _Standing) -> str | None:
        """The last words before exact ones, in the same sentence and the same marks, if they negate."""
        sentence = _SENTENCE_END.split(found.segment.text[: found.start])[-1]
        words = sentence.split()[-_WORDS_BEFORE:]
        return " ".join(words) if self._negations.within(" ".join(words)) else None

    def _cut(self, text: str, found: _Standing, around: str) -> Check:
        """The verdict on parts that stand in order, but leave out words that turn the sense."""
        turning = [
            Difference(self._kind("", omitted), "", omitted) for omitted in found.omitted if self._turns(omitted)
        ]
        return replace(
            self._verdict(text, [found], around),
            verdict="altered",
            source_words=found.segment.folded.standing(found.start, found.end),
            differences=tuple(turning),
        )

    def _turns(self, text: str) -> bool:
        return bool(self._negations.within(text) or self._exceptions.within(text) or numbers(text))

    def _near(self, text: str) -> Likeness | None:
        folded = PRINT(text)
        near = self._locator.nearest(folded)
        limit = NEAR + NEAR_SHORT / max(1, len(words_of(folded)))
        if near is not None and near.score >= limit:
            return near
        # Of a text with an ellipsis over very much only the parts are like anything.
        parts = between_ellipses(folded) if has_ellipsis(folded) else []
        return self._near(max(parts, key=len)) if len(parts) > 1 else None

    def _altered(self, text: str, near: Likeness, around: str = "") -> Check:
        source = near.segment.folded.standing(near.start, near.end)
        owner, paragraph = near.segment.place(near.start, near.end)
        evidence = self._evidence(near.segment, near.start, near.end)
        return Check(
            "altered",
            text,
            owner,
            paragraph,
            evidence=evidence.id if evidence else None,
            quotation=evidence.id if evidence and evidence.kind == "quotation" else None,
            source_words=source,
            differences=tuple(self._differences(source, text)),
            attribution=self._attributions.of(
                around or _beside(text, near), [evidence] if evidence else [], [owner], near.segment.text
            ),
        )

    def _differences(self, source: str, text: str) -> list[Difference]:
        found = [
            Difference(self._kind(piece.other, piece.original), piece.other.strip(), piece.original.strip())
            for piece in differences(source, reading(text))
            if piece.kind != "same"
        ]
        return sorted(found, key=lambda difference: GRAVEST.index(difference.kind))

    def _kind(self, text: str, source: str) -> DifferenceKind:
        """How grave a difference is: what negates or excepts on one side only comes first."""
        if self._negations.within(text) != self._negations.within(source):
            return "negation"
        if self._exceptions.within(text) != self._exceptions.within(source):
            return "exception"
        if values(text) != values(source):
            return "number"
        if not any(character.isalnum() for character in text + source):
            return "mark"
        return "case" if text.casefold().strip() == source.casefold().strip() else "words"

    def _evidence(self, segment: Segment, start: int, end: int) -> Evidence | None:
        """What the library knows of a range: the closest evidence around it, a quotation before a narration."""
        if segment.is_article:
            return None
        begun, ended = segment.folded.original(start, end)
        around = [
            (evidence.kind != "quotation", to - since, evidence)
            for evidence, since, to in self._proofs.get((segment.owner, segment.name), ())
            if since <= begun + 1 and ended <= to + 1
        ]
        return min(around, key=lambda each: each[:2])[2] if around else None


def _beside(text: str, near: Likeness) -> str:
    """The words of a text before and after the stretch that is like the passage."""
    folded = PRINT(text)
    found = words_of(folded)
    first, last = near.text_words
    return f"{folded[: found[first].start]} {folded[found[last - 1].end :]}"
