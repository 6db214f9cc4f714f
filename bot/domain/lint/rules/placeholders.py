from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.model import Item
from bot.domain.problem import Finding, Section, Spot

_NOTHING_YET = {"\u2026", "..."}
_COPIED = {"words", "passages", "also_passages", "paragraphs"}
"""Words of documents and treaties, which are proved in other ways."""


@rule(
    "V207",
    bad="""
# briefs/timeline.yaml
ferry-stopped:
  text: "TODO: what happened, and to whom"
""",
    good="""
# briefs/timeline.yaml
ferry-stopped:
  text: The ferry stopped, and about 40 people lost a crossing.
""",
)
def placeholders(survey: Survey) -> Iterator[Finding]:
    """No text is still the one that holds a place: none begins with TODO, and none is an ellipsis alone.

    Readers would see it. A text is written before it is checked, however roughly.
    """
    library = survey.library
    sections: Mapping[Section, Iterable[tuple[str, Item]]] = {
        "brief": library.briefs.items(),
        "document": library.documents.items(),
        "evidence": library.evidence.items(),
        "instrument": library.instruments.items(),
        "note": library.notes.items(),
        "figure": library.figures.items(),
        "event": library.events.items(),
        "term": library.terms.items(),
        "person": library.people.items(),
        "boundary": library.boundaries.items(),
        "introduction": library.introductions.items(),
        "correction": library.corrections.items(),
        "wording": [("wording", library.wording)],
    }
    for section, items in sections.items():
        for key, item in items:
            for path, text in _in(item):
                what = f"'{text}' only holds the place of a text"
                yield Finding(Spot(section, key, path), what, "write the text, or remove the key")


def _in(value: Item | dict[str, object] | tuple[object, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The placeholders in an item or a part of one, each with the way to it."""
    for name, part in _parts(value):
        if isinstance(part, str):
            if part.startswith("TODO") or part in _NOTHING_YET:
                yield (name,), part
        elif isinstance(part, (Item, dict, tuple)):
            for path, text in _in(cast("Item | dict[str, object] | tuple[object, ...]", part)):
                yield (name, *path), text


def _parts(value: Item | dict[str, object] | tuple[object, ...]) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, tuple):
        return enumerate(value)
    if isinstance(value, dict):
        return value.items()
    return ((name, part) for name, part in value.__dict__.items() if part and name not in _COPIED)
