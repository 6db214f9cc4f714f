"""Names for a half-typed text, where there is nothing to rank but the names themselves."""

from collections.abc import Iterable

from rapidfuzz import fuzz

from bot.domain.text.folding import SEARCHED


def best_names(typed: str, names: Iterable[str], limit: int = 25) -> tuple[str, ...]:
    """Names for a half-typed text: those with a word it begins, then those much like it; all for an empty one."""
    sought = SEARCHED(typed)
    ranked: list[tuple[float, str]] = []
    for name in dict.fromkeys(names):
        folded = SEARCHED(name)
        if not sought or folded.startswith(sought):
            ranked.append((0, name))
        elif f" {sought}" in folded:
            ranked.append((1, name))
        elif (likeness := fuzz.partial_ratio(sought, folded, score_cutoff=75)) > 0:
            ranked.append((3 - likeness / 100, name))
    ranked.sort(key=lambda each: each[0])
    return tuple(name for _, name in ranked[:limit])
