"""Words that say what kind of answer is wanted; they are of the language, not of any subject."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from bot.domain.model import Kind
from bot.domain.search.openings import Openings
from bot.domain.search.tokens import in_runs


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(" / "))


_SAID: Final[Mapping[Kind, tuple[str, ...]]] = {
    "term": _words(
        "define / definition / definition of / meaning / meaning of / mean / means / glossary / what is a / "
        "what is an / whats a / whats an / stand for / stands for / short for / acronym / "
        "뜻 / 의미 / 정의 / 무슨 뜻 / 意思 / 是什么意思 / 什么意思 / 定义 / 含义 / 意味 / 定義"
    ),
    "quotation": _words(
        "quote / quotes / quotation / quotations / exact words / verbatim / 인용 / 인용문 / 原话 / 引文 / 引用 / 引用文"
    ),
    "document": _words("news article / press article / news story / piece / 기사 / 记事 / 文章 / 报道"),
    "article": _words(
        "text of / full text / wording of / treaty text / which article / what article / which articles / "
        "is there an article / "
        "theres an article / there was an article / is there a rule / is there a law / which provision / "
        "which paragraph / "
        "where in the convention / where in the treaty / 조문 / 원문 / 몇 조 / 어느 조항 / 무슨 조항 / "
        "어떤 조항 / 조항이 있 / "
        "条文 / 原文 / 全文 / 哪一条 / 哪条 / 第几条 / 哪一款 / 何条 / どの条 / 条約のどこ / どこに書いてある / "
        "どの規定"
    ),
}


class Intent(NamedTuple):
    """A question, folded and taken apart: what it is about, the words that say which kind is wanted, those kinds."""

    about: str
    words: str
    kinds: frozenset[Kind]


class Intents:
    """Finds the kinds that a question asks for."""

    def __init__(self) -> None:
        said: list[tuple[str, Kind]] = [(in_runs(word), kind) for kind, words in _SAID.items() for word in words]
        self._longest_first = sorted(said, key=lambda each: -len(each[0]))
        self._openings = Openings(word for word, _ in said)

    def read(self, text: str) -> Intent:
        """Take apart a question whose runs are parted by spaces; of such words alone, nothing is taken away."""
        if not self._openings.may_stand_in(text):
            return Intent(text, "", frozenset())
        whole = f" {text} "
        rest, found, kinds = whole, list[str](), set[Kind]()
        for word, kind in self._longest_first:
            sought = f" {word} " if word.isascii() else word
            if sought in rest:
                rest = rest.replace(sought, " ")
                found.append(word)
                kinds.add(kind)
        if not rest.strip():
            return Intent(whole.strip(), "", frozenset())
        return Intent(rest.strip(), " ".join(found), frozenset(kinds))
