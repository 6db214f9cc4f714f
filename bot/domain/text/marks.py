"""What stands between quotation marks, of every script: in documents, in our own sentences and in pasted texts.

Double marks delimit: “ ”, " ", „ “, « », » «, 「 」, 『 』. Single ones are also apostrophes: they delimit only where
they open before a word and close after one, around four words or more. So `'They cannot go back to it,' he said` holds
the quotation `They cannot go back to it,`, and `the workers' rights` holds none.
"""

import re
from collections.abc import Callable
from typing import Final

_CLOSING: Final = {
    '"': '"\u201d',
    "\uff02": "\uff02",
    "\u201c": '\u201d"',
    "\u201e": "\u201d\u201c\u201f",
    "\u201d": "\u201d",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab",
    "\u300c": "\u300d",
    "\u300e": "\u300f",
    "\u301d": "\u301e\u301f",
}
"""Double marks that open a quotation, with those that close it."""
_SINGLE: Final = {"'": "'\u2019", "\u2018": "\u2019'"}
_OPENING: Final = re.compile(
    "[\"\uff02\u201c\u201e\u00ab\u300c\u300e\u301d]|(?<![^\\s(\\[])[\u201d\u00bb](?=\\S)|(?<![\\w'\u2019])['\u2018](?=[\\w\\[])"
)
"""Some marks open in one language and close in another: they open where a word begins with them."""
_WORD: Final = re.compile(r"\w+(?:['\u2019.-]\w+)*")
_POSSESSIVE: Final = re.compile(r"s.\s+[a-z]")
_FEWEST: Final = 4


def quoted_ranges(paragraph: str) -> list[tuple[int, int]]:
    """What stands between the marks of a document, marks left out; a double one never closed reaches to the end."""
    return _ranges(paragraph, _first_closing, to_the_end='"\u201c')


def quotations(text: str) -> list[tuple[int, int]]:
    """What stands between the marks of a pasted text: there curly marks nest, and one never closed delimits nothing."""
    found = _ranges(text, _own_closing, to_the_end="")
    return [(start, end) for start, end in found if any(map(str.isalnum, text[start:end]))]


_Closing = Callable[[str, int, str], int]
"""Where the quotation that a mark opens ends: a text, the place after the mark and the mark; -1 where it does not."""


def _ranges(text: str, closing: _Closing, *, to_the_end: str) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    never_closed: set[str] = set()
    place = 0
    while opening := _OPENING.search(text, place):
        mark, place = opening.group(), opening.end()
        end = -1 if mark in never_closed else closing(text, place, mark)
        if end < 0 and mark in to_the_end:
            return [*ranges, (place, len(text))]
        if end < 0:
            never_closed.add(mark)
        else:
            ranges.append((place, end))
            place = end + 1
    return ranges


def _first_closing(text: str, start: int, mark: str) -> int:
    if mark in _SINGLE:
        return _after_a_word(text, start, mark)
    return min((place for close in _CLOSING[mark] if (place := text.find(close, start)) >= 0), default=-1)


def _own_closing(text: str, start: int, mark: str) -> int:
    """The same, passing over curly quotations inside."""
    if mark in _SINGLE:
        return _after_a_word(text, start, mark)
    depth = 0
    for place in range(start, len(text)):
        character = text[place]
        if depth == 0 and character in _CLOSING[mark]:
            return place
        if character == "\u201c":
            depth += 1
        elif depth and character == "\u201d":
            depth -= 1
    return -1


def _after_a_word(text: str, start: int, mark: str) -> int:
    """The first closing single mark with enough words before it that stands after a word, not before one.

    In `the workers' rights` it is more likely an apostrophe: there a later mark goes before it, unless another opens.
    """
    doubtful = -1
    for place in range(start, len(text)):
        if text[place] not in _SINGLE[mark]:
            if text[place] == "\u2018" and doubtful >= 0:
                break
            continue
        is_closing = not text[place - 1].isspace() and not text[place + 1 : place + 2].isalnum()
        if is_closing and len(_WORD.findall(text, start, place)) >= _FEWEST:
            if not _POSSESSIVE.match(text, place - 1):
                return place
            doubtful = place if doubtful < 0 else doubtful
    return doubtful
