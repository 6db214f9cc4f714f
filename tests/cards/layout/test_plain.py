import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.address import Address
from bot.cards.card import Card, Choice, Divider, Link, Menu, Picture, Press, Section, Text
from bot.cards.escape import escape
from bot.cards.layout.plain import plain, without_marks
from tests.cards.layout.typed import typed, within


@given(typed)
def test_what_somebody_wrote_is_shown_to_the_letter(text: str) -> None:
    assert within(without_marks(escape(text))) == within(text)


@given(typed.filter(str.strip), st.sampled_from(["||", "**", "~~", "__", "||**"]))
def test_what_somebody_wrote_is_shown_to_the_letter_between_marks(text: str, mark: str) -> None:
    assert without_marks(f"{mark}{escape(text)}{mark[::-1]}") == text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**a** *b* ~~c~~ ||d|| `e` __f__", "a b c d e f"),
        ("## A title\n-# small print", "A title\nsmall print"),
        ("- one\n-# of it\n- two\n\n\n1. three", "- one\nof it\n- two\n\n\n1. three"),
        ("> “one”\n> -# two\n\n> three", "> “one”\n> two\n\n> three"),
        (
            "[1](<https://x.example/a_b_c>), [2](<https://y.example>)",
            "1: https://x.example/a_b_c, 2: https://y.example",
        ),
        ("a\n\n \nb", "a\n\n \nb"),
    ],
)
def test_marks_go_and_lines_and_lists_stay(markdown: str, text: str) -> None:
    assert without_marks(markdown) == text


def test_everything_on_a_card_is_said_in_its_order() -> None:
    card = Card(
        r"A \*title\*",
        (
            Text("**Bold**"),
            Divider(),
            Section("beside", Press("Open", Address("quotation", "q"))),
            Picture("p.png", b"png", 'A "chart"'),
            Menu("Read next", (Choice("Numbers", Address("brief", "numbers")),), Address("x")),
        ),
        footer=("As of 2006 · `numbers@3f9c2a1b`", "*Old*"),
        actions=(Link("Official", "https://law.example"), Press("Sources", Address("brief", "numbers", "sources"))),
    )
    assert plain(card) == (
        'A *title*\n\nBold\n\nbeside\n\n[A "chart"]\n\nRead next:\n  Numbers [brief:numbers]\n\n'
        "As of 2006 · numbers@3f9c2a1b\nOld\n\n"
        "Official: https://law.example\nSources [brief:numbers, sources]\n"
    )
