"""What is said first of a verdict: the one thing that its reader has to know."""

from bot.cards.difference import side
from bot.cards.escape import escape_line, label
from bot.cards.options import Options
from bot.domain.library import Library
from bot.domain.verdict import Check
from bot.domain.verdict.gist import gist
from bot.words.catalogue import Words

FOLLOWING = 60
"""Characters of what the source goes on with that a headline has room for; the whole of it stands on the card."""

_POINTS = " ,;:"
"""What the source goes on after, and a headline begins without."""

_KEYS = {
    "other": "headline.other",
    "absent": "headline.absent",
    "short": "headline.short",
    "marked": "headline.marked",
    "exact": "headline.exact",
}
_DIFFERENCE_KEYS = {
    ("negation", "missing"): "headline.negation-missing",
    ("negation", "added"): "headline.negation-added",
    ("negation", "other"): "headline.negation",
    ("exception", "missing"): "headline.exception-missing",
    ("exception", "added"): "headline.exception-added",
    ("exception", "other"): "headline.exception",
    ("number", "missing"): "headline.number-missing",
    ("number", "added"): "headline.number-added",
    ("number", "other"): "headline.number",
    ("words", "missing"): "headline.words-missing",
    ("words", "added"): "headline.words-added",
    ("words", "other"): "headline.words",
    ("case", "other"): "headline.case",
    ("mark", "missing"): "headline.mark",
    ("mark", "added"): "headline.mark",
    ("mark", "other"): "headline.mark",
}


def headline(library: Library, check: Check, options: Options) -> str:
    """The gist in a few words of Markdown: `Altered: a negation is missing`.

    Words that describe violence are left to the card, where they are covered.
    """
    words, found = options.words, gist(check)
    if found == "altered":
        return _altered(check, words)
    if found == "goes on":
        evidence = library.evidence.get(check.evidence or "")
        return _goes_on(check, words, told=evidence is None or not library.is_distressing(evidence))
    if found == "other" and check.citation:
        return words("headline.other-article")
    return words(_KEYS[found])


def _altered(check: Check, words: Words) -> str:
    if not check.differences:
        return words("headline.altered")
    gravest = check.differences[0]
    key = _DIFFERENCE_KEYS.get((gravest.kind, side(gravest)), "headline.altered")
    return words(key)


def _goes_on(check: Check, words: Words, *, told: bool) -> str:
    if not told:
        return words("headline.goes-on")
    if check.follows:
        return words("headline.goes-on-with", words=escape_line(label(check.follows.lstrip(_POINTS), FOLLOWING)))
    return words("headline.after", words=escape_line(label(check.before or "", FOLLOWING)))
