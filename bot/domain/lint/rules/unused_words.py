from collections.abc import Iterator

from bot.domain.library import Library
from bot.domain.lint.naming import naming
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot

_MEND = "correct it, or remove it"


@rule(
    "V205",
    bad="""
# briefs/wording.yaml
groups:
  harbour: The harbour
  islands: The islands
""",
    good="""
# briefs/wording.yaml
groups:
  harbour: The harbour
""",
)
def unused_words(survey: Survey) -> Iterator[Finding]:
    """Every person, label, heading and permitted name occurs somewhere.

    An entry that matches nothing is most often a slip of spelling, and the name that it should have permitted is
    refused elsewhere. It says nothing to readers, so this is only a warning.
    """
    if survey.broken:
        return
    library = survey.library
    named = [known for _, text in survey.once(naming) for known in survey.names.within(text)]
    people = {known.person for known in named}
    for key, person in library.people.items():
        if key not in people:
            what = f"nothing of ours names {person.names[0]}"
            yield Finding(Spot("person", key), what, "remove the entry", warning=True)
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
