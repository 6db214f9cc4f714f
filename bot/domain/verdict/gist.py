"""The gist of a verdict, in one word: what is said of it before anything else.

Worked example: exact words of Robert King under the name of Ann Buwalda are `other`; Article 33(1) without its "No" is
`altered`, and goes before it; one common word is `short`, whoever is named beside it.
"""

from typing import Literal, get_args

from bot.domain.verdict.verdict import GRAVEST, Check

Gist = Literal["altered", "other", "goes on", "absent", "short", "marked", "exact"]
GISTS: tuple[Gist, ...] = get_args(Gist)
"""All of them, the gravest first."""


def gist(check: Check) -> Gist:
    """The gravest thing to say of a check."""
    if check.verdict != "exact":
        return check.verdict
    if check.short:
        return "short"
    if check.attribution == "other":
        return "other"
    if check.before or check.follows:
        return "goes on"
    return "marked" if check.marks_a_change else "exact"


def gravity(check: Check) -> tuple[int, int]:
    """Sorts checks, the gravest first: by gist, altered ones by their gravest difference."""
    kinds = [GRAVEST.index(difference.kind) for difference in check.differences]
    return GISTS.index(gist(check)), min(kinds, default=len(GRAVEST))


def pieces_of(check: Check) -> tuple[Check, ...]:
    """All that was checked: each piece, or before them the text as a whole where it was measured besides.

    Then pieces too short to tell are left out: they are why it was measured.
    """
    if not check.pieces:
        return (check,)
    if any(_same(check, piece) for piece in check.pieces):
        return check.pieces
    return (check, *(piece for piece in check.pieces if not piece.short))


def _same(one: Check, other: Check) -> bool:
    return (one.verdict, one.words, one.source_words) == (other.verdict, other.words, other.source_words)
