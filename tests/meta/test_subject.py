"""Nothing of the subject stands in code or catalogues: the library says what it is about, and can be another."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

from bot.domain.library import Library

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(file for package in ("bot", "discord_sandbox") for file in (ROOT / package).rglob("*.py"))
OF_THE_TRADE = {"numbers"}
"""Names of the library that are ordinary words."""


def of_the_subject(library: Library) -> re.Pattern[str]:
    """The names of what the library has: its ids, its treaties, its terms, its people, its publishers."""
    names = {
        *library.briefs,
        *library.documents,
        *library.figures,
        *library.instruments,
        *(term.term for term in library.terms.values() if not re.fullmatch("[a-z]+", term.term)),
        *(name for instrument in library.instruments.values() for name in (*instrument.names, instrument.short)),
        *(name for person in library.people.values() for name in person.names),
        *(document.publisher for document in library.documents.values()),
        *(brief.title for brief in library.briefs.values()),
        *(position.actor for brief in library.briefs.values() for position in brief.positions),
    }
    told = sorted(name for name in names if len(name) > 2 and name.casefold() not in OF_THE_TRADE)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, told))})(?!\w)")


def sayings(tree: ast.Module) -> Iterator[str]:
    """Every text of a file that is no docstring."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def test_no_catalogue_names_anything_of_the_library(shipped: Library) -> None:
    subject, found = of_the_subject(shipped), list[str]()
    for file in sorted((ROOT / "bot" / "words").glob("*.po")):
        with file.open("rb") as opened:
            for message in read_po(opened):
                forms = message.string if isinstance(message.string, tuple) else (message.string,)
                found += [f"{file.name}: {form}" for form in forms if message.id and subject.search(str(form))]
    assert found == []


def test_no_text_in_the_code_names_anything_of_the_library(shipped: Library) -> None:
    subject = of_the_subject(shipped)
    found = [
        f"{file.relative_to(ROOT)}: {saying}"
        for file in SHIPPED
        for saying in sayings(ast.parse(file.read_text(encoding="utf-8")))
        if subject.search(saying)
    ]
    assert found == []


def test_the_readme_says_what_the_library_is_about_in_its_own_words(shipped: Library) -> None:
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    said = shipped.introduction("en")
    assert said is not None
    for text in (said.subject, said.drawn_from, *said.questions):
        assert text.rstrip(".") in readme
    assert f"the documents date from {shipped.years[0]} to {shipped.years[-1]}" in readme
