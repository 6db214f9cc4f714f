"""Whom and when the words around a quotation name, and whether the library knows better.

Around `Robert King, 2011: …` stand a name and a year. Where both are those of the words the attribution is the same;
where the words are another's, or were said in another year than that, it is another. A name that the library does not
know is handed on as not checked, and a year that says when something was published claims nothing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.domain.citation.citations import Citation
from bot.domain.library import Library
from bot.domain.model import Evidence
from bot.domain.text.folding import CASELESS, PRINT
from bot.domain.verdict.dating import Attribution, Owned, by_date
from bot.domain.verdict.frames import Frames
from bot.domain.verdict.naming import Names
from bot.domain.verdict.runs import Place
from bot.domain.verdict.somebody import SAYS

HERE: Final = "\ufffc"
"""Stands in a frame where the words are."""

_SAYING: Final = rf"(?:{SAYS}|put it)\b"
_SPEAKS_AFTER = re.compile(
    rf"(?:\W+\w+){{0,3}}?\W*{_SAYING}(?!\W+(?:nothing|little|no)\b)|\W*(?:\([^)\n]*\)\s*)?:"
    r"|(?:은|는|이|가)?(?:\s\S+)?\s?(?:말했|밝혔|주장|라고)|\S{0,3}(?:说|說|表示|称|稱|述べ|語っ)",
    re.IGNORECASE,
)
_SPEAKS_BEFORE = re.compile(
    rf"(?:\b(?:according to|per|via)(?:\W+the)?\W+|(?:^|[^\w\s]\s*)\b(?:as\s+)?{_SAYING}(?:\W+the)?\W+|[-~]\s*)$",
    re.IGNORECASE,
)
"""A verb has its speaker after it only where none stands before: `she says China "did"` is not said by China."""
_TOPIC = re.compile(r"#[^\W\d][\w-]*")
"""A tag says what a message is about, not who speaks."""
_SIGNED = re.compile(r"[:~|()\[\]-]")
_PLACED = re.compile(r"\b(?:in|at|to|near|inside|outside)(?:\W+the)?\W+$")
_BY = re.compile(r"\b(?:by|from)(?:\W+the)?\W+$")
_NAME = r"[A-Z][\w.'\u2019-]*"
_STRANGER = (
    r"(?<!\w)(?<![\w.'\u2019-][.'\u2019-])"
    rf"(?P<name>{_NAME}(?:\s+(?:(?:of|the|for|de|van|von|al|bin)\s+)*{_NAME}){{1,4}})"
)
"""It begins where a word does: a run of capitals is gone through once, not once from each of them."""
_STRANGERS = (
    re.compile(rf"{_STRANGER}\s+(?:\w+\s+)?{_SAYING}"),
    re.compile(rf"\b(?:[Aa]ccording to|[Ss]aid|[Ss]ays)\s+(?:the\s+)?{_STRANGER}"),
)
_ARTICLE = re.compile(r"\bart|\u00a7|조|条|條", re.IGNORECASE)
_ONLY_CITED = re.compile(
    r"\b(?:says|states|provides|reads|declares|of|the|and|in|art|article|articles|para|paragraph|un)\b|\W|\d"
)


_LABEL = re.compile(
    r"^(?:source|via|quote|quoted|link|psa|reminder|breaking|news|update|note|fyi|til|fact|today|listen|look|read|remember"
    r"|thread|see|from|by|and|here|article|tl|dr|wow|lol|yes|says|said)\b[\s:]*",
    re.IGNORECASE,
)
"""What stands where a name may, and is none."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a frame says about the words in it."""

    attribution: Attribution | None = None
    unknown_names: tuple[str, ...] = ()
    citation: str | None = None


@dataclass(frozen=True, slots=True)
class _Heard:
    """What a frame says, before it is known of which words."""

    text: str
    speaking: frozenset[str]
    mentioned: frozenset[str]
    """Whoever is named, speaking or not."""
    unnamed: str
    """The text without names."""
    cited: tuple[Citation, ...]


_SILENCE: Final = _Heard("", frozenset(), frozenset(), "", ())


class Frame(str):
    """A frame of many claims: it is read for the first of them, and kept no longer than they are."""

    __slots__ = ("heard",)

    def __init__(self, _text: str) -> None:
        self.heard: _Heard | None = None
        """What it says, once that was asked for."""


class Attributions:
    """Compares what a frame names with what the library knows."""

    def __init__(self, library: Library, names: Names, frames: Frames) -> None:
        self._library = library
        self._names = names
        self._frames = frames

    def of(self, around: str, owned: Owned) -> Named:
        """What the text around some words says about them; `HERE` stands in it where the words do.

        Of several names one that is right is enough, for a message may speak of others too; a wrong date is wrong.
        """
        heard = self._heard_in(around)
        if heard is _SILENCE:
            return Named()
        dated = by_date(self._library, heard.unnamed, owned)
        by_citation, citation = self._by_citation(heard, owned)
        # Where an article is cited, that says more than the name of its treaty.
        voices = {voice for voice in heard.speaking if not (by_citation and self._is_treaty(voice))}
        by_name = self._by_name(voices, owned, heard.mentioned)
        found = {by_name, by_citation}
        unknown = () if heard.speaking or by_citation else tuple(dict.fromkeys(self._strangers(heard.text)))
        if dated == "other":
            return Named("other", unknown)
        if "same" in found:
            return Named("same")
        if "other" in found:
            return Named("other", citation=citation)
        return Named(dated, unknown)

    def _heard_in(self, around: str) -> _Heard:
        """What a text says, whatever words it is around."""
        if not isinstance(around, Frame):
            return self._newly_heard(around)
        if around.heard is None:
            around.heard = self._newly_heard(around)
        return around.heard

    def _newly_heard(self, around: str) -> _Heard:
        around = _in_print(_TOPIC.sub(" ", around))
        if not any(map(str.isalnum, around)):
            return _SILENCE
        cited = self._names.citations.cited(around.replace(HERE, " \n "))
        return _Heard(
            around,
            speaking=frozenset(self._heard(around)),
            mentioned=frozenset(self._names.within(around)),
            unnamed=self._names.unnamed(around),
            cited=tuple(each for each in cited if each.article or _ARTICLE.search(around)),
        )

    def _is_treaty(self, voice: str) -> bool:
        return voice in self._library.instruments

    def _by_name(self, named: set[str], owned: Owned, mentioned: frozenset[str]) -> Attribution | None:
        if not named:
            return None
        theirs = {voice for item in owned.evidence for voice in self._voices_of(item)}
        theirs |= set(self._voices_of_owners(owned.places))
        if any(voice in theirs or self._names.speaks_for.get(voice, set()) & theirs for voice in named):
            return "same"
        # Where nobody is known to have said the words, whoever is named beside them in the passage may have.
        may_be = not owned.evidence and named & set(self._names.within(owned.passage))
        # Where the right one is named as well, but not heard to speak, the sentence is more than we read.
        speakers = {item.speaker for item in owned.evidence}
        return None if may_be or speakers & mentioned else "other"

    def _by_citation(self, heard: _Heard, owned: Owned) -> tuple[Attribution | None, str | None]:
        """Whether an article that is cited is that of the words, and how we print one that is not."""
        if not heard.cited:
            return None, None
        reader = self._names.citations
        articles = [place for place in owned.places if place[0] in self._library.instruments]
        is_named = any(voice in self._library.instruments for voice in heard.mentioned)
        if any(
            each.instrument == owner and _is_of(each.printed, str(name))
            for each in heard.cited
            for owner, name in articles
        ):
            return "same", None
        if articles and (is_named or _ARTICLE.search(heard.text)):
            return "other", reader.printed(heard.cited[0]) if is_named else None
        only = not _ONLY_CITED.sub("", self._names.without(heard.text))
        return ("other", reader.printed(heard.cited[0])) if only and is_named and not articles else (None, None)

    def _heard(self, around: str) -> Iterator[str]:
        """The voices that a frame names as speaking: in a stretch of nothing but a name, or beside a saying word."""
        for line in around.split("\n"):
            for stretch in line.split(HERE):
                is_slot = self._is_slot(stretch, is_beside=HERE in line)
                lowered = CASELESS(stretch)
                for voices, match in self._names.found(lowered):
                    if is_slot or self._is_heard(lowered, match):
                        yield from voices

    def _is_slot(self, stretch: str, *, is_beside: bool) -> bool:
        """Whether a stretch is nothing but a name; a state beside the words, unsigned, is what a sentence is about."""
        if self._names.are_weak(stretch) and (
            self._names.is_place(stretch) or (is_beside and not _SIGNED.search(stretch))
        ):
            return False
        return self._frames.names_somebody(stretch, loosely=True)

    def _is_heard(self, lowered: str, match: re.Match[str]) -> bool:
        is_strong = match.group() in self._names.strong
        if not is_strong and _PLACED.search(lowered, 0, match.start()):
            return False
        if _SPEAKS_BEFORE.search(lowered, 0, match.start()) or _SPEAKS_AFTER.match(lowered, match.end()):
            return True
        return is_strong and _BY.search(lowered, 0, match.start()) is not None

    def _strangers(self, around: str) -> Iterator[str]:
        """The names of speakers that the library does not know."""
        for stretch in re.split(rf"[\n{HERE}]", around):
            bare = stretch.strip(" -~:.,;()[]\"'")
            if bare and self._frames.names_somebody(stretch) and not self._names.are_all_of(bare):
                name = re.split(r"[,(]|\s-\s", bare)[0].strip()
                name = _LABEL.sub("", name)
                is_signed = " " in name or stretch.lstrip()[:1] in "-~\u2013\u2014(["
                if is_signed and any(map(str.isalpha, name)):
                    yield name
                continue
            for pattern in _STRANGERS:
                yield from (match["name"] for match in pattern.finditer(stretch))

    def _voices_of(self, evidence: Evidence) -> Iterator[str]:
        yield from (voice for voice in (evidence.speaker, evidence.via, evidence.actor) if voice)
        for words in (evidence.speaker, evidence.role):
            yield from self._names.within(words or "")

    def _voices_of_owners(self, places: Iterable[Place]) -> Iterator[str]:
        for key, _ in places:
            document = self._library.documents.get(key)
            if document is None:
                yield from (key, self._library.instruments[key].short)
            else:
                yield from (voice for voice in (document.publisher, document.author, document.title) if voice)


def _is_of(cited: str, name: str) -> bool:
    """Whether a citation means an article or a part of it, and the words stand there: `33` and `33(1)` do."""
    return cited == name or name.startswith(f"{cited}(") or cited.startswith(f"{name}(")


def _in_print(text: str) -> str:
    """A frame in one print, line by line."""
    return "\n".join(PRINT(line) for line in text.split("\n"))
