from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V301",
    bad="""
# briefs/topics/ferry.yaml
answer:
  text: The ferry ran again from the autumn.
  rests_on: ["note:ferry-came-back"]
""",
    good="""
# briefs/topics/ferry.yaml
answer:
  text: The ferry stopped in May 2001, and ran again from the autumn.
  rests_on: [harbour-forty-people, "note:ferry-came-back"]
""",
)
def only_notes(survey: Survey) -> Iterator[Finding]:
    """A sentence of a brief rests on more than editor's notes.

    Notes are from outside the documents, and are labelled so. A claim that has nothing else would pass for something
    that the documents say.
    """
    for sentence in survey.sentences:
        if sentence.spot.section != "brief" or sentence.voice != "claim":
            continue
        if all(reference.startswith("note:") for reference in sentence.rests_on):
            yield Finding(
                Spot("brief", sentence.spot.id, (*sentence.spot.path[:-1], "rests_on")),
                "this rests on editor's notes alone, so no document or article says it",
                "list the notes under the brief's notes: instead, or add evidence",
            )
