"""Questions that ask who somebody is: `who is Hong Lei`, `洪磊是谁`.

People are kept apart from what is ranked: their names stand in briefs and quotations as well, and are mostly typed to
find those.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Final, NamedTuple

from rapidfuzz import fuzz, process

from bot.domain.model import Person
from bot.domain.search.answer import Hit
from bot.domain.search.openings import Openings
from bot.domain.search.tokens import in_runs
from bot.domain.text.scripts import script_of

_ASKING: Final = (
    *("who is", "who was", "whos", "who tf is", "who the hell is", "who"),
    *(
        "어떤 사람인가요",
        "어떤 사람이야",
        "어떤 사람이에요",
        "누구예요",
        "누구에요",
        "누구였어",
        "누구였지",
        "누군가요",
        "누군데",
        "누군지",
        "누굴까",
        "누구임",
        "누구죠",
        "누구입니까",
        "누구인가요",
        "누구야",
        "누구",
    ),
    *("是谁", "谁是", "是什么人", "何许人", "是水", "誰ですか", "誰なの", "誰だっけ", "どんな人", "誰", "だれ"),
)
"""Words that ask who somebody is; of two that begin alike the longer first."""
_WHO: Final = tuple(
    map(
        in_runs,
        (
            *("whats the name of", "what is the name of", "what was the name of", "name of"),
            *_ASKING,
            *("이름이 뭐야", "이름이 뭐예요", "이름이 뭔가요", "이름이 뭐였지", "이름 뭐야", "叫什么名字", "叫什么"),
            *("の名前は", "の名前を教えて", "の名前"),
        ),
    )
)
"""Those, and words that ask for a name."""
_MAY_ASK_WHO: Final = Openings(_WHO)
_MAY_ASK: Final = re.compile("|".join(map(re.escape, map(in_runs, _ASKING))))
_ENDINGS: Final = (
    *("은", "는", "이", "가", "이라는 사람", "라는 사람", "이란 사람", "란 사람", "씨는", "씨가"),
    *("とは", "って", "は", "さん", "さんは", "さんって", "という人は", "っていう人"),
    *("啊", "呀", "又", "到底", "这个人"),
)
"""What stands in Chinese, Korean and Japanese between a name and such a word."""
_LONGEST_FIRST: Final = tuple(sorted(map(in_runs, _ENDINGS), key=len, reverse=True))
_SAID: Final = (
    *("quote", "quotes", "quotation", "exact words", "said", "say", "says"),
    *("어록", "발언", "뭐라고", "뭐라", "말했", "한 말", "인용"),
    *("怎么说", "说了什么", "说过什么", "说什么", "原话", "语录", "发言"),
    *("何て言", "なんて言", "何と言", "何を言", "発言", "語録", "コメント"),
)
"""Words that ask what somebody said."""
_FEW_LETTERS: Final = 5
"""A name of one word with fewer letters may be a word of another meaning."""
_SYLLABLES: Final = 3
"""So many has a Chinese or Korean name, mostly, the first being that of the family."""
_DOT: Final = re.compile("[·・]")
"""What stands between the names of somebody in Chinese and Japanese."""
_ALIKE: Final = 88
"""Of a hundred: as much alike has a name with one slip of the keys."""


class QuotedPerson(NamedTuple):
    """Somebody whose words are asked for."""

    person: Hit
    rest: str
    """What else the question says."""
    is_full: bool
    """Whether more than one of their names stands there."""


class People:
    """Finds who is asked about."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        self._people = people
        self._asking = tuple(map(in_runs, _ASKING))
        self._said = tuple(map(in_runs, _SAID))
        self._may_be_said = Openings(self._said)
        self._names = {in_runs(name): key for key, person in people.items() for name in person.names}
        self._longest_first = sorted(self._names, key=lambda name: (-len(name), name))
        self._called: defaultdict[str, dict[str, None]] = defaultdict(dict)
        """The people by the words that their names begin or end with."""
        for key, person in people.items():
            for word in filter(None, chain.from_iterable(map(_parts, person.names))):
                self._called[word][key] = None

    def asked(self, folded: str, *, named: bool) -> list[Hit]:
        """The people of whom a question, in runs, asks and of nothing else; `named`: a name alone asks too.

        Several where it gives a part of their names only; such a part alone asks where it is of several.
        """
        cue = next((cue for cue in self._asking if cue in folded), "") if _MAY_ASK.search(folded) else ""
        if not cue and not named:
            several = self._called.get(folded, ())
            return [self._hit(key, 1.0) for key in several] if len(several) > 1 else []
        names = list(dict.fromkeys(_names_in(folded.replace(cue, " ", 1))))
        if person := next(filter(None, map(self._known, names)), None):
            return [person]
        called = next((self._called[name] for name in names if name in self._called), ())
        if not called and cue:
            return list(islice(self._beside(folded, cue), 1))
        return [self._hit(key, 1.0) for key in called]

    def quoted(self, folded: str) -> QuotedPerson | None:
        """Whose words a question, in runs, asks for that has their whole name."""
        if not self._may_be_said.may_stand_in(folded) or not any(_stands(cue, folded) for cue in self._said):
            return None
        for typed, name in self._within(folded):
            rest = folded.replace(typed, " ", 1)
            for cue in self._said:
                rest = _without(cue, rest)
            return QuotedPerson(self._hit(self._names[name], 1.0), rest, is_full=" " in name)
        return None

    def _beside(self, folded: str, cue: str) -> Iterator[Hit]:
        """Whose whole name stands beside the asking word, whatever else there is."""
        for typed, name in self._within(folded):
            before, _, after = folded.partition(typed)
            ending = next((each for each in _LONGEST_FIRST if after.strip().startswith(each)), "")
            if before.rstrip().endswith(cue) or after.strip().removeprefix(ending).lstrip().startswith(cue):
                yield self._hit(self._names[name], 1.0)

    def _within(self, folded: str) -> Iterator[tuple[str, str]]:
        """The whole names in a text, as they are typed and as they are; longer ones first."""
        words = folded.split(" ")
        for name in self._longest_first:
            if _stands(name, folded):
                if not name.isascii() or " " in name or len(name) >= _FEW_LETTERS:
                    yield name, name
            elif " " in name and name.isascii():
                length = name.count(" ") + 1
                windows = (" ".join(words[place : place + length]) for place in range(len(words) - length + 1))
                if found := process.extractOne(name, list(windows), scorer=fuzz.ratio, score_cutoff=_ALIKE):
                    yield found[0], name

    def begun(self, sought: str) -> Iterator[Hit]:
        """Everyone with a name, or a word of one, that begins so, in runs."""
        begun = (key for name, key in self._names.items() if sought and f" {sought}" in f" {name}")
        return (self._hit(key, 1.0) for key in dict.fromkeys(begun))

    def _known(self, name: str) -> Hit | None:
        found = process.extractOne(name, self._names.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return self._hit(self._names[found[0]], round(found[1] / 100, 4)) if found else None

    def _hit(self, key: str, score: float) -> Hit:
        return Hit("person", key, score, "name", self._people[key].names[0])


def asks_who(folded: str) -> str | None:
    """What a question, in runs, says beside words that ask who somebody is or how they are called; None without."""
    if not _MAY_ASK_WHO.may_stand_in(folded):
        return None
    cue = next((cue for cue in _WHO if _stands(cue, folded)), None)
    return None if cue is None else folded.replace(cue, " ", 1)


def _parts(name: str) -> Iterator[str]:
    """The first word of a name and the last; of an East Asian one without spaces the family name as well."""
    words = in_runs(_DOT.sub(" ", name)).split(" ")
    yield from {words[0], words[-1]}
    if len(words) == 1 and len(name) == _SYLLABLES and script_of(name[0]) in {"han", "hangul"}:
        yield in_runs(name[0])


def _stands(words: str, folded: str) -> bool:
    """Whether words stand in a text; those of Latin letters as whole words."""
    return f" {words} " in f" {folded} " if words.isascii() else words in folded


def _without(words: str, folded: str) -> str:
    return f" {folded} ".replace(f" {words} ", " ") if words.isascii() else folded.replace(words, " ")


def _names_in(rest: str) -> Iterator[str]:
    """What is left beside the asking word, as it stands and without an ending."""
    name = " ".join(rest.split())
    yield name
    for ending in _ENDINGS:
        yield " ".join(name.removesuffix(ending).split())
