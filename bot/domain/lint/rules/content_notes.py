"""Content notes: a brief that uses words on torture, killing or the like says so before it shows them."""

from collections.abc import Iterator

from bot.domain.lint.sentences import shown_by
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


def missing_content_notes(survey: Survey) -> Iterator[Finding]:
    """Briefs with distressing evidence, also through their figures, and no content note."""
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
