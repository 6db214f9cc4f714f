"""Rewriting a text in steps, so that what is found in the result can be shown as it stood.

A step changes the whole text at once, which is fast, or tells edit by edit what it changes, which is needed only where
something was found and its place is asked for. Both come to the same.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_letters

_MOST_CHARACTERS = 20_000
"""So many characters are remembered, with what becomes of them; a library in all four languages has a tenth of that."""
_BETWEEN = "\0"
"""Stands between texts that are folded in one go; no step looks across it."""

_PLAIN = frozenset(f"{ascii_letters} -")
"""What most of what is typed consists of."""
_IN_ONE_GO = 50_000
"""Characters that are folded in one go, which takes a few milliseconds: other threads wait for it to end."""

Edit = tuple[int, int, str]
"""What stands between two places, and what is put there. The edits of a step are in order and apart."""


@dataclass(frozen=True, slots=True)
class Step:
    """One way of rewriting: of a text whole, and the same as edits."""

    whole: Callable[[str], str]
    edits: Callable[[str], Iterable[Edit]]
    changes_ascii: bool = True
    """Whether it may change a text that is plain ASCII."""
    of_each: Callable[[str], str] | None = None
    """What each character becomes, where that does not hang on those beside it."""
    only_with: frozenset[str] = frozenset()
    """It changes nothing in a text without any of these; where there are none, any text may be changed."""


def characters(of_each: Callable[[str], str], *, changes_ascii: bool = False) -> Step:
    """Each character becomes something by itself."""
    table = _Table(of_each)

    def edits(text: str) -> Iterator[Edit]:
        for place, character in enumerate(text):
            if (instead := table[ord(character)]) != character:
                yield place, place + 1, instead

    return Step(lambda text: text.translate(table), edits, changes_ascii, of_each)


def table(instead: Mapping[str, str]) -> Step:
    """Each character of a table becomes what the table has for it."""
    return characters(lambda character: instead.get(character, character), changes_ascii=any(map(str.isascii, instead)))


def clusters(function: Callable[[str], str], *, changes_ascii: bool = False) -> Step:
    """A function that changes each character, with the marks that combine with it, whatever stands beside them."""

    def edits(text: str) -> Iterator[Edit]:
        start = 0
        for end in range(1, len(text) + 1):
            if end == len(text) or not _combines(text[end]):
                if (instead := function(text[start:end])) != text[start:end]:
                    yield start, end, instead
                start = end

    return Step(function, edits, changes_ascii)


def pattern(
    expression: str, instead: str | Callable[[str], str], *, only_with: str = "", changes_ascii: bool = True
) -> Step:
    """Each match becomes something else. A text without any of the characters of `only_with` has no match."""
    compiled = re.compile(expression)
    needed = frozenset(only_with)

    def replaced(match: re.Match[str]) -> str:
        return instead if isinstance(instead, str) else instead(match.group())

    def whole(text: str) -> str:
        return text if needed and needed.isdisjoint(text) else compiled.sub(replaced, text)

    def edits(text: str) -> Iterator[Edit]:
        return ((match.start(), match.end(), replaced(match)) for match in compiled.finditer(text))

    return Step(whole, edits, changes_ascii, only_with=needed)


class Folding:
    """Steps, one after the other."""

    def __init__(self, *steps: Step) -> None:
        self.steps = steps
        for_ascii = [step for step in steps if step.changes_ascii]
        for_plain = [step for step in for_ascii if not step.only_with or step.only_with & _PLAIN]
        self._for_plain = tuple(step.whole for step in _joined(for_plain))
        self._for_ascii = tuple(step.whole for step in _joined(for_ascii))
        self._for_any = tuple(step.whole for step in _joined(steps))

    def __call__(self, text: str) -> str:
        """The text folded."""
        steps = self._for_any
        if text.isascii():
            steps = self._for_plain if _PLAIN.issuperset(text) else self._for_ascii
        for rewrite in steps:
            text = rewrite(text)
        return text

    def each(self, texts: Sequence[str]) -> list[str]:
        """Every text folded: the same, but many in one go, which for short texts is several times faster."""
        return [folded for some in _batches(texts) for folded in self._in_one_go(some)]

    def _in_one_go(self, texts: Sequence[str]) -> list[str]:
        joined = self(_BETWEEN.join(texts))
        folded = [text.strip() for text in joined.split(_BETWEEN)]
        return folded if len(folded) == len(texts) else [self(text) for text in texts]

    def then(self, *steps: Step) -> "Folding":
        """The same with more steps after it."""
        return Folding(*self.steps, *steps)

    def traced(self, text: str, folded: str | None = None) -> "Folded":
        """The text folded, with a way back to where everything stood; `folded` where it is known already."""
        return Folded(text, self(text) if folded is None else folded, self.steps)


def _batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """The texts in their order, in batches that are not much longer than is good for one go."""
    begun, length = 0, 0
    for place, text in enumerate(texts):
        length += len(text)
        if length >= _IN_ONE_GO:
            yield texts[begun : place + 1]
            begun, length = place + 1, 0
    if begun < len(texts):
        yield texts[begun:]


class _Table(dict[int, str]):
    """What each character becomes, by its code; worked out when it is first met."""

    def __init__(self, of_each: Callable[[str], str]) -> None:
        super().__init__()
        self._of_each = of_each

    def __missing__(self, code: int) -> str:
        instead = self._of_each(chr(code))
        if len(self) < _MOST_CHARACTERS:
            self[code] = instead
        return instead


def _joined(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps, those that go by single characters together with the next of that kind."""
    for goes_by_characters, group in groupby(steps, key=lambda step: step.of_each is not None):
        listed = list(group)
        each = [step.of_each for step in listed if step.of_each]
        yield from (characters(_chained(each)),) if goes_by_characters else listed


def _chained(each: Sequence[Callable[[str], str]]) -> Callable[[str], str]:
    """What a character becomes after several changes of single characters, one after the other."""

    def of_each(character: str) -> str:
        for change in each:
            character = "".join(map(change, character))
        return character

    return of_each


class Folded:
    """A text after folding, and the way back: which of the original characters those of a range stand for."""

    __slots__ = ("_is_in_place", "_steps", "_trails", "source", "text")

    def __init__(self, source: str, text: str, steps: Sequence[Step] = ()) -> None:
        self.source = source
        self.text = text
        self._steps = steps
        self._is_in_place = text == source or (source.isascii() and text == source.lower())
        self._trails: list[_Trail] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The range of the source that a range of the folded text stands for; the range has at least one character."""
        if self._is_in_place:
            return start, end
        if self._trails is None:
            self._trails = list(_trails(self.source, self._steps))
        for trail in reversed(self._trails):
            start, end = trail.before(start)[0], trail.before(end - 1)[1]
        return start, end

    def standing(self, start: int, end: int) -> str:
        """The original characters of a range of the folded text."""
        begun, ended = self.original(start, end)
        return self.source[begun:ended]


class _Trail:
    """What one step did to a text, looked up from its result."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts: list[int] = []
        """Where, in the result, what each edit put there begins."""
        moved = 0
        for start, end, instead in edits:
            self._starts.append(start + moved)
            moved += len(instead) - (end - start)

    def before(self, place: int) -> tuple[int, int]:
        """The range that a character of the result stood for before the step."""
        number = bisect_right(self._starts, place) - 1
        if number < 0:
            return place, place + 1
        start, end, instead = self._edits[number]
        beyond = place - self._starts[number] - len(instead)
        return (start, end) if beyond < 0 else (end + beyond, end + beyond + 1)


def _trails(text: str, steps: Iterable[Step]) -> Iterator[_Trail]:
    for step in steps:
        if edits := list(step.edits(text)):
            yield _Trail(edits)
            text = edited(text, edits)


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with its edits made."""
    parts: list[str] = []
    done = 0
    for start, end, instead in edits:
        parts += (text[done:start], instead)
        done = end
    return "".join((*parts, text[done:]))


def _combines(character: str) -> bool:
    """Whether a character may become one with that before it: a mark, or the middle or end of a Hangul syllable."""
    if character.isascii():
        return False
    first = unicodedata.normalize("NFKD", character)[0]
    return unicodedata.category(first).startswith("M") or "\u1160" <= first <= "\u11ff"
