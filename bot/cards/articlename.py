"""How an article is named in running text, in the language of the interface: `Article 33(1)`, `제33조 제1항`."""

import re

from bot.cards.escape import escape_line
from bot.words.catalogue import Words

_NUMBER = re.compile(r"(?P<base>\d+|[IVX]+)(?P<section>[A-Z]?)(?P<parts>(?:\(\w+\))*)")
_PART = re.compile(r"\((\w+)\)")


def article_name(number: str, words: Words, *, short: bool = False) -> str:
    """The name of an article by its number as it is printed, with a paragraph or without: `33`, `1A(2)`, `II`."""
    key = "article.short" if short else "article.name"
    found = _NUMBER.fullmatch(number)
    if found is None:
        return words(key, number=escape_line(number))
    name = words(key, number=found["base"])
    if found["section"]:
        return words("article.section", article=name, section=f"{found['section']}{found['parts']}")
    for part in _PART.findall(found["parts"]):
        name = words("article.paragraph" if part.isdecimal() else "article.letter", article=name, part=part)
    return name
