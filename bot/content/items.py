"""Reads every item of the library from its file."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from bot.bounds import MOST_PROBLEMS
from bot.content.asked import AskedPhrases
from bot.content.causes import Causes
from bot.content.codes import documents as document_codes
from bot.content.codes import files as file_codes
from bot.content.codes import keys as key_codes
from bot.content.documents import REGISTER, stored, unregistered
from bot.content.files import Files
from bot.content.misplaced import misplaced
from bot.content.missing import missing_files
from bot.content.overfull import overfull
from bot.content.read import listed
from bot.content.shape import Shaped, shaped
from bot.content.strays import strays
from bot.content.written import WrittenItems
from bot.content.yamlfile import YamlFile
from bot.domain.law import Instrument
from bot.domain.library import Library
from bot.domain.lint.references import Reference
from bot.domain.matching import prove
from bot.domain.model import (
    Boundary,
    Brief,
    Correction,
    Document,
    DocumentEntry,
    Event,
    Evidence,
    EvidenceEntry,
    Figure,
    Introduction,
    Item,
    Note,
    Person,
    Term,
    Wording,
)
from bot.domain.problem import Problem, Section
from bot.domain.unproved import UnprovedError

Shape = TypeVar("Shape", bound=Item)

_ENTRY = re.compile(r"^([a-z0-9][a-z0-9-]*):", re.MULTILINE)
"""The key of an entry, as far as one can tell in a file that is not YAML."""
_ID_WORD = re.compile("[a-z0-9]+")


class Items:
    """One pass over the files."""

    def __init__(self, seeds: Path, briefs: Path, causes: Causes) -> None:
        self._seeds = seeds
        self._briefs = briefs
        self._causes = causes
        self._files = Files()
        self._strays: dict[str, Problem] = {}
        """By what their items would be called."""
        self._documents_read: frozenset[str] = frozenset()
        self._altered: dict[str, Problem] = {}
        """Documents that are not as they were registered."""
        self._asked = AskedPhrases(())
        self.problems = self._files.problems
        self.written = WrittenItems()

    def library(self) -> Library | None:
        """Everything that could be read; None without the wording, which lints need, or where a folder is too full."""
        self.problems.extend(filter(None, map(overfull, (self._seeds, self._briefs))))
        if self.problems:
            return None
        documents = self.documents()
        evidence = self._evidence(documents)
        instruments = self._each_file("instrument", "instruments", Instrument)
        briefs = self._each_file("brief", "topics", Brief)
        notes = self._entries("note", "notes.yaml", Note)
        figures = self._entries("figure", "figures.yaml", Figure)
        events = self._entries("event", "timeline.yaml", Event)
        terms = self._entries("term", "glossary.yaml", Term)
        people = self._entries("person", "people.yaml", Person)
        boundaries = self._entries("boundary", "boundaries.yaml", Boundary)
        introductions = self._introductions()
        corrections = self._corrections()
        wording = self._wording()
        self._asked = AskedPhrases(content for _, content in self._files_in("asked"))
        self.problems.extend(self._asked.problems)
        self._note_strays()
        if wording is None:
            return None
        return Library(
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
            introductions=introductions,
            asked=self._asked.by_item(),
            corrections=corrections,
        )

    def asked_wrongly(self, library: Library) -> Iterator[Problem]:
        """What is wrong with how people are said to ask."""
        return self._asked.wrong(library, self._causes)

    def miss(self, unknown: Iterable[Reference]) -> bool:
        """Note the files that references to nothing lead into; whether there are any."""
        without = [key for key in self._documents_read if not (self._briefs / "evidence" / f"{key}.yaml").exists()]
        missing = missing_files(unknown, without)
        for each in missing:
            path = f"{self._briefs.name}/{each.file}"
            what = f"the file is not there, and {each.references} references lead into it"
            gone = Problem(path, 1, what, "restore it, or correct them", code=file_codes.UNREADABLE.code)
            problem = self._strays.get(Path(path).stem, gone)
            self.problems.append(problem)
            for item in each.items:
                self._causes.absent(item, problem)
        return bool(missing)

    def documents(self) -> dict[str, Document]:
        """Those that are registered and stored, alone; what is wrong with them is among the problems."""
        register = self._files.read(self._seeds / REGISTER, self._seeds)
        entries = dict(self._items("document", register, DocumentEntry))
        if register.value is not None:
            known = {entry.file for entry in entries.values()} | set(_files_named(register))
            self.problems.extend(unregistered(entries, known, register, self._seeds))
        documents: dict[str, Document] = {}
        for key, entry in entries.items():
            document, problems = stored(entry, register, self._seeds)
            self.problems.extend(problems)
            if document is None:
                self._causes.absent(("document", key), problems[0])
            else:
                documents[key] = document
            if document is not None and problems:
                self._altered[key] = problems[0]
        self._documents_read = frozenset(documents)
        return documents

    def _evidence(self, documents: dict[str, Document]) -> dict[str, Evidence]:
        evidence: dict[str, Evidence] = {}
        for stem, content in self._files_in("evidence"):
            self._refuse_a_stranger(stem, content, documents)
            for key, entry in self._items("evidence", content, EvidenceEntry, {"document": stem}):
                carriers = _documents_of(entry)
                altered = (self._altered[carrier] for carrier in carriers if carrier in self._altered)
                cause = self._causes.of("document", carriers) or next(altered, None)
                if cause is not None:
                    self._causes.doubtful(("evidence", key), cause)
                cause = cause or self._causes.of_invention(("evidence", key))
                try:
                    evidence[key] = prove(entry, documents)
                except UnprovedError as error:
                    own = content.problem(error.reason, (key, "words"), error.what, error.mend)
                    self._causes.absent(("evidence", key), cause or own)
                    if cause is None:
                        self.problems.append(own)
                    else:
                        self._causes.follows(cause)
        return evidence

    def _refuse_a_stranger(self, stem: str, content: YamlFile, documents: dict[str, Document]) -> None:
        """A file of evidence whose document nobody registered."""
        if content.value is None or self.written.of("document", stem) or self._causes.of("document", [stem]):
            return
        mend = f"name the file after one of {', '.join(documents) or 'the documents'}"
        problem = content.problem(document_codes.NO_DOCUMENT, (), f"there is no document '{stem}'", mend)
        self.problems.append(problem)
        self._causes.absent(("document", stem), problem)

    def _each_file(self, section: Section, folder: str, model: type[Shape]) -> dict[str, Shape]:
        """One item a file, named by the file."""
        items: dict[str, Shape] = {}
        for stem, content in self._files_in(folder):
            self.written.note(section, stem, content)
            if content.value is None:
                self._causes.absent((section, stem), content.problems[0])
                continue
            item = self._kept((section, stem), shaped(content, model, {"id": stem}))
            if item is not None:
                items[stem] = item
        return items

    def _files_in(self, folder: str) -> Iterator[tuple[str, YamlFile]]:
        """The files of a folder, each with the name of what it is about; none of another kind."""
        for file in listed(self._briefs / folder, "*.yaml"):
            content = self._files.read(file, self._briefs)
            if (astray := misplaced(content, file.stem, f"{folder}/")) is None:
                yield file.stem, content
                continue
            self.problems.append(astray.problem)
            self._strays[file.stem] = astray.problem
            for item in astray.items:
                self._causes.absent(item, astray.problem)

    def _entries(self, section: Section, name: str, model: type[Shape]) -> dict[str, Shape]:
        """Many items in one file, named by their keys."""
        return dict(self._items(section, self._files.read(self._briefs / name, self._briefs), model))

    def _items(
        self, section: Section, content: YamlFile, model: type[Shape], given: dict[str, str] | None = None
    ) -> Iterator[tuple[str, Shape]]:
        if content.value is None:
            for key in _ENTRY.findall(content.text) or [""]:
                self._causes.absent((section, key), content.problems[0])
            return
        if not isinstance(content.value, dict):
            what = "this stands where entries are expected"
            problem = content.problem(key_codes.WRONG_KIND, (), what, "write 'id:' lines, and below each its keys")
            self.problems.append(problem)
            self._causes.absent((section, ""), problem)
            return
        before = len(self.problems)
        for key in content.value:
            if len(self.problems) - before >= MOST_PROBLEMS:
                self._give_up(section, content, key)
                return
            if (first := self.written.of(section, key)) is not None:
                what = f"'{key}' is already an id in {first.file.path}, line {first.file.line(first.way)}"
                self.problems.append(content.problem(key_codes.ID_TAKEN, (key,), what, "choose another id"))
                continue
            self.written.note(section, key, content, (key,))
            item = self._kept((section, key), shaped(content, model, {"id": key, **(given or {})}, (key,)))
            if item is not None:
                yield key, item

    def _give_up(self, section: Section, content: YamlFile, key: str) -> None:
        """Read no more of a file that has too many problems."""
        what, mend = f"there are more than {MOST_PROBLEMS:,} problems above this entry", "mend those first"
        problem = content.problem(file_codes.TOO_WRONG, (key,), what, f"{mend}; it was not read on")
        self.problems.append(problem)
        self._causes.absent((section, ""), problem)

    def _kept(self, named: tuple[Section, str], found: Shaped[Shape]) -> Shape | None:
        """The item, whole or mended; what is wrong with it is noted. Nothing is kept under an id that will not do."""
        self.problems.extend(found.problems)
        if ("id",) in found.invented:
            section, key = named
            self._causes.absent(named, found.problems[0])
            self._causes.absent((section, "-".join(_ID_WORD.findall(key.lower()))), found.problems[0])
            return None
        if found.item is None:
            self._causes.absent(named, found.problems[0])
        elif found.problems:
            self._causes.invented(named, found.problems[0], found.invented)
        return found.item

    def _introductions(self) -> dict[str, Introduction]:
        """What the library says of itself, which it need not."""
        there = (self._briefs / "library.yaml").exists()
        return self._entries("introduction", "library.yaml", Introduction) if there else {}

    def _corrections(self) -> dict[str, Correction]:
        """What was put right; a library without mistakes needs no file, and an empty one has none."""
        file = self._briefs / "corrections.yaml"
        if not file.exists():
            return {}
        content = self._files.read(file, self._briefs, may_be_empty=True)
        return dict(self._items("correction", content, Correction)) if content.value is not None else {}

    def _wording(self) -> Wording | None:
        content = self._files.read(self._briefs / "wording.yaml", self._briefs)
        self.written.note("wording", "wording", content)
        if content.value is None:
            return None
        found = shaped(content, Wording)
        self.problems.extend(found.problems)
        return None if found.invented else found.item

    def _note_strays(self) -> None:
        """Files that nothing reads, whose items the library lacks; which kind they are of, nobody knows."""
        for root in (self._seeds, self._briefs):
            for stray in strays(root, self._files.paths):
                self.problems.append(stray.problem)
                for stem in stray.stems:
                    self._strays[stem] = stray.problem
                    self._causes.absent(("brief", stem), stray.problem)
                    self._causes.absent(("instrument", stem), stray.problem)


def _documents_of(entry: EvidenceEntry) -> tuple[str, ...]:
    return (entry.document, *(carrier.document for carrier in entry.also_in))


def _files_named(register: YamlFile) -> Iterator[str]:
    """The files of all entries, also of those that could not be read."""
    if isinstance(register.value, dict):
        for key in register.value:
            file = register.part((key, "file"))
            if isinstance(file, str):
                yield file
