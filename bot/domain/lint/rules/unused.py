"""What nobody uses: a reader cannot reach it, and nobody would notice that it is wrong."""

from collections.abc import Iterator

from bot.domain.library import Library
from bot.domain.lint.rules.people import named_in
from bot.domain.lint.rules.references import references
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot
from bot.domain.text.words import words

_MEND = "correct it, or remove it"


def unused_items(survey: Survey) -> Iterator[Finding]:
    """Evidence, notes and figures that no item names; use in an article's comparison counts."""
    library = survey.library
    used = {named.id.rpartition(":")[2] for named in references(library)}
    for key, evidence in library.evidence.items():
        if key not in used and evidence.compares not in library.provisions:
            yield Finding(Spot("evidence", key), f"nothing rests on '{key}'", "use it, or remove it")
    for key in library.notes.keys() - used:
        yield Finding(Spot("note", key), f"nothing names the note '{key}'", "list it where it belongs, or remove it")
    for key in library.figures.keys() - used:
        yield Finding(Spot("figure", key), f"no brief shows the figure '{key}'", "list it in a brief's figures")


def unused_words(survey: Survey) -> Iterator[Finding]:
    """People, labels, headings and permitted names that occur nowhere: only a warning, for they say nothing."""
    library = survey.library
    texts = [words(text) for _, text in named_in(survey)]
    named = [known for text in texts for known in survey.names.within(text)]
    people = {known.person for known in named}
    for key, person in library.people.items():
        if key not in people:
            yield Finding(
                Spot("person", key), f"nothing of ours names {person.names[0]}", "remove the entry", warning=True
            )
    names = {known.name for known in named}
    for place, name in enumerate(library.wording.names_ok):
        if name not in names:
            spot = Spot("wording", "wording", ("names_ok", place))
            yield Finding(spot, f"'{name}' stands in no sentence of ours", _MEND, warning=True)
    yield from _unused_labels(library)


def _unused_labels(library: Library) -> Iterator[Finding]:
    labels = {evidence.label for evidence in library.evidence.values()}
    labels |= {document.label for document in library.documents.values()}
    groups = {brief.group for brief in library.briefs.values()}
    for field, known, used in (("labels", library.wording.labels, labels), ("groups", library.wording.groups, groups)):
        for key in known:
            if key not in used:
                spot = Spot("wording", "wording", (field, key))
                yield Finding(spot, f"nothing has '{key}' of {field}", _MEND, warning=True)
