"""A word of the glossary: the editors' definition, labelled as theirs, and where the documents use it."""

from bot.cards.address import Address
from bot.cards.attribution import document_line
from bot.cards.card import Block, Card, Choice, Menu, Press, Text
from bot.cards.escape import escape_line, label
from bot.cards.footer import foot, library_foot
from bot.cards.menus import MOST
from bot.cards.options import Showing
from bot.domain.library import Library, Provision
from bot.domain.model import Note


def term_card(library: Library, address: Address, showing: Showing) -> Card:
    """Definition, remark, and the places that use the word."""
    term = library.terms[address.id]
    words = showing.words
    blocks: list[Block] = [Text(words("term.definition", text=escape_line(term.definition)))]
    if term.remark:
        blocks.append(Text(words("term.remark", text=escape_line(term.remark))))
    if term.used_in:
        places = [f"- {_place(library, reference, showing)}" for reference in dict.fromkeys(term.used_in)]
        blocks.append(Text("\n".join([f"**{words('term.used-in')}**", *dict.fromkeys(places)])))
    blocks += _see_also(library, term.see_also, address, showing)
    return Card(
        title=escape_line(term.term),
        blocks=tuple(blocks),
        address=address,
        foot=foot(library, showing, "term", term.id),
        actions=(Press(words("term.all"), Address("terms")),),
    )


def terms_card(library: Library, address: Address, showing: Showing) -> Card:
    """The whole glossary, to choose from."""
    words = showing.words
    terms = sorted(library.terms.values(), key=lambda term: term.term.casefold())
    parts = [terms[start : start + MOST] for start in range(0, len(terms), MOST)]
    menus = [
        Menu(
            words("terms.menu", first=label(part[0].term, 40), last=label(part[-1].term, 40)),
            tuple(Choice(label(term.term, 100), Address("term", term.id)) for term in part),
            Address("terms", "", "menu", number),
        )
        for number, part in enumerate(parts, 1)
    ]
    listed = Text(", ".join(escape_line(term.term) for term in terms) or words("terms.none"))
    return Card(words("terms.title"), (listed, *menus), address, library_foot(library, showing))


def _place(library: Library, reference: str, showing: Showing) -> str:
    words = showing.words
    support = library.support(reference)
    if isinstance(support, Note):
        return words("sources.note", publisher=escape_line(support.source.publisher))
    if isinstance(support, Provision):
        return escape_line(support.citation)
    document = document_line(library.documents[support.document], words)
    return words("place", document=document, paragraph=str(support.paragraph))


def _see_also(library: Library, keys: tuple[str, ...], address: Address, showing: Showing) -> list[Block]:
    """Other words and briefings; a key that is both is the briefing, as in a search."""
    choices = [
        Choice(label(library.briefs[key].title, 100), Address("brief", key))
        if key in library.briefs
        else Choice(label(library.terms[key].term, 100), Address("term", key))
        for key in keys
        if key in library.briefs or key in library.terms
    ]
    return [Menu(showing.words("brief.see-also"), tuple(choices), address.shown_as("menu"))] if choices else []
