"""A treaty, a declaration or a law: its articles, its standing, and, where its text is not stored, who reports it."""

from bot.cards.address import Address
from bot.cards.article import instrument_links, notes_blocks, standing_lines
from bot.cards.attribution import kind_line, place_line, speaker_line
from bot.cards.card import Block, Card, Choice, Divider, Menu, Text
from bot.cards.content_note import Veil, behind
from bot.cards.escape import escape_line, label
from bot.cards.footer import foot, library_foot
from bot.cards.menus import MOST
from bot.cards.options import Showing
from bot.domain.law import Instrument
from bot.domain.library import Library
from bot.domain.model import Evidence


def instrument_card(library: Library, address: Address, showing: Showing) -> Card:
    """What is stored of one instrument."""
    instrument = library.instruments[address.id]
    words = showing.words
    veil = Veil(library, showing, address)
    reported = [library.evidence[key] for key in instrument.reported]
    blocks: list[Block] = [Text("\n".join(standing_lines(instrument, words)))]
    if instrument.articles:
        blocks.append(_menu(instrument, showing))
    else:
        blocks.append(Text(words("instrument.no-text")))
    if reported:
        lines = "\n\n".join(_reported(library, evidence, showing, veil) for evidence in reported)
        blocks += [Divider(), Text(f"**{words('instrument.reported')}**\n{lines}")]
    blocks += notes_blocks(library, instrument.notes, words)
    return Card(
        title=escape_line(instrument.short),
        blocks=(*veil.note(None), *blocks),
        address=address,
        foot=foot(library, showing, "instrument", instrument.id, said=(words("article.no-advice"),)),
        actions=tuple(instrument_links(instrument, words)),
    )


def articles_card(library: Library, address: Address, showing: Showing) -> Card:
    """Every stored article, by instrument."""
    words = showing.words
    lines = [
        f"- **{escape_line(instrument.short)}**: {_numbers(instrument, showing)}"
        for instrument in library.instruments.values()
    ]
    choices = [
        Choice(label(provision.citation, 100), Address("article", key), label(provision.article.heading or "", 100))
        for key, provision in library.provisions.items()
    ]
    choices += [
        Choice(label(instrument.short, 100), Address("instrument", key))
        for key, instrument in library.instruments.items()
        if not instrument.articles
    ]
    menus = [
        Menu(words("articles.menu"), tuple(choices[start : start + MOST]), Address("articles", "", "menu", number))
        for number, start in enumerate(range(0, len(choices), MOST), 1)
    ]
    return Card(
        title=words("articles.title"),
        blocks=(Text("\n".join(lines)), *menus),
        address=address,
        foot=library_foot(library, showing),
    )


def _numbers(instrument: Instrument, showing: Showing) -> str:
    if not instrument.articles:
        return showing.words("articles.no-text")
    return ", ".join(escape_line(article.number) for article in instrument.articles)


def _menu(instrument: Instrument, showing: Showing) -> Menu:
    choices = tuple(
        Choice(
            label(showing.words("article.name", number=article.number), 100),
            Address("article", instrument.article_id(article)),
            label(article.heading or "", 100),
        )
        for article in instrument.articles[:MOST]
    )
    return Menu(showing.words("articles.menu"), choices, Address("instrument", instrument.id, "menu"))


def _reported(library: Library, evidence: Evidence, showing: Showing, veil: Veil) -> str:
    """A document's own words on the law, which the quotation budget counts; a speaker's in quotation marks."""
    words = showing.words
    text = escape_line(evidence.text) if evidence.kind == "narration" else f"“{escape_line(evidence.text)}”"
    shown = veil.over(text, [evidence.id]) or behind(words)
    return "\n".join(
        [
            f"> {shown}",
            speaker_line(evidence, library, words),
            f"-# {place_line(evidence, library, words)} · {kind_line(evidence, library, words)}",
        ]
    )
