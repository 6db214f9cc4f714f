"""Small libraries in memory, for tests that need content but not the shipped one."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import TypeVar

from bot.cards.privacy import Kept
from bot.domain.date import PartialDate
from bot.domain.law import Article, Instrument, Paragraph
from bot.domain.library import Library
from bot.domain.lint.rule import Rule
from bot.domain.lint.survey import Survey
from bot.domain.matching import prove
from bot.domain.model import (
    Boundary,
    Brief,
    Claim,
    Document,
    DocumentDate,
    Event,
    Evidence,
    EvidenceEntry,
    Figure,
    Item,
    Kind,
    Note,
    Person,
    Statement,
    Term,
    Wording,
)
from bot.domain.problem import Finding
from bot.usage.privacy import FILES
from bot.usage.schema import TABLES

Named = TypeVar("Named", Document, Evidence, Instrument, Note, Figure, Brief, Event, Term, Person, Boundary)
"""Whatever has an id and a place of its own in a library."""


def a_document(key: str = "a-paper", *paragraphs: str, publisher: str = "A Paper", **more: object) -> Document:
    """A document with these paragraphs; anything else of it may be given by name."""
    text = "\n".join(paragraphs)
    given = {
        "id": key,
        "file": f"{key}.txt",
        "sha256": sha256(text.encode()).hexdigest(),
        "title": None,
        "publisher": publisher,
        "publisher_certainty": "confirmed",
        "author": None,
        "date": DocumentDate(value=PartialDate(2013, 6, 4)),
        "kind": "news report",
        "stance": "none known",
        "label": "press",
        "paragraphs": paragraphs,
    }
    return Document.model_validate(given | more)


def a_brief(
    key: str, title: str, *claims: str, answer: str = "It depends.", rests_on: str = "x", **more: object
) -> Brief:
    """A brief whose answer and claims rest on one reference."""
    given = {
        "id": key,
        "title": title,
        "group": "all",
        "answer": Claim(text=answer, rests_on=(rests_on,)),
        "claims": tuple(Claim(text=text, rests_on=(rests_on,)) for text in claims or ("Somebody said so.",)),
        "as_of": PartialDate(2013),
        "reviewed": PartialDate(2026, 11, 22),
        "review_by": PartialDate(2027, 11, 22),
    }
    return Brief.model_validate(given | more)


def a_quotation(document: Document, key: str, words: str | Sequence[str], speaker: str, **more: object) -> Evidence:
    """Somebody's words, proved in the first paragraph of the document that has them."""
    return _evidence(document, key, words, kind="quotation", speaker=speaker, **more)


def a_narration(document: Document, key: str, words: str | Sequence[str], **more: object) -> Evidence:
    """A document's own words, proved in the first paragraph that has them."""
    return _evidence(document, key, words, kind="narration", **more)


def _evidence(document: Document, key: str, words: str | Sequence[str], **more: object) -> Evidence:
    pieces = (words,) if isinstance(words, str) else tuple(words)
    paragraph = next((n for n, text in enumerate(document.paragraphs, 1) if all(p in text for p in pieces)), 1)
    given = {"id": key, "document": document.id, "words": pieces, "paragraph": paragraph}
    return prove(EvidenceEntry.model_validate(given | more), {document.id: document})


def an_article(number: str, *paragraphs: str, **more: object) -> Article:
    """An article; several paragraphs are numbered from 1."""
    parts = (
        tuple(Paragraph(number=str(n), text=text) for n, text in enumerate(paragraphs, 1))
        if len(paragraphs) > 1
        else tuple(Paragraph(text=text) for text in paragraphs or ("Everyone has the right.",))
    )
    return Article.model_validate({"number": number, "paragraphs": parts, "compared": "two copies"} | more)


def an_instrument(key: str, short: str, *articles: Article, names: Iterable[str] = (), **more: object) -> Instrument:
    """A treaty with these articles, known by its short name and the names given."""
    given = {"id": key, "title": short, "short": short, "kind": "treaty", "articles": articles}
    return Instrument.model_validate(given | {"names": tuple(names) or (short,)} | more)


def a_figure(key: str, question: str, low: int = 300_000, **more: object) -> Figure:
    """A figure with one statement."""
    statement = Statement(low=low, high=low, as_of=PartialDate(2006), counts="people", holder="X", rests_on=("x",))
    given = {"id": key, "question": question, "why_they_differ": "They count differently.", "statements": (statement,)}
    return Figure.model_validate(given | more)


def a_note(key: str, text: str = "Something from outside.", **more: object) -> Note:
    """An editor's note with its source."""
    source = {"title": "A page", "publisher": "A library", "date": "2014"}
    return Note.model_validate({"id": key, "text": text, "source": source} | more)


def a_term(key: str, term: str, definition: str = "A word.", **more: object) -> Term:
    """A word of the glossary."""
    return Term.model_validate({"id": key, "term": term, "definition": definition} | more)


def a_person(key: str, *names: str, role: str = "speaker") -> Person:
    """A person with the name as printed first."""
    return Person(id=key, names=names, role=role, basis="speaks in public")


def a_boundary(
    key: str,
    *all_of: Sequence[str],
    none_of: Sequence[str] = (),
    some_of: Sequence[Sequence[str]] = (),
    where_nothing_fits: bool = False,
    **more: object,
) -> Boundary:
    """A question that is not answered, asked in one way: a word of every group, and of two of `some_of`."""
    asked: dict[str, object] = {"all_of": all_of, "none_of": none_of, "where_nothing_fits": where_nothing_fits}
    if some_of:
        asked["some_of"] = some_of
    return Boundary.model_validate({"id": key, "title": key, "asked_as": (asked,), "reply": {"en": "No."}} | more)


def a_wording(**more: object) -> Wording:
    """Words about the subject, few but of every sort."""
    given = {
        "labels": {"press": "Press"},
        "groups": {"all": "All"},
        "loaded": (),
        "hedges": ("reportedly",),
        "certainty": (),
        "negations": ("no", "not", "never", "without"),
        "exceptions": ("except", "unless", "but"),
        "stop_words": ("a", "an", "and", "are", "do", "does", "is", "of", "the", "to", "what", "who", "why"),
        "abbreviations": {},
    }
    return Wording.model_validate(given | more)


def a_library(
    *items: Item, wording: Wording | None = None, asked: Mapping[tuple[Kind, str], tuple[str, ...]] | None = None
) -> Library:
    """A library of these items, each put where it belongs, and how people ask for them."""

    def of(kind: type[Named]) -> dict[str, Named]:
        return {item.id: item for item in items if isinstance(item, kind)}

    return Library(
        documents=of(Document),
        evidence=of(Evidence),
        instruments=of(Instrument),
        notes=of(Note),
        figures=of(Figure),
        briefs=of(Brief),
        events=of(Event),
        terms=of(Term),
        people=of(Person),
        boundaries=of(Boundary),
        wording=wording or a_wording(),
        asked=asked or {},
    )


def an_event(key: str, text: str, *rests_on: str, date: str = "2013-05-10", **more: object) -> Event:
    """An entry of the timeline."""
    given = {"id": key, "date": date, "text": text, "rests_on": rests_on or ("x",), "topics": ("some-brief",)}
    return Event.model_validate(given | more)


def a_survey(*items: Item, today: date = date(2026, 11, 22), **wording: object) -> Survey:
    """A library of these items as the lints are given it; words of the wording may be given by name."""
    return Survey(a_library(*items, wording=a_wording(**wording)), today, frozenset())


def found_by(survey: Survey, *rules: Rule) -> list[Finding]:
    """What several rules have to say, one after the other."""
    return [finding for rule in rules for finding in rule(survey)]


KEPT = Kept(
    tables={table.name: [column.name for column in table.columns] for table in TABLES},
    files=[file.id for file in FILES],
    days=400,
    key_days=31,
    copies_days=7,
)
"""What is kept as shipped."""
