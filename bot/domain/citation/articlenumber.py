"""Numbers of articles as law and people write them: `33(1)`, `Art. 1 A (2)`, `IV`, `第三十三条第一款`, `제33조 1항`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from bot.domain.citation.grammar import (
    IS_RANGE,
    LEADING,
    NAME_BEGINS,
    NAME_GOES_ON,
    RULES,
    SURE_JOINT,
    TAKEN,
    WESTERN,
    Writing,
    may_cite,
)
from bot.domain.citation.numerals import value_of
from bot.domain.language.tables import listed

Key = tuple[str, ...]
"""A number taken apart and compared by value: `1A(2)` is `("1", "a", "2")`, `IV` is `("4",)`."""

_LONGEST_RANGE: Final = 50
_LONGEST_SERIES: Final = 60
"""So many numbers, one after the other, are read at once."""
_FIRST: Final = dict.fromkeys(listed("citation", "first"), "1")
_LETTERS: Final = frozenset("abcdefgh")
"""Paragraphs may be lettered so."""
_ALONE: Final = re.compile(rf"[\s.,;:!?]*{WESTERN}[\s.,;:!?]*", re.IGNORECASE | re.VERBOSE)


@dataclass(frozen=True, slots=True)
class ArticleNumber:
    """The number of an article, perhaps with a paragraph, as it stands in a text."""

    key: Key
    typed: str
    """The number as we would print it."""
    start: int
    end: int
    series: tuple[int, int]
    """The range of the list or range of numbers that it was written in: its own where it stands alone."""
    is_between: bool = False
    """Whether it was not written, but lies between the first and the last of a range."""


@lru_cache(maxsize=1024)
def key_of(number: str) -> Key:
    """The number of a stored article, such as `1A(2)` or `IV`, taken apart."""
    match = re.match(r"(\d+|[IVX]+)([A-Z]?)", number)
    if match is None:
        return (number.lower(),)
    return _key(match[1], match[2], *re.findall(r"\((\w+)\)", number))


def number_alone(text: str) -> ArticleNumber | None:
    """The number that is all there is in a text: `33`."""
    match = _ALONE.fullmatch(text)
    if match is None or not match["base"].isdigit() or not _is_numeral(match):
        return None
    return next(_numbers(match, match.span(), match.span()))


def article_numbers(text: str, names: Sequence[tuple[int, int]]) -> list[ArticleNumber]:
    """The numbers of articles in a text, in order, by the rules of the grammar.

    `names` are the ranges of names of instruments, in which no number is sought: the 1951 of `1951 Convention` is none.
    """
    if not may_cite(text, names=bool(names)):
        return []
    for start, end in names:
        text = f"{text[:start]}{NAME_BEGINS}{NAME_GOES_ON * (end - start - 1)}{text[end:]}"
    found: list[ArticleNumber] = []
    for rule in RULES:
        place = 0
        while place <= len(text) and (begun := rule.begins.search(text, place)):
            place = max(begun.end(), begun.start() + 1)
            items, read = _items(rule, text, begun.end())
            if numbers := list(_read(begun, items)):
                found += numbers
                start, place = numbers[0].series
                text = f"{text[:start]}{TAKEN * (place - start)}{text[place:]}"
            elif rule.ends is None or not rule.is_one_enough:
                # What ends nowhere does not end either where it is read from one of its later numbers on.
                place = max(place, read)
    return sorted(found, key=lambda number: number.start)


def _read(begun: re.Match[str], items: Sequence[re.Match[str]]) -> Iterator[ArticleNumber]:
    """The numbers of a list, with those that lie in its ranges; the first one begins where the rule begins."""
    text = begun.string
    items = [each for each in items if _is_numeral(each)]
    if not items:
        return
    series = begun.start(), items[-1].end()
    for before, each in pairwise([None, *items]):
        if each is None:
            continue
        word = LEADING.search(text, before.end(), each.start()) if before else None
        start = series[0] if before is None else word.start() if word else each.start()
        place = start, each.end()
        if before and IS_RANGE.fullmatch(text, before.end(), each.start()):
            yield from _between(before, each, place, series)
        yield from _numbers(each, place, series, _paragraph_before(begun))


def _items(rule: Writing, text: str, place: int) -> tuple[list[re.Match[str]], int]:
    """The items of a series, as many as the rule lets it end after, and where the last one ends that was read."""
    items: list[re.Match[str]] = []
    last, joint = 0, None
    while len(items) < _LONGEST_SERIES and (item := rule.item.match(text, joint.end() if joint else place)):
        items.append(item)
        if _may_end(rule, item, joint, is_first=len(items) == 1):
            last = len(items)
        joint = rule.joint.match(text, item.end()) if rule.joint else None
        if joint is None:
            break
    return items[:last], items[-1].end() if items else place


def _may_end(rule: Writing, item: re.Match[str], joint: re.Match[str] | None, *, is_first: bool) -> bool:
    text, end = item.string, item.end()
    if item.groupdict().get("short") or (rule.unless and rule.unless.match(text, end)):
        return False
    if rule.ends is None or (is_first and rule.is_one_enough) or rule.ends.match(text, end):
        return True
    return rule.is_one_enough and joint is not None and SURE_JOINT.fullmatch(joint.group()) is not None


def _between(
    first: re.Match[str], last: re.Match[str], place: tuple[int, int], series: tuple[int, int]
) -> Iterator[ArticleNumber]:
    low, high = value_of(_base(first)), value_of(_base(last))
    if low and high and low < high <= low + _LONGEST_RANGE:
        for value in range(low + 1, high):
            yield ArticleNumber((str(value),), str(value), *place, series, is_between=True)


def _numbers(
    match: re.Match[str], place: tuple[int, int], series: tuple[int, int], first: str = ""
) -> Iterator[ArticleNumber]:
    """The number of an item, and the same article again for each further paragraph."""
    groups = {name: text or "" for name, text in match.groupdict().items()}
    base = _base(match)
    letter = groups.get("letter") or groups.get("lettered") or groups.get("part") or ""
    inside = [part for name in ("after", "dotted", "slashed") if (part := groups.get(name))]
    for parts in _paragraphs(groups, first):
        key = _key(base, letter, *inside, *parts)
        printed = (base.upper() if base.isascii() else key[0]) + letter.upper()
        typed = printed + "".join(f"({part})" for part in key[2 if letter else 1 :])
        yield ArticleNumber(key, typed, *place, series)


def _paragraphs(groups: Mapping[str, str], first: str) -> Iterator[list[str]]:
    """The parts of an article that are asked for, outermost first: of `33(1) and (2)` two."""
    subs = re.findall(r"\w+", groups.get("subs", ""))
    paragraph = _figures(groups.get("para", "")) + _figures(groups.get("nth", "")) + _figures(first)
    further = _figures(groups.get("paras", ""))
    if paragraph or not further:
        yield (whole := [*subs, *paragraph])
        subs = whole[:-1]
    more: list[str] = re.findall(r"\w{1,2}(?=\s?[)\]])", groups.get("more", ""))
    yield from ([*subs, part] for part in (*more, *further))


def _paragraph_before(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("first") or groups.get("firstly") or ""


def _figures(text: str) -> list[str]:
    """The numerals of a paragraph or of several, as digits, and its letter: `1항과 2항`, `第一`, `first`, `a`."""
    found: list[str] = re.findall(r"\d{1,2}|[^\W\d_]+", text.lower())
    return [number for each in found if (number := _FIRST.get(each) or (each if each in _LETTERS else _digits(each)))]


def _digits(numeral: str) -> str:
    value = value_of(numeral)
    return str(value) if value else ""


def _base(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("base") or groups.get("plain") or groups.get("short") or ""


def _key(base: str, *parts: str | None) -> Key:
    return (str(value_of(base)), *(part.lower() for part in parts if part))


def _is_numeral(match: re.Match[str]) -> bool:
    """Whether the base is a numeral at all, and not the word `I` or the letter `v` in running text."""
    base = _base(match)
    if value_of(base) is None:
        return False
    following = match.string[match.end() :].lstrip()[:1]
    is_word = base in {"i", "v", "x"} and not match.groupdict().get("subs") and following not in set(",.;:)?!")
    return not is_word or not following
