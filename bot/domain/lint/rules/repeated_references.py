from collections.abc import Iterator

from bot.domain.lint.references import referring
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V202",
    bad="""
# briefs/timeline.yaml
ferry-stopped:
  rests_on: [harbour-forty-people, harbour-forty-people]
""",
    good="""
# briefs/timeline.yaml
ferry-stopped:
  rests_on: [harbour-forty-people]
""",
)
def repeated_references(survey: Survey) -> Iterator[Finding]:
    """No list names the same id twice.

    The same passage shown twice looks like two sources. More often one of the two should have been another id.
    """
    seen: set[tuple[Spot, str]] = set()
    for named in survey.once(referring):
        if named.spot.path and isinstance(named.spot.path[-1], int):
            around = Spot(named.spot.section, named.spot.id, named.spot.path[:-1])
            if (around, named.id) in seen:
                yield Finding(named.spot, f"'{named.id}' is in this list twice", "remove one of the two")
            seen.add((around, named.id))
