import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.token import Token

from bot.cards.layout.markdown import parse

marked = st.lists(
    st.sampled_from(
        [
            *("가", "나", " ", "\n", "\n\n", "  ", "1. ", "- ", "> ", "# ", "### ", "-# ", "\\", "`", "```"),
            *("*", "**", "***", "_", "__", "~~", "||", "[", "](", "](<https://x.example/_b_>)", ")", "<", "&amp;", "!"),
        ]
    ),
    max_size=60,
).map("".join)


def read(markdown: str) -> list[str]:
    """Each block as its element and what stands in it, spans as <name>…</name>."""
    return [f"{block.tag} {''.join(map(part, block.children or ()))}" for block in parse(markdown)]


def part(token: Token) -> str:
    if token.type == "code_inline":
        return f"<code>{token.content}</code>"
    name = token.type.rpartition("_")[0]
    return {1: f"<{name}>", -1: f"</{name}>", 0: token.content}[token.nesting]


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("# one\n## two\n### three\n#### four", ["h1 one", "h2 two", "h3 three", "p #### four"]),
        ("a\nb\n\nc", ["p a\nb\n\nc"]),
        ("a\n> b\n> c\nd", ["p a", "blockquote b\nc", "p d"]),
        (">b", ["p >b"]),
        ("- a\n* b\n1. c\n12. d", ["ul a", "ul b", "ol c", "ol d"]),
        ("- a\n-# small - print\nb", ["ul a\n<small>small - print</small>", "p b"]),
        ("a\n-# b\n- c", ["p a\n<small>b</small>", "ul c"]),
        ("a\n===\n---\n    b", ["p a\n===\n---\n    b"]),
        ("\n \n  a \n \n", ["p   a "]),
        ("", []),
    ],
)
def test_every_line_belongs_to_a_block(markdown: str, blocks: list[str]) -> None:
    assert read(markdown) == blocks


@pytest.mark.parametrize(
    ("markdown", "inside"),
    [
        ("**a** *b* _c_ __d__", "<strong>a</strong> <em>b</em> <em>c</em> <u>d</u>"),
        ("~~e~~ ||f|| `g`", "<s>e</s> <spoiler>f</spoiler> <code>g</code>"),
        ("***a***", "<strong><em>a</em></strong>"),
        ("||a **b *c***||", "<spoiler>a <strong>b <em>c</em></strong></spoiler>"),
        ("**“a.”**는", "<strong>“a.”</strong>는"),
        ("가**(a)**나", "가<strong>(a)</strong>나"),
        ("**a\n\nb**", "<strong>a\n\nb</strong>"),
        ("a_b_c 2 * 3 * 4 ** | ||", "a_b_c 2 * 3 * 4 ** | ||"),
        (r"\*a\* \|\|b\|\| \… \1 \a", r"*a* ||b|| … \1 \a"),
        (r"**a\*\*b**", "<strong>a**b</strong>"),
        ("`*a*` ``b ` c``", "<code>*a*</code> <code>b ` c</code>"),
        ("[a *b*](<https://x.example/_y_?a=1&copy=2>)", "<link>a <em>b</em></link>"),
        ("[a](javascript:b) [c]", "[a](javascript:b) [c]"),
        ("<b>&amp;</b> <https://x.example>", "<b>&amp;</b> <https://x.example>"),
    ],
)
def test_marks_pair_as_discord_pairs_them(markdown: str, inside: str) -> None:
    assert read(markdown) == [f"p {inside}"]


def test_the_address_of_a_link_is_kept_as_it_is_written() -> None:
    (block,) = parse("[a](<https://x.example/?a=1&copy=2&b=%20>)")
    assert block.children
    assert block.children[0].attrs == {"href": "https://x.example/?a=1&copy=2&b=%20"}


def letters(text: str) -> str:
    return re.sub(r"[^가-힣]", "", text)


@given(marked)
@example("- 가\n-# 나 - 다")
def test_no_letter_of_any_markdown_is_lost(markdown: str) -> None:
    assert letters("".join(read(markdown))) == letters(markdown)


@given(marked)
def test_spans_close_in_the_order_in_which_they_opened(markdown: str) -> None:
    for block in parse(markdown):
        opened: list[str] = []
        for token in block.children or ():
            name = token.type.rpartition("_")[0]
            if token.nesting > 0:
                opened.append(name)
            elif token.nesting < 0:
                assert opened.pop() == name
        assert opened == []
