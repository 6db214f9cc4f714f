"""All files → the library, or every problem with them.

A library is built whole or not at all. Problems of form and of proof are reported together with what the lints find in
the rest, so that an author sees everything at once.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from bot.content.documents import REGISTER, stored, unregistered
from bot.content.shape import shaped
from bot.content.yamlfile import Way, YamlFile, read
from bot.domain.law import Instrument
from bot.domain.library import Library
from bot.domain.lint.engine import lint
from bot.domain.matching import UnprovedError, prove
from bot.domain.model import (
    Boundary,
    Brief,
    Document,
    DocumentEntry,
    Event,
    Evidence,
    EvidenceEntry,
    Figure,
    Item,
    Note,
    Person,
    Term,
    Wording,
)
from bot.domain.problem import Finding, Problem, ProblemsError, Section

Shape = TypeVar("Shape", bound=Item)


@dataclass(frozen=True)
class Examined:
    """What the files say: a library if it could be built at all, and every problem and warning, by file and line."""

    library: Library | None
    problems: tuple[Problem, ...]
    place: Callable[[Finding], Problem]
    """Tells where in the files a finding about this library belongs."""

    @property
    def is_sound(self) -> bool:
        """Whether the library may be used: there are warnings at most."""
        return self.library is not None and all(problem.warning for problem in self.problems)


def examine(seeds: Path, briefs: Path, today: date) -> Examined:
    """Read everything below the two folders and lint it; never raises for what the files say."""
    loading = _Loading(seeds, briefs)
    library = loading.library(today)
    return Examined(library, tuple(sorted(set(loading.problems))), loading.place)


def sound_library(seeds: Path, briefs: Path, today: date) -> Library:
    """The library alone, read, proved and linted.

    Raises:
        ProblemsError: something is wrong; nothing is loaded.
    """
    examined = examine(seeds, briefs, today)
    if examined.library is None or not examined.is_sound:
        raise ProblemsError(examined.problems)
    return examined.library


class _Loading:
    """One pass over the files; it knows where every item was written."""

    def __init__(self, seeds: Path, briefs: Path) -> None:
        self._seeds = seeds
        self._briefs = briefs
        self.problems: list[Problem] = []
        self._written: dict[tuple[Section, str], tuple[YamlFile, Way]] = {}
        self._broken: set[tuple[Section, str]] = set()

    def library(self, today: date) -> Library | None:
        """Everything that could be read; None where the wording, which every lint needs, could not."""
        documents = self._documents()
        evidence = self._evidence(documents)
        instruments = self._each_file("instrument", "instruments", Instrument)
        briefs = self._each_file("brief", "topics", Brief)
        notes = self._entries("note", "notes.yaml", Note)
        figures = self._entries("figure", "figures.yaml", Figure)
        events = self._entries("event", "timeline.yaml", Event)
        terms = self._entries("term", "glossary.yaml", Term)
        people = self._entries("person", "people.yaml", Person)
        boundaries = self._entries("boundary", "boundaries.yaml", Boundary)
        wording = self._wording()
        self._strangers()
        if wording is None:
            return None
        library = Library(
            documents=documents,
            evidence=evidence,
            instruments=instruments,
            notes=notes,
            figures=figures,
            briefs=briefs,
            events=events,
            terms=terms,
            people=people,
            boundaries=boundaries,
            wording=wording,
        )
        self.problems.extend(self.place(finding) for finding in lint(library, today, frozenset(self._broken)))
        return library

    def _read(self, file: Path, root: Path) -> YamlFile:
        content = read(file, root)
        self.problems.extend(content.problems)
        return content

    def _documents(self) -> dict[str, Document]:
        register = self._read(self._seeds / REGISTER, self._seeds)
        entries = dict(self._items("document", register, DocumentEntry))
        if not register.problems:
            self.problems.extend(unregistered(entries, register, self._seeds))
        documents: dict[str, Document] = {}
        for key, entry in entries.items():
            document, problems = stored(entry, register, self._seeds)
            self.problems.extend(problems)
            if document is None:
                self._broken.add(("document", key))
            else:
                documents[key] = document
        return documents

    def _evidence(self, documents: dict[str, Document]) -> dict[str, Evidence]:
        evidence: dict[str, Evidence] = {}
        for file in sorted((self._briefs / "evidence").glob("*.yaml")):
            content = self._read(file, self._briefs)
            if content.value is not None and ("document", file.stem) not in self._written:
                mend = f"name the file after one of {', '.join(documents) or 'the documents'}"
                self.problems.append(content.problem((), f"there is no document '{file.stem}'", mend))
            for key, entry in self._items("evidence", content, EvidenceEntry, {"document": file.stem}):
                if any(("document", carrier) in self._broken for carrier in _documents_of(entry)):
                    self._broken.add(("evidence", key))
                    continue
                try:
                    evidence[key] = prove(entry, documents)
                except UnprovedError as error:
                    self._broken.add(("evidence", key))
                    self.problems.append(content.problem((key, "words"), error.what, error.mend))
        return evidence

    def _each_file(self, section: Section, folder: str, model: type[Shape]) -> dict[str, Shape]:
        """One item a file, named by the file."""
        items: dict[str, Shape] = {}
        for file in sorted((self._briefs / folder).glob("*.yaml")):
            content = self._read(file, self._briefs)
            self._written[section, file.stem] = (content, ())
            item, problems = (None, []) if content.value is None else shaped(content, model, {"id": file.stem})
            self.problems.extend(problems)
            if item is None:
                self._broken.add((section, file.stem))
            else:
                items[file.stem] = item
        return items

    def _entries(self, section: Section, name: str, model: type[Shape]) -> dict[str, Shape]:
        """Many items in one file, named by their keys."""
        return dict(self._items(section, self._read(self._briefs / name, self._briefs), model))

    def _items(
        self, section: Section, content: YamlFile, model: type[Shape], given: dict[str, str] | None = None
    ) -> Iterator[tuple[str, Shape]]:
        if content.value is None:
            return
        if not isinstance(content.value, dict):
            self.problems.append(content.problem((), "a list stands where entries are expected", "write 'id:' lines"))
            return
        for key in content.value:
            if (section, key) in self._written:
                first, way = self._written[section, key]
                what = f"'{key}' is already an id in {first.path}, line {first.line(way)}"
                self.problems.append(content.problem((key,), what, "choose another id"))
                continue
            self._written[section, key] = (content, (key,))
            item, problems = shaped(content, model, {"id": key, **(given or {})}, (key,))
            self.problems.extend(problems)
            if item is None:
                self._broken.add((section, key))
            else:
                yield key, item

    def _wording(self) -> Wording | None:
        content = self._read(self._briefs / "wording.yaml", self._briefs)
        self._written["wording", "wording"] = (content, ())
        if content.value is None:
            return None
        wording, problems = shaped(content, Wording)
        self.problems.extend(problems)
        return wording

    def _strangers(self) -> None:
        """YAML files that nothing reads: most likely misnamed or misplaced."""
        known = {content.path for content, _ in self._written.values()}
        for root in (self._seeds, self._briefs):
            for file in sorted(root.rglob("*.y*ml")):
                path = f"{root.name}/{file.relative_to(root).as_posix()}"
                if path not in known and not any(problem.path == path for problem in self.problems):
                    mend = "move it to topics/, evidence/ or instruments/ with the ending .yaml, or delete it"
                    self.problems.append(Problem(path, 1, "nothing reads this file", mend))

    def place(self, finding: Finding) -> Problem:
        """A finding with the file and line of its spot."""
        key = "wording" if finding.spot.section == "wording" else finding.spot.id  # there is only the one
        content, way = self._written[finding.spot.section, key]
        line = content.line((*way, *finding.spot.path))
        return Problem(content.path, line, finding.what, finding.mend, finding.warning, finding.code)


def _documents_of(entry: EvidenceEntry) -> tuple[str, ...]:
    return (entry.document, *(carrier.document for carrier in entry.also_in))
