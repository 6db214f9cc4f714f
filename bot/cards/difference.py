"""One difference between a text and its source, in a sentence."""

from bot.cards.escape import escape_line
from bot.domain.verdict.verdict import Difference
from bot.words.catalogue import Words

TURNING = frozenset({"negation", "exception", "number"})
"""The kinds that turn a meaning round, and are said in a sentence; marks show the others."""

_KEYS = {
    ("negation", "missing"): "difference.negation-missing",
    ("negation", "added"): "difference.negation-added",
    ("negation", "other"): "difference.negation",
    ("exception", "missing"): "difference.exception-missing",
    ("exception", "added"): "difference.exception-added",
    ("exception", "other"): "difference.exception",
    ("number", "missing"): "difference.number-missing",
    ("number", "added"): "difference.number-added",
    ("number", "other"): "difference.number",
}
_OTHER_KEYS = {"missing": "difference.missing", "added": "difference.added", "other": "difference.other"}


def side(difference: Difference) -> str:
    """Whether the text leaves something out (`missing`), adds something (`added`), or has something else (`other`)."""
    if not difference.text.strip():
        return "missing"
    return "other" if difference.source.strip() else "added"


def difference_line(difference: Difference, words: Words, *, covered: bool = False) -> str:
    """What the text has and what its source has; `covered` puts both behind spoilers."""
    which = side(difference)
    key = _KEYS.get((difference.kind, which), _OTHER_KEYS[which])
    text, source = (escape_line(each) for each in (difference.text, difference.source))
    if covered:
        text, source = f"||{text}||", f"||{source}||"
    return words(key, text=text, source=source)
