"""Everyone whose words the library has, by every name it has for them, and whether a text is nothing but names.

`R. King, 2011` and `UDHR 13(2)` are nothing but names, numbers and dates; `King denied it` is more.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from bot.domain.citation.citations import Citations
from bot.domain.library import Library
from bot.domain.text.folding import CASELESS, PRINT, WORDS
from bot.domain.text.phrases import blanked, undated
from bot.domain.verdict.index import keys_of

_JOINING = re.compile(
    r"\b(?:of|the|and|in|on|at|to|by|via|from|see|cf|p|pp|art|arts|article|articles|para|paras|paragraph|section|source"
    r"|quote|quoted|quoting|cited|as|no(?=\.?\s*\d{1,3}\b)|treaty|convention|report|speech|interview|hearing|dr|mr|mrs|ms|prof|professor|rep|rev|sen)\b",
)
_REFERENCE = re.compile(
    r"\b\d{1,4}\s+(?:u\.?\s?n\.?\s?t\.?\s?s|l\.?\s?n\.?\s?t\.?\s?s)\b\.?(?:\s+(?:no\.?\s*)?\d{1,5})?"
    r"|\b(?:un |u\.n\. )?treaty series,? (?:vol(?:ume)?\.? ?)?\d{1,4}(?:,? (?:p|no)\.? ?\d{1,5})?"
    r"|\b(?:(?:un\s?)?g\.?\s?a\.?\s+)?res(?:olution)?\.?\s+\d{1,4}(?:\s?[a-d]\b)?(?:\s*(?:\([ivxl]+\)|/\d{1,3}))?"
    r"|\b(?:(?:un\s+)?doc\.?\s+)?(?:a|e|cat|crc|ccpr|hri|s)/[a-z0-9./]*\d",
    re.IGNORECASE,
)
"""Where the papers of the United Nations are found: `189 UNTS 150`, `G.A. Res. 217A (III)`, `A/HRC/25/63`."""
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}(?:\s?[ap]\.?m\b\.?)?(?:\s(?:e[ds]t|gmt|utc|kst|cst|p[ds]t)\b)?")
_NUMBER = re.compile(r"\b\d{1,4}(?:st|nd|rd|th)?\b|\(\w{1,2}\)")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_TITLE = "|"
_FEWEST_OF_A_TITLE = 4
_PLACED = re.compile(r"\W*(?:in|at|on|to|near|inside|outside)\b", re.IGNORECASE)
"""Before the name of a state this says where, not who."""


class Names:
    """The names of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._voices: dict[str, set[str]] = {}
        """The voices that a name, folded and in lower case, may mean."""
        self.strong: set[str] = set()
        """Names of those who speak and publish; a state or a body is also what one talks about."""
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
            self._learn(document.title)
        for instrument in library.instruments.values():
            self._learn(instrument.id, instrument.short, *instrument.names)
        # A title, or what somebody is: words of a passage that name it or its speaker.
        roles = (voice for evidence in library.evidence.values() for voice in (evidence.role, evidence.actor))
        titles = {*(document.title for document in library.documents.values()), *roles}
        self._titles = sorted(
            (" ".join(keys_of(WORDS(title))) for title in titles if title and len(title.split()) >= _FEWEST_OF_A_TITLE),
            key=len,
            reverse=True,
        )
        articles = (article for instrument in library.instruments.values() for article in instrument.articles)
        self._headings = {_as_a_heading(article.heading) for article in articles if article.heading}
        self._pattern = re.compile(_any_of(self._voices) or r"(?!)")
        self.speaks_for = {person.names[0]: set(self.within(person.role)) for person in library.people.values()}

    @cached_property
    def citations(self) -> Citations:
        """The reader of treaty citations; made when the first text has a frame."""
        return Citations(self._library.instruments.values())

    def found(self, lowered: str) -> Iterator[tuple[set[str], re.Match[str]]]:
        """The names in a text that is folded and in lower case, with the voices each may mean."""
        return ((self._voices[match.group()], match) for match in self._pattern.finditer(lowered))

    def within(self, text: str) -> Iterator[str]:
        """The voices named anywhere in a text."""
        return (voice for voices, _ in self.found(CASELESS(text)) for voice in voices)

    def without(self, text: str) -> str:
        """A text without the names and citations in it: the 1951 of a convention's name is no date."""
        printed = PRINT(text)
        return self._pattern.sub(" ", CASELESS(blanked(printed, self.citations.within(printed))))

    def unnamed(self, text: str) -> str:
        """The same in the text's own case, for months are written with a capital."""
        printed = PRINT(text)
        folded = CASELESS.traced(printed)
        ranges = [folded.original(*match.span()) for _, match in self.found(folded.text)]
        cited = [each for each in self.citations.within(printed) if not printed[slice(*each)].isdigit()]
        return blanked(printed, (*ranges, *cited))

    def are_all_of(self, text: str) -> bool:
        """Whether a text is nothing but names, citations, headings and dates that are known here, at least one."""
        if _as_a_heading(text) in self._headings:
            return True
        if self.is_place(text):
            return False
        rest = _CLOCK.sub(" ", self.without(_REFERENCE.sub(" ", undated(PRINT(text)))))
        is_named = rest != CASELESS(text) or _YEAR.fullmatch(text.strip(" .,;")) is not None
        return is_named and not any(map(str.isalnum, _NUMBER.sub(" ", _JOINING.sub(" ", rest))))

    def untitled(self, keys: Sequence[str]) -> list[str]:
        """The words of a text, a mark in place of each title of a document or a speaker: to name is not to retell."""
        text = f" {' '.join(keys)} "
        for title in self._titles:
            text = text.replace(f" {title} ", f" {_TITLE} ")
        return text.split()

    def are_weak(self, text: str) -> bool:
        """Whether those named in a text are all states and bodies that one talks about, and at least one is."""
        named = [match.group() for _, match in self.found(CASELESS(text))]
        return bool(named) and self.strong.isdisjoint(named)

    def is_place(self, text: str) -> bool:
        """Whether a text says where something was, as `in China` does."""
        return _PLACED.match(text) is not None and self.are_weak(text)

    def are_cited(self, text: str) -> bool:
        """Whether it is, and begins with a citation or the name of a treaty."""
        cited = self.citations.within(PRINT(text.strip(" ([")))
        return bool(cited) and cited[0][0] == 0 and self.are_all_of(text)

    def _learn(self, voice: str | None, *forms: str, strong: bool = True) -> None:
        for form in (voice, *forms) if voice else ():
            key = CASELESS(form or "")
            self._voices.setdefault(key, set()).add(voice or "")
            if strong:
                self.strong.add(key)


def _as_a_heading(text: str) -> str:
    return WORDS(text).casefold().strip(" .:()")


def _any_of(names: Iterable[str]) -> str:
    """A pattern for names, the longest first; those in Latin letters as whole words."""
    listed = sorted(names, key=lambda name: (-len(name), name))
    latin = "|".join(re.escape(name) for name in listed if name.isascii())
    other = "|".join(re.escape(name) for name in listed if not name.isascii())
    return "|".join(part for part in (rf"(?<!\w)(?:{latin})(?!\w)" if latin else "", other) if part)
