"""The ways from a brief to its views and back: the buttons of its card, the menu *More*, and what frames a view."""

from collections.abc import Iterable, Iterator

from bot.cards.address import Address
from bot.cards.briefing import Briefing
from bot.cards.card import Block, Card, Choice, Menu, Press
from bot.cards.escape import escape_line
from bot.cards.footer import view_footer
from bot.cards.menus import brief_choices
from bot.domain.model import Evidence

_VIEW_KEYS = {
    "sources": "brief.sources",
    "who": "brief.positions",
    "quotes": "brief.quotations",
    "treaty": "brief.treaty",
    "figures": "brief.figures",
    "notes": "brief.notes",
    "full": "brief.full",
}


def buttons(of: Briefing) -> tuple[Press, ...]:
    """Those below a brief's card; where something is hidden, *Show* stands in the place of the quotations."""
    show = of.content_note.button
    has = {
        "sources": True,
        "who": any(position.text is not None for position in of.brief.positions),
        "quotes": show is None and bool(quotations_of(of)),
    }
    presses = (Press(of.words(_VIEW_KEYS[view]), of.seen_as(view)) for view, is_there in has.items() if is_there)
    return (*presses, *((show,) if show else ()))


def more(of: Briefing) -> Menu:
    """The menu of all else there is: views, the timeline, what to read next, and everything at once."""
    return Menu(of.words("brief.more"), tuple(_choices(of)), Address("brief", of.brief.id))


def back(of: Briefing) -> Press:
    """The button from a view of a brief to its card."""
    return Press(of.words("brief.back"), of.seen_as("card"))


def view_card(of: Briefing, blocks: Iterable[Block], *, menu: Menu | None = None) -> Card:
    """A view of a brief, which says over it which it is: `Sources: What is non-refoulement?`."""
    laid_out = tuple(blocks)
    view, title = of.words(_VIEW_KEYS[of.address.view]), escape_line(of.brief.title)
    return Card(
        title=of.words("brief.view", view=view, title=title),
        blocks=(*of.content_note.told(of.brief.content_note), *laid_out),
        address=of.address,
        footer=view_footer(of.library, of.options, of.brief),
        actions=of.content_note.with_button(back(of)),
        more=menu,
        by_screen=True,
    )


def quotations_of(of: Briefing) -> tuple[tuple[int, Evidence], ...]:
    """The quotations a brief rests on with their numbers."""
    return tuple(
        (number, evidence)
        for number, reference in of.references
        if isinstance(evidence := of.library.support(reference), Evidence) and evidence.kind == "quotation"
    )


def _choices(of: Briefing) -> Iterator[Choice]:
    brief = of.brief
    for view, shown in (("treaty", brief.articles), ("figures", brief.figures), ("notes", brief.notes)):
        if shown:
            yield _view_choice(of, view)
    if brief.id in of.library.events_on:
        yield Choice(of.words("brief.timeline"), Address("timeline", brief.id))
    for choice in brief_choices(of.library, brief.see_also):
        yield Choice(choice.label, choice.leads_to, of.words("brief.see-also"))
    yield _view_choice(of, "full")


def _view_choice(of: Briefing, view: str) -> Choice:
    return Choice(of.words(_VIEW_KEYS[view]), of.seen_as(view))
