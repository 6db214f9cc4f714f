"""Libraries about something else, as lists of entries with questions: search is to know of no subject.

A file has a list of entries, each with a `title`, three `aliases`, perhaps an `answer`, and `questions` whose answer it
is. The words that ask rather than name come from the shipped library's wording: they are of languages, not of what it
is about.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import yaml

from bot.domain.library import Library
from bot.domain.model import Brief, Wording
from tests.builders import a_brief, a_library, a_wording
from tests.golden.loader import Question

FOLDER: Final = Path(__file__).with_name("elsewhere")
_LATIN: Final = re.compile(r"[a-z]{3,}")
_HANGUL: Final = re.compile(r"[\uac00-\ud7a3]{2,}")


def library_of(file: Path, shipped: Wording) -> Library:
    """The library of a file: a briefing for each entry, and nothing else."""
    words = a_wording(stop_words=shipped.stop_words, light_words=shipped.light_words)
    return a_library(*_briefs(file), wording=words)


def questions_of(file: Path) -> list[Question]:
    """The questions of a file, each with the entry that answers it."""
    return [
        Question(str(text), "answer", (f"brief:{_key(number)}",), file.stem)
        for number, entry in enumerate(_entries(file))
        for text in entry["questions"]
    ]


def shares_a_word(question: Question, library: Library) -> bool:
    """Whether a word of the question, or how it begins, stands in its entry: without one nothing can be found."""
    brief = library.briefs[question.accepted[0].removeprefix("brief:")]
    entry = (brief.title, *brief.aliases, brief.answer.text)
    return bool(_beginnings((question.text,), library.wording) & _beginnings(entry, library.wording))


def _beginnings(texts: Sequence[str], wording: Wording) -> set[str]:
    """The first four letters of each word, or two syllables, of those that do not only ask."""
    said = " ".join(texts).lower().replace("'", "")
    words = {*_LATIN.findall(said), *_HANGUL.findall(said)} - {*wording.stop_words, *wording.light_words}
    return {word[:4] if word.isascii() else word[:2] for word in words}


def _briefs(file: Path) -> Iterator[Brief]:
    for number, entry in enumerate(_entries(file)):
        told = {"answer": str(entry["answer"])} if "answer" in entry else {}
        yield a_brief(_key(number), str(entry["title"]), aliases=tuple(map(str, entry["aliases"])), **told)


def _key(number: int) -> str:
    return f"entry-{number}"


def _entries(file: Path) -> list[dict[str, list[str]]]:
    return yaml.safe_load(file.read_text(encoding="utf-8"))
