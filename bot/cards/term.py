"""A word of the glossary: the editors' definition, labelled as theirs, and where the documents use it."""

from collections.abc import Iterator, Sequence

from bot.cards.address import Address
from bot.cards.attribution import short_place
from bot.cards.card import Block, Card, Choice, Press, Text
from bot.cards.escape import escape_line, label
from bot.cards.footer import footer, library_footer
from bot.cards.menus import CHOICE, END, choice_menus
from bot.cards.options import Options
from bot.domain import receipts
from bot.domain.library import Library, Provision
from bot.domain.model import Note


def term_card(library: Library, address: Address, options: Options) -> Card:
    """Definition, remark, and the places that use the word."""
    term = library.terms[address.id]
    words = options.words
    blocks: list[Block] = [Text(words("term.definition", text=escape_line(term.definition)))]
    if term.remark:
        blocks.append(Text(words("term.remark", text=escape_line(term.remark))))
    if term.used_in:
        places = [f"- {place}" for place in _places(library, term.used_in, options)]
        blocks.append(Text("\n".join([f"**{words('term.used-in')}**", *places])))
    blocks += _see_also(library, term.see_also, address, options)
    return Card(
        title=escape_line(term.term),
        blocks=tuple(blocks),
        address=address,
        footer=footer(library, options, receipts.of_term(library, term.id)),
        actions=(Press(words("term.all"), Address("terms")),),
        by_screen=True,
    )


def terms_card(library: Library, address: Address, options: Options) -> Card:
    """The whole glossary, to choose from."""
    words = options.words
    terms = sorted(library.terms.values(), key=lambda term: term.term.casefold())
    choices = [Choice(label(term.term, CHOICE), Address("term", term.id)) for term in terms]

    def prompt(part: Sequence[Choice]) -> str:
        return words("terms.menu", first=label(part[0].label, END), last=label(part[-1].label, END))

    blocks: list[Block] = []
    for menu in choice_menus(prompt, choices, Address("terms")):
        blocks += [Text(", ".join(escape_line(choice.label) for choice in menu.choices)), menu]
    return Card(
        title=words("terms.title"),
        blocks=tuple(blocks) or (Text(words("terms.none")),),
        address=address,
        footer=library_footer(library, options),
        by_screen=True,
    )


def _places(library: Library, references: tuple[str, ...], options: Options) -> Iterator[str]:
    """A document once, with all its paragraphs that use the word; then articles and notes."""
    words = options.words
    inside: dict[str, set[int]] = {}
    other: dict[str, None] = {}
    for support in map(library.support, references):
        if isinstance(support, Note):
            other[words("sources.note", publisher=escape_line(support.source.publisher))] = None
        elif isinstance(support, Provision):
            other[escape_line(support.citation)] = None
        else:
            inside.setdefault(support.document, set()).add(support.paragraph)
    yield from (short_place(library.documents[key], lines, words) for key, lines in inside.items())
    yield from other


def _see_also(library: Library, keys: tuple[str, ...], address: Address, options: Options) -> tuple[Block, ...]:
    """Other words and briefings; a key that is both is the briefing, as in a search."""
    choices = [
        Choice(label(library.briefs[key].title, 100), Address("brief", key))
        if key in library.briefs
        else Choice(label(library.terms[key].term, 100), Address("term", key))
        for key in keys
        if key in library.briefs or key in library.terms
    ]
    return choice_menus(options.words("brief.see-also"), choices, address)
