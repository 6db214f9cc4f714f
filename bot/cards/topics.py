"""All briefings, grouped, to choose from."""

from bot.cards.address import Address
from bot.cards.card import Card, Choice, Text
from bot.cards.escape import escape_line, label
from bot.cards.footer import library_footer
from bot.cards.menus import CHOICE, below, choice_menus
from bot.cards.options import Options
from bot.domain.library import Library
from bot.domain.model import Brief


def topics_card(library: Library, address: Address, options: Options) -> Card:
    """Every group with its briefings, or the one group that the address names."""
    wanted = [address.id] if address.id else list(library.wording.groups)
    groups = {library.wording.groups[key]: _briefs(library, key) for key in wanted}
    texts = [
        Text("\n".join([f"**{escape_line(name)}**", *(_line(brief, options) for brief in briefs)]))
        for name, briefs in groups.items()
        if briefs
    ]
    listed = [(name, brief) for name, briefs in groups.items() for brief in briefs]
    words = options.words
    choices = [
        Choice(label(brief.title, CHOICE), Address("brief", brief.id), label(name, CHOICE)) for name, brief in listed
    ]
    more, menus = below(choice_menus(words("topics.menu"), choices, address))
    return Card(
        title=words.count("topics.title", len(listed)),
        blocks=(*texts, *menus) if listed else (Text(words("topics.none")),),
        address=address,
        footer=library_footer(library, options),
        more=more,
        by_screen=True,
    )


def _briefs(library: Library, group: str) -> list[Brief]:
    return [brief for brief in library.briefs.values() if brief.group == group]


def _line(brief: Brief, options: Options) -> str:
    note = f" *({options.words('topics.content-note')})*" if brief.content_note else ""
    return f"- {escape_line(brief.title)}{note}"
