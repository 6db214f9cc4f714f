"""What does not matter when texts are compared: one table of print variation, and named steps on top of it.

`PRINT` alone is used where words are proved or checked: there case, digits, spelling, punctuation and brackets count.
`CASELESS` finds words of a list in running text. `READABLE` is a typed text as one reads it, in one width. `NAMES` is
how names are compared, of treaties above all: in any case, width, accents and in old or new characters. `SEARCHED` is
how a question is compared: as a name is, and besides without what chat adds, without possessives and apostrophes, and
with numbers written out.

A further print variant is one more row of the table; another way of comparing is one more list of steps.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from bot.domain.text.han import SIMPLER
from bot.domain.text.rewriting import Edit, Folding, Step, characters, clusters, pattern, table

SAME_IN_PRINT: Final = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u00a0": " ",
    "\u2013": "-",
    "\u2014": "-",
    "\u2026": "...",
}
"""Curly marks are straight ones, a no-break space is a space, an en or em dash a hyphen, an ellipsis three points."""

_INVISIBLE: Final = (0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_COMBINING: Final = dict.fromkeys(range(0x0300, 0x0370))
_SPACE = re.compile(r"\s+")


def _spaced(text: str) -> Iterator[Edit]:
    for match in _SPACE.finditer(text):
        instead = " " if match.start() and match.end() < len(text) else ""
        if match.group() != instead:
            yield match.start(), match.end(), instead


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _of_one_width(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _without_accents(text: str) -> str:
    return _composed(unicodedata.normalize("NFD", text).translate(_COMBINING))


COMPOSED: Final = clusters(_composed)
"""Unicode NFC: a letter and its accent are one character."""
PRINTED: Final = table(SAME_IN_PRINT)
SPACING: Final = Step(lambda text: " ".join(text.split()), _spaced)
"""One space for a run of white space; none at the beginning and the end."""

INVISIBLE: Final = table({chr(code): "" for code in _INVISIBLE})
"""Soft hyphens, zero-width spaces and joiners, marks of direction: none of them is seen."""
WIDTH: Final = clusters(_of_one_width)
"""Unicode NFKC: full and half width, ligatures, superscripts."""
CASE: Final = characters(str.casefold, changes_ascii=True)
DOTLESS: Final = table({"\u0131": "i"})
"""The Turkish letter: on such a keyboard it is easily typed for the other."""
ACCENTS: Final = characters(_without_accents)
MIDDLE_DOT: Final = table({"\u30fb": ""})
"""Between words in katakana."""
HAN: Final = table(SIMPLER)
"""Traditional and Japanese characters are the simplified ones: 難民 is 难民."""

# A pattern begins with what is rare, and looks back from there: that is how a long text is gone through fast.
CHAT: Final = pattern(
    r"<(?:@[!&]?|#|a?:\w+:|/[\w -]+:|t:)\d+(?::\w)?>|https?://[^\s\0]+|\|\||[*_~`>]", " ", only_with="<|*_~`>/"
)
"""Mentions, emoji, links and markdown of a chat message: none of it is what is asked about."""
POSSESSIVES: Final = pattern(r"['\u02bc](?<=\w.)s\b", "", only_with="'\u02bc")
APOSTROPHES: Final = pattern("'", "", only_with="'")
INITIALS: Final = pattern(r"\.(?<=\b[a-z]\.)(?=[a-z]\b)|\.(?<=\.[a-z]\.)", "", only_with=".")
"""`U.N.` is `un`."""
THOUSANDS: Final = pattern(r",(?<=\d,)(?=\d{3}(?!\d))", "", only_with=",")
"""`25,000` is `25000`."""
K: Final = pattern(r"k(?<=\dk)\b", "000", only_with="k")
"""`25k` is `25000`."""
TEN_THOUSANDS: Final = pattern(r"[만万](?<=\d.)", "0000", only_with="만万")
"""`30만` is `300000`."""

PRINT: Final = Folding(COMPOSED, PRINTED, SPACING)
CASELESS: Final = PRINT.then(CASE)
# `WIDTH` does what `COMPOSED` does, and more.
READABLE: Final = Folding(WIDTH, INVISIBLE, PRINTED, SPACING)
NAMES: Final = Folding(WIDTH, INVISIBLE, PRINTED, CASE, DOTLESS, ACCENTS, MIDDLE_DOT, HAN, SPACING)
SEARCHED: Final = NAMES.then(CHAT, POSSESSIVES, APOSTROPHES, INITIALS, THOUSANDS, K, TEN_THOUSANDS, SPACING)
