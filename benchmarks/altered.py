"""How many alterations of stored texts pass as exact: ten thousand of every kind, in everyday frames and without."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.shipped import shipped_library
from benchmarks.table import table
from benchmarks.whole import folded_wholes
from bot.domain.library import Library
from bot.domain.text.folding import WORDS
from bot.domain.verdict import Checker

HEAD = ("alteration", "texts", "pass as exact", "altered", "absent")
FRAMES = (
    "{words}", "{words}", "{words}", "“{words}”", "> {words}", "> {words}\nthoughts?", "{words} — Robert King, 2011",
    "Ann Buwalda: {words}", "{words} (Jane Examplewoman)", "- {words}", "**{words}** #refugees 🙏",
    "[{words}](https://example.org/a)", "Just read this: “{words}” Wow.", "{words}\n\n— Somebody Famous",
    "{words}, said Somebody Famous", "> {words}\n> — Robert King", "« {words} »", "As reported: {words}",
)  # fmt: skip
_SEED = 7
_COUNT = 10_000
_FEWEST = 8
_LONGEST = 1500
_TURNS = re.compile(r"\W*(?:not|no|never|nor|without|unless|except|cannot|only)\W*", re.IGNORECASE)
_NUMBER = re.compile(r"\d")
_OWN_MARKS = re.compile('[“”"«»]')
_NEAR = {
    "shall": "should", "must": "may", "may": "must", "the": "a", "a": "the", "and": "or", "or": "and", "is": "was",
    "was": "is", "are": "were", "were": "are", "all": "most", "has": "had", "have": "had", "to": "from", "in": "at",
    "their": "its", "this": "that", "these": "those", "who": "which", "refugees": "migrants", "refugee": "migrant",
    "of": "for", "any": "every", "said": "denied", "will": "would",
}  # fmt: skip
_OTHERS = ("people", "China", "never", "killed", "always", "Korea", "seven", "perhaps", "King", "children", "U.N.")

Change = Callable[[list[str], random.Random], list[str] | None]
"""Changes the words of a text; None where it cannot."""


@dataclass(frozen=True, slots=True)
class Alteration:
    """A stored text that was changed, in its frame."""

    kind: str
    text: str


def altered(count: int = _COUNT) -> str:
    """A table: a row for each kind, and one for all."""
    library = shipped_library()
    checker = Checker(library)
    verdicts: dict[str, list[str]] = {kind: [] for kind in _CHANGES}
    for each in alterations(library, count):
        verdicts[each.kind].append(checker.check(each.text).verdict)
    rows = [_row(kind, found) for kind, found in verdicts.items()]
    return table(HEAD, [*rows, _row("all", [verdict for found in verdicts.values() for verdict in found])])


def alterations(library: Library, count: int) -> Iterator[Alteration]:
    """So many of them, by turns of each kind; a change that gives words standing somewhere in the library is none."""
    chance = random.Random(_SEED)  # noqa: S311 - figures, not secrets
    texts, stored = list(_texts(library)), list(folded_wholes(library))
    made = 0
    while made < count:
        kind = list(_CHANGES)[made % len(_CHANGES)]
        words = chance.choice(texts).split()
        changed = _CHANGES[kind](list(words), chance)
        if changed is None or changed == words:
            continue
        text = " ".join(changed)
        folded = WORDS(text).strip(" .,;:!?-")
        if any(folded in each for each in stored):
            continue
        made += 1
        frame = FRAMES[0] if _OWN_MARKS.search(text) else chance.choice(FRAMES)
        yield Alteration(kind, frame.format(words=text))


def _row(kind: str, found: Sequence[str]) -> list[str]:
    return [kind, f"{len(found):,}", *(f"{found.count(each):,}" for each in ("exact", "altered", "absent"))]


def _texts(library: Library) -> Iterator[str]:
    """Every paragraph of the documents, whole and by sentences, and every article, whole and by paragraphs.

    Documents are pasted without their quotation marks, for between marks the words outside would be the writer's.
    """
    for document in library.documents.values():
        for number, paragraph in enumerate(document.paragraphs, 1):
            if number not in document.not_text:
                sentences = re.split(r"(?<=[a-z]{3}[.!?])\s", paragraph)
                texts = [paragraph, *(sentences if len(sentences) > 1 else ())]
                yield from filter(_is_fit, (_OWN_MARKS.sub("", text) for text in texts))
    for provision in library.provisions.values():
        parts = [part.text for part in provision.article.paragraphs]
        yield from filter(_is_fit, [*parts, *([" ".join(parts)] if len(parts) > 1 else ())])
    yield from (
        item.text for item in library.evidence.values() if _is_fit(item.text) and not _OWN_MARKS.search(item.text)
    )


def _is_fit(text: str) -> bool:
    return len(text.split()) >= _FEWEST and len(text) <= _LONGEST


def _set(words: list[str], place: int, *instead: str) -> list[str]:
    return [*words[:place], *instead, *words[place + 1 :]]


def _anywhere(change: Callable[[str, random.Random], str]) -> Change:
    """A change of any one word."""

    def changed(words: list[str], chance: random.Random) -> list[str]:
        place = chance.randrange(len(words))
        return _set(words, place, change(words[place], chance))

    return changed


def _where(pattern: re.Pattern[str], change: Callable[[str], Sequence[str]], *, inside: bool = True) -> Change:
    """A change of one of the words that a pattern is in; of the first and the last only where `inside` is false."""

    def changed(words: list[str], chance: random.Random) -> list[str] | None:
        edge = 1 if inside else 0
        places = [place for place in range(edge, len(words) - edge) if pattern.search(words[place])]
        place = chance.choice(places) if places else None
        return None if place is None else _set(words, place, *change(words[place]))

    return changed


def _in_another_case(word: str, chance: random.Random) -> str:
    return chance.choice((word.upper(), word.lower(), word[:1].upper() + word[1:], word.swapcase()))


def _left_out(words: list[str], chance: random.Random) -> list[str]:
    return _set(words, chance.randrange(1, len(words) - 1))


def _negated(words: list[str], chance: random.Random) -> list[str]:
    words.insert(chance.randrange(1, len(words)), chance.choice(("not", "never", "no")))
    return words


def _exchanged(words: list[str], chance: random.Random) -> list[str]:
    place = chance.randrange(len(words) - 1)
    words[place : place + 2] = words[place + 1], words[place]
    return words


def _doubled(words: list[str], chance: random.Random) -> list[str]:
    place = chance.choice([place for place, word in enumerate(words) if any(map(str.isalnum, word))])
    return _set(words, place, words[place], words[place])


def _nearly(words: list[str], chance: random.Random) -> list[str] | None:
    places = [place for place, word in enumerate(words) if word in _NEAR]
    place = chance.choice(places) if places else None
    return None if place is None else _set(words, place, _NEAR[words[place]])


def _moved_to_the_end(words: list[str], chance: random.Random) -> list[str]:
    place, length = chance.randrange(len(words) - 3), chance.randrange(1, 4)
    moved = words[place : place + length]
    return [*words[:place], *words[place + length :], *moved]


def _moved_to_the_beginning(words: list[str], chance: random.Random) -> list[str]:
    length = chance.randrange(1, 4)
    place = chance.randrange(1, len(words) - length + 1)
    return [*words[place : place + length], *words[:place], *words[place + length :]]


def _ended_otherwise(words: list[str], chance: random.Random) -> list[str]:
    """The last few words exchanged, doubled, replaced, or in another case: they look like an attribution."""
    length = chance.randrange(1, 4)
    last = words[-length:]
    changes = (
        [word.upper() for word in last], [word.title() for word in last], last[::-1], [*last, *last],
        [*last[:-1], chance.choice(_OTHERS)], [chance.choice(_OTHERS), *last[1:]],
    )  # fmt: skip
    return [*words[:-length], *chance.choice(changes)]


def _begun_otherwise(words: list[str], chance: random.Random) -> list[str]:
    length = chance.randrange(1, 4)
    first = words[:length]
    changes = (
        [word.upper() for word in first], first[::-1], [*first, *first], [*first[:-1], chance.choice(_OTHERS)],
        [chance.choice(_OTHERS), *first[1:]],
    )  # fmt: skip
    return [*chance.choice(changes), *words[length:]]


def _in_brackets(words: list[str], chance: random.Random) -> list[str]:
    """A negation or an exception in brackets, which marks no change."""
    words.insert(chance.randrange(1, len(words)), chance.choice(("[not]", "[never]", "[except]")))
    return words


_CHANGES: dict[str, Change] = {
    "a word in another case": _anywhere(_in_another_case),
    "another digit": _where(
        _NUMBER, lambda word: [_NUMBER.sub(lambda found: str((int(found[0]) + 1) % 10), word, count=1)], inside=False
    ),
    "a negation added": _negated,
    "a negation left out": _where(_TURNS, lambda _: []),
    "another word": _anywhere(lambda _, chance: chance.choice(_OTHERS)),
    "a near word": _nearly,
    "a word left out": _left_out,
    "two words exchanged": _exchanged,
    "a word doubled": _doubled,
    "words moved to the end": _moved_to_the_end,
    "words moved to the beginning": _moved_to_the_beginning,
    "another end": _ended_otherwise,
    "another beginning": _begun_otherwise,
    "a negation in brackets": _in_brackets,
    "an ellipsis for a negation or a number": _where(
        re.compile(f"^(?:{_TURNS.pattern}|\\D*\\d[\\d,.]*\\D*)$", re.IGNORECASE), lambda _: ["…"]
    ),
}
