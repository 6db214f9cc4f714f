from collections.abc import Iterator

from bot.domain.lint.references import referring
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V204",
    bad="""
# briefs/evidence/harbour-2001.yaml
harbour-no-answer:
  kind: narration
  words: The office did not answer questions about the poster.
  paragraph: 9
""",
    good="""
# briefs/evidence/harbour-2001.yaml
harbour-no-answer:
  kind: narration
  words: The office did not answer questions about the poster.
  paragraph: 9
# briefs/timeline.yaml
ferry-stopped:
  rests_on: [harbour-forty-people, harbour-no-answer]
""",
)
def unused_items(survey: Survey) -> Iterator[Finding]:
    """Something rests on every piece of evidence, names every note and shows every figure.

    What nobody can reach, nobody would find wrong. Evidence that is compared with an article is shown beside it, which
    is use enough.
    """
    library = survey.library
    used = {named.id.rpartition(":")[2] for named in survey.once(referring)}
    if not survey.is_broken("brief", "figure", "event", "term", "instrument"):
        for key, evidence in library.evidence.items():
            if key not in used and evidence.compares not in library.provisions:
                yield Finding(Spot("evidence", key), f"nothing rests on '{key}'", "use it, or remove it")
        for key in library.notes.keys() - used:
            mend = "list it where it belongs, or remove it"
            yield Finding(Spot("note", key), f"nothing names the note '{key}'", mend)
    if not survey.is_broken("brief"):
        for key in library.figures.keys() - used:
            yield Finding(Spot("figure", key), f"no brief shows the figure '{key}'", "list it in a brief's figures")
