"""A brief as the short card that it is answered with, and with everything it has to say."""

from collections.abc import Iterable, Iterator

from bot.cards.address import Address
from bot.cards.attribution import labels_line, note_line, short_sources, sources_line
from bot.cards.brief_positions import position_lines
from bot.cards.brief_ways import buttons, more
from bot.cards.briefing import Briefing
from bot.cards.card import Block, Card, Divider, Press, Text
from bot.cards.escape import escape_line
from bot.cards.footer import brief_lines, short_footer, view_footer
from bot.cards.options import Options
from bot.cards.references import References
from bot.cards.statement import by_age, statement_line
from bot.domain.library import Library


def short_card(library: Library, address: Address, options: Options) -> Card:
    """Answer and claims, and one line of what they rest on: one screen of a phone."""
    of = Briefing.at(library, address, options)
    answer, claims = _answer(of), "\n".join(_claims(of))
    rests_on = [reference for sentence in (of.brief.answer, *of.brief.claims) for reference in sentence.rests_on]
    sources = short_sources(References(library, rests_on), library, options.words)
    return Card(
        title=escape_line(of.brief.title),
        blocks=(*of.content_note.told(of.brief.content_note, always=True), *answer, Text(claims)),
        address=address,
        footer=short_footer(library, options, of.brief, sources),
        actions=buttons(of),
        more=more(of),
    )


def full_card(library: Library, address: Address, options: Options) -> Card:
    """Answer, claims, who says what, figures and editors' notes, with all that is to be known of their sources."""
    of = Briefing.at(library, address, options)
    said = (*_answer(of), *map(Text, _claims(of)))
    notes = (note_line(library.notes[key], options.words) for key in of.brief.notes)
    parts = (
        tuple(_headed(options.words("brief.positions"), position_lines(of))),
        tuple(_figures(of)),
        tuple(_headed(options.words("notes.heading"), notes)),
    )
    sources = (
        sources_line(of.references, library, options.words),
        labels_line(of.references, library, options.words),
        *brief_lines(library, options, of.brief),
    )
    small = Text("\n".join(f"-# {line}" for line in sources))
    return Card(
        title=escape_line(of.brief.title),
        blocks=(*of.content_note.told(of.brief.content_note, always=True), *said, *_divided(parts), small),
        address=address,
        footer=view_footer(library, options, of.brief),
        actions=of.content_note.with_button(
            Press(options.words("choice.short"), of.seen_as("card")),
            Press(options.words("brief.sources"), of.seen_as("sources")),
        ),
        by_screen=True,
    )


def _answer(of: Briefing) -> tuple[Text, ...]:
    answer = of.sentence(of.brief.answer)
    return (Text(answer),) if answer else ()


def _claims(of: Briefing) -> Iterator[str]:
    """A line each; what is kept back, the answer too, leaves one that says how much it is."""
    sentences = [of.sentence(sentence) for sentence in (of.brief.answer, *of.brief.claims)]
    yield from (f"- {claim}" for claim in sentences[1:] if claim)
    hidden = sentences.count(None)
    if hidden:
        yield f"- {of.words.count('brief.hidden', hidden, show=of.words('content-note.show'))}"


def _figures(of: Briefing) -> Iterator[Block]:
    for key in of.brief.figures:
        figure = of.library.figures[key]
        lines = [
            f"- {of.marked(statement_line(statement, figure, of.words), statement.rests_on)}"
            for statement in by_age(figure)
        ]
        yield Text("\n".join([f"**{escape_line(figure.question)}**", *lines]))


def _headed(heading: str, lines: Iterable[str]) -> Iterator[Block]:
    """A block for each line, so that pages turn between them; the heading stands with the first."""
    for number, line in enumerate(lines):
        yield Text(f"- {line}" if number else f"**{heading}**\n- {line}")


def _divided(parts: Iterable[tuple[Block, ...]]) -> Iterator[Block]:
    for part in parts:
        if part:
            yield Divider()
            yield from part
