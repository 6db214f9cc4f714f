"""What is tried of cards: what their buttons carry, and typed text in their Markdown."""

import re

from bot.cards.address import LIMIT, Action, parse
from bot.cards.escape import escape, escape_line, escape_start, label, to_copy, visible
from bot.cards.failure import gone_card
from bot.cards.layout import markdown
from bot.cards.layout.plain import without_marks
from bot.cards.layout.split import split
from bot.cards.notice import message_card
from bot.cards.routes import card_at
from bot.cards.sharing import private_form
from tests.fuzz.cards import english, holds, options
from tests.shipped import library

CUSTOM_IDS = (
    *("v1:brief:numbers:post:2:quotes", "v1:brief:numbers:remove:1:123"),
    *("v1:quotes:a:card:1:shown", "v1:search::menu:1"),
    *("v1:stats:server:card:1", "v1:desk::card:1"),
    *("v1:boundary:x:card:1:ko", "v1:verdict::post:1", "v1:gaps::card:999"),
)  # fmt: skip


def custom_id(text: str) -> None:
    found = parse(text)
    if found is None:
        return
    assert parse(str(found)) == found, "written again it is another"
    address = found.card if isinstance(found, Action) else found
    card = card_at(library(), address, options()) or gone_card(options().words)
    if card.address is not None and len(text) <= LIMIT:
        holds(private_form(card, options().words, may_post=True, may_report=True), options().words)


def escaping(text: str) -> None:
    for made in (escape(text), escape_line(text)):
        left = re.sub(r"\\[^0-9A-Za-z\s]", "\x00", made)
        assert not re.search(r"[\\*_~|`\[\]<>@:]", left), "something is left to be read as Markdown"
        assert not re.search(r"^[ \t]*([-#+=]|\d+[.)])", left, re.MULTILINE), "a line begins something"
        made.encode()
    assert re.sub(r"\\([^0-9A-Za-z\s])", r"\1", escape(text)) == visible(text), "a reader sees another text"
    middle = escape(f"x{text}")[1:]
    assert not re.match(
        r"[ \t]*([-#+=]|\d+[.)])", re.sub(r"\\[^0-9A-Za-z\s]", "\x00", escape_start(middle)).split("\n")[0]
    )
    assert len(label(text, 80)) <= 80, "a label is too long"
    assert len(escape_line(text).splitlines()) <= 1, "there are two lines"
    without_marks(to_copy(text))


def layout(text: str) -> None:
    made = escape(text)
    for part in split(made, 400, 900):
        assert len(part) <= 400, "a part is too long"
        assert len(part.encode()) <= 900, "a part has too many bytes"
    markdown.parse(text)
    shown = without_marks(made)
    assert "".join(shown.split()) == "".join(visible(text).split()), "plain text shows something else"
    holds(message_card(escape_line(text[:80]) or "-", escape_line(text) or "-"), english().words)
