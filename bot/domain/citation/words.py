"""The words of citations in English, Korean, Chinese and Japanese. They are of the languages, not of any subject.

Names of treaties are no part of this: they stand in the instruments' files. Patterns are matched whatever the case.
"""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLE: Final = r"(?:art(?:icle|ical|icel|ice|cle)?(?P<plural>s)?|aricle|atricle)"
"""The word before a number, and how it is misspelt."""
PARAGRAPH: Final = r"(?:sub-?)?(?:paragraphs?|paras?|par|subsection|clause)(?![^\W\d_])\.?|§+|¶+"
AND: Final = r"(?:,|and|or|&|to|through|-|\u2013)(?:\s+(?:and|or))?"
"""Between the numbers of a list or a range."""
ORDINAL: Final = "第제"
ARTICLE_AFTER: Final = "条條조"
PARAGRAPH_AFTER: Final = "款项項항号號호"
BRANCH: Final = r"의\s?(?=\d|제)"
"""제33조의 2: of the article."""

ROMAN: Final = {"i": 1, "v": 5, "x": 10}
UNSPACED_DIGITS: Final = {"\u3007": 0} | {
    digit: value for digits in ("零一二三四五六七八九", "영일이삼사오육칠팔구") for value, digit in enumerate(digits)
}
UNSPACED_TENS: Final = {"十": 10, "십": 10, "百": 100, "백": 100}

OF_THE: Final = _words("of in from under the un la de")
"""What may stand between a number and the name of its treaty."""
ORDINARY: Final = _words(
    """a about actual all and any article articles art arts bind binding can cite do does exact exactly explain for full
    give help i is it law let like look me mean means meaning need number or our para paragraph please pls quote read
    reads say says see send show tell text that this to two up us vs want wat what whats whole with word wording words
    you your by with against on at as if per via into who when where how why was were be been has have had not no can
    could should would will they them their its his her he she we my these those there here so but than then"""
)
"""Words around a number that name no instrument."""
ORDINARY_UNSPACED: Final = tuple(
    _words(
        """의 은 는 이 가 을 를 에 도 내용 전문 원문 뭐 무엇 알려 보여 설명 조문 일 상 제
        的 是 内容 內容 全文 原文 什么 什麼 规定 規定 说 說 讲 請 请 看 上 第
        の は を が とは について 条文 何 教えて 見せて 説明"""
    )
)
"""What such words begin with where writing has no spaces, or endings attached."""
