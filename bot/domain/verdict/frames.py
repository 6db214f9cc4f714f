"""What of a text without quotation marks is only its frame: whose words, from where, and how they are listed.

`- Robert King: They were sent back. (2011) #refugees` frames `They were sent back.` with a list mark, a lead-in, a date
and a tag. One part of a frame is taken away at a time, so that each smaller core can be looked for.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bot.domain.verdict.remarks import is_note, remarks_after, remarks_before, unchatted
from bot.domain.verdict.somebody import MOST_WORDS, SAYS, WORD, names_somebody

_MOST_CORES: Final = 24
_STOPS: Final = ".!?,;:\"'\u201d\u2019\u3002)"

_LIST_MARK = re.compile(
    r"\s*(?P<frame>[-*+\u2022\u2013\u2014\u25aa\u25e6\u00b7\u2023\u30fb]\s+|\(?\d{1,3}[.)]\s+|\(?(?:[a-zA-Z]|[ivx]{2,4})[.)]\s+"
    r"|(?:Fig|Figure|Table|Slide|Exhibit|Ex|Item|Quote|Page|Nos?|p)\b\.?\s?\d{1,3}[.):]?\s+"
    r"|/\w+\s+|\(?\d{1,2}/(?:\d{1,2}\)?)?\s+|\[[ xX]\]\s+|[\u2160-\u217f]+[.)]?\s+|[\u2460-\u24ff\u2776-\u2793]\s*)"
)
_TAGS_BEFORE = re.compile(r"\s*(?P<frame>[#@][\w-]+\s+)+")
_LEAD_IN = re.compile(r"\s*(?P<frame>[^:\uff1a\n]{1,160}?)(?::(?=\s)\s*|\uff1a\s*|\n\s*:\s*)(?=\S)")
_FIRST_LINE = re.compile(r"\s*(?P<frame>[^\n]{1,120})\n\s*(?=\S)")
_BEFORE_A_DASH = re.compile(r"\s*(?P<frame>[^\n]{2,100}?)\s+[-\u2013\u2014|~]+\s+(?=\S)")
_IN_BRACKETS_BEFORE = re.compile(
    r"\s*(?:\((?P<frame>[^()\[\]\n]{2,100}(?:\(\w+\))?)\)|\[(?P<source>[^()\[\]\n]{2,100})\](?!:?\s+[a-z])):?\s+(?=\S)"
)
"""Square ones before a small letter stand in the place of words: `[China] must`."""
_SAID_BEFORE = re.compile(
    rf"\s*(?:(?:(?:as|in the words of)\s+)?(?P<frame>[^\n:,]{{2,80}}?)\s+{SAYS}(?:\s+(?:that|in \d{{4}})"
    r"|(?<=told)\s+(?:the\s+)?[\w.]+)?,?"
    r"|(?:according to|per|under|pursuant to)\s+(?:the\s+)?(?P<source>[^\n:]{2,80}?),)\s+(?=\S)",
    re.IGNORECASE,
)
_TAGS_AFTER = re.compile(r"(?<!\s)(?:\s++(?:[#@][\w-]+|\(?\d{1,2}/\d{1,2}\)?))+\s*$")
_AFTER_A_DASH = re.compile(
    r"(?:(?:\s+|(?<=[.!?,;\"'\u201d\u2019\u00bb\u3002]))(?:[-\u2012-\u2015~|\u2e3a]+|//)|[\u2013-\u2015])\s*"
    r"(?P<frame>[^\n]{2,140}?)\s*$"
)
_IN_BRACKETS = re.compile(
    r"(?<!\s)\s*+[(\[\uff08](?P<frame>[^()\[\]\n]{1,140}?(?:\(\w+\))*[^()\[\]\n]*)[)\]\uff09][.\s]*$"
)
_PAGE_BEFORE = re.compile(r"[-\u2013\u2014\s]*+(?P<frame>\d{1,3})[-\u2013\u2014\s]*\n\s*(?=\S)")
_PAGE_AFTER = re.compile(r"(?<!\W)[^\w\n]*+(?P<page>\n\W*+\d{1,3}\W*+)$")
"""A figure on a line of its own, such as that of a page, or of hearts."""
_LAST_LINE = re.compile(r"\n\s*(?P<frame>[^\n]{2,140}?)\s*$")
_LABEL_AFTER = re.compile(r"(?<!\s)\s*+(?<=\W)(?:source|sources|link|via|read more|h/t|from)\s*+:?\s*+$", re.IGNORECASE)
_SAID_AFTER = re.compile(
    rf"(?:[,.;]?\s+(?:(?:as\s+)?{SAYS}(?:\s+by)?|according to|via|per|[Ss]ource:?|quoted (?:by|in))"
    r"|[,.;]\s+(?:[Ff]rom|[Bb]y))\s+(?P<frame>[^\n]{2,100}?)\s*$",
)
_SAYS_AFTER = re.compile(rf"[,.;]\s+(?P<frame>[^\n,.;]{{2,80}}?)\s+{SAYS}(?:\s+(?:in|on)\s+[\w ,]{{2,20}})?[.\s]*$")
_BREAK = re.compile(r"(?<=[.!?,;:\"'\u201d\u2019\u3002)])\s+|\s+(?=[A-Z\u00a7(])|\s*\n\s*")

_Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Core:
    """The range of a text that may be what is quoted, and the one that it was last cut from, on either side."""

    start: int
    end: int
    since: int
    until: int

    def within(self, text: str) -> str:
        """What may be quoted."""
        return text[self.start : self.end]

    def before(self, text: str) -> tuple[str, ...]:
        """What stands before it: the part of the frame nearest to it, and all."""
        return text[self.since : self.start], text[: self.start]

    def after(self, text: str) -> tuple[str, ...]:
        """The same of what stands after it."""
        return text[self.end : self.until], text[self.end :]


class Frames:
    """Takes frames away.

    `knows` tells whether a text is nothing but names, citations and dates of the library, `cites` whether it is such
    a text and begins with a citation.
    """

    def __init__(self, knows: Callable[[str], bool], cites: Callable[[str], bool]) -> None:
        self._knows = knows
        self._cites = cites

    def cores(self, text: str) -> list[Core]:
        """The whole text and what is left when parts of a frame are taken away, the largest first.

        Of several ways to one core, the last step of each is the smallest that was found.
        """
        found = {(0, len(text)): (0, len(text))}
        for (start, end), (since, until) in _growing(found):
            for begun, ended in self._smaller(text[start:end]):
                core = start + begun, start + ended
                layer = start if begun else since, end if start + ended < end else until
                if core in found:
                    found[core] = max(found[core][0], layer[0]), min(found[core][1], layer[1])
                elif len(found) < _MOST_CORES:
                    found[core] = layer
        cores = [Core(*core, *layer) for core, layer in found.items()]
        return sorted(cores, key=lambda core: core.start - core.end)

    def bare(self, text: str) -> _Range:
        """What is left when all of a frame is taken away, from without to within."""
        start, end = 0, len(text)
        for _ in range(_MOST_CORES):
            begun, ended = next(self._smaller(text[start:end]), (0, end - start))
            if (begun, ended) == (0, end - start):
                break
            start, end = start + begun, start + ended
        return start, end

    def _smaller(self, text: str) -> Iterator[_Range]:
        for core in (*self._cut_before(text), *self._cut_after(text)):
            if core != (0, len(text)) and any(map(str.isalnum, text[slice(*core)])):
                yield core

    def _cut_after(self, text: str) -> Iterator[_Range]:
        yield from ((0, place) for place in (*self._before_names(text), *_before_notes(text), *remarks_after(text)))
        for match in list(_BREAK.finditer(text, max(0, len(text) - 140)))[:-25:-1][::-1]:
            if self._closes(text, match):
                yield 0, match.start()
                return

    def _before_names(self, text: str) -> Iterator[int]:
        for pattern, loosely in (
            (_LAST_LINE, True),
            (_AFTER_A_DASH, False),
            (_IN_BRACKETS, False),
            (_SAYS_AFTER, False),
            (_SAID_AFTER, False),
        ):
            if (match := _last(pattern, text)) and self.names_somebody(unchatted(match["frame"]), loosely=loosely):
                yield match.start()

    def _closes(self, text: str, gap: re.Match[str]) -> bool:
        """Whether nothing but names stands after a stop or on a new line, or nothing but a citation anywhere."""
        after = text[gap.end() :]
        is_apart = "\n" in gap.group() or text[: gap.start()][-1:] in _STOPS
        return self._knows(after) if is_apart else self._cites(after)

    def _cut_before(self, text: str) -> Iterator[_Range]:
        for pattern, is_frame in (
            (_LIST_MARK, bool),
            (_TAGS_BEFORE, bool),
            (_PAGE_BEFORE, bool),
            (_LEAD_IN, _is_one_phrase),
            (_FIRST_LINE, self.names_somebody),
            (_IN_BRACKETS_BEFORE, self.names_somebody),
            (_BEFORE_A_DASH, self.names_somebody),
            (_SAID_BEFORE, self._knows),
        ):
            if (match := pattern.match(text)) and is_frame(match["frame"] or match.groupdict().get("source") or ""):
                yield match.end(), len(text)
        yield from ((place, len(text)) for place in remarks_before(text))
        for match in list(_BREAK.finditer(text, 0, 100))[::-1]:
            before = text[: match.start()]
            if self._cites(before) or (before[-1:] in ".:" and self._knows(before)):
                yield match.end(), len(text)

    def names_somebody(self, text: str, *, loosely: bool = False) -> bool:
        """Whether a text reads as an attribution; `loosely` on a line of its own."""
        return names_somebody(text, self._knows, loosely=loosely)


def _before_notes(text: str) -> Iterator[int]:
    """Where tags, a label without what it is of, or a note in brackets begin."""
    for pattern, part in ((_TAGS_AFTER, 0), (_LABEL_AFTER, 0), (_PAGE_AFTER, "page")):
        if match := pattern.search(text):
            yield match.start(part)
    if (match := _IN_BRACKETS.search(text)) and is_note(match["frame"]):
        yield match.start()


def _growing(found: Mapping[_Range, _Range]) -> Iterator[tuple[_Range, _Range]]:
    """All that is in a mapping, also what is added meanwhile."""
    place = 0
    while place < len(found):
        yield from list(found.items())[place : place + 1]
        place += 1


def _is_one_phrase(text: str) -> bool:
    return len(WORD.findall(text)) <= MOST_WORDS and not re.search(
        r"(?<![A-Z]\w)(?<!\b[A-Z])(?<!\b[Aa]rt)[.!?]\s", text
    )


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last place where a pattern that reaches to the end begins."""
    found = None
    place = max(0, text.rfind("\n", 0, max(0, len(text) - 160)), len(text) - 170)
    while match := pattern.search(text, place):
        found, place = match, match.start() + 1
    return found
