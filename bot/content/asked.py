"""How people ask for an item in everyday words: `KIND:ID`, and below it a phrase a line.

Search learns from them and nobody is shown them. Every phrase is kept with its place, so that what is wrong with one is
told by its line.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, get_args

from rapidfuzz import fuzz, process

from bot.content.causes import Causes
from bot.content.codes import asked as codes
from bot.content.codes import keys as key_codes
from bot.content.mistakes import kind as kind_of
from bot.content.toomany import first_of
from bot.content.yamlfile import Value, YamlFile
from bot.domain.language import content, is_grammar, is_word
from bot.domain.library import AskedKind, Library
from bot.domain.model import Kind, Wording
from bot.domain.problem import Explanation, Problem, Section
from bot.domain.search.entries import Field, entries
from bot.domain.text.folding import SEARCHED

KINDS: Final[tuple[AskedKind, ...]] = get_args(AskedKind)
_LONGEST: Final = 8
"""Words of a phrase; longer ones are sentences, whose other words would count as much."""
_WORD = re.compile(r"[^\W_]+")
_BLOCK = re.compile(r"[|>][-+0-9]*\s*$")
"""Behind a key: its text begins in the next line."""
_A_PHRASE_A_LINE: Final = "write '|' behind the colon, and below it a phrase a line"


class Written(NamedTuple):
    """A phrase, the item that it asks for as `KIND:ID`, and where it stands; the phrase of an item is empty."""

    item: str
    phrase: str
    path: str
    line: int

    def problem(self, rule: Explanation, what: str, mend: str, *, warning: bool = False) -> Problem:
        """A problem in this line."""
        return Problem(self.path, self.line, what, mend, warning, rule.code)


class AskedPhrases:
    """Those of all languages, in the order of their files."""

    def __init__(self, files: Iterable[YamlFile]) -> None:
        self._items: list[Written] = []
        self._phrases: list[Written] = []
        self.problems: list[Problem] = []
        """What is wrong with the form of the files."""
        for file in files:
            self._take(file)

    def by_item(self) -> Mapping[tuple[Kind, str], tuple[str, ...]]:
        """The phrases of each item, whether or not there is such an item."""
        found: defaultdict[tuple[Kind, str], list[str]] = defaultdict(list)
        kinds: dict[str, Kind] = dict(zip(KINDS, KINDS, strict=True))
        for written in self._phrases:
            kind, _, key = written.item.partition(":")
            if kind in kinds:
                found[kinds[kind], key].append(written.phrase)
        return {item: tuple(phrases) for item, phrases in found.items()}

    def wrong(self, library: Library, causes: Causes) -> Iterator[Problem]:
        """What is wrong with what the phrases say; an item that is missing for another reason is counted with that."""
        yield from first_of(self._wrong(library, causes))

    def _wrong(self, library: Library, causes: Causes) -> Iterator[Problem]:
        names = _names(library)
        yield from self._unknown({item for items in names.values() for item in items}, causes)
        is_empty = _Emptiness(library.wording)
        first: dict[str, Written] = {}
        folded = _words_of([written.phrase for written in self._phrases])
        for written, words in zip(self._phrases, folded, strict=True):
            said = " ".join(words)
            if len(words) > _LONGEST:
                what = f"'{written.phrase}' has {len(words)} words"
                yield written.problem(codes.TOO_LONG, what, f"keep the {_LONGEST} that matter at most")
            elif said not in names and is_empty(words):
                what = f"'{written.phrase}' is {'one common word' if len(words) == 1 else 'made of common words alone'}"
                yield written.problem(codes.SAYS_NOTHING, what, "add what it is about, or remove the line")
            yield from _repeated(written, first.setdefault(said, written), names.get(said, ()))

    def _take(self, file: YamlFile) -> None:
        if file.value is None:
            return
        if not isinstance(file.value, dict):
            what = "this stands where items are expected"
            self.problems.append(file.problem(key_codes.WRONG_KIND, (), what, "write 'KIND:ID: |' lines"))
            return
        blocks = {line for line, typed in enumerate(file.text.splitlines(), 1) if _BLOCK.search(typed)}
        self.problems += first_of(self._misshapen(file, file.value, blocks))

    def _misshapen(self, file: YamlFile, items: Mapping[str, Value], blocks: Container[int]) -> Iterator[Problem]:
        """Take in the items of a file, and tell those that are not phrases."""
        for item, value in items.items():
            head = Written(item, "", file.path, file.line((item,)))
            self._items.append(head)
            if isinstance(value, dict | list):
                what = f"{kind_of(value)} stands where phrases are expected"
                yield head.problem(key_codes.WRONG_KIND, what, _A_PHRASE_A_LINE)
                continue
            begins = head.line + (head.line in blocks)
            lines = enumerate((value or "").split("\n"), begins)
            phrases = [(line.strip(), place) for place, line in lines if line.strip()]
            self._phrases += [Written(item, phrase, file.path, line) for phrase, line in phrases]
            if not phrases:
                what = f"no phrase stands below '{item}'"
                yield head.problem(key_codes.UNFILLED, what, "write one a line, or remove the key")

    def _unknown(self, known: set[str], causes: Causes) -> Iterator[Problem]:
        for head in self._items:
            if head.item in known:
                continue
            cause = _cause(head.item, causes)
            if cause is not None:
                causes.follows(cause)
                continue
            kind, _, _ = head.item.partition(":")
            what = f"there is no '{head.item}'" if kind in KINDS else f"'{head.item}' does not say which kind of item"
            near = process.extractOne(head.item, known, scorer=fuzz.ratio)
            mend = f"did you mean '{near[0]}'?" if near else f"write KIND:ID, with one of {', '.join(KINDS)}"
            yield head.problem(codes.UNKNOWN_ITEM, what, mend)


class _Emptiness:
    """Whether nothing in a phrase leads anywhere."""

    def __init__(self, wording: Wording) -> None:
        self._stopped = frozenset(SEARCHED.each(wording.stop_words))
        self._light = frozenset(SEARCHED.each(wording.light_words))

    def __call__(self, words: list[str]) -> bool:
        if len(words) == 1:
            return self._is_common(words[0])
        return all(word in self._stopped or is_grammar(word) for word in words)

    def _is_common(self, word: str) -> bool:
        return word in self._stopped or word in self._light or content(word) < 1 or is_word(word)


def _words_of(texts: Sequence[str]) -> Iterator[list[str]]:
    """The words of each text as a search compares them."""
    return (_WORD.findall(text) for text in SEARCHED.each(texts))


def _names(library: Library) -> Mapping[str, tuple[str, ...]]:
    """The items that have a title or an alias, by it, folded; every item has one."""
    found: dict[str, tuple[str, ...]] = {}
    named = [
        (phrase.text, f"{entry.kind}:{entry.id}")
        for entry in entries(library)
        if entry.kind in KINDS
        for phrase in entry.phrases
        if phrase.field <= Field.ALIAS
    ]
    for words, (_, item) in zip(_words_of([text for text, _ in named]), named, strict=True):
        name = " ".join(words)
        found[name] = (*found.get(name, ()), item)
    return found


def _repeated(written: Written, first: Written, named: tuple[str, ...]) -> Iterator[Problem]:
    """What says the same elsewhere: in another line, or as the name of an item."""
    if first is not written:
        place = f"{first.path}, line {first.line}"
        what = f"'{written.phrase}' stands already in {place}"
        if first.item != written.item:
            what += f", for '{first.item}'"
        yield written.problem(codes.TWICE, what, "keep it where a reader would look first")
    if written.item in named:
        what = f"'{written.phrase}' is a title or an alias of '{written.item}' already"
        yield written.problem(codes.NEEDLESS, what, "remove the line", warning=True)
    elif named:
        what = f"'{written.phrase}' is a title or an alias of '{named[0]}'"
        yield written.problem(codes.TWICE, what, "keep it where a reader would look first")


def _cause(item: str, causes: Causes) -> Problem | None:
    """Why an item is missing that could not be read."""
    kind, _, key = item.partition(":")
    section: Section
    for section, broken in causes.broken:
        is_article = kind == "article" and section == "instrument"
        if (section == kind and broken in {"", key}) or (is_article and (not broken or key.startswith(f"{broken}-"))):
            return causes.of(section, (broken,))
    return None
