"""What is looked for: the words of a piece, in parts where the piece itself says that it leaves out or changes some.

`[T]he nine … were sent back` is two parts, `[Tt]he nine` and `were sent back`, with an ellipsis between them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product, zip_longest
from typing import Final

from bot.domain.text.folding import WORDS
from bot.domain.verdict.index import keys_of

_POINTS: Final = " .,;:!?-\u3002\u3001|^\u2192\u21d2\u25b6\u00a7\u300a\u300b\u3008\u3009<>~=*_#/\\\u2020\u2021"
_ELLIPSIS = re.compile(r"\s*(?:\[\s*\.(?:\s*\.){2,3}\s*\]|\(\s*\.(?:\s*\.){2,3}\s*\)|\.(?:\s*\.){2,})\s*")
_SIC = re.compile(r"\s*[\[(]\s*sic\s*!?[\])]", re.IGNORECASE)
_REFERENCE = re.compile(r"(?<=\S)\[\d{1,3}\]")
_LETTER = re.compile(r"\[(\w)\](?=\w)")
_ENDING = re.compile(r"(?<=\w)\[(\w{0,4})\]")
_CHANGED = re.compile(r"\s*\[([^\[\]]{1,80})\]\s*")
_BROKEN = re.compile(
    r"(?<=\w)[-\u00ac\u00ad\u2010\u2011\u2012\u2013\u2014\u2212](?:[ \t]*\r?\n\s*(?=\w)|[ \t](?=[^\W\d_A-Z]))"
)
"""A hyphen at a line's end, or what a scan makes of it; the end itself may have become a space."""
_PART_OF_A_WORD = re.compile(r"\w+$"), re.compile(r"\w+")
_PREFIX = re.compile(r"\[\w{2,}-?\](?=\w)")
"""`[un]able` is another word, and no marked change."""
_MOST_BROKEN: Final = 3

Gap = str
"""What a text has in brackets between two parts, brackets left out; empty where it has an ellipsis there."""


@dataclass(frozen=True, slots=True)
class SoughtPart:
    """Words that stand one after another."""

    words: str
    """Folded; as the piece has them, with what is marked as changed in place."""
    pattern: re.Pattern[str] | None
    """How they may stand in the source, where a letter or an ending is marked as changed."""

    @property
    def keys(self) -> list[str]:
        """The words that are not marked as changed, the longest run of them; for looking up."""
        if self.pattern is None:
            return keys_of(self.words)
        runs = [keys_of(_LETTER.sub(r"\1", run)) for run in re.split(r"\w*\[\w*\]", _LETTER.sub(r"\1", self.words))]
        return max(runs, key=len)


@dataclass(frozen=True, slots=True)
class Sought:
    """Parts in their order, and what stands between each two."""

    parts: tuple[SoughtPart, ...]
    gaps: tuple[Gap, ...] = ()
    marks_a_change: bool = False
    before: Gap = ""
    """What the text has in brackets before the first part."""
    after: Gap = ""
    """The same after the last."""


def reading(text: str) -> str:
    """The words of a text, folded, without the points at its beginning and end; empty when it has no words.

    A quotation in a message begins and ends with points of the message. Inside it every point counts.
    """
    words = WORDS(text).strip(_POINTS)
    if words.startswith("(") and words.endswith(")") and "(" not in words[1:]:
        words = words[1:-1].strip(_POINTS)
    return words if any(character.isalnum() for character in words) else ""


def mended(text: str, knows: Callable[[str], bool]) -> Iterator[str]:
    """The text with words that were broken at a line's end made whole, in every way that gives words the library has.

    `conse-` and `quences` are `consequences`, and `drawn-` and `out` are `drawn-out`: which of the two the hyphen was,
    the documents' own words tell.
    """
    breaks = list(_BROKEN.finditer(text))[:40]
    if not breaks:
        yield text
        return
    choices = [_ways(text, each, knows) for each in breaks]
    uncertain = [place for place, ways in enumerate(choices) if len(ways) > 1][_MOST_BROKEN:]
    for place in uncertain:
        choices[place] = choices[place][:1]
    for instead in product(*choices):
        whole = text
        for each, way in zip(reversed(breaks), reversed(instead), strict=True):
            whole = f"{whole[: each.start()]}{way}{whole[each.end() :]}"
        yield whole


def _ways(text: str, broken: re.Match[str], knows: Callable[[str], bool]) -> list[str]:
    before = _PART_OF_A_WORD[0].search(text, 0, broken.start())
    after = _PART_OF_A_WORD[1].match(text, broken.end())
    first, last = WORDS(before.group() if before else ""), WORDS(after.group() if after else "")
    known = [way for way in ("", "-") if knows(f"{first}{way}{last}")]
    return [*known, *(() if known and "\n" in broken.group() else ("-" if "\n" in broken.group() else broken.group(),))]


def sought(text: str, turns: Callable[[str], bool]) -> Sought | None:
    """The parts of a text that marks an ellipsis or a change; None for a text without such marks.

    What stands in brackets must not itself turn the sense: `[not]` is no marked change but another sentence.
    """
    words = WORDS(text)
    without = _REFERENCE.sub("", _SIC.sub("", words))
    if _PREFIX.search(without):
        return None
    parts: list[SoughtPart] = []
    gaps: list[Gap] = []
    gap = ""
    for stretch in _ELLIPSIS.split(without):
        pieces, changed = _around_changes(stretch)
        if any(map(turns, changed)):
            return None
        for piece, after in zip_longest(pieces, changed, fillvalue=""):
            part = _part(piece)
            if part is not None:
                gaps.append(gap)
                parts.append(part)
                gap = ""
            gap = f"{gap} {after}".strip()
    marks_a_change = _marks_a_change(words, without)
    if not parts or not (marks_a_change or without != words or _ELLIPSIS.search(without)):
        return None
    return Sought(tuple(parts), tuple(gaps[1:]), marks_a_change, gaps[0], gap)


def _marks_a_change(words: str, without: str) -> bool:
    """Whether a text, with and without such marks as *sic*, says that letters, endings or words were changed."""
    letters = _LETTER.sub(r"\1", without)
    is_inside = letters != without or _ENDING.search(letters) is not None
    return is_inside or _SIC.search(words) is not None or bool(_around_changes(without)[1])


def _around_changes(stretch: str) -> tuple[list[str], list[str]]:
    """What stands around words in brackets, and these words; brackets inside a word stay."""
    pieces: list[str] = []
    changed: list[str] = []
    since = 0
    for match in _CHANGED.finditer(stretch):
        inside_a_word = _LETTER.match(stretch, match.group().index("[") + match.start()) or _ENDING.match(
            stretch, match.group().index("[") + match.start()
        )
        if inside_a_word is None:
            pieces.append(stretch[since : match.start()])
            changed.append(match[1])
            since = match.end()
    return [*pieces, stretch[since:]], changed


def _part(piece: str) -> SoughtPart | None:
    piece = piece.strip(_POINTS)
    if not any(map(str.isalnum, piece)):
        return None
    if "[" not in piece:
        return SoughtPart(piece, None)
    expression = ""
    for token in re.split(r"(\[\w{0,4}\])", piece):
        if not re.fullmatch(r"\[\w{0,4}\]", token):
            expression += re.escape(token)
        elif not expression or not (expression[-1].isalnum()):
            letter = re.escape(token[1:-1])
            expression += f"(?:{letter.lower()}|{letter.upper()}|{re.escape(token)})"
        else:
            expression += rf"(?:(?!not\b)\w{{0,5}}|{re.escape(token)})"
    return SoughtPart(piece, re.compile(expression))
