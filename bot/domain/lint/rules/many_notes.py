from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot

NOTES = 3
"""Beside a brief at most."""


@rule(
    "V904",
    bad="""
# briefs/notes.yaml
weather: {text: It rained a good deal that spring., source: {title: Almanac of the islands, publisher: Isle Press}}
mail: {text: Letters came by another boat., source: {title: Almanac of the islands, publisher: Isle Press}}
quay: {text: The old quay was closed later., source: {title: Almanac of the islands, publisher: Isle Press}}
# briefs/topics/ferry.yaml
notes: [ferry-came-back, weather, mail, quay]
""",
    good="""
# briefs/notes.yaml
weather: {text: It rained a good deal that spring., source: {title: Almanac of the islands, publisher: Isle Press}}
mail: {text: Letters came by another boat., source: {title: Almanac of the islands, publisher: Isle Press}}
# briefs/topics/ferry.yaml
notes: [ferry-came-back, weather, mail]
""",
)
def many_notes(survey: Survey) -> Iterator[Finding]:
    """At most three editor's notes stand beside a brief.

    A correction that stands last of many is not read. The decisive one belongs into the answer or the first claim. This
    is only a warning.
    """
    for brief in survey.library.briefs.values():
        if len(brief.notes) > NOTES:
            yield Finding(
                Spot("brief", brief.id, ("notes",)),
                f"{len(brief.notes)} notes stand beside the brief, more than {NOTES}",
                "rest the answer or the first claim on the decisive one, and leave out what can be missed",
                warning=True,
            )
