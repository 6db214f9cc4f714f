"""What is said about something typed: which of several was meant, or that the library does not have it."""

from collections.abc import Sequence

from bot.cards.address import Address
from bot.cards.card import Block, Card, Choice, Menu, Text
from bot.cards.content_note import ContentNote
from bot.cards.escape import escape_line, label
from bot.cards.footer import library_footer
from bot.cards.introduction import introduced
from bot.cards.kinds import KINDS, title_of
from bot.cards.layout.screen import height
from bot.cards.menus import CHOICE, brief_choices, choice_menus, numbered
from bot.cards.missed import NOTHING_NEAR, nearest_of, with_none_of_these
from bot.cards.options import Options
from bot.cards.quotations import listed, quotation_choices, whole_first
from bot.domain.library import Library
from bot.domain.model import Kind
from bot.words.catalogue import Words

ECHO = 100
"""Characters of what was typed that an answer repeats; a longer text ends in an ellipsis."""

IN_FULL = 3
"""Quotations that are shown in full at most before the rest is offered in a menu."""

IN_FULL_HEIGHT = 420
"""Pixels of a phone's screen that they take at most."""


def ask_card(library: Library, results: Sequence[tuple[Kind, str]], typed: str, options: Options) -> Card:
    """Several things fit, or one may: which one was meant?"""
    words, is_one = options.words, len(results) == 1
    told = words("ask.text-one" if is_one else "ask.text", typed=echo(typed))
    card = Card(
        title=words("ask.title-one" if is_one else "ask.title"),
        blocks=(Text(told), *_menus(library, results, words("ask.menu"), words)),
    )
    return with_none_of_these(card, nearest_of(results), words)


def nothing_card(library: Library, nearest: Sequence[tuple[Kind, str]], typed: str, options: Options) -> Card:
    """The library does not cover it; what it is about, and the nearest that it has, or all its topics by group."""
    words = options.words
    key = "nothing.near" if nearest else "nothing.text"
    texts = (words(key, typed=echo(typed)), *introduced(library, words))
    ways = _menus(library, nearest, words("nothing.menu"), words) if nearest else _groups(library, words)
    card = Card(title=words("nothing.title"), blocks=(*map(Text, texts), *ways))
    return with_none_of_these(card, nearest_of(nearest), words)


def elsewhere_card(library: Library, items: Sequence[tuple[Kind, str]], typed: str, options: Options) -> Card:
    """The library has nothing of the kind that was looked for, but something of another kind."""
    words = options.words
    menus = _menus(library, items, words("nothing.menu"), words)
    card = Card(words("elsewhere.title"), (Text(words("elsewhere.text", typed=echo(typed))), *menus))
    return with_none_of_these(card, nearest_of(items), words)


def missed_card(  # noqa: PLR0913 - what was pressed where, and what holds there
    library: Library, nearest: Address, options: Options, *, none_of_several: bool, counted: bool, contact: str | None
) -> Card:
    """After *None of these* or *Not what I meant*: what can be done now, and what was counted.

    `contact` is how to write to the moderators, as they put it.
    """
    words = options.words
    told = [words("missed.try"), *([words("missed.contact", contact=escape_line(contact))] if contact else [])]
    told += [f"-# {words('missed.counted')}"] if counted else []
    brief = library.briefs.get(nearest.id) if nearest.kind == "brief" else None
    near = brief_choices(library, (*([brief.id] if none_of_several else []), *brief.see_also)) if brief else ()
    menus = choice_menus(words("nothing.menu"), near, NOTHING_NEAR)
    return Card(
        title=words("missed.title-none" if none_of_several else "missed.title-not"),
        blocks=(Text("\n".join(told)), *numbered(*menus, *_groups(library, words))),
    )


def found_card(library: Library, briefs: Sequence[str], options: Options) -> Card:
    """The briefings that a message may be about, each with its answer, or with the content note that hides it."""
    words = options.words
    blocks: list[Block] = [Text(words.count("found.text", len(briefs)))]
    for key in briefs:
        brief = library.briefs[key]
        content_note = ContentNote(library, options, Address("brief", key))
        shown = content_note.shown(escape_line(brief.answer.text), brief.answer.rests_on)
        note = words("content-note", note=escape_line(brief.content_note or words("content-note.default")))
        blocks.append(Text(f"**{escape_line(brief.title)}**\n{shown or note}"))
    menus = _menus(library, [("brief", key) for key in briefs], words("found.menu"), words)
    card = Card(words("found.title"), (*blocks, *menus), footer=library_footer(library, options))
    return with_none_of_these(card, nearest_of([("brief", key) for key in briefs]), words)


def found_quotations_card(library: Library, ids: Sequence[str], typed: str, options: Options) -> Card:
    """Quotations that fit some words: of the best, sentences first, as many in full as a screen holds, then a menu."""
    words = options.words
    found = whole_first(library.quotations[key] for key in ids)
    shown = list(listed(library, found[:IN_FULL], options, ContentNote(library, options, Address("quotes"))))
    while len(shown) > 1 and sum(map(height, shown)) > IN_FULL_HEIGHT:
        shown.pop()
    rest = quotation_choices(library, found[len(shown) :])
    card = Card(
        title=words.count("quotations.title", len(found)),
        blocks=(
            Text(words("quotations.typed", typed=echo(typed))),
            *shown,
            *choice_menus(words("quotation.choose"), rest, Address("quotes")),
        ),
        footer=library_footer(library, options),
    )
    return with_none_of_these(card, Address("quotation", ids[0]), words)


def _groups(library: Library, words: Words) -> tuple[Menu, ...]:
    filled = {brief.group for brief in library.briefs.values()}
    groups = ((key, name) for key, name in library.wording.groups.items() if key in filled)
    choices = (Choice(label(name, CHOICE), Address("topics", key)) for key, name in groups)
    return choice_menus(words("nothing.groups"), choices, Address("search"))


def _menus(library: Library, items: Sequence[tuple[Kind, str]], prompt: str, words: Words) -> tuple[Menu, ...]:
    choices = (
        Choice(label(title_of(library, kind, key), CHOICE), Address(kind, key), words(KINDS[kind].word))
        for kind, key in items
    )
    return choice_menus(prompt, choices, Address("search"))


def echo(typed: str) -> str:
    """What was typed, escaped, in one line; a long text ends in an ellipsis."""
    return escape_line(label(typed, ECHO))
