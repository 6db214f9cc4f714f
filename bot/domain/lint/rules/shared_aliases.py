from collections.abc import Iterable, Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Section, Spot


@rule(
    "V206",
    bad="""
# briefs/glossary.yaml
notice:
  aliases: [warning, Warning]
""",
    good="""
# briefs/glossary.yaml
notice:
  aliases: [warning, announcement]
""",
)
def shared_aliases(survey: Survey) -> Iterator[Finding]:
    """What somebody types leads to one item of a kind, not to two.

    With an alias that two briefs share, the bot has to ask back what it could have answered. Capitals and spaces do not
    tell aliases apart.
    """
    library = survey.library
    yield from _shared("brief", ((item.id, item.aliases) for item in library.briefs.values()))
    yield from _shared("document", ((item.id, item.aliases) for item in library.documents.values()))
    yield from _shared("evidence", ((item.id, item.aliases) for item in library.evidence.values()))
    yield from _shared("figure", ((item.id, item.aliases) for item in library.figures.values()))
    yield from _shared("instrument", ((item.id, item.aliases) for item in library.instruments.values()))
    yield from _shared("term", ((item.id, item.aliases) for item in library.terms.values()))


def _shared(section: Section, items: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for key, aliases in items:
        for place, alias in enumerate(aliases):
            typed = " ".join(alias.casefold().split())
            if typed in owners:
                other = "twice here" if owners[typed] == key else f"an alias of '{owners[typed]}' too"
                spot = Spot(section, key, ("aliases", place))
                yield Finding(spot, f"'{alias}' is {other}", "keep it where a reader would look first")
            owners.setdefault(typed, key)
