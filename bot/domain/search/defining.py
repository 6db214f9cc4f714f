"""What a question asks the meaning of, with other talk around it: `what does salvage mean, sounds like a sale`.

A question is taken apart at its commas, at interjections and, where it compares, at what joins two names. One of the
parts is a name and nothing more; the rest names nothing that the library has.
"""

import re
from typing import Final

from bot.domain.model import Kind
from bot.domain.search.answer import Wanted
from bot.domain.search.framing import Framed, Framing
from bot.domain.search.index import Index
from bot.domain.search.naming import Called, Naming
from bot.domain.search.tokens import in_runs, runs
from bot.domain.search.typed import PutRight

_BROKEN: Final = re.compile(
    r"[^\w\s・·'\u2019\-/&]+|\s[/&]\s"
    r"|\b(?:lol|lmao|omg|haha|bc|because|cuz|btw|also|but|sounds? like|i (?:always|keep|just|saw|read|heard|forgot)"
    r"|(?:saw|read|heard) (?:it|that|this)|my (?:prof|teacher|mom|dad|friend)|in a comment)\b"
    r"|\band (?=(?:why|how|who|what|where|do|does|is) )"
    r"|听起来|看起来|我以为|みたい|っぽい|[ㅋㅎㅠㅜ]+",
    re.IGNORECASE,
)
"""Where a question goes on to something else."""
_JOINED: Final = re.compile(
    r"\s(?:and|or|vs|versus|from|with|및|아니면|혹은)\s|(?<=[^\s])(?:跟|和|与|與|还是|と|や)(?=[^\s])"
    r"|(?<=[가-힣a-zA-Z])(?:하고|이랑|와|과|랑)\s",
    re.IGNORECASE,
)
"""What stands between two names that are compared."""
_COMPARED: Final = re.compile(
    r"\bdiff(?:erence|erent|s)?\b|\bsame\b|\bvs\b|\bversus\b|\bor\b|which is which"
    r"|차이|다른|달라|다르|같은|区别|不同|一样|一回事|还是|違い|違う|同じ|どっち",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(
    r"wh?at|mean|stands?\b|short for|defin|diff|same|acronym|abbrev|which|\bwho\b|north or south"
    r"|뭐|뭔|뭘|뭡|무엇|무슨|뜻|의미|정의|차이|약자|[이란]란|란$|어[디느]|달라|라는|이란게"
    r"|什|甚|啥|意思|区别|區別|一回事|一样|一樣|不同|定义|定義|含义|含義|缩写|縮寫|哪|何|所谓|所謂|干嘛"
    r"|なに|なん|とは|意味|違|同じ|どんな|どっち|ど[このう]|略",
    re.IGNORECASE,
)
"""One of these stands in every question that asks for a meaning; what has none need not be taken apart."""
_ASKED: Final = re.compile(r"\s*(?:(?:so|ok|hey)\s+)*(?:wh?ats|wh?at\s+(?:is|are|was|were)|wtf\s+is)\b", re.IGNORECASE)
_PARTICLE: Final = re.compile("(?<=[가-힣])[이가은는을를]$")
_TERMS: Final = frozenset[Kind](("term",))
_HAVE_NAMES: Final = frozenset[Kind](("term", "instrument"))
"""The kinds of which other words for a name are meant for it."""
_LITTLE: Final = 0.5
"""What has no more content than this is no thing that a question is about."""


class Defining:
    """Finds the names whose meaning is asked for."""

    def __init__(self, index: Index, framing: Framing, naming: Naming) -> None:
        self._index = index
        self._framing = framing
        self._naming = naming

    def named(self, question: PutRight, wanted: Wanted) -> dict[int, Called]:
        """The entries that a question names in its parts, where it asks for a meaning; none where it says more."""
        if not _ASKS.search(question.text):
            return {}
        is_compared = _COMPARED.search(question.text) is not None
        named: dict[int, Called] = {}
        is_asking = False
        for part in filter(in_runs, _BROKEN.split(question.text)):
            framed = self._framing.read(part)
            is_asking |= "term" in framed.kinds or _ASKED.match(part) is not None
            there = self._compared(part, question, wanted) if is_compared else {}
            there = there or self._there(framed, question, wanted)
            if not there and framed.kinds != _TERMS and self._is_of_library(question.part(part)):
                return {}
            named.update((number, called) for number, called in there.items() if number not in named)
        return named if is_asking else {}

    def mentioned(self, question: PutRight, wanted: Wanted) -> dict[int, Called]:
        """The terms and treaties that a question names in one of its parts and nowhere says more of."""
        parts = [self._framing.read(part) for part in _BROKEN.split(question.text) if in_runs(part)]
        found = [self._there(part, question, wanted) for part in parts] if len(parts) > 1 else []
        return {number: called for each in found for number, called in each.items() if called.alike}

    def _compared(self, part: str, question: PutRight, wanted: Wanted) -> dict[int, Called]:
        """What a part of a question names that is nothing but names with joining words between them."""
        pieces = [self._framing.read(piece) for piece in _JOINED.split(part) if in_runs(piece)]
        found = [self._there(piece, question, wanted) for piece in pieces if not self._framing.is_asking(piece)]
        return {number: called for each in found for number, called in each.items()} if all(found) else {}

    def _there(self, framed: Framed, question: PutRight, wanted: Wanted) -> dict[int, Called]:
        """What a part of a question names: what is called just so there, where anything is."""
        for core in dict.fromkeys((framed.core, _PARTICLE.sub("", framed.core))):
            tokens = self._index.tokens_of(question.part(core))
            if named := self._naming.named(runs(core), tokens, wanted, _TERMS):
                kinds = {number: self._index.entries[number].kind for number in named}
                called_so = {number: called for number, called in named.items() if called.alike}
                return called_so or {each: named[each] for each, kind in kinds.items() if kind in _HAVE_NAMES}
        return {}

    def _is_of_library(self, part: PutRight) -> bool:
        """Whether a part speaks of something that entries are named by."""
        return any(self._index.names(token) for token in self._index.tokens_of(part) if token.content > _LITTLE)
