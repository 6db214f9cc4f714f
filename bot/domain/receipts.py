"""Receipts: a short name for one wording, `ferry@3f9c2a1b`; it changes when anything the answer shows does.

Six of the eight digits are the wording's, two check the name and the six: so whatever was once given out is known for
it without being kept, and what somebody made up or mistyped is not. Each function takes the id of an item and raises
KeyError when the library has no such item.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping

from bot.domain.kept import kept
from bot.domain.library import Library, Provision, brief_references, digest_of
from bot.domain.model import Item

DIGITS = 6
"""Hexadecimal digits of a digest that a receipt shows."""
CHECKING = 2
"""Hexadecimal digits after them that check it: one receipt that was made up passes in 256."""


def is_genuine(receipt: str) -> bool:
    """Whether a receipt, as it is written, was given out at some time, of whatever wording."""
    name, _, digits = receipt.rpartition("@")
    return receipt == _checked(name, digits[:DIGITS])


def of_library(library: Library) -> str:
    """The receipt of answers that draw on the whole library: `library@3f9c2a1b`."""
    return _checked("library", library.digest[:DIGITS])


@kept
def of_brief(library: Library, key: str) -> str:
    """Of a briefing, with all that it rests on and shows."""
    brief = library.briefs[key]
    return _receipt(key, [brief, *(_item(library, reference) for reference in dict.fromkeys(brief_references(brief)))])


@kept
def of_timeline(library: Library, key: str) -> str:
    """Of the events of a briefing; begins with `timeline-`, because its id is the briefing's."""
    events = library.events_on.get(library.briefs[key].id, ())
    references = [reference for event in events for reference in event.rests_on]
    return _receipt(f"timeline-{key}", [*events, *(_item(library, reference) for reference in references)])


@kept
def of_figure(library: Library, key: str) -> str:
    """Of a figure with its statements, what they rest on, and its notes."""
    figure = library.figures[key]
    references = [reference for statement in figure.statements for reference in statement.rests_on]
    return _receipt(
        key, [figure, *(_item(library, reference) for reference in references), *_notes(library, figure.notes)]
    )


@kept
def of_article(library: Library, key: str) -> str:
    """Of an article with its instrument and the notes of both."""
    provision = library.provisions[key]
    notes = (*provision.article.notes, *provision.instrument.notes)
    return _receipt(provision.id, [provision.instrument, *_notes(library, notes)])


@kept
def of_instrument(library: Library, key: str) -> str:
    """Of an instrument with what the documents report of it, and its notes."""
    instrument = library.instruments[key]
    reported = [library.evidence[reference] for reference in instrument.reported]
    return _receipt(key, [instrument, *reported, *_notes(library, instrument.notes)])


@kept
def of_quotation(library: Library, key: str) -> str:
    """Of a piece of evidence."""
    return _receipt(key, [library.evidence[key]])


@kept
def of_term(library: Library, key: str) -> str:
    """Of a word of the glossary."""
    return _receipt(key, [library.terms[key]])


@kept
def of_person(library: Library, key: str) -> str:
    """Of somebody whom the documents name, with what is quoted of them."""
    person = library.people[key]
    said = [evidence for evidence in library.evidence.values() if evidence.speaker in person.names]
    return _receipt(f"person-{key}", [person, *said])


@kept
def of_document(library: Library, key: str) -> str:
    """Of a document, its text included."""
    return _receipt(key, [library.documents[key]])


@kept
def of_boundary(library: Library, key: str) -> str:
    """Of a boundary with its replies."""
    return _receipt(key, [library.boundaries[key]])


BY_KIND: Mapping[str, Callable[[Library, str], str]] = {
    "brief": of_brief,
    "quotation": of_quotation,
    "article": of_article,
    "instrument": of_instrument,
    "figure": of_figure,
    "term": of_term,
    "document": of_document,
    "person": of_person,
    "timeline": of_timeline,
    "boundary": of_boundary,
}
"""What gives the receipt of an item, by what it is the answer of."""


def of_item(library: Library, item: str) -> str | None:
    """Of what is named by kind and id, `brief:ferry`; None where the library has it not."""
    kind, _, key = item.partition(":")
    try:
        return BY_KIND[kind](library, key)
    except KeyError:
        return None


def could_be_of(item: str, receipt: str) -> bool:
    """Whether a receipt has the name that those of an item have."""
    kind, _, key = item.partition(":")
    named = f"{kind}-{key}" if kind in {"person", "timeline"} else key
    return receipt.rpartition("@")[0] == named


def _receipt(name: str, items: Iterable[Item]) -> str:
    return _checked(name, digest_of(items)[:DIGITS])


def _checked(name: str, digits: str) -> str:
    receipt = f"{name}@{digits}"
    checked = hashlib.sha256(receipt.encode(errors="surrogatepass")).hexdigest()
    return f"{receipt}{checked[:CHECKING]}"


def _notes(library: Library, keys: Iterable[str]) -> list[Item]:
    return [library.notes[key] for key in dict.fromkeys(keys)]


def _item(library: Library, reference: str) -> Item:
    if reference.startswith("figure:"):
        return library.figures[reference.removeprefix("figure:")]
    support = library.support(reference)
    return support.instrument if isinstance(support, Provision) else support
