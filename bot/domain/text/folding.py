"""What does not matter when texts are compared: one table of print variation, and named steps on top of it.

`PRINT` alone is used where words are proved or checked: there case, digits, spelling, punctuation and brackets count.
`WORDS` is what a verdict compares: the same without quotation marks, which a writer changes or adds by convention.
`CASELESS` finds words of a list in running text. `READABLE` is a typed text as one reads it, in one width. `NAMES` is
how names are compared, of treaties above all: in any case, width, accents and in old or new characters. `SEARCHED` is
how a question is compared: as a name is, and besides with joined words apart, without what chat adds, without
possessives and apostrophes, and with large numbers in digits.

A further print variant is one more row of the table; another way of comparing is one more list of steps.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from bot.domain.text.han import SIMPLER
from bot.domain.text.quantities import QUANTITIES
from bot.domain.text.rewriting import Edit, Folding, Step, characters, clusters, pattern, table

_HYPHENS: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u02d7\ufe31\ufe32\ufe58\ufe63\uff0d\u2e3a\u2e3b"
"""Hyphens and dashes of every length, the minus, and their small, upright, modifier and full-width forms."""
_APOSTROPHES: Final = "\u2018\u2019\u201a\u201b\u02b9\u02bb\u02bc\u02bd\u2032\u2035\u00b4\u0060\u2039\u203a\uff07\ua78c"
"""Single marks, the prime, the accents typed for them, and the letters that look like an apostrophe."""
_QUOTATION_MARKS: Final = (
    "\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb\u300c\u300d\u300e\u300f\u301d\u301e\u301f\uff02\uff62\uff63"
)
"""Double marks, guillemets and the corners of Chinese, Japanese and Korean print."""
SAME_IN_PRINT: Final = {
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_QUOTATION_MARKS, '"'),
    "\u00a0": " ",
    "\u2026": "...",
}
"""What is the same character in another print; `WIDTH` adds widths, ligatures and mathematical letters."""

_INVISIBLE: Final = (
    *(0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x3164, 0xFEFF, 0xFFA0),
    *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)),
    *(*range(0xFE00, 0xFE10), *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080)),
)
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


_RAISED: Final = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
_RAISED_MARKS: Final = rf"(?>[{_RAISED}](?:[\s,]*[{_RAISED}])*)"
_OF_A_WORD: Final = "[0-9A-Za-z\u00c0-\u024f]"
REFERENCES: Final = pattern(
    rf"(?<=[^\s\0])(?:(?<!{_OF_A_WORD}){_RAISED_MARKS}|{_RAISED_MARKS}(?!{_OF_A_WORD}))",
    "",
    only_with=_RAISED,
    changes_ascii=False,
)
"""Superscript figures beside a word are marks of reference, and our own cards have them; those within one are not."""
SPACED_MARKS: Final = pattern(
    r"(?<![^\s(\[])\u00ab\s+|\s+\u00bb(?!\w)",
    lambda found: found.strip(),
    only_with="\u00ab\u00bb",
    changes_ascii=False,
)
"""French print sets a space inside its marks."""
LONG_DASH: Final = pattern("-{2,}", "-", only_with="-")
"""Two hyphens are a dash from a typewriter."""
PRINTED: Final = table(SAME_IN_PRINT)
SPACING: Final = Step(lambda text: " ".join(text.split()), _spaced)
"""One space for a run of white space; none at the beginning and the end."""

INVISIBLE: Final = table({chr(code): "" for code in _INVISIBLE})
"""Soft hyphens, zero-width spaces and joiners, fillers, marks of direction and variation: none of them is seen."""
WIDTH: Final = clusters(_of_one_width)
"""Unicode NFKC: full and half width, ligatures, mathematical letters, and a letter with its accent as one."""
MARKS: Final = pattern(r"\"|(?<!\w)'|'(?!\w)", "", only_with="\"'")
"""Quotation marks, once they are printed alike; a single one where it is no apostrophe inside a word."""
LOOSE: Final = pattern(r"(?<=[(\[])\s+|\s+(?=[)\],;:!?])", "")
"""White space just inside a bracket or before a point."""
JOINED: Final = pattern(r"[A-Z](?<=[A-Za-z][a-z]{2}.)(?=[a-z]{2})", lambda found: f" {found}")
"""Words that are told apart by their capitals alone, as in tags: `BorderProtocol` is `Border Protocol`."""
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
PRINT: Final = Folding(REFERENCES, SPACED_MARKS, INVISIBLE, PRINTED, WIDTH, LONG_DASH, SPACING)
WORDS: Final = PRINT.then(MARKS, LOOSE, SPACING)
CASELESS: Final = PRINT.then(CASE)
READABLE: Final = Folding(INVISIBLE, PRINTED, WIDTH, SPACING)
_CALLED: Final = (CASE, DOTLESS, ACCENTS, MIDDLE_DOT, HAN, SPACING)
NAMES: Final = Folding(INVISIBLE, PRINTED, WIDTH, *_CALLED)
SEARCHED: Final = Folding(INVISIBLE, PRINTED, WIDTH, JOINED, *_CALLED).then(
    CHAT, POSSESSIVES, APOSTROPHES, INITIALS, SPACING, *QUANTITIES, SPACING
)
