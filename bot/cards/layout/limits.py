"""What of a card Discord would refuse, said to its author before it is sent: `check` asks it of every card.

A short card that is longer than a screen of a phone can be sent: of that `check` warns. The other limits are Discord's:
https://discord.com/developers/docs/components/reference.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.cards.address import LIMIT
from bot.cards.card import CHOICES, Block, Card, Link, Menu, Picture, Press, Section, Text
from bot.cards.layout.pages import Page, pages
from bot.cards.layout.plain import read
from bot.words.catalogue import Words

ALTERNATIVE = 1_024
LABEL = 80
CHOICE = 100
PROMPT = 150
URL = 512
SHORT = 900
"""Characters that are read of a briefing's short card, from the title to the receipt."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something of a card that Discord would refuse, with its code (`codes.py`) and what the author can do."""

    code: str
    what: str
    mend: str
    warning: bool = False


def fits(card: Card, words: Words) -> list[Fault]:
    """Everything of a card that Discord would refuse, and a warning of a long one; nothing when it can be sent."""
    try:
        laid_out = pages(card, words)
    except ValueError as error:
        return [
            Fault("V701", str(error), "shorten the title, or rest it on fewer sources, which the small print names")
        ]
    own = _of_addresses([(str(card.address), card.title)] if card.address else [])
    faults = [*own, *(fault for page in laid_out for fault in _faults(page)), *_of_length(card, words)]
    return list(dict.fromkeys(faults))


def _of_length(card: Card, words: Words) -> Iterator[Fault]:
    """Of what a briefing is answered with; other languages add a line that no author writes."""
    if card.address is None or (card.address.kind, card.address.view) != ("brief", "card"):
        return
    length = len(read(card))
    if words.is_of_the_library and length > SHORT:
        what = f"the short card has {length} characters; a screen of a phone shows about {SHORT}"
        yield Fault("V706", what, "shorten the answer and the claims", warning=True)


def _faults(page: Page) -> Iterator[Fault]:
    presses = [(str(button.leads_to), button.label) for button in page.buttons if isinstance(button, Press)]
    yield from _of_addresses([*presses, *((menu.custom_id, menu.prompt) for menu in page.menus)])
    for button in page.buttons:
        yield from _of_button(button)
    for menu in page.menus:
        yield from _of_menu(menu)
    for block in page.blocks:
        yield from _of_block(block)


def _of_addresses(named: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    """Of custom ids or values, which Discord wants to be different; each with the words that a reader presses."""
    labels: dict[str, list[str]] = {}
    for address, label in named:
        labels.setdefault(address, []).append(label)
    for address, pressed in labels.items():
        if len(pressed) > 1:
            both = " and ".join(f"'{label}'" for label in pressed)
            yield Fault("V703", f"{both} lead to the same place", "name it only once")
        if len(address) > LIMIT:
            what = f"'{pressed[0]}' leads to an address of {len(address)} characters; a button holds {LIMIT}"
            yield Fault("V703", what, f"shorten what is in it: {address}")


def _of_button(button: Press | Link) -> Iterator[Fault]:
    yield from _of_label("button", button.label, LABEL)
    if isinstance(button, Link) and len(button.url) > URL:
        what = f"the web address behind '{button.label}' has {len(button.url)} characters; Discord takes {URL}"
        yield Fault("V705", what, "give a shorter one")


def _of_menu(menu: Menu) -> Iterator[Fault]:
    if not 0 < len(menu.choices) <= CHOICES:
        what = f"the menu '{menu.prompt}' has {len(menu.choices)} choices; Discord takes 1 to {CHOICES}"
        yield Fault("V703", what, "name fewer there")
    yield from _of_addresses((str(choice.leads_to), choice.label) for choice in menu.choices)
    yield from _of_label("menu", menu.prompt, PROMPT)
    for choice in menu.choices:
        yield from _of_label("choice", choice.label, CHOICE)
        if choice.description:
            yield from _of_label("choice's description", choice.description, CHOICE)


def _of_label(place: str, text: str, limit: int) -> Iterator[Fault]:
    if not text:
        yield Fault("V703", f"a {place} has no words", "give it some")
    elif len(text) > limit:
        yield Fault("V703", f"the {place} '{text}' has {len(text)} characters; Discord takes {limit}", "shorten it")


def _of_block(block: Block) -> Iterator[Fault]:
    match block:
        case Text(markdown) | Section(markdown) if not markdown.strip():
            yield Fault("V702", "a text shows nothing", "write something, or leave it out altogether")
        case Picture(alternative=alternative) if not 0 < len(alternative) <= ALTERNATIVE:
            what = f"the chart in words has {len(alternative)} characters; Discord takes {ALTERNATIVE}"
            yield Fault("V704", what, "shorten its statements, or make two")
        case _:
            pass
