from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V302",
    bad="""
# briefs/evidence/harbour-2001.yaml
harbour-poster:
  kind: quotation
  words: We read it on a poster.
  paragraph: 5
  speaker: Mara Lind
  actor: Islanders
  flags: [never-alone]
# briefs/timeline.yaml
ferry-stopped:
  date: 2001-06
  text: The islanders read on a poster that the ferry had stopped.
  rests_on: [harbour-poster]
""",
    good="""
# briefs/evidence/harbour-2001.yaml
harbour-poster:
  kind: quotation
  words: We read it on a poster.
  paragraph: 5
  speaker: Mara Lind
  actor: Islanders
  flags: [never-alone]
# briefs/timeline.yaml
ferry-stopped:
  date: 2001-06
  text: The islanders read on a poster that the ferry had stopped.
  rests_on: [harbour-poster, harbour-forty-people]
""",
)
def lonely_evidence(survey: Survey) -> Iterator[Finding]:
    """Evidence flagged `never-alone` has other evidence beside it.

    Some words mislead without those around them. Whoever flags them so knows what must be shown with them.
    """
    for sentence in survey.sentences:
        if sentence.voice != "claim" or survey.ground(sentence) is None:
            continue
        evidence = survey.library.evidence
        known = [evidence[reference] for reference in sentence.rests_on if reference in evidence]
        if known and all("never-alone" in each.flags for each in known):
            yield Finding(
                Spot(sentence.spot.section, sentence.spot.id, (*sentence.spot.path[:-1], "rests_on")),
                f"'{known[0].id}' must never stand alone, and nothing stands beside it",
                "add the narration that it was taken from",
            )
