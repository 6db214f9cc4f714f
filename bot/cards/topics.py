"""All briefings, grouped, to choose from."""

from bot.cards.address import Address
from bot.cards.card import Block, Card, Choice, Menu, Text
from bot.cards.escape import escape_line, label
from bot.cards.footer import library_foot
from bot.cards.menus import MOST
from bot.cards.options import Showing
from bot.domain.library import Library
from bot.domain.model import Brief


def topics_card(library: Library, address: Address, showing: Showing) -> Card:
    """Every group with its briefings, or the one group that the address names."""
    wanted = [address.id] if address.id else list(library.wording.groups)
    groups = {library.wording.groups[key]: _briefs(library, key) for key in wanted}
    texts = [
        Text("\n".join([f"**{escape_line(name)}**", *(_line(brief, showing) for brief in briefs)]))
        for name, briefs in groups.items()
        if briefs
    ]
    listed = [(name, brief) for name, briefs in groups.items() for brief in briefs]
    words = showing.words
    menus = [
        Menu(
            words("topics.menu"),
            tuple(
                Choice(label(brief.title, 100), Address("brief", brief.id), label(name, 100)) for name, brief in part
            ),
            Address("topics", address.id, "menu", number),
        )
        for number, start in enumerate(range(0, len(listed), MOST), 1)
        if (part := listed[start : start + MOST])
    ]
    blocks: tuple[Block, ...] = (*texts, *menus) if listed else (Text(words("topics.none")),)
    return Card(words.count("topics.title", len(listed)), blocks, address, library_foot(library, showing))


def _briefs(library: Library, group: str) -> list[Brief]:
    return [brief for brief in library.briefs.values() if brief.group == group]


def _line(brief: Brief, showing: Showing) -> str:
    note = f" *({showing.words('topics.content-note')})*" if brief.content_note else ""
    return f"- {escape_line(brief.title)}{note}"
