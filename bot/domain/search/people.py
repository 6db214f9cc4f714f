"""Questions that ask who somebody is: `who is Hong Lei`, `洪磊是谁`.

People are kept apart from what is ranked: their names stand in briefs and quotations as well, and are mostly typed to
find those.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from rapidfuzz import fuzz, process

from bot.domain.model import Person
from bot.domain.search.answer import Hit
from bot.domain.search.tokens import in_runs

_ASKING: Final = (
    *("who is", "who was", "whos", "who"),
    *(
        "어떤 사람인가요",
        "어떤 사람이야",
        "어떤 사람이에요",
        "누구예요",
        "누구에요",
        "누구였어",
        "누구였지",
        "누군가요",
        "누구죠",
        "누구입니까",
        "누구인가요",
        "누구야",
        "누구",
    ),
    *("是谁", "谁是", "是什么人", "何许人", "誰ですか", "誰なの", "どんな人", "誰", "だれ"),
)
"""Words that ask who somebody is; of two that begin alike the longer first."""
_ENDINGS: Final = ("은", "는", "이", "가", "이라는 사람", "라는 사람", "とは", "って", "は", "啊", "呀", "又")
"""What stands in Korean and Japanese between a name and such a word."""
_ALIKE: Final = 88
"""Of a hundred: as much alike has a name with one slip of the keys."""


class People:
    """Finds who is asked about."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        self._people = people
        self._asking = tuple(map(in_runs, _ASKING))
        self._names = {in_runs(name): key for key, person in people.items() for name in person.names}
        self._called: defaultdict[str, dict[str, None]] = defaultdict(dict)
        """The people by the words that their names begin or end with."""
        for name, key in self._names.items():
            for word in {name.split(" ")[0], name.split(" ")[-1]}:
                self._called[word][key] = None

    def asked(self, text: str, *, named: bool) -> list[Hit]:
        """The people of whom a question asks and of nothing else; `named`: a name alone asks too.

        Several where it gives a part of their names only; such a part alone asks where it is of several.
        """
        folded = in_runs(text)
        cue = next((cue for cue in self._asking if cue in folded), "")
        names = list(_names_in(folded.replace(cue, " ", 1)))
        if not cue and not named:
            several = self._called.get(names[0], ())
            return [self._hit(key, 1.0) for key in several] if len(several) > 1 else []
        if person := next(filter(None, map(self._known, names)), None):
            return [person]
        called = next((self._called[name] for name in names if name in self._called), ())
        return [self._hit(key, 1.0) for key in called]

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
