"""A question that is not answered: the fixed reply, where to turn, and the nearest briefings."""

from bot.cards.address import Address
from bot.cards.attribution import linked
from bot.cards.card import Block, Card, Text
from bot.cards.escape import escape, escape_line
from bot.cards.menus import brief_choices, choice_menus
from bot.cards.options import Options
from bot.domain import receipts
from bot.domain.library import Library
from bot.domain.model import Boundary, Help
from bot.words.catalogue import ENGLISH, Words


def boundary_card(library: Library, address: Address, options: Options) -> Card:
    """The reply, labelled as the editors', in the reader's language where there is one in it.

    The address knows the language that the question was written in.
    """
    boundary = library.boundaries[address.id]
    words = options.words
    language = _language(boundary, address, options)
    blocks: list[Block] = [Text(escape(boundary.reply[language]))]
    if boundary.turn_to:
        lines = [_help(each, words) for each in boundary.turn_to]
        blocks.append(Text("\n".join([f"**{words('boundary.turn-to')}**", *lines])))
    blocks += choice_menus(words("boundary.instead"), brief_choices(library, boundary.instead), address)
    said = [words("boundary.editors"), f"`{receipts.of_boundary(library, boundary.id)}`"]
    if language != words.language:
        said.insert(1, words("boundary.language", language=words.name_of_language(language)))
    return Card(
        title=escape_line(boundary.title),
        blocks=tuple(blocks),
        address=address,
        footer=(" · ".join(said),),
    )


def _language(boundary: Boundary, address: Address, options: Options) -> str:
    """The reader's own, then that of the question, then English.

    An English Discord is no choice of a language: it is what everybody has who never chose.
    """
    wanted = (options.locale.split("-")[0], options.words.language, address.language)
    chosen = (language for language in wanted if language != ENGLISH and language in boundary.reply)
    return next(chosen, ENGLISH if ENGLISH in boundary.reply else next(iter(boundary.reply)))


def _help(each: Help, words: Words) -> str:
    link = f" {linked(words('link'), each.url)}" if each.url else ""
    as_of = f"\n-# {words('boundary.as-of', date=words.date(each.as_of))}" if each.url else ""
    return f"- **{escape_line(each.name)}**: {escape_line(each.text)}{link}{as_of}"
