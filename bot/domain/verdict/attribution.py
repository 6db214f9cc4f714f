"""Whom and when the words around a quotation name, and whether the library knows better."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from bot.domain.library import Library
from bot.domain.model import Evidence
from bot.domain.text.dates import mentions, of_date
from bot.domain.text.folding import CASELESS, PRINT

Attribution = Literal["same", "other"]

_YEAR = re.compile(
    r"(?:\b(?:in|from|of|since|dated|year|[A-Z][a-z]{2,8}\.?|\d{1,2},)\s+|[(,/-]\s*|(?<!\d))"
    r"(?<!\d)(?P<year>(?:1[89]|20)\d\d)(?!\d)(?=\W*$|\W*[:,)\"]|\s+\w|年|년)"
)
_SPEAKS_AFTER = re.compile(
    r"(?:\W+\w+){0,3}?\W*(?::|\b(?:said|says|say|saying|told|tells|wrote|writes|stated|states|claimed|claims|announced"
    r"|declared|admitted|argued|insisted|added|reported|put it)\b)"
    r"|(?:은|는|이|가)?(?:\s\S+)?\s?(?:말했|밝혔|주장|라고)|\S{0,3}(?:说|說|表示|称|稱|述べ|語っ)",
    re.IGNORECASE,
)
_SPEAKS_BEFORE = re.compile(r"(?:\b(?:according to|by|from|says|said|per|via)(?:\W+the)?\W+|[-~]\s*)$", re.IGNORECASE)


class Attributions:
    """Knows everyone whose words the library has, by every name it has for them.

    A state or a body is also what one talks about: it counts as named only beside a word of speaking, or after a dash.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._voices: dict[str, set[str]] = {}
        """The voices that a name, folded and in lower case, may mean."""
        self._strong: set[str] = set()
        forms = {name: person.names for person in library.people.values() for name in person.names}
        for evidence in library.evidence.values():
            for voice in (evidence.speaker, evidence.via):
                self._learn(voice, *forms.get(voice or "", ()))
            self._learn(evidence.actor, strong=False)
        for person in library.people.values():
            self._learn(person.names[0], *person.names)
        for document in library.documents.values():
            self._learn(document.publisher)
            self._learn(document.author)
        for instrument in library.instruments.values():
            self._learn(instrument.id, instrument.short, *instrument.names)
        self._named = re.compile(_any_of(self._voices) or r"(?!)")
        self._speaks_for = {person.names[0]: set(self._within(person.role)) for person in library.people.values()}

    def of(
        self, around: str, evidence: Iterable[Evidence], owners: Iterable[str], passage: str = ""
    ) -> Attribution | None:
        """Whether the text around some words names the one whose they are, or somebody else; None when it names nobody.

        `evidence` is what the library knows of the words, `owners` the documents and instruments that have them. Of
        several names one that is right is enough, for a message may speak of others too; a wrong date is wrong. Where
        there is no evidence, whoever is named in the `passage` itself may well be the speaker.
        """
        around = PRINT(around)
        known, owners = list(evidence), list(owners)
        named = set(self._named_in(around))
        by_date = self._by_date(self._without_names(around), known, owners)
        if not named:
            return by_date
        if not known and by_date is None and named & set(self._within(passage)):
            return None
        theirs = {voice for item in known for voice in self._voices_of(item)} | set(self._voices_of_owners(owners))
        if by_date == "other" or not any(
            voice in theirs or self._speaks_for.get(voice, set()) & theirs for voice in named
        ):
            return "other"
        return "same"

    def _learn(self, voice: str | None, *forms: str, strong: bool = True) -> None:
        for form in (voice, *forms) if voice else ():
            key = CASELESS(form or "")
            self._voices.setdefault(key, set()).add(voice or "")
            if strong:
                self._strong.add(key)

    def _within(self, text: str) -> Iterator[str]:
        """The voices named anywhere in a text."""
        for match in self._named.finditer(CASELESS(text)):
            yield from self._voices[match.group()]

    def _named_in(self, around: str) -> Iterator[str]:
        """The voices that a text names as speaking."""
        lowered = CASELESS(around)
        for match in self._named.finditer(lowered):
            is_heard = _SPEAKS_BEFORE.search(lowered, 0, match.start()) or _SPEAKS_AFTER.match(lowered, match.end())
            if match.group() in self._strong or is_heard:
                yield from self._voices[match.group()]

    def _without_names(self, text: str) -> str:
        """The text without the names in it: the 1951 of a convention's name is no date."""
        folded = CASELESS.traced(text)
        for match in reversed(list(self._named.finditer(folded.text))):
            start, end = folded.original(*match.span())
            text = f"{text[:start]} {text[end:]}"
        return text

    def _voices_of(self, evidence: Evidence) -> Iterator[str]:
        yield from (voice for voice in (evidence.speaker, evidence.via, evidence.actor) if voice)
        for words in (evidence.speaker, evidence.role):
            yield from self._within(words or "")

    def _voices_of_owners(self, owners: list[str]) -> Iterator[str]:
        yield from owners
        for key in owners:
            document = self._library.documents.get(key)
            if document is not None:
                yield from (voice for voice in (document.publisher, document.author) if voice)

    def _by_date(self, around: str, known: list[Evidence], owners: list[str]) -> Attribution | None:
        """Whether the dates given around the words are theirs.

        Words may be older than the document that has them: days are compared with when they were said, where the
        library knows that, and never with the document's own date.
        """
        said = [item.said for item in known if item.said]
        published = [self._library.documents[key].date.value for key in owners if key in self._library.documents]
        years = {int(match["year"]) for match in _YEAR.finditer(around)}
        days = [mention for mention in mentions(around) if mention.day]
        if not published or not (years or days):
            return None
        if years and not years & {date.year for date in (*said, *published)}:
            return "other"
        exact = [mention for date in said if date.day for mention in of_date(date)]
        if days and exact:
            return "same" if any(day.agrees(mention) for day in days for mention in exact) else "other"
        return "same" if years else None


def _any_of(names: Iterable[str]) -> str:
    """A pattern for names, the longest first; those in Latin letters as whole words."""
    listed = sorted(names, key=lambda name: (-len(name), name))
    latin = "|".join(re.escape(name) for name in listed if name.isascii())
    other = "|".join(re.escape(name) for name in listed if not name.isascii())
    return "|".join(part for part in (rf"(?<!\w)(?:{latin})(?!\w)" if latin else "", other) if part)
