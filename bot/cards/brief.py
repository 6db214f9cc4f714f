"""A brief as its short and its full card."""

from collections.abc import Iterator

from bot.cards.address import Address
from bot.cards.attribution import labels_line, note_line, sources_line
from bot.cards.card import Block, Card, Choice, Divider, Menu, Press, Text
from bot.cards.content_note import Veil, behind
from bot.cards.escape import escape_line, label
from bot.cards.footer import brief_foot
from bot.cards.options import Showing
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


def short_card(library: Library, address: Address, showing: Showing) -> Card:
    """The answer alone, with what it rests on and the way to the rest."""
    brief = library.briefs[address.id]
    words = showing.words
    references = References(library, brief.answer.rests_on)
    veil = Veil(library, showing, address)
    answer = _sentence(brief.answer, references, veil, showing)
    full = Press(words("brief.full"), veil.keep(Address("brief", brief.id)), "strong")
    return Card(
        title=escape_line(brief.title),
        blocks=(*veil.note(_note_of(brief)), *((Text(answer),) if answer else ())),
        address=address,
        foot=_foot(library, showing, brief, references),
        actions=(full, *views(library, brief, veil, showing)),
    )


def full_card(library: Library, address: Address, showing: Showing) -> Card:
    """Answer, claims, who says what, figures, editors' notes, what to read next."""
    brief = library.briefs[address.id]
    references = References.of_brief(library, brief)
    veil = Veil(library, showing, address)
    answer = _sentence(brief.answer, references, veil, showing)
    parts = [
        part
        for part in (
            _claims(brief, references, veil, showing),
            _positions(brief, references, veil, showing),
            _figures(library, brief, references, showing),
            _notes(library, brief, showing),
            _see_also(library, brief, showing),
        )
        if part
    ]
    return Card(
        title=escape_line(brief.title),
        blocks=(*veil.note(_note_of(brief)), *((Text(answer),) if answer else ()), *_divided(parts)),
        address=address,
        foot=_foot(library, showing, brief, references),
        actions=views(library, brief, veil, showing),
    )


def views(library: Library, brief: Brief, veil: Veil, showing: Showing) -> tuple[Press, ...]:
    """The buttons to the other views of a brief: those that have something to show."""
    words = showing.words
    has = {
        "quotes": bool(quotations_of(library, brief)),
        "treaty": bool(brief.articles),
        "figures": bool(brief.figures),
        "sources": True,
    }
    timeline = any(brief.id in event.topics for event in library.events.values())
    here = Address("brief", brief.id)
    presses = [Press(words(_VIEW_KEYS[view]), veil.keep(here.shown_as(view))) for view, shown in has.items() if shown]
    return (*presses, *((Press(words("brief.timeline"), Address("timeline", brief.id)),) if timeline else ()))


def view_title(brief: Brief, view: str, showing: Showing) -> str:
    """What stands over one of its views: `Sources: What is non-refoulement?`."""
    return showing.words("brief.view", view=showing.words(_VIEW_KEYS[view]), title=escape_line(brief.title))


def back(brief: Brief, veil: Veil, showing: Showing) -> Press:
    """The button from a view of a brief to its card."""
    return Press(showing.words("brief.back"), veil.keep(Address("brief", brief.id)))


def quotations_of(library: Library, brief: Brief) -> tuple[tuple[int, Evidence], ...]:
    """The quotations a brief rests on with their numbers; narrations prove and are not shown."""
    return tuple(
        (number, evidence)
        for number, reference in References.of_brief(library, brief)
        if isinstance(evidence := library.support(reference), Evidence) and evidence.kind == "quotation"
    )


def _claims(brief: Brief, references: References, veil: Veil, showing: Showing) -> tuple[Block, ...]:
    """What is kept back leaves one line that says how much it is."""
    lines = [_sentence(claim, references, veil, showing) for claim in brief.claims]
    shown = [f"- {line}" for line in lines if line]
    hidden = len(lines) - len(shown)
    if hidden:
        words = showing.words
        shown.append(f"- {words.count('brief.hidden', hidden, show=words('content-note.show'))}")
    return (Text("\n".join(shown)),)


def _positions(brief: Brief, references: References, veil: Veil, showing: Showing) -> tuple[Block, ...]:
    lines = [_position(position, references, veil, showing) for position in brief.positions]
    return (Text("\n".join([f"**{showing.words('brief.positions')}**", *lines])),) if lines else ()


def _position(position: Position, references: References, veil: Veil, showing: Showing) -> str:
    """One form for every actor; one sentence for all who are silent."""
    words = showing.words
    actor = escape_line(position.actor)
    if position.text is None:
        return f"- {words('brief.position', actor=actor, text=words('brief.silent'))}"
    text = veil.over(_said(position.text, position, showing), position.rests_on)
    if text is None:
        return f"- {words('brief.position', actor=actor, text=behind(words))}"
    return f"- {words('brief.position', actor=actor, text=_marked(text, references.marks(position.rests_on)))}"


def _figures(library: Library, brief: Brief, references: References, showing: Showing) -> tuple[Block, ...]:
    texts = [Text("\n".join(_figure_lines(library, key, references, showing))) for key in brief.figures]
    return tuple(texts)


def _figure_lines(library: Library, key: str, references: References, showing: Showing) -> Iterator[str]:
    figure = library.figures[key]
    yield f"**{escape_line(figure.question)}**"
    for statement in by_age(figure):
        yield f"- {_marked(statement_line(statement, figure, showing.words), references.marks(statement.rests_on))}"


def _notes(library: Library, brief: Brief, showing: Showing) -> tuple[Block, ...]:
    lines = [f"- {note_line(library.notes[key], showing.words)}" for key in brief.notes]
    return (Text("\n".join([f"**{showing.words('notes.heading')}**", *lines])),) if lines else ()


def _see_also(library: Library, brief: Brief, showing: Showing) -> tuple[Block, ...]:
    choices = tuple(
        Choice(label(library.briefs[key].title, 100), Address("brief", key))
        for key in brief.see_also
        if key in library.briefs
    )
    return (Menu(showing.words("brief.see-also"), choices, Address("brief", brief.id, "menu")),) if choices else ()


def _sentence(sentence: Claim, references: References, veil: Veil, showing: Showing) -> str | None:
    text = veil.over(_said(sentence.text, sentence, showing), sentence.rests_on)
    return None if text is None else _marked(text, references.marks(sentence.rests_on))


def _said(text: str, sentence: Claim | Position, showing: Showing) -> str:
    """Our sentence; a number that we inferred is said to be inferred, with the reason."""
    shown = escape_line(text)
    if sentence.number_ok:
        shown += " " + showing.words("inferred", reason=escape_line(sentence.number_ok))
    return shown


def _marked(text: str, marks: str) -> str:
    return f"{text}{NO_BREAK}{marks}" if marks else text


def _note_of(brief: Brief) -> str | None:
    return escape_line(brief.content_note) if brief.content_note else None


def _foot(library: Library, showing: Showing, brief: Brief, references: References) -> tuple[str, ...]:
    said = (sources_line(references, library, showing.words), labels_line(references, library, showing.words))
    return brief_foot(library, showing, brief, said=said)


def _divided(parts: list[tuple[Block, ...]]) -> Iterator[Block]:
    for part in parts:
        yield Divider()
        yield from part
