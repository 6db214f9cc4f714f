"""What an answer is made of, before Discord: the same card becomes a message, plain text or a page.

Card texts are Discord Markdown. What came from a document or from a person has been escaped by then
(`bot.chat.escape`); what we wrote ourselves may use Markdown.
"""

from dataclasses import dataclass
from typing import Literal

from bot.cards.address import Address


@dataclass(frozen=True, slots=True)
class Press:
    """A button that leads to another view; `label` is at most 38 characters, so that phones show it whole."""

    label: str
    leads_to: Address
    style: Literal["plain", "strong", "danger"] = "plain"


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens a page outside Discord."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a menu."""

    label: str
    leads_to: Address
    description: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """A select menu of at most 25 choices; choosing one is like pressing a button.

    `address` tells it from other menus of the same card.
    """

    prompt: str
    choices: tuple[Choice, ...]
    address: Address


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph or several, in Markdown."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Text with a button of its own to the right of it."""

    markdown: str
    button: Press | Link


@dataclass(frozen=True, slots=True)
class Divider:
    """A thin line between parts."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image sent with the message; the alternative text says all that the picture says."""

    name: str
    png: bytes
    alternative: str


Block = Text | Beside | Divider | Picture | Menu


@dataclass(frozen=True, slots=True)
class Card:
    """An answer: a title, what it says, small print that stands on every page, and what can be pressed.

    A card too long for one message is shown page by page; `address` is where the pages are found. A card that answers
    what somebody typed has no address, because nothing typed is remembered: its pages are sent one after another.
    """

    title: str
    blocks: tuple[Block, ...]
    address: Address | None = None
    foot: tuple[str, ...] = ()
    actions: tuple[Press | Link, ...] = ()
