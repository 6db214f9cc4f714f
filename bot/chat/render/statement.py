"""One holder's value for a disputed figure, always with whose it is, of when, and what it counts."""

from bot.chat.escape import escape_line
from bot.chat.words.catalogue import Words
from bot.domain.model import Figure, Statement


def by_age(figure: Figure) -> list[Statement]:
    """The statements, oldest first."""
    return sorted(figure.statements, key=lambda statement: statement.as_of)


def value(statement: Statement, figure: Figure, words: Words) -> str:
    """The value as given, with its unit unless what is counted says it: `300,000`, `at least 7 years`."""
    number = _number(statement, words)
    counted = figure.unit.casefold() in statement.counts.casefold()
    return number if counted else f"{number} {escape_line(figure.unit)}"


def _number(statement: Statement, words: Words) -> str:
    """One number, a range, or a bound with nothing beyond it."""
    low, high = statement.low, statement.high
    if low is None:
        return words("value.at-most", high=words.number(high or 0))
    if high is None:
        return words("value.at-least", low=words.number(low))
    if low == high:
        return words.number(low)
    return words("value.range", low=words.number(low), high=words.number(high))


def holder(statement: Statement, words: Words) -> str:
    """Who says so, through whom, of when: `Yonhap, via CECC, as of 2006`."""
    parts = [escape_line(statement.holder)]
    if statement.via:
        parts.append(words("who.via", via=escape_line(statement.via)))
    parts.append(words("statement.as-of", date=words.date(statement.as_of)))
    if statement.hedge:
        parts.append(words("statement.hedge", hedge=escape_line(statement.hedge)))
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
