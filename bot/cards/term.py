"""A word of the glossary: the editors' definition, labelled as theirs, and where the documents use it."""

from collections.abc import Sequence

from bot.cards.address import Address
from bot.cards.attribution import place_in
from bot.cards.card import Block, Card, Choice, Press, Text
from bot.cards.escape import escape_line, label
from bot.cards.footer import footer, library_footer
from bot.cards.menus import CHOICE, choice_menus
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
        places = [f"- {_place(library, reference, options)}" for reference in dict.fromkeys(term.used_in)]
        blocks.append(Text("\n".join([f"**{words('term.used-in')}**", *dict.fromkeys(places)])))
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
        return words("terms.menu", first=label(part[0].label, 40), last=label(part[-1].label, 40))

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


def _place(library: Library, reference: str, options: Options) -> str:
    words = options.words
    support = library.support(reference)
    if isinstance(support, Note):
        return words("sources.note", publisher=escape_line(support.source.publisher))
    if isinstance(support, Provision):
        return escape_line(support.citation)
    return place_in(library.documents[support.document], [support.paragraph], words)


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
