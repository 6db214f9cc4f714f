"""Words that say what kind of answer is wanted; they are of the language, not of any subject."""

from collections.abc import Mapping
from typing import Final

from bot.domain.model import Kind
from bot.domain.search.fold import fold
from bot.domain.search.units import tokens


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(" / "))


_CUES: Final[Mapping[Kind, tuple[str, ...]]] = {
    "term": _words(
        "define / definition / definition of / meaning / meaning of / mean / means / what does it mean / glossary / "
        "뜻 / 의미 / 정의 / 무슨 뜻 / 意思 / 是什么意思 / 什么意思 / 定义 / 含义 / 意味 / 定義"
    ),
    "quotation": _words(
        "quote / quotes / quotation / quotations / exact words / verbatim / who said / 인용 / 인용문 / 발언 / 原话 / 发言 / "
        "引用 / 引文 / 発言 / 引用文"
    ),
    "article": _words("text of / full text / wording of / treaty text / 조문 / 원문 / 전문 / 条文 / 原文 / 全文"),
}


class Cues:
    """Finds the kinds that a question asks for, and takes the words that say so out of it."""

    def __init__(self) -> None:
        self._unspaced: list[tuple[str, Kind]] = []
        self._spaced: list[tuple[str, Kind]] = []
        for kind, words in _CUES.items():
            for word in words:
                text = " ".join(token.text for token in tokens(fold(word)))
                (self._spaced if text.isascii() else self._unspaced).append((text, kind))
        self._spaced.sort(key=lambda cue: -len(cue[0]))
        self._unspaced.sort(key=lambda cue: -len(cue[0]))

    def read(self, text: str) -> tuple[str, frozenset[Kind]]:
        """The folded text without its cues, and the kinds they name; a text of cues alone is kept as it is."""
        rest = f" {' '.join(token.text for token in tokens(fold(text)))} "
        kinds: set[Kind] = set()
        for word, kind in self._spaced:
            if f" {word} " in rest:
                rest = rest.replace(f" {word} ", " ")
                kinds.add(kind)
        for word, kind in self._unspaced:
            if word in rest:
                rest = rest.replace(word, " ")
                kinds.add(kind)
        return (rest.strip(), frozenset(kinds)) if rest.strip() else (text, frozenset())
