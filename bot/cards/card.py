"""What an answer is made of, before Discord: the same card becomes a message, plain text or a page.

Card texts are Discord Markdown. What came from a document or from a person has been escaped by then
(`bot.chat.escape`); what we wrote ourselves may use Markdown.
"""

from dataclasses import dataclass
from typing import Literal

from bot.cards.address import Action, Address, menu_id

CHOICES = 25
"""Of one menu (https://discord.com/developers/docs/components/reference#string-select)."""


@dataclass(frozen=True, slots=True)
class Press:
    """A button that leads to another view or does something; phones show 38 characters of its label."""

    label: str
    leads_to: Address | Action
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
    leads_to: Address | Action
    description: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """A select menu of at most 25 choices; choosing one is like pressing a button.

    `of` and `number` tell it from other menus of the same card.
    """

    prompt: str
    choices: tuple[Choice, ...]
    of: Address
    number: int = 1

    @property
    def custom_id(self) -> str:
        """What Discord knows it by; what was chosen is known by its own address."""
        return menu_id(self.of, self.number)


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph or several, in Markdown."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Section:
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


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file sent with the message, for whoever wants to keep it."""

    name: str
    content: bytes


Block = Text | Section | Divider | Picture | Enclosed | Menu


@dataclass(frozen=True, slots=True)
class Card:
    """An answer: a title, what it says, small print that stands on every page, and what can be pressed.

    A card too long for one message is shown page by page; `address` is where the pages are found. A card that answers
    what somebody typed has no address, because nothing typed is remembered: its pages are sent one after another.
    A card `by_screen` has no more on a page than the screen of a phone shows, but for a block that is larger itself.
    """

    title: str
    blocks: tuple[Block, ...]
    address: Address | None = None
    footer: tuple[str, ...] = ()
    actions: tuple[Press | Link, ...] = ()
    more: Menu | None = None
    """What else can be done, below the buttons."""
    by_screen: bool = False
