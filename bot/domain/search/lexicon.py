"""The names that mean the same, the words that mean nothing to a search, and how a text is cut by them.

A token is a word without its grammar, or a thing that has several names: the library's `abbreviations` and `synonyms`
put one word in the place of all names of a thing, in any language, so that 탈북자, 脱北者 and escapee are one token.
Beside it stands the name itself as a token of little weight, so that of two equals the one named alike comes first.
Writing without spaces is cut where a known name stands; of the rest, pairs of neighbouring Han characters are tokens.
"""

import re
import weakref
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Final, NamedTuple

from bot.domain.language import LIGHT_UNSPACED, UNSPACED, content, is_ending, is_grammar
from bot.domain.model import Wording
from bot.domain.search.stemming import without_particles
from bot.domain.search.tokens import LITERALLY, Run, Token, runs
from bot.domain.text.folding import SEARCHED

_KATAKANA_OR_HAN = re.compile(r"[\u30a1-\u30ff]{2,}|[^\u3041-\u30ff]+")
"""In a run of Han and kana; hiragana is grammar."""
_ASKED_EITHER_WAY = re.compile(r"([\u4e00-\u9fff])[不没](?=\1)")
"""`承不承认` asks whether it is so."""
_LIGHT_OR_NOT = re.compile(f"({'|'.join(sorted(LIGHT_UNSPACED))})")
_ONE_CHARACTER: Final = 0.35
_AFTER_A_NAME: Final = 0.7
_STOPPED: Final = ""
"""The term of what is left out."""


class _Name(NamedTuple):
    """A name or a stop word."""

    text: str
    keys: tuple[str, ...]
    term: str


class Lexicon:
    """Built once from a library's wording."""

    def __init__(self, wording: Wording) -> None:
        self._of_one_word: dict[str, dict[str, str]] = {}
        """For a key the names of one word that have it, each as it is written, with their terms."""
        self._longer: dict[str, list[_Name]] = {}
        """For the first key of names of several words all that begin with it, the longest first."""
        self._unspaced: dict[str, str] = dict.fromkeys(UNSPACED, _STOPPED)
        self.names: dict[str, set[str]] = {}
        """What each thing is called, folded; for completing what is half typed."""
        for text in SEARCHED.each(wording.stop_words):
            self._add(text, _STOPPED)
        names = list(_names(wording))
        things = set(SEARCHED.each(list(wording.synonyms)))
        stopped = {term for term in {term for _, term in names} if self._is_stopped(term, is_thing=term in things)}
        for name, term in names:
            self._add(name, _STOPPED if term in stopped else term)
        for longer in self._longer.values():
            longer.sort(key=lambda name: -len(name.keys))
        itself: Lexicon = weakref.proxy(self)  # with a true reference nothing but the collector could free either
        self._of_run = lru_cache(maxsize=8192)(partial(Lexicon._uncached_of_run, itself))
        self._longest = max(map(len, self._unspaced), default=0)
        self.light = {token.term for text in wording.light_words for token in self.tokens(text)}
        """The terms that tell what is asked rather than about what."""

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a text in order; stop words give none."""
        return self.cut(runs(SEARCHED(text)))

    def cut(self, found: Sequence[Run]) -> list[Token]:
        """The tokens of a text that is taken apart into runs already."""
        tokens: list[Token] = []
        place = 0
        while place < len(found):
            run = found[place]
            longer = self._longer.get(run.key)
            name = _longest(longer, found, place) if longer else None
            if name is None:
                tokens += self._of_run(run)
                place += 1
            else:
                tokens += _named(name.term, found[place : place + len(name.keys)])
                place += len(name.keys)
        return tokens

    def knows(self, run: Run) -> bool:
        """Whether a word is a stop word, or a name by itself."""
        return run.key in self._of_one_word or is_grammar(run.text)

    def known(self, text: str) -> Iterator[range]:
        """Where in unspaced writing names stand."""
        place = 0
        for part, term in self._parts(text):
            start = text.index(part, place)
            place = start + len(part)
            if term is not None:
                yield range(start, place)

    def is_stop_word(self, word: str) -> bool:
        """Whether a folded word means nothing to a search."""
        return all(self._term_of(run) == _STOPPED for run in runs(word))

    def _is_stopped(self, term: str, *, is_thing: bool) -> bool:
        """Whether a thing is none: `are`, for which `r` is short; grammar that has synonyms is one."""
        if is_thing:
            return all(run.key in self._of_one_word for run in runs(term))
        return self.is_stop_word(term)

    def _add(self, name: str, term: str) -> None:
        found = runs(name)
        if not found:
            return
        written = " ".join([run.text for run in found])
        if term:
            self.names.setdefault(term, set()).add(written)
        if any(run.script in {"unspaced", "hangul"} for run in found):
            self._unspaced["".join([run.text for run in found])] = term
        # A name takes the place of a stop word that is written like it.
        if len(found) == 1:
            self._of_one_word.setdefault(found[0].key, {})[written] = term
        else:
            others = [other for other in self._longer.get(found[0].key, ()) if other.text != written]
            self._longer[found[0].key] = [*others, _Name(written, tuple(run.key for run in found), term)]

    def _term_of(self, run: Run) -> str | None:
        """The term of a word that is a name; None where it is none."""
        names = self._of_one_word.get(run.key, {})
        if run.text in names:
            return names[run.text]
        if run.script == "latin" and is_grammar(run.text):
            return _STOPPED
        return next(reversed(names.values()), None)

    def _uncached_of_run(self, run: Run) -> tuple[Token, ...]:
        """The tokens of a run that begins no longer name."""
        term = self._term_of(run)
        if term is not None:
            return tuple(_named(term, [run]))
        if run.script == "unspaced":
            return tuple(self._cut_unspaced(run.text))
        if run.script == "hangul":
            return tuple(self._cut_hangul(run.text))
        return (Token(run.key, run.text, run.script, content=content(run.text)),)

    def _cut_unspaced(self, text: str) -> Iterator[Token]:
        for part, term in self._parts(_ASKED_EITHER_WAY.sub("", text)):
            if term is not None:
                yield from _named(term, [Run(part, "unspaced", part)])
                continue
            for run in _KATAKANA_OR_HAN.findall(part):
                if "\u30a1" <= run[0] <= "\u30ff":
                    yield Token(run, run, "kana")
                else:
                    yield from _pairs(run)

    def _cut_hangul(self, word: str) -> Iterator[Token]:
        after_a_name = False
        for part, term in self._parts(word, shortest=2):
            if term is not None:
                yield from _named(term, [Run(part, "hangul", part)])
                after_a_name = True
                continue
            rest = without_particles(part, least=0 if after_a_name else 2)
            is_stopped = is_ending(part) if after_a_name else part == word and is_grammar(word)
            if (len(rest) > 1 or part == word) and not is_stopped and not self.is_stop_word(rest):
                weight = _AFTER_A_NAME if after_a_name else 1.0
                yield Token(rest, rest, "hangul", weight, content=content(part if part == word else rest))

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

    def _known(self, text: str, place: int) -> tuple[int, str] | None:
        """The longest name or stop word in unspaced writing at a place."""
        for end in range(min(len(text), place + self._longest), place, -1):
            term = self._unspaced.get(text[place:end])
            if term is not None:
                return end, term
        return None


def _pairs(run: str) -> Iterator[Token]:
    """The tokens of a run of Han: common verbs and adverbs, and of what is between them each two neighbours."""
    for part in _LIGHT_OR_NOT.split(run):
        pairs = [part[at : at + 2] for at in range(len(part) - 1)]
        yield from (Token(pair, pair, "han", len(part) / 2 / len(pairs), content=content(pair)) for pair in pairs)
        if len(part) == 1:
            yield Token(part, part, "han", _ONE_CHARACTER, content=content(part))


def _longest(names: Iterable[_Name], found: Sequence[Run], place: int) -> _Name | None:
    """The longest of names, longest first, that stands at a place; of two with the same stems the one written so."""
    best: _Name | None = None
    for name in names:
        if best and len(name.keys) < len(best.keys):
            break
        there = found[place : place + len(name.keys)]
        if name.keys == tuple([run.key for run in there]):
            if name.text == " ".join([run.text for run in there]):
                return name
            best = name
    return best


def _named(term: str, found: Sequence[Run]) -> Iterator[Token]:
    """A thing that was named, and the name by which it was; nothing for a stop word."""
    if term == _STOPPED:
        return
    surface = " ".join([run.text for run in found])
    yield Token(term, surface, "name")
    literally = " ".join([run.key for run in found])
    if literally != term:
        yield Token(f"{LITERALLY}{literally}", surface, "name")


def _names(wording: Wording) -> Iterable[tuple[str, str]]:
    """Every name with the term of its thing; a thing is met under its long form and under each synonym of that."""
    groups = [[head, *others] for head, others in wording.synonyms.items()]
    pairs = list(wording.abbreviations.items())
    texts = [text for group in (*groups, *pairs) for text in group]
    folded = dict(zip(texts, SEARCHED.each(texts), strict=True))
    leader: dict[str, str] = {}
    for group in groups:
        for name in group:
            leader.setdefault(folded[name], folded[group[0]])
    for short, long in pairs:
        term = leader.get(folded[long], folded[long])
        leader.setdefault(folded[short], term)
        leader.setdefault(folded[long], term)
    return leader.items()
