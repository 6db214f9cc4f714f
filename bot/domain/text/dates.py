"""Dates in our sentences: the day, month and year that they give together must be one date in what they rest on."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from bot.domain.date import PartialDate

MONTHS = {
    name: place
    for place, names in enumerate(
        (
            ("January", "Jan"),
            ("February", "Feb"),
            ("March", "Mar"),
            ("April", "Apr"),
            ("May",),
            ("June", "Jun"),
            ("July", "Jul"),
            ("August", "Aug"),
            ("September", "Sept", "Sep"),
            ("October", "Oct"),
            ("November", "Nov"),
            ("December", "Dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTH = rf"(?P<month>{'|'.join(MONTHS)})\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1\d|20)\d\d)\b"
_LINK = r"(?:\s*[-\u2013/]\s*|,?\s+(?:or|and|to)\s+|,\s*)"
_IN_DIGITS = re.compile(r"\b(?P<year>(?:1\d|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_BARE_MONTH = re.compile(rf"\b{_MONTH}")
_WITH_MONTH = (
    re.compile(rf"(?<!\d)(?P<other>{_DAY}){_LINK}(?P<day>{_DAY})\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?"),
    re.compile(rf"(?<!\d)(?P<day>{_DAY})\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?"),
    re.compile(rf"\b{_MONTH}\s*(?P<other>{_DAY}){_LINK}(?P<day>{_DAY})(?![\d\w])(?:,?\s+{_YEAR})?"),
    re.compile(rf"\b{_MONTH}\s*(?P<day>{_DAY})(?![\d\w])(?:,?\s+{_YEAR})?"),
    re.compile(rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}"),
    _BARE_MONTH,
)
"""From the fullest form to the barest; a place that one has read is not read again."""
_MAY_BE_IN_DIGITS = re.compile(r"\d-\d\d-\d")
_MAY_BE_A_MONTH = re.compile(r"[JFMASOND](?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec)")
_DIGIT = re.compile(r"\d")
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})s?\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """A date as a text gives it, with what it leaves out as None, and where it stands."""

    day: int | None
    month: int
    year: int | None
    start: int = 0
    end: int = 0

    def agrees(self, other: "Mention") -> bool:
        """Whether the other date gives all that this one gives; a year that it leaves out is for the caller to find."""
        return (
            self.month == other.month
            and self.day in {None, other.day}
            and (None in {self.year, other.year} or self.year == other.year)
        )


def mentions(text: str) -> list[Mention]:
    """Every date with a month in the text, in order; `27 or 28 May` is two."""
    found: list[Mention] = []
    taken: set[int] = set()
    for pattern in _forms(text):
        for match in pattern.finditer(text):
            if taken.isdisjoint(range(*match.span())) and not _is_the_verb(text, match):
                found.extend(_read(match))
                taken.update(range(*match.span()))
    return sorted(found, key=lambda mention: mention.start)


def _forms(text: str) -> Iterator[re.Pattern[str]]:
    """The forms of dates that may be in a text: most texts have none, and are not searched for any."""
    if _MAY_BE_IN_DIGITS.search(text):
        yield _IN_DIGITS
    if _MAY_BE_A_MONTH.search(text):
        yield from _WITH_MONTH if _DIGIT.search(text) else (_BARE_MONTH,)


def of_date(date: PartialDate) -> Iterator[Mention]:
    """A date of the content files as a mention; one known to the year alone is none."""
    if date.month is not None:
        yield Mention(date.day, date.month, date.year)


def weekdays(text: str) -> set[str]:
    """The days of the week that a text names."""
    return set(_WEEKDAY.findall(text))


def supported(mention: Mention, by: Iterable[Mention], years: Collection[int]) -> bool:
    """Whether one of the dates gives this one; the year may be one of `years` where that date leaves it out."""
    is_known = mention.year is None or mention.year in years
    return any(mention.agrees(other) and (is_known or other.year is not None) for other in by)


def _read(match: re.Match[str]) -> Iterator[Mention]:
    parts = match.groupdict()
    month = MONTHS.get(parts["month"]) or int(parts["month"])
    year = int(parts["year"]) if parts.get("year") else None
    for name in ("other", "day"):
        if parts.get(name):
            yield Mention(int(re.sub(r"\D", "", parts[name])), month, year, *match.span())
    if not parts.get("day"):
        yield Mention(None, month, year, *match.span())


def _is_the_verb(text: str, match: re.Match[str]) -> bool:
    """Whether `May` or `March` alone begins a sentence, where it is as likely to be the ordinary word."""
    before = text[: match.start()].rstrip()
    return match.group() in {"May", "March"} and (not before or before[-1] in '.!?:\u201c"')
