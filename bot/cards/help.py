"""The commands, in groups, ready to be clicked."""

from collections.abc import Iterator, Mapping
from itertools import islice

from bot.cards.card import Block, Card, Text
from bot.cards.escape import escape_line
from bot.cards.introduction import introduced
from bot.domain.library import Library
from bot.words.catalogue import Words

_GROUP_KEYS = {
    "help.ask": ("brief", "topics", "figures", "timeline", "define"),
    "help.prove": ("check", "quote", "treaty", "source"),
    "help.bot": ("about", "privacy"),
}
_DESK = "desk "
"""How the names of the moderators' commands begin; Discord says itself what each does."""
_DOES_KEYS = {
    "brief": "help.brief",
    "topics": "help.topics",
    "figures": "help.figures",
    "timeline": "help.timeline",
    "define": "help.define",
    "check": "help.check",
    "quote": "help.quote",
    "treaty": "help.treaty",
    "source": "help.source",
    "about": "help.about",
    "privacy": "help.privacy",
}


def help_card(library: Library, words: Words, mentions: Mapping[str, str], moderator: bool) -> Card:
    """What it is about and what can be asked here; `mentions` are the commands that are on, ready to be clicked."""
    blocks: list[Block] = [Text("\n".join(_start(library, words)))]
    for heading, names in _GROUP_KEYS.items():
        lines = [f"{mentions[name]} {words(_DOES_KEYS[name])}" for name in names if name in mentions]
        if lines:
            blocks.append(Text("\n".join([f"**{words(heading)}**", *(f"- {line}" for line in lines)])))
    desk = [mention for name, mention in mentions.items() if name.startswith(_DESK)]
    if moderator and desk:
        blocks.append(Text(f"**{words('help.desk')}**\n{' · '.join(desk)}"))
    menus = words("help.menus", check=words("command.check-quotation-name"), find=words("command.find-a-briefing-name"))
    private = words("help.private", post=words("action.post"))
    return Card(words("help.title"), (*blocks, Text(f"{menus}\n{private}")))


def _start(library: Library, words: Words) -> Iterator[str]:
    """What it is about, and how to begin, with a question that could be asked."""
    yield from islice(introduced(library, words), 1)
    said = library.introduction(words.language)
    if said and said.questions:
        yield words("help.start-such", question=escape_line(said.questions[0]))
    else:
        yield words("help.start")
