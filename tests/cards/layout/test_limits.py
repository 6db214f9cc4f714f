import pytest

from bot.cards.address import Address
from bot.cards.card import Block, Card, Choice, Link, Menu, Picture, Press, Section, Text
from bot.cards.layout.limits import fits
from bot.words.catalogue import Catalogue

HERE = Address("term", "numbers")
THERE = Address("figure", "prisoners")
LONG = Address("brief", "x" * 60, "v" * 40)
WORDS = Catalogue.load().words("en")


def said_of(*blocks: Block, actions: tuple[Press | Link, ...] = ()) -> list[str]:
    """The faults of a card with these, each with its code."""
    card = Card("T", (Text("t"), *blocks), HERE, actions=actions)
    return [f"{fault.code} {fault.what}; {fault.mend}" for fault in fits(card, WORDS)]


def menu(*labels: str, prompt: str = "Read next") -> Menu:
    return Menu(prompt, tuple(Choice(label, Address("brief", f"b{n}")) for n, label in enumerate(labels)), HERE)


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (Text(" \n"), "V702 a text shows nothing; write something, or leave it out altogether"),
        (Section("", Press("Open", THERE)), "V702 a text shows nothing; write something, or leave it out altogether"),
        (
            Menu("Read next", (Choice("A", THERE), Choice("B", THERE)), HERE),
            "V703 'A' and 'B' lead to the same place; name it only once",
        ),
        (
            Menu("Read next", (Choice("A", LONG),), HERE),
            f"V703 'A' leads to an address of 112 characters; a button holds 100; shorten what is in it: {LONG}",
        ),
        (menu(), "V703 the menu 'Read next' has 0 choices; Discord takes 1 to 25; name fewer there"),
        (
            menu(*"abcdefghijklmnopqrstuvwxyz", prompt="p"),
            "V703 the menu 'p' has 26 choices; Discord takes 1 to 25; name fewer there",
        ),
        (menu("a", ""), "V703 a choice has no words; give it some"),
        (menu("a" * 101), f"V703 the choice '{'a' * 101}' has 101 characters; Discord takes 100; shorten it"),
        (
            Menu("p", (Choice("A", THERE, "d" * 101),), HERE),
            f"V703 the choice's description '{'d' * 101}' has 101 characters; Discord takes 100; shorten it",
        ),
        (menu("a", prompt="p" * 151), f"V703 the menu '{'p' * 151}' has 151 characters; Discord takes 150; shorten it"),
        (
            Picture("p.png", b"", "a" * 1025),
            "V704 the chart in words has 1025 characters; Discord takes 1024; shorten its statements, or make two",
        ),
        (
            Section("t", Link("Original", "https://x.example/" + "y" * 500)),
            "V705 the web address behind 'Original' has 518 characters; Discord takes 512; give a shorter one",
        ),
    ],
)
def test_what_discord_would_refuse_is_said_with_what_to_do(block: Block, said: str) -> None:
    assert said_of(block) == [said]


@pytest.mark.parametrize(
    "block",
    [
        Text("t"),
        Section("t", Press("o" * 80, THERE)),
        menu(*"abcdefghijklmnopqrstuvwxy", prompt="p" * 150),
        Menu("p", (Choice("a" * 100, THERE, "d" * 100),), HERE),
        Picture("p.png", b"", "a" * 1024),
        Section("t", Link("Original", "https://x.example/" + "y" * 494)),
    ],
)
def test_what_discord_just_takes_is_no_fault(block: Block) -> None:
    assert said_of(block) == []


def test_two_buttons_to_one_place_are_a_fault() -> None:
    assert said_of(actions=(Press("A", THERE), Press("B", THERE))) == [
        "V703 'A' and 'B' lead to the same place; name it only once"
    ]


def test_a_button_without_words_or_with_too_many_is_a_fault() -> None:
    assert [said[:4] for said in said_of(actions=(Press("", THERE), Press("l" * 81, HERE)))] == ["V703", "V703"]


def test_a_card_at_an_address_that_no_button_holds_is_a_fault() -> None:
    (fault,) = fits(Card("T", (Text("t"),), LONG), WORDS)
    assert (fault.code, fault.what) == ("V703", "'T' leads to an address of 112 characters; a button holds 100")


def test_a_fault_of_every_page_is_said_once() -> None:
    assert len(said_of(*(Text("word " * 600) for _ in range(4)), actions=(Press("", THERE),))) == 1


@pytest.mark.parametrize("title", ["T" * 450, "T" * 451])
def test_a_short_card_of_more_than_900_characters_is_warned_of_where_it_can_be_shortened(title: str) -> None:
    text = Text("- " + "**a** [b](<https://x.example>) " + "c" * (449 - len("- a b: https://x.example ")))
    for card, language, warned in (
        (Card(title, (text,), Address("brief", "numbers")), "en", len(title) > 450),
        (Card(title, (text,), Address("brief", "numbers")), "ko", False),
        (Card(title, (text,), Address("brief", "numbers", "full")), "en", False),
        (Card(title, (text,), HERE), "en", False),
    ):
        faults = fits(card, Catalogue.load().words(language))
        assert [(fault.code, fault.warning) for fault in faults] == [("V706", True)] * warned


def test_small_print_that_leaves_no_room_is_a_fault() -> None:
    (fault,) = fits(Card("T", (Text("t"),), HERE, footer=("word " * 500,)), WORDS)
    assert (fault.code, fault.what) == ("V701", "title, small print and buttons take more than half of a message")
