import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.cards.address import Address
from bot.cards.card import Card, Choice, Divider, Link, Menu, Picture, Press, Section, Text
from bot.cards.escape import escape, escape_line
from bot.cards.layout.html import markup, page
from bot.cards.routes import every_card
from bot.domain.library import Library
from bot.words.catalogue import Words
from tests.cards.layout.typed import typed, within

VOID = {"meta", "hr", "br", "img"}


class Reader(HTMLParser):
    """Reads a page as a browser would: its elements, its attributes and its text; unbalanced elements are an error."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in {"style", "title"}:
            self.text += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def shown(html: str) -> str:
    """The text of a row of paragraphs, which have nothing but text and line breaks in them."""
    inside = html.removeprefix("<p>").removesuffix("</p>").replace("</p>\n<p>", "\n\n").replace("<br>", "\n")
    assert "<" not in inside
    return unescape(inside)


def paragraphs(text: str) -> str:
    """The text with one empty line where it has several, and none around it."""
    return re.sub(r"\n(?:[ \t]*\n)+", "\n\n", within(text))


@given(typed)
@example("&lt;b&gt; &#42;")
@example("\ue000private\ue001")
def test_what_somebody_wrote_is_shown_to_the_letter_and_is_never_markup(text: str) -> None:
    assert shown(markup(escape(text))) == paragraphs(text)


@given(typed.filter(str.strip), st.sampled_from([("||", "spoiler"), ("**", "strong"), ("~~", "s"), ("__", "u")]))
def test_what_somebody_wrote_is_shown_whole_between_marks(text: str, span: tuple[str, str]) -> None:
    mark, name = span
    opening, text_of_it, closing = re.split(r"(?s)(?<=>)((?:[^<]|<br>)+)(?=<)", markup(f"{mark}{escape(text)}{mark}"))
    assert name in opening
    assert opening.count("<") == closing.count("<") == 2
    assert within(unescape(text_of_it.replace("<br>", "\n"))) == paragraphs(text)


@given(typed)
def test_a_page_has_no_element_that_a_text_has_brought(text: str) -> None:
    card = Card(f"x{escape_line(text)}", (Text(f"x{escape(text)}"),), footer=(escape_line(text),))
    reader = Reader(page(card))
    assert "".join(f"x{text}".split()) in "".join(reader.text.split())
    assert {name for name, _ in reader.elements} <= {
        *("html", "head", "meta", "title", "style", "body", "main", "h1", "p", "br", "footer"),
    }


def test_a_card_keeps_its_order_and_its_marks() -> None:
    card = Card(
        r"A \*title\*",
        (
            Text("**Bold** and ~~struck~~\n-# small *print*\n> “quoted”\n- one\n- two"),
            Divider(),
            Section("beside", Press("Open", Address("quotation", "q"))),
            Picture("p.png", b"png", 'A "chart" <1>'),
            Menu("Read next", (Choice("Numbers & more", Address("brief", "numbers"), "a brief"),), Address("x")),
        ),
        footer=("As of 2006 · `numbers@3f9c2a1b`",),
        actions=(
            Link("Official", "https://law.example/?a=1&b=2"),
            Press("Sources", Address("brief", "numbers", "sources")),
        ),
    )
    html = page(card, link=lambda address: f"{address.id}.html" if address.view == "card" else None)
    reader = Reader(html)
    assert "<h1>A *title*</h1>" in html
    assert "<p><strong>Bold</strong> and <s>struck</s><br><small>small <em>print</em></small></p>" in html
    assert "<blockquote><p>“quoted”</p></blockquote>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>" in html
    assert [image["alt"] for image in reader.named("img")] == ['A "chart" <1>']
    assert [link["href"] for link in reader.named("a")] == ["q.html", "numbers.html", "https://law.example/?a=1&b=2"]
    assert reader.text.index("Bold") < reader.text.index("beside") < reader.text.index("Read next")
    assert "Sources" in reader.text


def test_markup_that_nobody_escaped_is_shown_and_not_obeyed() -> None:
    reader = Reader(page(Card("<i>T</i>", (Text("<script>alert(1)</script> and <b>bold</b>"),), footer=("<u>f</u>",))))
    assert not {"script", "b", "i", "u"} & {name for name, _ in reader.elements}
    assert "<script>alert(1)</script> and <b>bold</b>" in reader.text


def test_a_spoiler_is_covered_and_can_be_reached_by_keyboard() -> None:
    html = page(Card("T", (Text(r"before ||**covered**|| and \|\|not\|\|"),)))
    assert '<span class="spoiler" tabindex="0"><strong>covered</strong></span> and ||not||' in html


def test_the_language_of_the_page_is_said() -> None:
    assert Reader(page(Card("T", ()), language="ko")).named("html") == [{"lang": "ko"}]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_card_is_a_page_without_scripts_that_fetches_nothing(
    library: Library, english: Words, korean: Words, language: str
) -> None:
    words = english if language == "en" else korean
    for _, card in every_card(library, words):
        reader = Reader(page(card))
        assert reader.named("script") == []
        assert all(str(image["src"]).startswith("data:") and image["alt"] for image in reader.named("img"))
        assert not any(name.startswith("on") for _, attributes in reader.elements for name in attributes)
