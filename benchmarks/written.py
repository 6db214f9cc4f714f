"""Sound libraries of any size as files: what authors might have written, in invented words about invented papers.

Every brief has a paper of its own with ten pieces of evidence, two people, a figure, two events, a note and a term;
every twentieth has a treaty. The same size gives the same files.
"""

import random
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

import yaml

from benchmarks.synthetic import Words
from bot.domain.law import Article

_SEED: Final = 1948
_DATE: Final = "2013-06-04"
_DAY: Final = "10 May 2013"
_BRIEFS_A_TREATY: Final = 20
_STATES: Final = ("Arvalia", "Belmark", "Corvenia", "Dravonia", "Estmark", "Falland", "Gorvia", "Halmark")


def write_library(count: int, folder: Path) -> None:
    """Write a library of so many briefs into a folder, below `seeds` and `briefs`."""
    library = _Library(random.Random(_SEED))  # noqa: S311 - figures, not secrets
    for number in range(count):
        library.add(number)
    library.write(folder)


class _Library:
    """All files before they are written: what each says, by its path."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._words = Words(chance, least=2)
        self._names = _names(chance, {*self._words.all})
        self._aliases = {""}
        self._papers: dict[str, str] = {}
        self._files: dict[str, dict[str, object]] = {
            name: {} for name in ("figures", "timeline", "glossary", "notes", "people", "boundaries", "wording")
        }
        self._register: dict[str, object] = {}
        self._files["wording"] = _WORDING | {"names_ok": list(_STATES)}
        self._files["boundaries"] = {
            "secret-routes": {
                "title": "Secret routes",
                "asked_as": [{"all_of": [["secret"], ["route"]]}],
                "reply": {"en": "We do not describe routes."},
            }
        }

    def add(self, number: int) -> None:
        """One more brief, with all that belongs to it."""
        speaker, witness = (f"{next(self._names)} {next(self._names)}" for _ in range(2))
        state = _STATES[number % len(_STATES)]
        paper, key = f"paper-{number}", f"brief-{number}"
        counts = [self._chance.randrange(3_000, 9_999) for _ in range(5)]
        said = [self._words.run(14, 20).capitalize() for _ in range(5)]
        told = [f"On {_DAY} about {count:,} people {self._words.run(10, 16)}" for count in counts]
        lines = [f"{words}, {speaker} of {state} told the paper." for words in told]
        lines += [f"“{words},” said {witness}, who {self._words.run(4, 8)}." for words in said]
        lines += [f"{self._words.run(30, 60).capitalize()}." for _ in range(5)]
        self._papers[paper] = "\n".join(lines)
        self._register[paper] = _entry(paper, self._papers[paper], f"The paper of {next(self._names)}")
        narrations: dict[str, object] = {
            f"{paper}-told-{place}": {
                "kind": "narration", "words": words, "paragraph": place + 1, "speaker": speaker, "actor": state,
            }
            for place, words in enumerate(told)
        }  # fmt: skip
        quotations: dict[str, object] = {
            f"{paper}-said-{place}": {
                "kind": "quotation", "words": words, "paragraph": place + 6, "speaker": witness, "actor": "Witnesses",
                "context": f"Of the {counts[place]:,} who {self._words.run(3, 5)}.",
            }
            for place, words in enumerate(said)
        }  # fmt: skip
        self._files[f"evidence/{paper}"] = narrations | quotations
        for name in (speaker, witness):
            slug = name.lower().replace(" ", "-")
            self._files["people"][slug] = {"names": [name], "role": "speaker", "basis": "named in a paper"}
        self._files["figures"][f"figure-{number}"] = self._figure(paper, counts, speaker)
        self._files["notes"][f"note-{number}"] = self._note()
        self._files["glossary"][f"term-{number}"] = self._term(paper)
        for place in (3, 4):
            self._files["timeline"][f"event-{number}-{place}"] = {
                "date": "2013-05-10", "text": f"{told[place].removeprefix(f'On {_DAY} ').capitalize()}.",
                "rests_on": [f"{paper}-told-{place}"], "topics": [key],
            }  # fmt: skip
        articles = self._treaty(number) if number % _BRIEFS_A_TREATY == 0 else []
        self._files[f"topics/{key}"] = self._brief(number, told, said, state, witness) | {"articles": articles}

    def write(self, folder: Path) -> None:
        """Write every file."""
        for name, text in self._papers.items():
            _write(folder / "seeds" / f"{name}.txt", text)
        _write(folder / "seeds" / "documents.yaml", _yaml(self._register))
        for name, content in self._files.items():
            _write(folder / "briefs" / f"{name}.yaml", _yaml(content))

    def _brief(self, number: int, told: list[str], said: list[str], state: str, witness: str) -> dict[str, object]:
        paper = f"paper-{number}"
        claims = [
            {"text": f"{words}.", "rests_on": [f"{paper}-told-{place}"]} for place, words in enumerate(told[1:3], 1)
        ]
        quoted = [
            {"text": f"{witness} said: “{words}”.", "rests_on": [f"{paper}-said-{place}"]}
            for place, words in enumerate(said[1:3], 1)
        ]
        return {
            "title": f"{self._words.run(4, 6).capitalize()}?",
            "group": f"group-{number % 5}",
            "answer": {"text": f"{told[0]}.", "rests_on": [f"{paper}-told-0"]},
            "aliases": [self._alias() for _ in range(5)],
            "claims": [*claims, *quoted],
            "accuses": [state],
            "positions": [
                {"actor": state, "text": f"{told[3]}.", "rests_on": [f"{paper}-told-3"]},
                {"actor": "Witnesses", "text": f"“{said[3]}”.", "rests_on": [f"{paper}-said-3", f"{paper}-said-4"]},
            ],
            "figures": [f"figure-{number}"],
            "notes": [f"note-{number}"],
            "see_also": [f"brief-{number - 1}"] if number else [],
            "as_of": _DATE,
            "reviewed": "2026-11-22",
            "review_by": "2096-11-22",
        }

    def _alias(self) -> str:
        """A few words that no brief has yet."""
        alias = ""
        while alias in self._aliases:
            alias = self._words.run(2, 4)
        self._aliases.add(alias)
        return alias

    def _figure(self, paper: str, counts: list[int], speaker: str) -> dict[str, object]:
        return {
            "question": f"How many {self._words.run(3, 5)}?",
            "why_they_differ": f"They {self._words.run(8, 12)}.",
            "statements": [
                {
                    "low": count, "high": count, "as_of": "2013-05", "counts": f"people who {self._words.run(3, 5)}",
                    "holder": speaker, "hedge": "about", "rests_on": [f"{paper}-told-{place}"],
                }
                for place, count in enumerate(counts[:2])
            ],
        }  # fmt: skip

    def _note(self) -> dict[str, object]:
        source = {"title": f"{self._words.run(3, 5).capitalize()}", "publisher": "A library", "date": "2014"}
        return {"text": f"{self._words.run(12, 20).capitalize()}.", "source": source}

    def _term(self, paper: str) -> dict[str, object]:
        definition = f"{self._words.run(10, 16).capitalize()}, on {_DAY}."
        return {"term": self._words.run(2, 2), "definition": definition, "used_in": [f"{paper}-said-0"]}

    def _treaty(self, number: int) -> list[str]:
        """A treaty of five articles, and the ids of two of them."""
        articles = [
            {
                "number": str(place),
                "paragraphs": [{"text": f"{self._words.run(40, 80).capitalize()}."}],
                "compared": "x",
            }
            for place in range(1, 6)
        ]
        for article in articles:
            article["sha256"] = Article.model_validate(article).digest
        name = f"{next(self._names)} Convention"
        self._files[f"instruments/treaty-{number}"] = {
            "title": name, "short": name, "kind": "treaty", "names": [name], "adopted": "1951-07-28",
            "articles": articles,
        }  # fmt: skip
        return [f"treaty-{number}-1", f"treaty-{number}-2"]


def _entry(paper: str, text: str, title: str) -> dict[str, object]:
    return {
        "file": f"{paper}.txt", "sha256": sha256(text.encode()).hexdigest(), "title": title, "publisher": "The Press",
        "publisher_certainty": "confirmed", "author": None, "date": {"value": _DATE}, "kind": "news report",
        "stance": "none known", "label": "press",
    }  # fmt: skip


def _names(chance: random.Random, taken: set[str]) -> Iterator[str]:
    """Surnames and other names, none twice, and none that is also a word."""
    words = Words(chance, least=3)
    while True:
        name = words.new()
        if name not in taken:
            taken.add(name)
            yield name.capitalize()


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _yaml(content: object) -> str:
    return yaml.dump(content, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=1000)


_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

_WORDING: Final[dict[str, object]] = {
    "labels": {"press": "Press"},
    "groups": {f"group-{number}": f"Group {letter}" for number, letter in enumerate("abcde")},
    "loaded": ["scandalous", "brutal", "notorious"],
    "hedges": ["about", "likely", "reportedly", "may"],
    "certainty": ["proved", "confirmed", "certainly"],
    "negations": ["not", "no", "never", "nobody", "without"],
    "exceptions": ["except", "unless", "but", "only"],
    "stop_words": ["the", "a", "an", "of", "on", "in", "is", "are", "was", "and", "or", "who", "what", "how", "they"],
    "abbreviations": {},
}
