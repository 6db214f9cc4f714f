"""Puts right what is misspelt in a question, where the library or the language has a word very like it."""

import re
import weakref
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Final

from bot.domain.language import Homophones, is_word, meant
from bot.domain.model import Kind
from bot.domain.search.lexicon import Lexicon
from bot.domain.search.opennames import OpenNames
from bot.domain.search.tokens import Run, runs
from bot.domain.search.typed import PutRight, Typed
from bot.domain.search.vocabulary import Vocabulary
from bot.domain.text.folding import SEARCHED
from bot.domain.text.scripts import is_unspaced

_LATIN = re.compile(r"[a-z]+")
_WORDS: Final = 2048
"""Of so many misspelt words it is known at once what is meant."""
_HEARD: Final = 0.4
"""How unsure it is, for each character of it, that a name is meant which only sounds like what was typed."""
_SPELT: Final = 0.9
"""How sure it is that a misspelt word is that of a name whose other words are there."""
_NAMED: Final = frozenset[Kind](("term", "instrument"))
"""The kinds whose titles and aliases are names."""


class Spelling:
    """What a library knows of how its words are written."""

    def __init__(
        self,
        lexicon: Lexicon,
        vocabulary: Vocabulary,
        surfaces: Collection[str],
        terms: Collection[str],
        phrases: Collection[tuple[str, str]],
    ) -> None:
        """`surfaces` are the library's words as they are written, `terms` what they come to.

        `phrases` are what its entries are called, folded, each with the kind of its entry.
        """
        self._lexicon = lexicon
        self._vocabulary = vocabulary
        self._surfaces = surfaces
        self._terms = terms
        named = {name for names in lexicon.names.values() for name in names}
        own = named | {name for name, kind in phrases if kind in _NAMED}
        self._homophones = Homophones(
            {name for name in (*named, *(name for name, _ in phrases)) if is_unspaced(name[:1])},
            lambda word: is_word(word) or word in surfaces,
            {name for name in own if is_unspaced(name[:1]) and " " not in name},
        )
        self._open_names = OpenNames(own)
        itself: Spelling = weakref.proxy(self)  # with a true reference nothing but the collector could free either
        self._meant = lru_cache(maxsize=_WORDS)(partial(Spelling._uncached_meant, itself))

    def typed(self, text: str) -> Typed:
        """A question, and the same put right, with and without its last word."""
        folded = SEARCHED(text)
        found = runs(folded)
        heard = {} if folded.isascii() else dict(self._heard(found))
        if not heard and all(map(self._is_known, found)):
            plain = PutRight(text, found)
            return Typed(folded, found, plain, plain)
        slips = dict(self._slips(found[:-1]))
        begun = _put_right(text, folded, found, self._as_named(slips, found), heard)
        last = dict(self._slips(found[-1:]))
        whole = _put_right(text, folded, found, self._as_named(slips | last, found), heard) if last else begun
        return Typed(folded, found, whole, begun)

    def knows(self, run: Run) -> bool:
        """Whether a word occurs in the library, maybe with another ending, or is one of its stop words or names.

        What is no more than the stem of a word, as `noth` is of nothing, is none.
        """
        if run.text in self._surfaces or self._lexicon.knows(run):
            return True
        return run.key != run.text and run.key in self._terms

    def _as_named(
        self, slips: Mapping[str, tuple[str, float]], found: Sequence[Run]
    ) -> Mapping[str, tuple[str, float]]:
        """Slips, with the words of a name in place of others where the rest of the name is there."""
        if not slips:
            return slips
        words = [run.text for run in found]
        named = {word: self._open_names.meant(words, place) for place, word in enumerate(words) if word in slips}
        return {**slips, **{word: (meant, _SPELT) for word, meant in named.items() if meant}}

    def _heard(self, found: Sequence[Run]) -> Iterator[tuple[str, str]]:
        """What stands for a name that sounds the same, and that name."""
        for run in found:
            if run.script == "unspaced":
                yield from self._homophones.within(run.text, self._lexicon.known(run.text))

    def _slips(self, found: Sequence[Run]) -> Iterator[tuple[str, tuple[str, float]]]:
        """The words that are misspelt, each with the one that is meant and how like it is."""
        for run in found:
            if not self._is_known(run) and (meant := self._meant(run.text)):
                yield run.text, meant

    def _is_known(self, run: Run) -> bool:
        """Whether a word is meant as it stands; what is written in other than Latin letters always is."""
        if run.script != "latin" or not run.text.isascii():
            return True
        return self.knows(run) or is_word(run.text)

    def _uncached_meant(self, typed: str) -> tuple[str, float] | None:
        """The word that another is a slip of: the library's, unless one of the language is likelier."""
        near = self._vocabulary.near(typed)
        common = meant(typed)
        if common and (not near or common.sure > near[0][1]):
            return common
        return near[0] if near else None


def _put_right(
    text: str, folded: str, found: Sequence[Run], slips: Mapping[str, tuple[str, float]], heard: Mapping[str, str]
) -> PutRight:
    """A question with what is meant in the place of slips of the keys, and names in that of what sounds like them."""
    if not slips and not heard:
        return PutRight(text, found)
    spelt = _LATIN.sub(lambda word: slips.get(word[0], (word[0],))[0], folded)
    for typed, name in heard.items():
        spelt = spelt.replace(typed, name)
    return PutRight(
        spelt, runs(spelt), {**dict(slips.values()), **{name: 1 - _HEARD / len(name) for name in heard.values()}}
    )
