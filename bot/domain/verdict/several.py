"""The verdict on several texts that belong together, such as what was typed in a message and the embed below it.

Worked example: a message "this one:" with an embed whose title is a name and whose description is a quotation. The
quotation is found in the embed; the words beside it are the writer's, and are not called absent.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.verdict.checker import Checker
from bot.domain.verdict.gist import pieces_of
from bot.domain.verdict.verdict import WORST, Check


def check_several(checker: Checker, texts: Sequence[str], *, quoted_only: bool = False) -> Check:
    """The verdict on them as one text, where that is exact and none is altered; else that on each by itself.

    `quoted_only` leaves out what is not marked as quoted, as long as anything is: the sentences of our own cards say in
    our words what passages say in theirs, and change nothing.
    """
    if quoted_only:
        quoted = tuple(piece for text in texts for piece in checker.check(text).pieces)
        if quoted:
            return _all_of(tuple(map(_unaccused, quoted)))
    together = checker.check("\n\n".join(texts))
    if quoted_only:
        return _unaccused(together)
    if len(texts) == 1:
        return together
    each = [checker.check(text) for text in texts]
    if together.verdict == "exact" and all(check.verdict != "altered" for check in each):
        return together
    pieces = tuple(piece for check in each if _claims(check) for piece in pieces_of(check))
    if not pieces:
        return together
    return _all_of(pieces)


def _unaccused(piece: Check) -> Check:
    """A card of ours names several speakers beside several quotations; whose each is was checked when it was loaded."""
    return replace(piece, attribution=None) if piece.attribution == "other" else piece


def _all_of(pieces: tuple[Check, ...]) -> Check:
    worst = min(pieces, key=lambda piece: WORST.index(piece.verdict))
    return replace(worst, pieces=pieces) if len(pieces) > 1 else worst


def _claims(check: Check) -> bool:
    """Whether a text quotes: it says so in marks, or its words are found or nearly found."""
    return bool(check.pieces) or (check.verdict != "absent" and not check.short)
