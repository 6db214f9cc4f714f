"""A treaty, a declaration or a law: its articles, its standing, and, where its text is not stored, who reports it."""

from collections.abc import Callable, Sequence

from bot.cards.address import Address
from bot.cards.article import instrument_links, instrument_presses, notes_blocks
from bot.cards.articlename import article_name
from bot.cards.attribution import kind_line, place_line, speaker_line
from bot.cards.card import CHOICES, Block, Card, Choice, Divider, Press, Text
from bot.cards.content_note import ContentNote, hidden_words
from bot.cards.escape import escape_line, label
from bot.cards.footer import law_footer, library_footer
from bot.cards.menus import CHOICE, END, choice_menus, more_menu, numbered
from bot.cards.options import Options
from bot.cards.standing import sources_lines, standing_lines, title_lines
from bot.domain import receipts
from bot.domain.law import Instrument
from bot.domain.library import Library
from bot.domain.model import Evidence

DATES = "dates"
"""The view of an instrument that begins with when it was made."""


def instrument_card(library: Library, address: Address, options: Options) -> Card:
    """How states stand to it, which is mostly asked, then what it is; its articles are in the menu of every page.

    The state that was asked about comes before the others; in the view `dates` when it was made comes before them all.
    """
    instrument = library.instruments[address.id]
    words = options.words
    content_note = ContentNote(library, options, address)
    reported = [library.evidence[key] for key in instrument.reported]
    about = [*title_lines(instrument, words)]
    if not instrument.articles:
        about.append(words("instrument.no-text"))
    stand = standing_lines(instrument, words, first=address.state)
    told = ("\n".join(about), *stand) if address.view == DATES else (*stand, "\n".join(about))
    parts = (*told, "\n".join(sources_lines(instrument, words)))
    blocks: list[Block] = [Text(part) for part in parts if part]
    bound = [Choice(press.label, press.leads_to) for press in instrument_presses(instrument, words)]
    more, menus = more_menu(words, bound, _choices(instrument, options), words("articles.menu"), address)
    texts = [_reported(library, evidence, options, content_note) for evidence in reported]
    if texts:
        first, *others = texts
        blocks += [Divider(), Text(f"**{words('instrument.reported')}**\n{first}"), *map(Text, others)]
    blocks += [*notes_blocks(library, instrument.notes, words), *menus]
    return Card(
        title=escape_line(instrument.short),
        blocks=content_note.before(blocks),
        address=address,
        footer=law_footer(options, receipts.of_instrument(library, instrument.id)),
        actions=tuple(instrument_links(instrument, words)),
        more=more,
        by_screen=True,
    )


def articles_card(library: Library, address: Address, options: Options) -> Card:
    """Every stored article, by instrument."""
    words = options.words
    stored = [one for one in library.instruments.values() if one.articles]
    lines = [f"- **{escape_line(one.short)}**: {_numbers(one)}" for one in stored]
    only_reported = [escape_line(one.short) for one in library.instruments.values() if not one.articles]
    if only_reported:
        lines.append(f"- {words('articles.no-text', instruments=', '.join(only_reported))}")
    articles = [
        Choice(
            label(provision.citation, CHOICE), Address("article", key), label(provision.article.heading or "", CHOICE)
        )
        for key, provision in library.provisions.items()
    ]
    laws = [
        Choice(label(instrument.short, CHOICE), Address("instrument", key))
        for key, instrument in library.instruments.items()
    ]
    menus = numbered(
        *choice_menus(_prompt("articles.menu", articles, options), articles, address),
        *choice_menus(_prompt("articles.menu-laws", laws, options), laws, address),
    )
    return Card(
        title=words("articles.title"),
        blocks=(Text("\n".join(lines) or words("articles.none")), *menus),
        address=address,
        footer=library_footer(library, options),
        actions=(Press(words("parties.open"), Address("parties")),) if library.parties else (),
    )


def _prompt(key: str, choices: Sequence[Choice], options: Options) -> Callable[[Sequence[Choice]], str]:
    """What a menu asks to open; where it takes several menus, of which stretch of the list each is."""
    words = options.words
    if len(choices) <= CHOICES:
        return lambda _: words(key)
    return lambda part: words("terms.menu", first=label(part[0].label, END), last=label(part[-1].label, END))


def _numbers(instrument: Instrument) -> str:
    return ", ".join(escape_line(article.number) for article in instrument.articles)


def _choices(instrument: Instrument, options: Options) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            label(article_name(article.number, options.words), CHOICE),
            Address("article", instrument.article_id(article)),
            label(article.heading or "", CHOICE),
        )
        for article in instrument.articles
    )


def _reported(library: Library, evidence: Evidence, options: Options, content_note: ContentNote) -> str:
    """A document's own words on the law, which the quotation budget counts; a speaker's in quotation marks."""
    words = options.words
    text = escape_line(evidence.text) if evidence.kind == "narration" else f"“{escape_line(evidence.text)}”"
    shown = content_note.shown(text, [evidence.id]) or hidden_words(words)
    return "\n".join(
        [
            f"> {shown}",
            speaker_line(evidence, library, words),
            f"-# {place_line(evidence, library, words)} · {kind_line(evidence, library, words)}",
        ]
    )
