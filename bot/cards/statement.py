"""One holder's value for a disputed figure, always with whose it is, of when, and what it counts."""

from itertools import groupby

from bot.cards.escape import escape_line
from bot.domain.model import Figure, Statement
from bot.words.catalogue import Words

PEOPLE = "people"
"""The unit of a figure that gives none."""


COMPARABLE = 2
"""Statements that count the same thing before a chart shows more than their words do."""


def by_age(figure: Figure) -> list[Statement]:
    """The statements, oldest first."""
    return sorted(figure.statements, key=lambda statement: statement.as_of)


def comparable(figure: Figure) -> dict[str, list[Statement]]:
    """The statements that a chart may put on one axis, by what they count: two at least of the very same."""
    by_counts = sorted(by_age(figure), key=lambda statement: statement.counts)
    groups = {counts: list(same) for counts, same in groupby(by_counts, key=lambda statement: statement.counts)}
    return {counts: same for counts, same in groups.items() if len(same) >= COMPARABLE}


def value(statement: Statement, figure: Figure, words: Words) -> str:
    """The value as given, with its unit: `at least 7 years`. People have none: what is counted says who they are."""
    number = _number(statement, figure, words)
    says_it = figure.unit == PEOPLE or figure.unit.casefold() in statement.counts.casefold()
    return number if says_it else f"{number} {escape_line(figure.unit)}"


def _number(statement: Statement, figure: Figure, words: Words) -> str:
    """One number, a range, or a bound with nothing beyond it."""
    low, high = statement.low, statement.high
    if low is None:
        return words("value.fewer-than" if statement.beyond else "value.at-most", high=words.number(high or 0))
    if high is None:
        if statement.beyond:
            return words("value.more-than", low=words.number(low))
        return words("value.from" if figure.spread else "value.at-least", low=words.number(low))
    if low == high:
        return words.number(low)
    return words("value.range", low=words.number(low), high=words.number(high))


def holder(statement: Statement, words: Words) -> str:
    """Who says so, through whom, of when: `Yonhap, via CECC, as of 2006`.

    A hedge stands between marks only where a document has it: of what is outside them we tell, and quote nothing.
    """
    parts = [escape_line(statement.holder)]
    if statement.via:
        parts.append(words("who.via", via=escape_line(statement.via)))
    parts.append(words("statement.as-of", date=words.date(statement.as_of)))
    if statement.hedge:
        is_noted = all(support.startswith("note:") for support in statement.rests_on)
        key = "statement.hedge-noted" if is_noted else "statement.hedge"
        parts.append(words(key, hedge=escape_line(statement.hedge)))
    return ", ".join(parts)


def statement_line(statement: Statement, figure: Figure, words: Words) -> str:
    """All of it in a line."""
    line = words(
        "statement.line",
        value=value(statement, figure, words),
        counts=escape_line(statement.counts),
        holder=holder(statement, words),
    )
    if statement.number_ok:
        line += " " + words("inferred", reason=escape_line(statement.number_ok))
    return line
