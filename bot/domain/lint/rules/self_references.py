from collections.abc import Iterator

from bot.domain.lint.references import referring
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding


@rule(
    "V203",
    bad="""
# briefs/glossary.yaml
notice:
  see_also: [notice]
""",
    good="""
# briefs/glossary.yaml
notice:
  see_also: [ferry]
""",
)
def self_references(survey: Survey) -> Iterator[Finding]:
    """Nothing sends a reader on to itself.

    Under *See also* a reader expects something else than what is on the screen already.
    """
    for named in survey.once(referring):
        if named.id == named.spot.id and named.spot.path[0] == "see_also":
            yield Finding(named.spot, f"'{named.id}' names itself", "remove it")
