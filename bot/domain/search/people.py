"""Questions that ask who somebody is: `who is Hong Lei`, `洪磊是谁`.

People are kept apart from what is ranked: their names stand in briefs and quotations as well, and are mostly typed to
find those.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from rapidfuzz import fuzz, process

from bot.domain.model import Person
from bot.domain.search.answer import Hit
from bot.domain.search.tokens import in_runs

_ASKING: Final = (
    *("who is", "who was", "whos", "who"),
    *("누구예요", "누구입니까", "누구인가요", "누구야", "누구"),
    *("是谁", "谁是", "誰ですか", "誰", "だれ"),
)
"""Words that ask who somebody is; of two that begin alike the longer first."""
_ENDINGS: Final = ("은", "는", "이", "가", "とは", "は")
"""What stands in Korean and Japanese between a name and such a word."""
_ALIKE: Final = 88
"""Of a hundred: as much alike has a name with one slip of the keys."""


class People:
    """Finds who is asked about."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        self._people = people
        self._asking = tuple(map(in_runs, _ASKING))
        self._names = {in_runs(name): key for key, person in people.items() for name in person.names}

    def asked(self, text: str, *, named: bool) -> Hit | None:
        """The person whom a question asks about and about nothing else; `named`: a name alone asks too."""
        folded = in_runs(text)
        cue = next((cue for cue in self._asking if cue in folded), "")
        if not cue and not named:
            return None
        return next(filter(None, map(self._known, _names_in(folded.replace(cue, " ", 1)))), None)

    def begun(self, typed: str) -> Iterator[Hit]:
        """Everyone with a name, or a word of one, that begins so."""
        sought = in_runs(typed)
        begun = (key for name, key in self._names.items() if sought and f" {sought}" in f" {name}")
        return (self._hit(key, 1.0) for key in dict.fromkeys(begun))

    def _known(self, name: str) -> Hit | None:
        found = process.extractOne(name, self._names.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return self._hit(self._names[found[0]], round(found[1] / 100, 4)) if found else None

    def _hit(self, key: str, score: float) -> Hit:
        return Hit("person", key, score, "name", self._people[key].names[0])


def _names_in(rest: str) -> Iterator[str]:
    """What is left beside the asking word, as it stands and without an ending."""
    name = " ".join(rest.split())
    yield name
    for ending in _ENDINGS:
        yield " ".join(name.removesuffix(ending).split())
