"""One holder's value for a disputed figure, always with whose it is, of when, and what it counts."""

from bot.chat.escape import escape_line
from bot.chat.words.catalogue import Words
from bot.domain.model import Statement


def value(statement: Statement, words: Words) -> str:
    """The value as given: one number, a range, or a bound with nothing beyond it."""
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


def statement_line(statement: Statement, words: Words) -> str:
    """All of it in a line."""
    line = words(
        "statement.line",
        value=value(statement, words),
        counts=escape_line(statement.counts),
        holder=holder(statement, words),
    )
    if statement.number_ok:
        line += " " + words("inferred", reason=escape_line(statement.number_ok))
    return line
