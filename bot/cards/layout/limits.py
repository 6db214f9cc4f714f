"""What of a card Discord would refuse, said before it is sent; `check` asks it of every card of the library."""

from collections import Counter
from collections.abc import Iterator

from bot.cards.address import LIMIT
from bot.cards.card import Block, Card, Choice, Link, Menu, Picture, Press, Section, Text
from bot.cards.layout.pages import ROOM, Page, pages
from bot.words.catalogue import Words

CHOICES = 25
ALTERNATIVE = 1_024
LABEL = 80
CHOICE = 100
PROMPT = 150
URL = 512


def fits(card: Card, words: Words) -> list[str]:
    """What of a card Discord would refuse, in words; empty when it can be sent."""
    try:
        laid_out = pages(card, words)
    except ValueError as error:
        return [str(error)]
    found = [problem for page in laid_out for problem in _faults(page)]
    return list(dict.fromkeys(found))


def _faults(page: Page) -> Iterator[str]:
    if not ROOM.holds(page.size):
        yield f"page {page.number} is too large for a message"
    ids = Counter(_custom_ids(page))
    for custom_id, times in ids.items():
        if times > 1:
            yield f"two buttons or menus of page {page.number} lead to '{custom_id}'"
        if len(custom_id) > LIMIT:
            yield f"the address '{custom_id}' is longer than {LIMIT} characters"
    for block in page.blocks:
        yield from _faults_of_block(block)
    for row in page.rows:
        for button in row:
            yield from _faults_of_button(button)


def _custom_ids(page: Page) -> Iterator[str]:
    for button in (button for row in page.rows for button in row):
        if isinstance(button, Press):
            yield str(button.leads_to)
    for block in page.blocks:
        if isinstance(block, Menu):
            yield block.custom_id
        elif isinstance(block, Section) and isinstance(block.button, Press):
            yield str(block.button.leads_to)


def _faults_of_block(block: Block) -> Iterator[str]:
    match block:
        case Text(markdown) if not markdown.strip():
            yield "a text is empty"
        case Section(markdown, button):
            if not markdown.strip():
                yield "the text beside a button is empty"
            yield from _faults_of_button(button)
        case Menu(prompt, choices):
            yield from _faults_of_menu(prompt, choices)
        case Picture(name, _, alternative) if not 0 < len(alternative) <= ALTERNATIVE:
            yield f"the alternative text of {name} has {len(alternative)} characters; Discord takes 1 to {ALTERNATIVE}"
        case _:
            pass


def _faults_of_menu(prompt: str, choices: tuple[Choice, ...]) -> Iterator[str]:
    if not 0 < len(choices) <= CHOICES:
        yield f"the menu '{prompt}' has {len(choices)} choices; Discord takes 1 to {CHOICES}"
    if len(prompt) > PROMPT:
        yield f"the menu's prompt '{prompt}' is longer than {PROMPT} characters"
    values = Counter(str(choice.leads_to) for choice in choices)
    for choice in choices:
        if not choice.label or max(len(choice.label), len(choice.description)) > CHOICE:
            yield f"the choice '{choice.label}' is empty or longer than {CHOICE} characters"
        if values[str(choice.leads_to)] > 1 or len(str(choice.leads_to)) > LIMIT:
            yield f"the choice '{choice.label}' needs an address of its own of at most {LIMIT} characters"


def _faults_of_button(button: Press | Link) -> Iterator[str]:
    if not 0 < len(button.label) <= LABEL:
        yield f"the button '{button.label}' is empty or longer than {LABEL} characters"
    if isinstance(button, Link) and len(button.url) > URL:
        yield f"the address of the button '{button.label}' is longer than {URL} characters"
