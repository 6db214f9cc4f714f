import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.address import Address
from bot.cards.card import Block, Card, Choice, Divider, Menu, Picture, Press, Section, Text
from bot.cards.escape import escape
from bot.cards.layout.limits import fits
from bot.cards.layout.pages import Page, page_of, pages
from bot.cards.layout.plain import plain, without_marks
from bot.cards.layout.size import ROOM
from bot.cards.routes import every_card
from bot.chat.payload import Payload
from bot.chat.view import view
from bot.domain.library import Library
from bot.words.catalogue import Catalogue, Words
from discord_sandbox.limits import COMPONENTS_V2, check_message

HERE = Address("brief", "numbers")
PNG = b"\x89PNG\r\n\x1a\n"
WORDS = Catalogue.load().words("en")

texts = st.one_of(
    st.text(min_size=1, max_size=300).filter(lambda text: escape(text).strip()),
    st.text(alphabet="가나다 .", min_size=1, max_size=6000).filter(str.strip),
    st.integers(1, 9000).map(lambda length: "x" * length),
    st.lists(st.sampled_from(["a line of words", "한 줄", ""]), min_size=10, max_size=300)
    .map("\n".join)
    .filter(str.strip),
    st.integers(1, 6000).map(lambda length: "가" * length),
    st.lists(st.sampled_from(["A sentence of words.", "한 문장입니다.", "a * b", "\n"]), min_size=1, max_size=400)
    .map(" ".join)
    .filter(str.strip),
).map(escape)


def blocks_of(parts: list[tuple[str, str]]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for number, (kind, text) in enumerate(parts):
        match kind:
            case "text":
                blocks.append(Text(text))
            case "beside":
                blocks.append(Section(text, Press("Open", Address("quotation", f"q{number}"))))
            case "menu":
                blocks.append(Menu("Choose", (Choice("One", HERE),), Address("brief", "x"), number + 1))
            case "picture":
                blocks.append(Picture(f"p{number}.png", PNG, "A chart."))
            case _:
                blocks.append(Divider())
    return tuple(blocks)


def a_card(
    parts: list[tuple[str, str]], footer: list[str], actions: tuple[Press, ...], address: Address | None
) -> Card:
    return Card("A title", blocks_of(parts), address, tuple(footer), actions)


cards = st.builds(
    a_card,
    st.lists(st.tuples(st.sampled_from(["text", "text", "beside", "menu", "picture", "divider"]), texts), max_size=12),
    st.lists(st.sampled_from(["As of 2006", "`numbers@3f9c2a1b`"]), max_size=3),
    st.integers(0, 7).map(lambda n: tuple(Press(f"View {i}", HERE.seen_as(f"v{i}")) for i in range(n))),
    st.sampled_from([HERE, None]),
)


def letters(text: str) -> str:
    return re.sub(r"\s", "", without_marks(text))


def read(page: Page) -> str:
    """The text of a page between its title and its small print."""
    return "".join(letters(block.markdown) for block in page.blocks[1:] if isinstance(block, Text | Section))


async def refused_by_discord(page: Page) -> None:
    """Raise what Discord would answer to this page."""
    names = [file.filename for file in Payload.of(page).files()]
    check_message({"flags": COMPONENTS_V2, "components": view(page).to_components()}, files=names)


@given(cards)
def test_pages_hold_all_of_a_card_and_nothing_twice(card: Card) -> None:
    laid_out = pages(card, WORDS)
    written = "".join(letters(block.markdown) for block in card.blocks if isinstance(block, Text | Section))
    footer = "".join(letters(line) for line in card.footer)
    assert "".join(read(page).removesuffix(footer) for page in laid_out) == written


@given(cards)
async def test_discord_takes_every_page_of_any_card(card: Card) -> None:
    assert [fault for fault in fits(card, WORDS) if not fault.warning] == []
    for page in pages(card, WORDS):
        assert ROOM.holds(page.size)
        await refused_by_discord(page)


@given(cards)
def test_every_page_has_title_small_print_and_buttons(card: Card) -> None:
    for page in pages(card, WORDS):
        first, last = page.blocks[0], page.blocks[-1]
        assert isinstance(first, Text)
        assert first.markdown.startswith("## A title")
        assert not card.footer or (isinstance(last, Text) and last.markdown.startswith(f"-# {card.footer[0]}"))
        buttons = [button for row in page.rows for button in row]
        assert buttons[len(buttons) - len(card.actions) :] == list(card.actions)


@pytest.fixture
def long_card() -> Card:
    return Card("Long", tuple(Text(f"Part {number}. " + "word " * 300) for number in range(6)), HERE)


def test_pages_of_a_card_with_an_address_are_turned_by_buttons(long_card: Card) -> None:
    first, middle, *_, last = pages(long_card, WORDS)
    assert [button.label for row in first.rows for button in row] == ["Next"]
    assert [button.label for row in middle.rows for button in row] == ["Previous", "Next"]
    assert [button.label for row in last.rows for button in row] == ["Previous"]
    assert [button.leads_to for row in middle.rows for button in row if isinstance(button, Press)] == [
        HERE.on_page(1),
        HERE.on_page(3),
    ]


def test_a_card_without_an_address_has_pages_but_no_buttons_to_turn_them(long_card: Card) -> None:
    laid_out = pages(Card(long_card.title, long_card.blocks), WORDS)
    assert len(laid_out) > 1
    assert all(page.rows == () for page in laid_out)


@pytest.mark.parametrize(("asked", "given"), [(-3, 1), (0, 1), (2, 2), (99, 3)])
def test_a_page_that_is_not_there_is_the_nearest_that_is(long_card: Card, asked: int, given: int) -> None:
    assert len(pages(long_card, WORDS)) == 3
    assert page_of(long_card, WORDS, asked).number == given


def test_a_line_between_parts_neither_begins_nor_ends_a_page() -> None:
    whole_page = Text("word " * 700)
    for page in pages(Card("T", (Divider(), whole_page, Divider(), whole_page, Divider()), HERE), WORDS):
        assert not isinstance(page.blocks[1], Divider)
        assert not isinstance(page.blocks[-1], Divider)


@pytest.mark.parametrize("before", range(200, 212))
def test_a_page_is_filled_to_its_end_and_small_print_stays_with_its_line(before: int) -> None:
    lines = "\n".join(f"- line number {number}\n-# its small print" for number in range(150))
    first, second, *_ = pages(Card("T", (Text("word " * before), Text(lines)), HERE), WORDS)
    assert first.size.characters > 3_000
    last, next_one = first.blocks[-1], second.blocks[1]
    assert isinstance(last, Text)
    assert isinstance(next_one, Text)
    assert last.markdown.endswith("-# its small print")
    assert next_one.markdown.startswith("- line number ")


@pytest.mark.parametrize("below", ["\n", "\n\n"])
def test_a_heading_does_not_stay_behind_alone(below: str) -> None:
    block = Text(f"**Heading**{below}" + "word " * 500 + "\n" + "word " * 200)
    first, second = pages(Card("T", (Text("word " * 300), block), HERE), WORDS)
    assert len(first.blocks) == 2
    assert second.blocks[1] == block


async def test_no_more_components_stand_on_a_page_than_discord_takes() -> None:
    blocks = tuple(Section("t", Press("Open", Address("quotation", f"q{number}"))) for number in range(30))
    laid_out = pages(Card("T", blocks, HERE, ("footer",), (Press("View", HERE.seen_as("v")),)), WORDS)
    assert len(laid_out) > 1
    for page in laid_out:
        await refused_by_discord(page)


async def test_discord_takes_every_card_of_a_library_in_every_language(
    library: Library, english: Words, korean: Words
) -> None:
    for words in (english, korean):
        for spot, card in every_card(library, words):
            assert fits(card, words) == [], spot
            for page in pages(card, words):
                await refused_by_discord(page)


async def test_a_page_becomes_a_message_that_discord_py_forgets(english: Words) -> None:
    card = Card("T", (Text("t"), Picture("p.png", PNG, "A chart.")), HERE, actions=(Press("A", HERE, "danger"),))
    page = page_of(card, english, 1)
    shown = view(page)
    assert shown.is_finished()
    assert [file.description for file in Payload.of(page).files()] == ["A chart."]
    assert "attachment://p.png" in str(shown.to_components())


def test_plain_text_says_what_pages_say(library: Library, english: Words) -> None:
    for _, card in every_card(library, english):
        said = letters(plain(card))
        assert all(letters(block.markdown) in said for block in card.blocks if isinstance(block, Text | Section))
