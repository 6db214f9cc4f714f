import re
from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


@rule(
    "V634",
    bad="""
# briefs/instruments/ports-rule.yaml
adopted: 1970-01-02
title: Rule of the Ports of 1971
""",
    good="""
# briefs/instruments/ports-rule.yaml
adopted: 1970-01-02
title: Rule of the Ports of 1970
""",
)
def misdated_names(survey: Survey) -> Iterator[Finding]:
    """A year in the name of a law is that of its adoption.

    The *1951 Convention* is called so in arguments, and a wrong year makes it another one. What people also type may
    have any year: it belongs under `aliases`.
    """
    for instrument in survey.library.instruments.values():
        spots: list[tuple[tuple[str | int, ...], str]] = [
            (("title",), instrument.title),
            (("short",), instrument.short),
            *((("names", place), name) for place, name in enumerate(instrument.names)),
        ]
        for path, name in spots:
            for year in _YEAR.findall(name):
                if instrument.adopted and int(year) != instrument.adopted.year:
                    what = f"'{name}' has the year {year}, and the adoption is of {instrument.adopted.year}"
                    spot = Spot("instrument", instrument.id, path)
                    yield Finding(spot, what, "correct it; what people also type belongs under aliases")
