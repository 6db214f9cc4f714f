"""A brief as its short and its full card."""

from collections.abc import Iterator

from bot.cards.address import Address
from bot.cards.attribution import labels_line, note_line, sources_line
from bot.cards.card import Block, Card, Divider, Press, Text
from bot.cards.content_note import ContentNote, hidden_words
from bot.cards.escape import escape_line
from bot.cards.footer import brief_footer
from bot.cards.menus import brief_choices, choice_menus
from bot.cards.options import Options
from bot.cards.references import NO_BREAK, References
from bot.cards.statement import by_age, statement_line
from bot.domain.library import Library
from bot.domain.model import Brief, Claim, Evidence, Position

_VIEW_KEYS = {
    "quotes": "brief.quotations",
    "treaty": "brief.treaty",
    "figures": "brief.figures",
    "sources": "brief.sources",
}


def short_card(library: Library, address: Address, options: Options) -> Card:
    """The answer alone, with what it rests on and the way to the rest."""
    brief = library.briefs[address.id]
    words = options.words
    references = References(library, brief.answer.rests_on)
    content_note = ContentNote(library, options, address)
    answer = _sentence(brief.answer, references, content_note, options)
    full = Press(words("brief.full"), content_note.kept_open(Address("brief", brief.id)), "strong")
    return Card(
        title=escape_line(brief.title),
        blocks=content_note.always_before((Text(answer),) if answer else (), brief.content_note),
        address=address,
        footer=_footer(library, options, brief, references),
        actions=(full, *views(library, brief, content_note, options)),
    )


def full_card(library: Library, address: Address, options: Options) -> Card:
    """Answer, claims, who says what, figures, editors' notes, what to read next."""
    brief = library.briefs[address.id]
    references = References.of_brief(library, brief)
    content_note = ContentNote(library, options, address)
    answer = _sentence(brief.answer, references, content_note, options)
    parts = [
        part
        for part in (
            _claims(brief, references, content_note, options),
            _positions(brief, references, content_note, options),
            _figures(library, brief, references, options),
            _notes(library, brief, options),
            _see_also(library, brief, options),
        )
        if part
    ]
    return Card(
        title=escape_line(brief.title),
        blocks=content_note.always_before((*((Text(answer),) if answer else ()), *_divided(parts)), brief.content_note),
        address=address,
        footer=_footer(library, options, brief, references),
        actions=views(library, brief, content_note, options),
    )


def views(library: Library, brief: Brief, content_note: ContentNote, options: Options) -> tuple[Press, ...]:
    """The buttons to the other views of a brief: those that have something to show."""
    words = options.words
    has = {
        "quotes": bool(quotations_of(library, brief)),
        "treaty": bool(brief.articles),
        "figures": bool(brief.figures),
        "sources": True,
    }
    timeline = brief.id in library.events_on
    here = Address("brief", brief.id)
    presses = [
        Press(words(_VIEW_KEYS[view]), content_note.kept_open(here.seen_as(view)))
        for view, shown in has.items()
        if shown
    ]
    return (*presses, *((Press(words("brief.timeline"), Address("timeline", brief.id)),) if timeline else ()))


def view_title(brief: Brief, view: str, options: Options) -> str:
    """What stands over one of its views: `Sources: What is non-refoulement?`."""
    return options.words("brief.view", view=options.words(_VIEW_KEYS[view]), title=escape_line(brief.title))


def back(brief: Brief, content_note: ContentNote, options: Options) -> Press:
    """The button from a view of a brief to its card."""
    return Press(options.words("brief.back"), content_note.kept_open(Address("brief", brief.id)))


def quotations_of(library: Library, brief: Brief) -> tuple[tuple[int, Evidence], ...]:
    """The quotations a brief rests on with their numbers; narrations prove and are not shown."""
    return tuple(
        (number, evidence)
        for number, reference in References.of_brief(library, brief)
        if isinstance(evidence := library.support(reference), Evidence) and evidence.kind == "quotation"
    )


def _claims(brief: Brief, references: References, content_note: ContentNote, options: Options) -> tuple[Block, ...]:
    """What is kept back leaves one line that says how much it is."""
    lines = [_sentence(claim, references, content_note, options) for claim in brief.claims]
    shown = [f"- {line}" for line in lines if line]
    hidden = len(lines) - len(shown)
    if hidden:
        words = options.words
        shown.append(f"- {words.count('brief.hidden', hidden, show=words('content-note.show'))}")
    return (Text("\n".join(shown)),)


def _positions(brief: Brief, references: References, content_note: ContentNote, options: Options) -> tuple[Block, ...]:
    lines = [_position(position, references, content_note, options) for position in brief.positions]
    return (Text("\n".join([f"**{options.words('brief.positions')}**", *lines])),) if lines else ()


def _position(position: Position, references: References, content_note: ContentNote, options: Options) -> str:
    """One form for every actor; one sentence for all who are silent."""
    words = options.words
    actor = escape_line(position.actor)
    if position.text is None:
        return f"- {words('brief.position', actor=actor, text=words('brief.silent'))}"
    text = content_note.shown(_said(position.text, position, options), position.rests_on)
    if text is None:
        return f"- {words('brief.position', actor=actor, text=hidden_words(words))}"
    return f"- {words('brief.position', actor=actor, text=_marked(text, references.marks(position.rests_on)))}"


def _figures(library: Library, brief: Brief, references: References, options: Options) -> tuple[Block, ...]:
    texts = [Text("\n".join(_figure_lines(library, key, references, options))) for key in brief.figures]
    return tuple(texts)


def _figure_lines(library: Library, key: str, references: References, options: Options) -> Iterator[str]:
    figure = library.figures[key]
    yield f"**{escape_line(figure.question)}**"
    for statement in by_age(figure):
        yield f"- {_marked(statement_line(statement, figure, options.words), references.marks(statement.rests_on))}"


def _notes(library: Library, brief: Brief, options: Options) -> tuple[Block, ...]:
    lines = [f"- {note_line(library.notes[key], options.words)}" for key in brief.notes]
    return (Text("\n".join([f"**{options.words('notes.heading')}**", *lines])),) if lines else ()


def _see_also(library: Library, brief: Brief, options: Options) -> tuple[Block, ...]:
    choices = brief_choices(library, brief.see_also)
    return choice_menus(options.words("brief.see-also"), choices, Address("brief", brief.id))


def _sentence(sentence: Claim, references: References, content_note: ContentNote, options: Options) -> str | None:
    text = content_note.shown(_said(sentence.text, sentence, options), sentence.rests_on)
    return None if text is None else _marked(text, references.marks(sentence.rests_on))


def _said(text: str, sentence: Claim | Position, options: Options) -> str:
    """Our sentence; a number that we inferred is said to be inferred, with the reason."""
    shown = escape_line(text)
    if sentence.number_ok:
        shown += " " + options.words("inferred", reason=escape_line(sentence.number_ok))
    return shown


def _marked(text: str, marks: str) -> str:
    return f"{text}{NO_BREAK}{marks}" if marks else text


def _footer(library: Library, options: Options, brief: Brief, references: References) -> tuple[str, ...]:
    said = (sources_line(references, library, options.words), labels_line(references, library, options.words))
    return brief_footer(library, options, brief, said=said)


def _divided(parts: list[tuple[Block, ...]]) -> Iterator[Block]:
    for part in parts:
        yield Divider()
        yield from part
