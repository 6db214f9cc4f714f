import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.domain.lint.names import Known
from bot.domain.lint.naming import naming
from bot.domain.lint.prose import Prose
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding
from bot.domain.text.words import Word

_MEND = "correct it, or list it: a person in people.yaml, a place, body or language in names_ok of wording.yaml"
_TITLE = 4
"""A title before a name may be shortened to so many letters: `Rev. Kim`."""


@rule(
    "V501",
    bad="""
# briefs/glossary.yaml
notice:
  definition: Telling people of the Northern Isles beforehand.
""",
    good="""
# briefs/glossary.yaml
notice:
  definition: Telling people of the Northern Isles beforehand.
# briefs/wording.yaml
names_ok: [Northern Isles]
""",
)
def strange_names(survey: Survey) -> Iterator[Finding]:
    """Every word with a capital in our sentences belongs to a name that the library knows.

    A slip of one letter makes another person. People are named with a reason in people.yaml, so that nobody is named in
    passing; words between quotation marks are the speaker's.
    """
    if survey.is_broken("person", "document", "instrument", "term", "note", "boundary"):
        return
    usage = _usage(survey)
    for spot, text in survey.once(naming):
        for name in dict.fromkeys(_strange(text, survey, usage)):
            yield Finding(spot, f"'{name}' is not a name we know", _MEND)


@dataclass(frozen=True, slots=True)
class _Usage:
    """How words are written in documents and in sentences of ours, wherever their place does not ask for a capital."""

    small: frozenset[str]
    """Somewhere with a small letter."""
    proper: frozenset[str]
    """Always with a capital: names even at the beginning of a sentence."""


def _usage(survey: Survey) -> _Usage:
    texts = [sentence.text for sentence in survey.sentences]
    texts += [paragraph for document in survey.library.documents.values() for paragraph in document.paragraphs]
    capital: set[str] = set()
    small: set[str] = set(survey.stop_words)
    for text in map(survey.read, texts):
        small.update(word.plain for word in text.words if not word.is_capitalised)
        for word in text.words:
            if word.is_capitalised and word.plain not in capital and not _begins_a_sentence(text.text, word):
                capital.add(word.plain)
    return _Usage(frozenset(small), frozenset(capital - small))


def _strange(text: Prose, survey: Survey, usage: _Usage) -> Iterator[str]:
    names = survey.names.within(text)
    known = {place: name for name in names for place in range(name.first, name.last + 1)}
    for place, word in enumerate(text.words):
        if not word.is_capitalised or place in known or _is_symbol(text.text, word):
            continue
        following = known.get(place + 1)
        is_first_name = following is not None and following.person is not None and word.plain not in usage.small
        is_ordinary = _begins_a_sentence(text.text, word) and word.plain not in usage.proper and not is_first_name
        is_article = word.plain in survey.stop_words and following is not None
        if not is_ordinary and not is_article and not _is_passed(text, word, survey):
            yield _with_neighbours(text, place, usage)
    for name, following in _pairs(text, names):
        if name.person and not _is_passed(text, text.words[following.first], survey):
            yield text.text[text.words[name.first].start : text.words[following.last].end]


def _pairs(text: Prose, names: Sequence[Known]) -> Iterator[tuple[Known, Known]]:
    """Names with nothing but a space between: after a person's name, the next one would be a part of it."""
    for name, following in pairwise(names):
        between = text.text[text.words[name.last].end : text.words[following.first].start]
        if following.first == name.last + 1 and between == " ":
            yield name, following


def _with_neighbours(text: Prose, place: int, usage: _Usage) -> str:
    """The word with the capitalised words around it, as they stand: a strange surname is shown with its first name."""
    found = text.words
    first = last = place
    while first > 0 and _is_of_name(found[first - 1], usage) and _touch(text, first - 1):
        first -= 1
    while last + 1 < len(found) and _is_of_name(found[last + 1], usage) and _touch(text, last):
        last += 1
    return text.text[found[first].start : found[last].end]


def _is_of_name(word: Word, usage: _Usage) -> bool:
    return word.is_capitalised and word.plain not in usage.small


def _touch(text: Prose, place: int) -> bool:
    word, following = text.words[place], text.words[place + 1]
    between = text.text[word.end : following.start]
    is_title = len(word.plain) <= _TITLE and not word.written.isupper()
    return between in {" ", "-"} or (between == ". " and is_title)


def _is_symbol(text: str, word: Word) -> bool:
    """Whether the word is part of a document's symbol, as `A` and `HRC` are of `A/HRC/25/63`, or initials: `U.S.C.`."""
    around = text[max(0, word.start - 1) : word.start] + text[word.end : word.end + 1]
    return "/" in around or re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", word.written) is not None


def _is_passed(text: Prose, word: Word, survey: Survey) -> bool:
    """Whether the word is a speaker's, or belongs to the name of a law."""
    ranges = (*text.quoted, *survey.cited_ranges(text.text))
    return any(start <= word.start and word.end <= end for start, end in ranges)


def _begins_a_sentence(text: str, word: Word) -> bool:
    before = text[: word.start].rstrip(" \n([\"'\u2018\u2019\u201c\u201d")
    return not before or before[-1] in ".!?:;\u2026" or word.start == 0
