"""The verdict on one run of words: where it stands, or what it is an altered form of.

`be punished` is exact at its place, with what stands before it; `be praised` is altered there: `praised` for
`punished`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import islice, pairwise
from typing import Final

from bot.domain.library import Library
from bot.domain.text.folding import WORDS
from bot.domain.text.numbers import numbers
from bot.domain.text.phrases import Phrases
from bot.domain.verdict.attribution import Attributions, Named
from bot.domain.verdict.comparing import Comparing
from bot.domain.verdict.frames import Frames
from bot.domain.verdict.index import WordIndex
from bot.domain.verdict.knowing import Found, Knowledge
from bot.domain.verdict.locating import Standing, every_place, located
from bot.domain.verdict.naming import Names
from bot.domain.verdict.nearest import Likeness, nearest
from bot.domain.verdict.qualifying import Qualifying
from bot.domain.verdict.running_on import runs_on
from bot.domain.verdict.runs import Whole
from bot.domain.verdict.shortness import is_short
from bot.domain.verdict.sought import Sought, SoughtPart, mended, reading, sought
from bot.domain.verdict.verdict import Check

_MOST_PLACES: Final = 200
_MOST_BESIDE: Final = 5  # carriers of words, for what they have beside them


class Judging:
    """Checks runs of words against one library."""

    def __init__(self, library: Library, index: WordIndex) -> None:
        self._library = library
        self._index = index
        negations, exceptions = Phrases(library.wording.negations), Phrases(library.wording.exceptions)
        self._comparing = Comparing(negations, exceptions)
        self._qualifying = Qualifying(negations, exceptions)
        self._common = frozenset(library.wording.stop_words)
        self._knowledge = Knowledge(library)

    @cached_property
    def names(self) -> Names:
        """Everyone it knows; gathered when the first text has a frame."""
        return Names(self._library)

    @cached_property
    def frames(self) -> Frames:
        """What takes frames away."""
        return Frames(self.names.are_all_of, self.names.are_cited)

    @cached_property
    def _attributions(self) -> Attributions:
        return Attributions(self._library, self.names, self.frames)

    def is_short(self, text: str) -> bool:
        """Whether a text is one or two common words."""
        return is_short(reading(text), self._common)

    def exact(self, text: str, around: str = "") -> Check | None:
        """The verdict on words that stand, whole or in parts around what is left out; None when they do not."""
        return self.whole(text, around) or self.in_parts(text, around)

    def whole(self, text: str, around: str = "") -> Check | None:
        """The same of words that leave nothing out."""
        for whole in mended(text, self._index.knows):
            words = reading(whole)
            if not words:
                return None
            short = is_short(words, self._common)
            everywhere = located(_in_one(words), self._index)
            found = list(islice(everywhere, 1 if short else _MOST_PLACES))
            if found:
                standing = self._standing(text, found, around)
                return _unowned(standing) if short else standing
        return None

    def in_parts(self, text: str, around: str = "") -> Check | None:
        """The same of words that mark what they leave out or change."""
        return next(filter(None, map(partial(self._in_parts, text, around), mended(text, self._index.knows))), None)

    def _in_parts(self, text: str, around: str, whole: str) -> Check | None:
        wanted = sought(whole, self._qualifying.turns)
        everywhere = islice(located(wanted, self._index), _MOST_PLACES) if wanted else ()
        found = [
            each for each in everywhere if wanted and not self._qualifying.covered(each, wanted.before, wanted.after)
        ]
        if wanted is None or not found:
            return None
        fair = [each for first in found for each in self._fair(wanted, first.run)]
        if not fair:
            return self._cut(text, found[0], around)
        return replace(self._standing(text, fair, around), marks_a_change=wanted.marks_a_change)

    def runs_on(self, text: str, before: Sequence[str], after: Sequence[str]) -> bool:
        """Whether a passage that has some words, whole or in parts, has what stands beside them too, or nearly."""
        for whole in mended(text, self._index.knows):
            for wanted in (_in_one(reading(whole)), sought(whole, self._qualifying.turns)):
                if found := list(islice(located(wanted, self._index), _MOST_BESIDE)) if wanted else []:
                    return runs_on(found, before, after)
        return False

    def _fair(self, wanted: Sought, run: Whole) -> Iterator[Standing]:
        """The first place of a run where what is left out does not turn the sense."""
        return islice((each for each in every_place(wanted, run) if not any(map(self.turns, each.omitted))), 1)

    def turns(self, text: str) -> bool:
        """Whether a text negates, makes an exception or counts."""
        return self._qualifying.turns(text) or bool(numbers(text))

    def _standing(self, text: str, found: Sequence[Standing], around: str) -> Check:
        first = found[0]
        place, *also = dict.fromkeys(each.place for each in found)
        evidence = self._knowledge.evidence(first.run, first.start, first.end)
        named = self._named(around, [(each.run, each.start, each.end) for each in found])
        return Check(
            "exact",
            text,
            place[0],
            place[1],
            through=first.through,
            also=tuple(also),
            evidence=evidence.id if evidence else None,
            quotation=evidence.id if evidence and evidence.kind == "quotation" else None,
            source_words=first.words,
            before=self._qualifying.before(first),
            follows=self._qualifying.follows(first),
            omitted=tuple(filter(None, first.omitted)),
            attribution=named.attribution,
            unknown_names=named.unknown_names,
            citation=named.citation,
        )

    def _cut(self, text: str, found: Standing, around: str) -> Check:
        """The verdict on parts that stand in order, but leave out words that turn the sense."""
        beside = zip(pairwise(found.ranges), found.omitted, strict=True)
        turning = [
            self._comparing.left_out(found.run.standing(*before), omitted, found.run.standing(*after))
            for (before, after), omitted in beside
            if self.turns(omitted)
        ]
        return replace(
            self._standing(text, [found], around),
            verdict="altered",
            source_words=found.run.standing(found.start, found.end),
            differences=self._comparing.graded(turning),
            before=None,
            follows=None,
        )

    def _named(self, around: str, found: Sequence[Found]) -> Named:
        """What the frame around words says about them, at all the places where they were found."""
        if not any(map(str.isalnum, around)):
            return Named()
        return self._attributions.of(around, self._knowledge.of(found))

    def near(self, text: str) -> Likeness | None:
        """The passage that a text is an altered form of; None when it is near nothing."""
        likeness = self.nearest(text)
        if likeness is not None and likeness.is_near:
            return likeness
        # Of a text with an ellipsis over very much only the parts are like anything.
        wanted = sought(text, lambda _: False)
        if wanted is None or len(wanted.parts) == 1:
            return None
        return self.near(max((part.words for part in wanted.parts), key=len))

    def nearest(self, text: str) -> Likeness | None:
        """The passage that a text is most like, however little."""
        return nearest(WORDS(next(mended(text, self._index.knows))), self._index)

    def altered(self, text: str, near: Likeness, around: str = "") -> Check:
        """The verdict on a text that is near a passage."""
        run, start, end = near.run, near.start, near.end
        source = run.standing(start, end)
        owner, paragraph = run.owner, run.name_at(start)
        last = run.name_at(end - 1)
        evidence = self._knowledge.evidence(run, start, end)
        named = self._named(around or near.beside(text), [(run, start, end)])
        whole = next(mended(text, self._index.knows))
        return Check(
            "altered",
            text,
            owner,
            paragraph,
            through=None if last == paragraph else last,
            evidence=evidence.id if evidence else None,
            quotation=evidence.id if evidence and evidence.kind == "quotation" else None,
            source_words=source,
            differences=self._comparing.differences(source, whole),
            attribution=named.attribution,
            unknown_names=named.unknown_names if around else (),
            citation=named.citation,
        )


def _in_one(words: str) -> Sought:
    return Sought((SoughtPart(words, None),))


def _unowned(standing: Check) -> Check:
    """The same of a word or two that many have said: whoever is named beside them may have said them as well."""
    return replace(standing, short=True, attribution=None if standing.attribution == "other" else standing.attribution)
