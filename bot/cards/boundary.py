"""A question that is not answered: the fixed reply, where to turn, and the nearest briefings."""

import re
from typing import Final

from bot.cards.address import Address
from bot.cards.attribution import linked
from bot.cards.card import Block, Card, Text
from bot.cards.escape import escape, escape_line
from bot.cards.menus import brief_choices, choice_menus
from bot.cards.options import Options
from bot.domain import receipts
from bot.domain.library import Library
from bot.domain.model import ENGLISH, Boundary, Help, in_language

_BROKEN: Final = re.compile(
    r"(?<=[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]) (?=[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef])"
)


def boundary_card(library: Library, address: Address, options: Options) -> Card:
    """The reply, labelled as the editors', in the reader's language where there is one in it.

    The address knows the language that the question was written in. For somebody who may be in danger what the
    moderators say of help comes first, and nothing can be done with the card: who posts or reports it tells of it.
    """
    boundary = library.boundaries[address.id]
    words = options.words
    language = _language(boundary, address, options)
    blocks: list[Block] = []
    if boundary.urgent and options.support:
        blocks.append(Text(f"**{escape_line(in_language(options.support, language))}**"))
    blocks.append(Text(escape(_joined(boundary.reply[language]))))
    if boundary.turn_to:
        blocks.append(Text("\n".join(_help(each, language) for each in boundary.turn_to)))
    blocks += choice_menus(words("boundary.instead"), brief_choices(library, boundary.instead), address)
    said = [words("boundary.editors"), f"`{receipts.of_boundary(library, boundary.id)}`"]
    if language != words.language:
        said.insert(1, words("boundary.language", language=words.name_of_language(language)))
    return Card(
        title=escape_line(in_language(boundary.title, language)),
        blocks=tuple(blocks),
        address=None if boundary.urgent else address,
        footer=(*_on_dates(boundary, options), " · ".join(said)),
    )


def _language(boundary: Boundary, address: Address, options: Options) -> str:
    """The reader's own, then that of the question, then English.

    An English Discord is no choice of a language: it is what everybody has who never chose.
    """
    wanted = (options.language, options.words.language, address.language)
    chosen = (language for language in wanted if language != ENGLISH and language in boundary.reply)
    return next(chosen, ENGLISH if ENGLISH in boundary.reply else next(iter(boundary.reply)))


def _on_dates(boundary: Boundary, options: Options) -> tuple[str, ...]:
    return (options.words("boundary.dates"),) if any(each.as_of for each in boundary.turn_to) else ()


def _help(each: Help, language: str) -> str:
    """One line: the name, which leads to the address, what the body does, and when that was looked at."""
    name = escape_line(in_language(each.name, language))
    shown = linked(name, each.url) if each.url else name
    number = f" · **{each.phone}**" if each.phone else ""
    as_of = f" ({each.as_of.iso})" if each.as_of else ""
    return f"- **{shown}**{number} · {escape_line(_joined(in_language(each.text, language)))}{as_of}"


def _joined(text: str) -> str:
    """The text without the spaces that YAML makes of line breaks between Chinese or Japanese characters."""
    return _BROKEN.sub("", text)
