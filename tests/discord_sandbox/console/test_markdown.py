"""Discord's Markdown, and that nothing in it becomes HTML of its own."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discord_sandbox.console.html import Html, element, join
from discord_sandbox.console.markdown import Markdown, Mentioned

NAMES = Mentioned(users={"1": "Mina"}, roles={"2": "Moderators"}, channels={"3": "general"})


def link(address: str, label: str) -> str:
    return f'<a href="{address}" target="_blank" rel="noopener noreferrer nofollow" title="{address}">{label}</a>'


def mention(name: str) -> str:
    return f'<span class="mention">{name}</span>'


def drawn(text: str) -> str:
    return Markdown(NAMES).block(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "plain"),
        ("two\nlines", "two<br>lines"),
        ("a\n\nb", "a<br><br>b"),
        (
            "**bold** *em* _em_ __under__ ~~gone~~",
            "<strong>bold</strong> <em>em</em> <em>em</em> <u>under</u> <s>gone</s>",
        ),
        ("***both***", "<strong><em>both</em></strong>"),
        ("*a **b** c*", "<em>a <strong>b</strong> c</em>"),
        ("snake_case_name", "snake_case_name"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("`a **b** <i>`", '<code class="inline">a **b** &lt;i&gt;</code>'),
        ("``a`b``", '<code class="inline">a`b</code>'),
        ("```py\nx = 1\n```", '<pre><code data-language="py">x = 1</code></pre>'),
        ("```one\n```two", "<pre><code>one</code></pre>two"),
        ("# One\n## Two\n### Three", "<h3>One</h3><h4>Two</h4><h5>Three</h5>"),
        ("#### Four", "#### Four"),
        ("#none", "#none"),
        ("a # b", "a # b"),
        ("-# small **print**", '<small class="subtext">small <strong>print</strong></small>'),
        ("> one\n> two\nthree", "<blockquote>one<br>two</blockquote>three"),
        (">>> one\ntwo", "<blockquote>one<br>two</blockquote>"),
        (">none", "&gt;none"),
        ("> a > b", "<blockquote>a &gt; b</blockquote>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("* a\n  * b\n* c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("> # x\n> - y", "<blockquote><h3>x</h3><ul><li>y</li></ul></blockquote>"),
        ("1990. was", '<ol start="1990"><li>was</li></ol>'),
        (r"\*not\* \# \> \`x\` \[x\](y)", "*not* # &gt; `x` [x](y)"),
        ("[words](https://example.org/a_(b))", link("https://example.org/a_(b)", "words")),
        ("[**b**](<https://e.org>)", link("https://e.org", "<strong>b</strong>")),
        ("https://e.org/x_y_z.", link("https://e.org/x_y_z", "https://e.org/x_y_z") + "."),
        ("<https://e.org>", link("https://e.org", "https://e.org")),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("[x](data:text/html,x)", "[x](data:text/html,x)"),
        ("<@1> <@!1> <@9>", " ".join(map(mention, ["@Mina", "@Mina", "@unknown-user"]))),
        ("<@&2> <#3>", " ".join(map(mention, ["@Moderators", "#general"]))),
        ("</desk reload:12>", '<button class="mention" type="button" data-command="desk reload">/desk reload</button>'),
        ("<:flag:12>", '<span class="emoji">:flag:</span>'),
        ("@everyone @here", "@everyone @here"),
        (
            "<t:0:R>",
            (
                '<time class="timestamp" datetime="1970-01-01T00:00:00+00:00" data-style="R">'
                "01 January 1970 00:00 UTC</time>"
            ),
        ),
        ("<t:9999999999999>", "&lt;t:9999999999999&gt;"),
        ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
        ("&amp; &lt;", "&amp;amp; &amp;lt;"),
        ("“curly” — 한국어", "“curly” — 한국어"),
    ],
)
def test_discords_markdown_is_drawn_as_discord_draws_it(text: str, html: str) -> None:
    assert drawn(text) == html


def test_a_label_that_looks_like_an_address_is_not_masked() -> None:
    assert "<a" not in drawn("[https://bank.example](https://thief.example)").split("(")[0]


def test_everyone_is_marked_only_where_it_pings() -> None:
    assert Markdown(Mentioned(everyone=True)).block("@everyone") == mention("@everyone")


def test_a_spoiler_is_hidden_from_screen_readers_until_it_is_opened() -> None:
    html = drawn("||a **b**||")
    assert html.startswith('<span class="spoiler" role="button" tabindex="0" aria-expanded="false"')
    assert '<span aria-hidden="true">a <strong>b</strong></span>' in html


class Outline(HTMLParser):
    """What a browser would make of some HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        for name, value in attrs:
            assert name != "href" or (value or "").startswith(("http://", "https://"))

    def handle_data(self, data: str) -> None:
        self.text += data


OWN_TAGS = set("a blockquote br button code em h3 h4 h5 li ol pre s small span strong time u ul".split())  # noqa: SIM905 - a list of 18 strings reads worse
OWN_ATTRIBUTES = {
    *("class", "href", "target", "rel", "title", "role", "tabindex", "start", "type", "datetime"),
    *("aria-expanded", "aria-label", "aria-hidden", "data-language", "data-command", "data-style"),
}
PIECES = [
    *("<img src=x onerror=alert(1)>", "<script>", "</a>", '"', "'", "&#60;", "javascript:", "http://", "https://e.org/"),
    *("**", "*", "_", "__", "~~", "||", "`", "```", "```js\n", "\\", "[", "](", ")", "(", "<", ">", "> ", ">>> "),
    *("# ", "-# ", "- ", "  - ", "1. ", "\n", " ", "<@1>", "<t:0:R>", "</fruit:1>", "@everyone", "x", "é", "한"),
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join))
def test_no_text_becomes_html_of_its_own(text: str) -> None:
    outline = Outline()
    outline.feed(drawn(text))
    outline.close()
    assert outline.tags <= OWN_TAGS
    assert outline.attributes <= OWN_ATTRIBUTES


@given(st.text(alphabet="abc .,;:!?“”é한\n", max_size=200))
def test_words_without_marks_are_not_changed(text: str) -> None:
    outline = Outline()
    outline.feed(drawn(text).replace("<br>", "\n"))
    outline.close()
    assert outline.text.rstrip("\n") == text.rstrip("\n")


@given(st.text(max_size=20), st.text(max_size=20))
def test_an_element_escapes_its_text_and_its_attributes(text: str, value: str) -> None:
    html = element("p", {"title": value, "hidden": False, "lang": None, "inert": True}, text)
    assert html.count("<") == 2
    assert html.count('"') == 2
    assert isinstance(join(html, text), Html)
