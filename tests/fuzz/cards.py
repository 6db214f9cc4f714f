"""What has to hold of every card, whatever was typed: Discord takes it, and nothing typed is Markdown in it."""

import re
from collections.abc import Iterator
from functools import cache

from bot.cards.card import Card, Enclosed, Link, Section, Text
from bot.cards.layout.limits import fits
from bot.cards.layout.pages import pages
from bot.cards.layout.plain import plain
from bot.cards.options import Options
from bot.words.catalogue import Catalogue, Words

_ESCAPED = re.compile(r"\\[^0-9A-Za-z\s]")
_ALIVE = re.compile(r"<(?:@|#|t:|a?:|/|https?:)|@(?:everyone|here)|\]\(|https?://|```|^#{1,3} ", re.MULTILINE)
"""A mention, a time, an emoji, a link, a code block or a heading, where nothing before it takes that from it."""
_OURS = re.compile(
    r"\A#{1,3} |\[[^\[\]\n]*\]\(<?https://[^\s()<>]+>?\)|</[\w -]+:\d+>|^### |^```\n[^`]*\n```$", re.MULTILINE
)
"""What our own texts have of these."""


@cache
def options() -> Options:
    return Options(Catalogue.load().words("ko"), locale="zh-TW")


@cache
def english() -> Options:
    return Options(Catalogue.load().words("en"))


def holds(card: Card, words: Words) -> None:
    """Lay the card out, and look at every page of it."""
    faults = [fault for fault in fits(card, words) if not fault.warning]
    assert not faults, f"{faults[0].code} {faults[0].what}"
    for page in pages(card, words):
        texts = [block.markdown for block in page.blocks if isinstance(block, Text | Section)]
        assert sum(map(len, texts)) <= 4_000, "more characters than Discord takes"
        assert len(page.blocks) + sum(map(len, page.rows)) + len(page.rows) <= 40, "more parts than Discord takes"
        for text in texts:
            left = _OURS.sub("", _ESCAPED.sub("\x00", text))
            found = _ALIVE.search(left)
            assert found is None, f"{found.group() if found else ''!r} stands unescaped in a card"
            text.encode()
    plain(card)
    for text in _others(card):
        text.encode()


def _others(card: Card) -> Iterator[str]:
    for block in card.blocks:
        if isinstance(block, Enclosed):
            yield block.name
            block.content.decode()
        elif isinstance(block, Link):
            yield block.url
