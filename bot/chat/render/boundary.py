"""A question that is not answered: the fixed reply, where to turn, and the nearest briefings."""

from bot.chat.address import Address
from bot.chat.card import Block, Card, Choice, Menu, Text
from bot.chat.escape import escape, escape_line, label
from bot.chat.render.attribution import linked
from bot.chat.render.showing import Showing
from bot.chat.words.catalogue import Words
from bot.domain.library import Library
from bot.domain.model import Help


def boundary_card(library: Library, address: Address, showing: Showing) -> Card:
    """The reply in the language of the interface where there is one, in English otherwise; labelled as the editors'."""
    boundary = library.boundaries[address.id]
    words = showing.words
    reply = boundary.reply.get(words.language) or boundary.reply.get("en") or next(iter(boundary.reply.values()))
    blocks: list[Block] = [Text(escape(reply))]
    if boundary.turn_to:
        lines = [_help(each, words) for each in boundary.turn_to]
        blocks.append(Text("\n".join([f"**{words('boundary.turn-to')}**", *lines])))
    choices = tuple(
        Choice(label(library.briefs[key].title, 100), Address("brief", key))
        for key in boundary.instead
        if key in library.briefs
    )
    if choices:
        blocks.append(Menu(words("boundary.instead"), choices, address.shown_as("menu")))
    receipt = library.receipt("boundary", boundary.id)
    return Card(
        title=escape_line(boundary.title),
        blocks=tuple(blocks),
        address=address,
        foot=(f"{words('boundary.editors')} · `{receipt}`",),
    )


def _help(each: Help, words: Words) -> str:
    link = f" {linked(words('link'), each.url)}" if each.url else ""
    as_of = f"\n-# {words('boundary.as-of', date=words.date(each.as_of))}" if each.url else ""
    return f"- **{escape_line(each.name)}**: {escape_line(each.text)}{link}{as_of}"
