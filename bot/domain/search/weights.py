"""The settings of the score; `benchmarks/choose.py` tries others on the tuning half of the golden questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.model import Kind
from bot.domain.search.tokens import Script


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts for how much in the score of an entry."""

    phrase: float = 0.45
    """The phrase's part of the score; coverage has the rest."""
    filled: float = 0.6
    """How much of a phrase's worth hangs on the question filling it."""
    fields: tuple[float, ...] = (1.0, 1.0, 0.8, 0.5, 0.4, 0.25)
    """What a word found in each field of an entry is worth, in the order of `Field`."""
    half: float = 0.06
    """A word that such a share of an entry's names has says about half as much of it as one that all have."""
    passing: float = 0.4
    """What a word is worth that hardly any of the names has, as a share of one that all have."""
    rarity: float = 0.8
    """The power to which the rarity of a token is raised; below 1 a rare word weighs less against a common one."""
    in_passing: float = 0.85
    """The part of its weight that a token keeps which no title or alias has: entries only mention it."""
    light: float = 0.5
    """The part of its weight that a word keeps which tells what is asked rather than about what."""
    literal: float = 0.12
    """The part that the name keeps by which a thing of several names was called."""
    unknown: Mapping[Script, float] = field(
        default_factory=lambda: {"latin": 1.0, "digits": 0.6, "hangul": 0.7, "han": 0.7, "kana": 0.7, "name": 0.8}
    )
    """The weight of a token that the library lacks, as a share of the rarest token's, by script."""
    kinds: Mapping[Kind, float] = field(
        default_factory=lambda: {
            "brief": 1.0,
            "figure": 0.7,
            "instrument": 0.84,
            "article": 0.84,
            "term": 0.84,
            "document": 0.84,
            "quotation": 0.84,
        }
    )
    """A factor for each kind, so that a brief goes before a term or a quotation that would do as well."""
