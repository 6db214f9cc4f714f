from collections import Counter, defaultdict
from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.model import Evidence
from bot.domain.problem import Finding, Spot


@rule(
    "V513",
    bad="""
# briefs/evidence/harbour-2001.yaml
harbour-poster:
  kind: quotation
  words: We read it on a poster.
  paragraph: 5
  speaker: Mara Lind
  actor: Shopkeepers
# briefs/timeline.yaml
ferry-stopped:
  rests_on: [harbour-forty-people, harbour-poster]
""",
    good="""
# briefs/evidence/harbour-2001.yaml
harbour-poster:
  kind: quotation
  words: We read it on a poster.
  paragraph: 5
  speaker: Mara Lind
  actor: Islanders
# briefs/timeline.yaml
ferry-stopped:
  rests_on: [harbour-forty-people, harbour-poster]
""",
)
def divided_speakers(survey: Survey) -> Iterator[Finding]:
    """A speaker speaks for the same actor everywhere.

    Positions are gathered by actor: words under another one would be missed there. The actor that a speaker has most
    often is taken for the right one.
    """
    by_speaker = defaultdict[str, list[Evidence]](list)
    for evidence in survey.library.evidence.values():
        if evidence.speaker:
            by_speaker[evidence.speaker].append(evidence)
    for speaker, said in by_speaker.items():
        [(usual, _)] = Counter(evidence.actor for evidence in said).most_common(1)
        for evidence in said:
            if evidence.actor != usual:
                here, there = evidence.actor or "nobody", usual or "nobody"
                what = f"'{speaker}' speaks for '{here}' here and for '{there}' elsewhere"
                yield Finding(Spot("evidence", evidence.id, ("actor",)), what, "give the speaker one actor everywhere")
