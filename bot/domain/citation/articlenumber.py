"""Numbers of articles as law and people write them: `33(1)`, `Art. 1 A (2)`, `IV`, `第三十三条第一款`, `제33조 1항`."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from bot.domain.citation.numerals import value_of
from bot.domain.citation.words import AND, ARTICLE, ARTICLE_AFTER, BRANCH, ORDINAL, PARAGRAPH, PARAGRAPH_AFTER

Key = tuple[str, ...]
"""A number taken apart and compared by value: `1A(2)` is `("1", "a", "2")`, `IV` is `("4",)`."""


@dataclass(frozen=True, slots=True)
class ArticleNumber:
    """The number of an article, perhaps with a paragraph, as it stands in a text."""

    key: Key
    typed: str
    """The number as we would print it."""
    start: int
    end: int


_HAN: Final = "〇零一二三四五六七八九十百"
_HANGUL: Final = "일이삼사오육칠팔구십백"
_WORD_BEFORE: Final = rf"(?<![^\W\d_]){ARTICLE}(?![^\W\d_])\.?\s*(?:no\.?\s*|\#\s*)?"
_SUBS: Final = r"(?P<subs>(?:\s?[(\[]\s?[0-9a-z]{1,3}\s?[)\]])*)"
_NUMBER: Final = rf"""
    (?P<base>\d{{1,3}}|[ivx]{{1,6}}(?![^\W\d_]))
    (?: \s?(?P<letter>[a-f])(?![^\W\d_]) )?
    (?: (?<=[a-f])\s?(?P<after>\d{{1,2}})(?!\d) | \.(?P<dotted>\d{{1,2}})(?![\d.]) )?
    (?![A-Za-z0-9])
    {_SUBS}
    (?: \s*,?\s*(?:{PARAGRAPH})\s*\(?(?P<para>\d{{1,2}}|[a-h](?![^\W_]))\)? )?
"""
_FLAGS: Final = re.IGNORECASE | re.VERBOSE

_AFTER_THE_WORD = re.compile(
    rf"(?:(?:{PARAGRAPH})\s*\(?(?P<first>\d{{1,2}})\)?\s*(?:of|in|,)?\s*(?:the\s+)?)?{_WORD_BEFORE}{_NUMBER}",
    _FLAGS,
)
_BARE = re.compile(rf"(?<![\d.(_]){_NUMBER}", _FLAGS)
_LISTED = re.compile(rf"\s*{AND}\s*{_NUMBER}", _FLAGS)
_UNSPACED = re.compile(
    rf"""
    (?: [{ORDINAL}]\s?(?P<base>\d{{1,3}}|[{_HAN}]{{1,5}}|[{_HANGUL}]{{1,6}})
      | (?<!\d)(?P<plain>\d{{1,3}}|[{_HAN}]{{2,5}}) )
    \s?(?P<letter>[a-f])?\s?[{ARTICLE_AFTER}]
    (?:{BRANCH})?
    (?: \s?[{ORDINAL}]?\s?(?P<para>\d{{1,2}}|[{_HAN}]{{1,3}})\s?[{PARAGRAPH_AFTER}] )?
    {_SUBS}
    """,
    _FLAGS,
)
"""In Hangul a numeral without 제 before it is not read: 구조 is rescue, not Article 9."""
_ALONE = re.compile(rf"\s*{_NUMBER}\s*", _FLAGS)


def key_of(number: str) -> Key:
    """The number of a stored article, such as `1A(2)` or `IV`, taken apart."""
    match = re.match(r"(\d+|[IVX]+)([A-Z]?)", number)
    if match is None:
        return (number.lower(),)
    return _key(match[1], match[2], *re.findall(r"\((\w+)\)", number))


def number_alone(text: str) -> ArticleNumber | None:
    """The number that is all there is in a text: `33`."""
    match = _ALONE.fullmatch(text)
    return _number(match) if match and match["base"].isdigit() and _is_numeral(match) else None


def article_numbers(
    text: str, names: Iterable[tuple[int, int]], beside_a_name: Callable[[int, int], bool]
) -> list[ArticleNumber]:
    """The numbers of articles in a text, in order: after the word `article`, before 条 or 조, as N(n), beside a name.

    `names` are the ranges of names of instruments, in which no number is sought: the 1951 of `1951 Convention` is none.
    """
    taken = list(names)
    found: list[ArticleNumber] = []

    def take(match: re.Match[str]) -> bool:
        free = all(match.end() <= start or match.start() >= end for start, end in taken)
        if free and _is_numeral(match):
            taken.append(match.span())
            found.append(_number(match))
            return True
        return False

    for match in _AFTER_THE_WORD.finditer(text):
        more = match if take(match) and match["plural"] else None
        while more:
            more = _LISTED.match(text, more.end())
            more = more if more and more["base"].isdigit() and take(more) else None
    for match in _UNSPACED.finditer(text):
        take(match)
    for match in _BARE.finditer(text):
        inside_a_word = match.start() > 0 and text[match.start() - 1].isalpha()
        is_formed = match["base"].isdigit() and match["subs"] and not inside_a_word
        if is_formed or beside_a_name(match.start(), match.end()):
            take(match)
    return sorted(found, key=lambda number: number.start)


def _number(match: re.Match[str]) -> ArticleNumber:
    groups = match.groupdict()
    base = groups.get("base") or groups.get("plain") or ""
    para = groups.get("para") or groups.get("first")
    if para and not para.isascii():
        para = str(value_of(para))
    letter = groups.get("letter") or ""
    subs = re.findall(r"\w+", groups.get("subs") or "")
    key = _key(base, letter, groups.get("after"), groups.get("dotted"), *subs, para)
    printed = (base.upper() if base.isascii() else key[0]) + letter.upper()
    typed = printed + "".join(f"({part})" for part in key[2 if letter else 1 :])
    return ArticleNumber(key, typed, match.start(), match.end())


def _key(base: str, *parts: str | None) -> Key:
    return (str(value_of(base)), *(part.lower() for part in parts if part))


def _is_numeral(match: re.Match[str]) -> bool:
    """Whether the base is a numeral at all, and not the word `I` or the letter `v` in running text."""
    groups = match.groupdict()
    base: str = groups.get("base") or groups.get("plain") or ""
    if value_of(base) is None:
        return False
    following = match.string[match.end() :].lstrip()[:1]
    is_word = base in {"i", "v", "x"} and not match["subs"] and following not in set(",.;:)?!")
    return not is_word or not following
