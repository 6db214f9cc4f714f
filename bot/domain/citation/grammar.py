"""How citations are written: what each rule reads, in the order in which the rules are tried, each with an example.

Names of instruments stand in the text as marks, so that no rule needs to know any; the words are those of
`bot/domain/language`. What a rule takes is a series of numbers: one, a list, a range.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.domain.citation.numerals import COUNTED, HAN, HANGUL
from bot.domain.language.tables import listed

NAME_BEGINS: Final = "\ue000"
NAME_GOES_ON: Final = "\ue001"
"""What a name consists of, once it is a mark."""
TAKEN: Final = "\ue002"
"""What an earlier rule took consists of."""


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of some words, the longest first; those in Latin letters as whole words."""
    ordered = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return "|".join(
        re.escape(word) + ("(?![^\\W\\d_])" if word[-1:].isascii() and word[-1:].isalpha() else "") for word in ordered
    )


def _words(key: str) -> str:
    return any_of(listed("citation", key))


_DASH: Final = r"[\-~\u2013\u2014\u301c\u223c\uff5e]"
_LETTER_BEFORE: Final = r"(?<![^\W\d_])"
_TO: Final = rf"{_DASH}|{_words('to')}"
_AND: Final = rf"[,;/&+\u3001\u00b7\u30fb]|{_words('and')}"
_ARTICLE: Final = rf"{_LETTER_BEFORE}(?:{_words('article')})[.:]?\s*(?:(?:{_words('number')})\.?\s*|\#\s*)?"
_ARTICLES: Final = rf"{_LETTER_BEFORE}(?:{_words('articles')})[.:]?\s*(?:(?:{_words('number')})\.?\s*|\#\s*)?"
_PARAGRAPH: Final = rf"(?:{_words('paragraph')})\.?"
_PARAGRAPHS: Final = rf"(?:{_words('paragraphs')})\.?"
_NTH: Final = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{_words('first')})"
_ORDINAL: Final = f"(?:{_words('ordinal')})"
_ARTICLE_AFTER: Final = f"(?:{_words('article_after')})"
_PARAGRAPH_AFTER: Final = f"(?:{_words('paragraph_after')})"
_FIGURES: Final = r"(?<!\d)(?<!\d[,.])\d{1,3}"

WESTERN: Final = rf"""
    (?P<base>{_FIGURES}|(?<![^\W_])[ivx]{{1,6}}(?![^\W\d_]))
    (?: (?:\s*,?\s*(?:{_words("section")})\.?\s*|\s?|\.)(?P<letter>[a-f])(?![^\W\d_]) )?
    (?: (?<=[a-f])[\s.]?(?P<after>\d{{1,2}})(?!\d)
      | \.(?P<dotted>\d{{1,2}})(?![\d.])
      | (?<=\d\d)/(?P<slashed>[1-9])(?![\d/]) )?
    (?![A-Za-z0-9]) (?!,\d{{3}}(?!\d))
    (?P<subs>(?:\s?[(\[]\s?[0-9a-z]{{1,3}}\s?[)\]])*)
    (?P<more>(?:\s*(?:{_AND}|{_TO})\s*[(\[]\s?[0-9a-z]{{1,2}}\s?[)\]])*)
    (?: \s*,?\s*(?:
        {_PARAGRAPHS}\s*\(?(?P<paras>\d{{1,2}}\)?(?:\s*(?:{_AND}|{_TO})\s*\(?\d{{1,2}}(?!\w)\)?)+)
      | (?:{_PARAGRAPHS}|{_PARAGRAPH})\s*\(?(?P<para>\d{{1,2}}|[a-h](?![^\W_]))\)?
      | (?P<nth>{_NTH})\s+{_PARAGRAPH} ) )?
"""
"""`33`, `XXXIII`, `1 A (2)`, `1.A.2`, `33.1`, `33(1) and (2)`, `33, paras. 1 and 2`, `33, first paragraph`."""

UNSPACED: Final = rf"""
    (?: {_ORDINAL}\s?(?P<base>\d{{1,3}}|[{HAN}]{{1,5}}|[{HANGUL}]{{1,6}})
      | (?<![\d{HAN}])(?P<plain>\d{{1,3}}|[{HAN}]{{2,5}}) )
    \s?(?P<letter>[a-f])?\s?{_ARTICLE_AFTER}
    (?: (?:{_words("branch")})\s?(?=\d|{_ORDINAL}) )?
    (?: \s?{_ORDINAL}?\s?(?P<para>\d{{1,2}}|[{HAN}]{{1,3}})\s?{_PARAGRAPH_AFTER} )?
    (?P<paras>(?:\s*(?:{_AND}|{_TO})?\s*{_ORDINAL}?\s?\d{{1,2}}\s?{_PARAGRAPH_AFTER})*)
    (?: \s?(?P<lettered>[a-f])(?![^\W\d_]|\d)(?:\s?{_PARAGRAPH_AFTER})?
      | \s?(?P<part>[a-f])(?={_PARAGRAPH_AFTER}){_PARAGRAPH_AFTER} )?
    (?P<subs>(?:\s?[(\[]\s?[0-9a-z]{{1,3}}\s?[)\]])*)
"""
"""`第三十三条第一款`, `제33조 1항`, `33条1項・2項`, `1조 F항`; in Hangul a numeral only after 제: 구조 is rescue."""

SHORT: Final = rf"(?:{_ORDINAL}\s?)?(?P<short>{_FIGURES}|[{HAN}]{{1,5}})"
"""`31` of `31, 33조`."""

_OF_A_NAME: Final = rf"""
    [\s,:;(\-\u2013\u2014]*(?:{_words("of")})?\s*(?:(?:{_words("the")})\s*)*(?:\d{{4}}\s+)?[\"'\u201c]?
"""
"""`of the`."""
_AFTER_A_NAME: Final = rf"(?:['\u2019]s)?[\s,:;.()\-\u2013\u2014]*(?:{_words('of')})?[\s\u00a7]*"
_REPEATED: Final = rf"(?:(?:the\s+)?(?:{_ARTICLES}|{_ARTICLE}))"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Writing:
    """One way of writing a citation: how it begins, and what its numbers and what is between them look like."""

    name: str
    example: str
    begins: re.Pattern[str]
    item: re.Pattern[str]
    joint: re.Pattern[str] | None = None
    """What stands between two numbers; None where it has one number."""
    ends: re.Pattern[str] | None = None
    """What must follow the last number; None where anything may."""
    is_one_enough: bool = True
    """Whether one number may stand without what must follow."""
    unless: re.Pattern[str] | None = None
    """What may not follow a number."""


_WESTERN: Final = _compiled(WESTERN)
_JOINT: Final = _compiled(rf"(?:\s*(?:{_AND}|{_TO}))+\s*{_REPEATED}?")
_END: Final = _compiled(rf"\s*(?:\Z|[^\w\s]|(?:{_words('of')})|{NAME_BEGINS})")
SURE_JOINT: Final = _compiled(rf"\s?(?:{_DASH}|/)\s?|(?:\s*(?:{_AND}|{_TO}))+\s*{_REPEATED}")
"""After this a number is one of the list, whatever follows."""
IS_RANGE: Final = _compiled(rf"\s*(?:{_TO})\s*(?:{_ORDINAL}|{_REPEATED})?\s*")
"""What stands between the first and the last of a range, as against a list."""
LEADING: Final = _compiled(rf"(?:{_ARTICLES}|{_ARTICLE})\Z")
"""The word before a later number of a list: Article 31 and Article 33."""
_FIGURE: Final = _compiled(rf"[\d{HAN}]|{_ORDINAL}|(?:{_words('nth')})")
_ROMAN: Final = _compiled(r"(?<![^\W\d_])[ivx]+(?![^\W\d_])")
_ARTICLE_ANYWHERE: Final = _compiled(rf"\u00a7|{_LETTER_BEFORE}(?:{_words('articles')}|{_words('article')})")
OF_A_NAME: Final = _compiled(_OF_A_NAME)
AFTER_A_NAME: Final = _compiled(_AFTER_A_NAME)

RULES: Final = (
    Writing(
        "the paragraph first",
        "paragraph 1 of Article 33",
        begins=_compiled(
            rf"""(?:{_PARAGRAPH}\s*\(?(?P<first>\d{{1,2}})\)?|(?P<firstly>{_NTH})\s+{_PARAGRAPH})
            \s*(?:of|in|,)?\s*(?:the\s+)?{_ARTICLE}"""
        ),
        item=_WESTERN,
    ),
    Writing("several articles", "Arts. 31, 32 and 33(1)", begins=_compiled(_ARTICLES), item=_WESTERN, joint=_JOINT),
    # More numbers are read only where they end it: not the nine of `Article 33 and 9 people`.
    Writing("an article", "Article 33(1)", begins=_compiled(_ARTICLE), item=_WESTERN, joint=_JOINT, ends=_END),
    Writing(
        "counted",
        "the 33rd article",
        begins=_compiled(rf"(?<!\d)(?=\d{{1,3}}(?:st|nd|rd|th)\s)|(?=[{COUNTED}]{{1,5}}\s?(?:{_words('nth')}))"),
        item=_compiled(
            rf"""(?P<base>\d{{1,3}})(?:st|nd|rd|th)\s+(?:{_words("article")})(?!\s*\d)
            | (?P<plain>[{COUNTED}]{{1,5}})\s?(?:{_words("nth")})\s?(?:{_words("nth_article")})"""
        ),
    ),
    Writing(
        "before its word",
        "第31条至第33条",
        begins=_compiled(rf"(?=[\d{HAN}]|{_ORDINAL})"),
        item=_compiled(rf"{UNSPACED}|{SHORT}"),
        joint=_compiled(rf"\s*(?:{_AND}|{_TO})?\s*"),
    ),
    Writing(
        "after a name",
        "Sea Treaty 3",
        begins=_compiled(rf"(?<=[{NAME_BEGINS}{NAME_GOES_ON}])(?!{NAME_GOES_ON}){_AFTER_A_NAME}"),
        item=_WESTERN,
        joint=_JOINT,
        ends=_END,
        unless=_compiled(rf"\s?(?:{_words('units')})"),
    ),
    Writing(
        "before a name",
        "31 and 33 of the Sea Treaty",
        begins=_compiled(r"(?<![\d.(_])(?<![^\W\d_])(?=[\divx])"),
        item=_WESTERN,
        joint=_JOINT,
        ends=_compiled(f"{_OF_A_NAME}{NAME_BEGINS}"),
        is_one_enough=False,
    ),
    Writing("after its sign", "\u00a7 33", begins=_compiled(r"\u00a7{1,2}\s?"), item=_WESTERN, joint=_JOINT, ends=_END),
    Writing(
        "with its paragraph",
        "33(1)",
        begins=_compiled(r"(?<![^\W_])(?<![.(])(?=\d+\s?[a-f]?\d{0,2}\s?[(\[])"),
        item=_WESTERN,
    ),
)
"""Tried in this order; what one rule takes no later one sees."""


def may_cite(text: str, *, names: bool) -> bool:
    """Whether any rule may read a number, told quickly: most texts have none, and `I` is one beside its word alone.

    `names` tells whether an instrument is named.
    """
    if _FIGURE.search(text):
        return True
    return _ROMAN.search(text) is not None and (names or _ARTICLE_ANYWHERE.search(text) is not None)
