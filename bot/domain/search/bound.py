"""Questions about who is bound by what, and since when: `is Laos party to the Refugee Convention`, `who ratified CAT`.

They are told from questions that merely name a treaty and a state by what is left: once the treaty, the state, the
words of joining and those of asking are taken out, next to nothing remains. A question why, or whether something was
a breach, is none of them. One about an article, `is article 33 binding on China`, is answered by the article, whose
card tells who is bound and who excepts it.
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from bot.domain.citation.citations import Citations
from bot.domain.language.tables import listed
from bot.domain.library import Library
from bot.domain.search.openings import Openings
from bot.domain.search.tokens import in_runs
from bot.domain.text.folding import SEARCHED
from bot.domain.text.scripts import script_of

_SHORT: Final = 6
"""A question that names neither a treaty nor a state has no more words than this: `who is bound by what`."""
_ENDING: Final = 4
"""So many Hangul letters after a word that was taken out are its ending."""
_LEFT: Final = 1
"""So many words may be left of a question whose words of joining are no others' words."""
_TAKEN: Final = "\x01"
_WORD: Final = re.compile(r"\x01?[^\W\d_]+")


class Bound(NamedTuple):
    """Which instruments and which states are asked about; none of them where all are."""

    instruments: tuple[str, ...]
    states: tuple[str, ...]
    made: bool = False
    """Asked is when the instrument was made, and of no state."""


class Bonds:
    """Reads such questions."""

    def __init__(self, library: Library, citations: Citations) -> None:
        self._citations = citations
        self._asks = _Words("asked")
        self._joins = _Words("joining")
        self._joins_perhaps = _Words("perhaps")
        self._made = _Words("made")
        self._other = _Words("other")
        self._openings = Openings(word for key in ("asked", "joining", "perhaps", "made") for word in _listed(key))
        self._asking = _Words("asking")
        self._told = frozenset(key for key, instrument in library.instruments.items() if instrument.parties)
        self._dated = frozenset(key for key, instrument in library.instruments.items() if instrument.adopted)
        synonyms = {_folded(name): names for name, names in library.wording.synonyms.items()}
        self._states: dict[str, tuple[str, ...]] = {}
        for slug, memberships in library.parties.items():
            name = _folded(memberships[0].party.state)
            others = tuple(map(_folded, synonyms.get(name, ())))
            self._states[slug] = (name, *(other for other in others if not _are_people(other, others)))
        self._called = {slug: _Words(of=names) for slug, names in self._states.items()}

    @property
    def told(self) -> frozenset[str]:
        """The ids of the instruments that tell who is bound."""
        return self._told

    def asked(self, text: str, words: str | None = None) -> Bound | None:
        """What is asked of who is bound; None where that is not asked, or an article is named.

        `words` is the text folded, its runs parted by spaces, where that is known.
        """
        if not self._openings.may_stand_in(in_runs(text) if words is None else words):
            return None
        whole = f" {_folded(text)} "
        asks, joins, made = self._asks.stand_in(whole), self._joins.stand_in(whole), self._made.stand_in(whole)
        if not (asks or joins or made or self._joins_perhaps.stand_in(whole)) or self._other.stand_in(whole):
            return None
        reading = self._citations.read(text)
        states = tuple(slug for slug, names in self._called.items() if names.stand_in(whole))
        told = self._told if states or not made else self._told | self._dated
        instruments = tuple(key for key in reading.instruments if key in told)
        if reading.citations or not (instruments or (asks and self._told and not reading.instruments)):
            return None
        if not instruments:
            return Bound((), states) if states or len(whole.split()) <= _SHORT else None
        left = self._left(text, states)
        if left > (_LEFT if asks or joins else 0):
            return None
        return Bound(instruments, states, made=made and not states and not asks)

    def of_state(self, text: str) -> Bound | None:
        """All that binds the state which a text names and nothing else: `Laos`."""
        folded = _folded(text)
        state = next((slug for slug, names in self._states.items() if folded in names), None)
        return Bound((), (state,)) if state else None

    def _left(self, text: str, states: Iterable[str]) -> int:
        """How many words are left of a question besides treaty, states, joining and asking."""
        rest = f" {_folded(self._citations.unnamed(text, _TAKEN))} "
        for words in (
            *(self._called[slug] for slug in states),
            self._asks,
            self._joins,
            self._joins_perhaps,
            self._made,
        ):
            rest = words.without(rest)
        return sum(not _is_an_ending(word) for word in _WORD.findall(self._asking.without(rest)))


class _Words:
    """Words that stand in a text: those in Latin letters whole, others anywhere."""

    def __init__(self, key: str = "", of: Iterable[str] = ()) -> None:
        words = sorted({*_listed(key), *map(_folded, of)}, key=len, reverse=True)
        latin = "|".join(re.escape(word) for word in words if word.isascii())
        other = "|".join(re.escape(word) for word in words if not word.isascii())
        self._latin = re.compile(rf"(?<![^\W_])(?:{latin or '(?!)'})(?![^\W_])")
        self._other = re.compile(other or "(?!)")

    def stand_in(self, text: str) -> bool:
        """Whether any of them does."""
        return self._latin.search(text) is not None or (not text.isascii() and self._other.search(text) is not None)

    def without(self, text: str) -> str:
        """The text with a mark in place of each."""
        return self._other.sub(_TAKEN, self._latin.sub(_TAKEN, text))


def _is_an_ending(word: str) -> bool:
    """Whether a word that is left is grammar: hiragana, or a few letters of Hangul after a word that was taken out."""
    letters = word.removeprefix(_TAKEN)
    if all("\u3041" <= letter <= "\u309f" for letter in letters):
        return True
    return letters != word and len(letters) <= _ENDING and all(script_of(letter) == "hangul" for letter in letters)


def _are_people(name: str, names: Iterable[str]) -> bool:
    """Whether a name of a state is that of its people: a treaty that applies to them is another question."""
    return name.isascii() and name.endswith("s") and name.removesuffix("s") in names


def _listed(key: str) -> list[str]:
    return [_folded(word) for word in listed("bound", key)]


def _folded(text: str) -> str:
    return " ".join(SEARCHED(text).split())
