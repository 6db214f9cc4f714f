"""Taking a text apart into the units that are compared.

A unit is a word without its grammar, or a thing that has several names: the library's `abbreviations` and `synonyms`
put one word in the place of all names of a thing, in any language, so that 탈북자, 脱北者 and escapee are one unit.
Beside it stands the name itself as a unit of little weight, so that of two equals the one named alike comes first.
Writing without spaces is cut where a known name stands; of the rest, pairs of neighbouring Han characters are units.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from bot.domain.model import Wording
from bot.domain.search.fold import fold
from bot.domain.search.stemming import stem, without_particles

Script = Literal["latin", "digits", "hangul", "han", "kana", "name"]
"""`name` is the script of a known name of a thing, whatever it is written in."""

_HANGUL: Final = r"\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"
_KANA_AND_HAN: Final = r"\u3005\u3007\u3041-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
_TOKEN = re.compile(
    rf"(?P<digits>\d+)|(?P<hangul>[{_HANGUL}]+)|(?P<unspaced>[{_KANA_AND_HAN}]+)"
    rf"|(?P<latin>[^\W\d_{_HANGUL}{_KANA_AND_HAN}]+)"
)
"""`latin` is every other script with spaces between words."""
_KATAKANA_OR_HAN = re.compile(r"[\u30a1-\u30ff]{2,}|[\u3005\u3007\u3400-\u9fff\U00020000-\U0003ffff]+")

_ONE_CHARACTER: Final = 0.35
_AFTER_A_NAME: Final = 0.7
_LITERALLY: Final = "="
"""Begins the terms that are names, not things."""
_STOPPED: Final = ""
"""The term of what is left out."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing a text speaks of: `term` is what is compared, `surface` what was written."""

    term: str
    surface: str
    script: Script
    weight: float = 1.0
    """How much of a word it is: pairs of characters overlap, and what follows a name may be grammar."""
    sure: float = 1.0
    """How sure it is that this was meant; less than 1 where the spelling was put right."""

    @property
    def is_literal(self) -> bool:
        """Whether this is the name by which a thing was called, and not the thing."""
        return self.term.startswith(_LITERALLY)


@dataclass(frozen=True, slots=True)
class Token:
    """A run of one script in a folded text, and the form in which it is compared."""

    text: str
    script: Literal["latin", "digits", "hangul", "unspaced"]
    key: str


class Lexicon:
    """The names that mean the same, and the words that mean nothing to a search."""

    def __init__(self, wording: Wording) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._unspaced: dict[str, str] = {}
        self.names: dict[str, set[str]] = {}
        """What each thing is called, folded; for completing what is half typed."""
        for text in wording.stop_words:
            self._add(fold(text), _STOPPED)
        for name, term in _names(wording):
            is_stopped = all(self._is_stopped(token) for token in tokens(term))
            self._add(name, _STOPPED if is_stopped else term)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))
        self._longest = max(map(len, self._unspaced), default=0)
        self.light = {unit.term for text in wording.light_words for unit in self.units(text)}
        """The terms that tell what is asked rather than about what."""

    def units(self, text: str) -> list[Unit]:
        """The units of a text in order; stop words give none."""
        return self.cut(list(tokens(fold(text))))

    def cut(self, found: list[Token]) -> list[Unit]:
        """The units of a text that is taken apart into tokens already."""
        units: list[Unit] = []
        place = 0
        while place < len(found):
            length, term = self._phrase(found, place)
            token = found[place]
            if term:
                units += _named(term, found[place : place + length])
            elif term is None and token.script == "unspaced":
                units += self._cut_unspaced(token.text)
            elif term is None and token.script == "hangul":
                units += self._cut_hangul(token.text)
            elif term is None and token.script in {"latin", "digits"}:
                units.append(Unit(token.key, token.text, "digits" if token.script == "digits" else "latin"))
            place += length
        return units

    def knows(self, token: Token) -> bool:
        """Whether a word is a stop word, or a name by itself."""
        return any(len(keys) == 1 for keys, _ in self._phrases.get(token.key, ()))

    def is_stop_word(self, word: str) -> bool:
        """Whether a folded word means nothing to a search."""
        return all(self._is_stopped(token) for token in tokens(word))

    def _is_stopped(self, token: Token) -> bool:
        return ((token.key,), _STOPPED) in self._phrases.get(token.key, ())

    def _add(self, name: str, term: str) -> None:
        found = list(tokens(name))
        keys = tuple(token.key for token in found)
        if not keys:
            return
        if term:
            self.names.setdefault(term, set()).add(" ".join(token.text for token in found))
        if any(token.script in {"unspaced", "hangul"} for token in found):
            self._unspaced["".join(token.text for token in found)] = term
        # A name takes the place of a stop word that is written like it.
        same = [phrase for phrase in self._phrases.get(keys[0], []) if phrase[0] == keys]
        for phrase in same:
            self._phrases[keys[0]].remove(phrase)
        self._phrases.setdefault(keys[0], []).append((keys, term))

    def _phrase(self, found: list[Token], place: int) -> tuple[int, str | None]:
        """The longest name that begins at a token: how many tokens it has, and its term."""
        for keys, term in self._phrases.get(found[place].key, ()):
            if len(keys) == 1 or keys == tuple(token.key for token in found[place : place + len(keys)]):
                return len(keys), term
        return 1, None

    def _known(self, text: str, place: int) -> tuple[int, str] | None:
        """The longest name or stop word in unspaced writing at a place."""
        for end in range(min(len(text), place + self._longest), place, -1):
            if text[place:end] in self._unspaced:
                return end, self._unspaced[text[place:end]]
        return None

    def _cut_unspaced(self, text: str) -> Iterator[Unit]:
        for part, term in self._parts(text):
            if term is not None:
                yield from _named(term, [Token(part, "unspaced", part)])
                continue
            for run in _KATAKANA_OR_HAN.findall(part):
                if "\u30a1" <= run[0] <= "\u30ff":
                    yield Unit(run, run, "kana")
                else:
                    pairs = [run[at : at + 2] for at in range(len(run) - 1)]
                    yield from (Unit(pair, pair, "han", len(run) / 2 / len(pairs)) for pair in pairs)
                    if not pairs:
                        yield Unit(run, run, "han", _ONE_CHARACTER)

    def _cut_hangul(self, word: str) -> Iterator[Unit]:
        after_a_name = False
        for part, term in self._parts(word, shortest=2):
            if term is not None:
                yield from _named(term, [Token(part, "hangul", part)])
                after_a_name = True
                continue
            rest = without_particles(part, least=0 if after_a_name else 2)
            if (len(rest) > 1 or part == word) and not self.is_stop_word(rest):
                yield Unit(rest, rest, "hangul", _AFTER_A_NAME if after_a_name else 1.0)

    def _parts(self, text: str, shortest: int = 1) -> Iterator[tuple[str, str | None]]:
        """The text cut at known names: (name, its term), and (what stands between, None); stop words are left out."""
        begun = place = 0
        while place < len(text):
            known = self._known(text, place)
            if known is None or known[0] - place < shortest:
                place += 1
                continue
            if begun < place:
                yield text[begun:place], None
            end, term = known
            if term:
                yield text[place:end], term
            begun = place = end
        if begun < len(text):
            yield text[begun:], None


def tokens(folded: str) -> Iterator[Token]:
    """The runs of one script in a folded text, in order."""
    for match in _TOKEN.finditer(folded):
        text = match.group()
        if match["latin"]:
            yield Token(text, "latin", stem(text))
        elif match["hangul"]:
            yield Token(text, "hangul", without_particles(text))
        else:
            yield Token(text, "digits" if match["digits"] else "unspaced", text)


def _named(term: str, found: list[Token]) -> Iterator[Unit]:
    """A thing that was named, and the name by which it was."""
    surface = " ".join(token.text for token in found)
    yield Unit(term, surface, "name")
    literally = " ".join(token.key for token in found)
    if literally != term:
        yield Unit(f"{_LITERALLY}{literally}", surface, "name")


def _names(wording: Wording) -> Iterable[tuple[str, str]]:
    """Every name with the term of its thing; a thing is met under its long form and under each synonym of that."""
    leader: dict[str, str] = {}
    for head, others in wording.synonyms.items():
        for name in (head, *others):
            leader.setdefault(fold(name), fold(head))
    for short, long in wording.abbreviations.items():
        term = leader.get(fold(long), fold(long))
        leader.setdefault(fold(short), term)
        leader.setdefault(fold(long), term)
    return leader.items()
