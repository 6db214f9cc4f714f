"""Years in what somebody typed: `1951`, `in 2005`, `2013년`."""

import re
from typing import Final
from unicodedata import normalize

from bot.domain.text.dates import MONTHS

_YEAR: Final = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_WORD: Final = re.compile(r"[^\W\d_]+")
_BESIDE: Final = frozenset(
    {
        *("in", "of", "the", "year", "years", "s", "since", "from", "during", "about", "around"),
        *("event", "events", "timeline", "what", "happened", "when"),
        *(
            "년",
            "년도",
            "년에",
            "년에는",
            "년의",
            "년도에",
            "연도",
            "연표",
            "사건",
            "무슨",
            "일이",
            "있었나",
            "있었나요",
        ),
        *("年", "在", "于", "年の", "年に", "年表", "年发生了什么", "年發生了什麼"),
    }
)
"""Words with which a question about a year is only about the year."""
_MONTHS: Final = {name.casefold(): place for name, place in MONTHS.items()}
_MONTH_IN_DIGITS: Final = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])\s?[月월]\w*|(?<=\d\d\d\d-)(1[0-2]|0[1-9])(?!\d)")
"""`5월`, `5月` and the month of `2013-05`."""


def year_in(text: str) -> int | None:
    """The first year that a text names, as `2013`; None where it names none."""
    found = _YEAR.search(normalize("NFKC", text))
    return int(found.group()) if found else None


def month_in(text: str) -> int | None:
    """The first month that a text names, as `May`, `5월` or that of `2013-05`; None where it names none."""
    plain = normalize("NFKC", text).casefold()
    if found := _MONTH_IN_DIGITS.search(plain):
        return int(found[1] or found[2])
    return next((_MONTHS[word] for word in _WORD.findall(plain) if word in _MONTHS), None)


def is_only_a_year(text: str) -> bool:
    """Whether a text asks for a year, perhaps for a month of it, and for nothing else."""
    plain = _MONTH_IN_DIGITS.sub(" ", normalize("NFKC", text).casefold())
    rest, years = _YEAR.subn(" ", plain)
    beside = (word for word in _WORD.findall(rest) if word not in _MONTHS)
    return years > 0 and not re.search(r"\d", rest) and all(word in _BESIDE for word in beside)
