"""All content, immutable, with the indexes that answer a reader's questions."""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from bot.domain.date import PartialDate
from bot.domain.law import Article, Instrument, Party
from bot.domain.model import (
    Boundary,
    Brief,
    Correction,
    Document,
    Event,
    Evidence,
    Figure,
    Introduction,
    Item,
    Kind,
    Note,
    Person,
    Term,
    Wording,
)


@dataclass(frozen=True, slots=True)
class Provision:
    """An article together with the instrument it belongs to."""

    id: str
    instrument: Instrument
    article: Article

    @property
    def citation(self) -> str:
        """How we refer to it: `1951 Refugee Convention, Article 33`."""
        return f"{self.instrument.short}, Article {self.article.number}"


@dataclass(frozen=True, slots=True)
class Membership:
    """How a state stands to an instrument."""

    instrument: Instrument
    party: Party


class _Renamed(Mapping[str, Provision]):
    """Provisions by their ids, counted once each, and found by the ids too that they had before."""

    def __init__(self, current: Mapping[str, Provision], former: Mapping[str, str]) -> None:
        self._current = current
        self._former = former

    def __getitem__(self, key: str) -> Provision:
        return self._current[self._former.get(key, key)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._current)

    def __len__(self) -> int:
        return len(self._current)


Support = Evidence | Provision | Note
"""What a sentence can rest on."""


AskedKind = Literal["brief", "term", "figure", "article", "instrument", "document"]
"""The kinds of item that people can be said to ask for in everyday words."""


@dataclass(frozen=True, eq=False)
class Library:
    """Everything the bot can say. Built whole by the content layer; nothing in it changes afterwards.

    Two libraries are never equal, whatever they say, so that what is derived from one can be kept by it.
    """

    documents: Mapping[str, Document]
    evidence: Mapping[str, Evidence]
    instruments: Mapping[str, Instrument]
    notes: Mapping[str, Note]
    figures: Mapping[str, Figure]
    briefs: Mapping[str, Brief]
    events: Mapping[str, Event]
    terms: Mapping[str, Term]
    people: Mapping[str, Person]
    boundaries: Mapping[str, Boundary]
    wording: Wording
    introductions: Mapping[str, Introduction] = field(default_factory=dict[str, Introduction])
    """What the library is about, by language; empty where its authors do not say."""
    asked: Mapping[tuple[Kind, str], tuple[str, ...]] = field(default_factory=dict[tuple[Kind, str], tuple[str, ...]])
    """How people ask for an item in everyday words, by its kind and id; nobody is shown it."""
    corrections: Mapping[str, Correction] = field(default_factory=dict[str, Correction])
    """What the editors have got wrong and put right, in register order."""

    @cached_property
    def provisions(self) -> Mapping[str, Provision]:
        """Every stored article by its id, instruments in register order; an id of former times leads to it as well."""
        current = {
            instrument.article_id(article): Provision(instrument.article_id(article), instrument, article)
            for instrument in self.instruments.values()
            for article in instrument.articles
        }
        return _Renamed(current, self.former)

    @cached_property
    def former(self) -> Mapping[str, str]:
        """Ids under which articles were stored before, each with the one that it has now."""
        return MappingProxyType(
            {
                instrument.id_of(number): instrument.article_id(article)
                for instrument in self.instruments.values()
                for article in instrument.articles
                for number in article.formerly
            }
        )

    @cached_property
    def parties(self) -> Mapping[str, tuple[Membership, ...]]:
        """For each state, by the slug of its name, how it stands to each instrument that tells of it, oldest first."""
        told: defaultdict[str, list[Membership]] = defaultdict(list)
        by_age = sorted(self.instruments.values(), key=lambda each: each.adopted or PartialDate(9999))
        for instrument in by_age:
            for party in instrument.parties:
                told[slug_of(party.state)].append(Membership(instrument, party))
        return MappingProxyType({state: tuple(found) for state, found in told.items()})

    @cached_property
    def quotations(self) -> Mapping[str, Evidence]:
        """The evidence that is somebody's words, in register order."""
        return MappingProxyType({key: item for key, item in self.evidence.items() if item.kind == "quotation"})

    @cached_property
    def evidence_in(self) -> Mapping[str, tuple[Evidence, ...]]:
        """For each document the evidence whose own place is there, in register order."""
        there: defaultdict[str, list[Evidence]] = defaultdict(list)
        for evidence in self.evidence.values():
            there[evidence.document].append(evidence)
        return MappingProxyType({key: tuple(there[key]) for key in self.documents})

    @cached_property
    def reported(self) -> frozenset[str]:
        """The ids of the evidence that reports a law whose text is not stored."""
        return frozenset(key for instrument in self.instruments.values() for key in instrument.reported)

    @cached_property
    def quotations_in(self) -> Mapping[str, tuple[Evidence, ...]]:
        """For each document the quotations in it, those too that are another's first, in register order."""
        there: defaultdict[str, dict[str, Evidence]] = defaultdict(dict)
        for key, evidence in self.quotations.items():
            for document in (evidence.document, *(carrier.document for carrier in evidence.also_in)):
                there[document][key] = evidence
        return MappingProxyType({document: tuple(found.values()) for document, found in there.items()})

    @cached_property
    def quotations_by(self) -> Mapping[str, tuple[Evidence, ...]]:
        """For each speaker, by the slug of the name, the quotations of their words, in register order."""
        said: defaultdict[str, list[Evidence]] = defaultdict(list)
        for evidence in self.quotations.values():
            said[speaker_slug(evidence)].append(evidence)
        return MappingProxyType({speaker: tuple(found) for speaker, found in said.items()})

    @cached_property
    def events_on(self) -> Mapping[str, tuple[Event, ...]]:
        """For each briefing that has a timeline its events, in register order."""
        told: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self.events.values():
            for topic in dict.fromkeys(event.topics):
                told[topic].append(event)
        return MappingProxyType({topic: tuple(events) for topic, events in told.items()})

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that the documents date from, each once, the earliest first."""
        return tuple(sorted({document.date.value.year for document in self.documents.values()}))

    def introduction(self, language: str) -> Introduction | None:
        """What the library is about in a language; in English, or as there is one, where it is not said in that."""
        said = self.introductions
        return said.get(language) or said.get("en") or next(iter(said.values()), None)

    def support(self, reference: str) -> Support:
        """What a reference of `rests_on` stands for; KeyError when there is no such item."""
        kind, _, key = reference.rpartition(":")
        if kind == "article":
            return self.provisions[key]
        if kind == "note":
            return self.notes[key]
        return self.evidence[key]

    def label(self, evidence: Evidence) -> str:
        """The label of a piece of evidence in words, `NGO statement`; the document's own where it has none."""
        return self.wording.labels[evidence.label or self.documents[evidence.document].label]

    @cached_property
    def briefs_using(self) -> Mapping[str, tuple[str, ...]]:
        """For a reference or a bare figure id (`figure:ID`), the briefs that rest on or show it."""
        users: defaultdict[str, list[str]] = defaultdict(list)
        for brief in self.briefs.values():
            for reference in dict.fromkeys(brief_references(brief)):
                users[reference].append(brief.id)
        return MappingProxyType({reference: tuple(slugs) for reference, slugs in users.items()})

    def is_distressing(self, evidence: Evidence) -> bool:
        """Whether the words describe torture, killing or the like, and come behind a content note."""
        return "distressing" in evidence.flags

    @cached_property
    def digest(self) -> str:
        """The sha256 of everything in the library, as 64 hexadecimal digits."""
        parts = [
            item
            for section in (
                self.documents,
                self.evidence,
                self.instruments,
                self.notes,
                self.figures,
                self.briefs,
                self.events,
                self.terms,
                self.people,
                self.boundaries,
                self.introductions,
                self.corrections,
            )
            for item in section.values()
        ]
        asked = [[kind, key, *phrases] for (kind, key), phrases in self.asked.items()]
        return _digest([*_canonical([*parts, self.wording]), *asked])


def speaker_slug(evidence: Evidence) -> str:
    """A speaker as part of an address: `Ann Buwalda` is `ann-buwalda`."""
    return slug_of(evidence.speaker or "")


def slug_of(name: str) -> str:
    """A name as part of an address: `North Korea` is `north-korea`."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower()))


def brief_references(brief: Brief) -> list[str]:
    """Everything a brief rests on or shows, as references, in reading order and with repetitions."""
    references = list(brief.answer.rests_on)
    for sentence in (*brief.claims, *brief.positions):
        references.extend(sentence.rests_on)
    references.extend(f"figure:{key}" for key in brief.figures)
    references.extend(f"article:{key}" for key in brief.articles)
    references.extend(f"note:{key}" for key in brief.notes)
    return references


def digest_of(items: Iterable[Item]) -> str:
    """The sha256 of items as 64 hexadecimal digits, whatever the order in which their fields are written."""
    return _digest(_canonical(items))


def _canonical(items: Iterable[Item]) -> list[object]:
    return [item.model_dump(mode="json", exclude_defaults=True) for item in items]


def _digest(canonical: list[object]) -> str:
    return hashlib.sha256(json.dumps(canonical, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
