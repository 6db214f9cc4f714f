from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.sentences import shown_by
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V209",
    bad="""
# briefs/evidence/harbour-2001.yaml
harbour-forty-people:
  flags: [distressing]
""",
    good="""
# briefs/evidence/harbour-2001.yaml
harbour-forty-people:
  flags: [distressing]
# briefs/topics/ferry.yaml
content_note: Hardship
""",
)
def missing_content_notes(survey: Survey) -> Iterator[Finding]:
    """A brief that uses words on torture, killing or the like says so before it shows them.

    Some who read have lived through it. Evidence flagged `distressing` is shown only after a press, and the note says
    what comes, also where the brief uses the evidence through a figure.
    """
    library = survey.library
    for brief in library.briefs.values():
        distressing = [
            reference
            for reference in shown_by(brief, library)
            if reference in library.evidence and library.is_distressing(library.evidence[reference])
        ]
        if distressing and not brief.content_note:
            yield Finding(
                Spot("brief", brief.id),
                f"the brief uses '{distressing[0]}', which is flagged distressing, and has no content note",
                "add content_note: with the kinds of harm it describes",
            )
