"""How many stored passages are known as exact in everyday frames, and how many changed ones pass for exact."""

import random
import re
from collections.abc import Iterator

from benchmarks.shipped import shipped_library
from benchmarks.table import table
from benchmarks.whole import folded_wholes
from bot.domain.library import Library
from bot.domain.text.folding import WORDS
from bot.domain.verdict import Checker

FRAMES = {
    "as they stand": "{words}",
    "in marks": "“{words}”",
    "in a block quote": "> {words}",
    "with words below": "> {words}\nthoughts?",
    "with a name below": "> {words}\n> — {name}",
    "after a dash": "{words} — {name}",
    "after a name": "{name}: {words}",
    "before a name in brackets": "{words} ({name})",
    "in a list": "- {words}",
    "under a heading": "## Read this\n{words}",
    "in a masked link": "[{words}](https://example.org/a)",
    "with tags and emoji": "**{words}** #refugees 🙏",
    "in a sentence": "Listen to this: “{words}” What do you think?",
    "in other marks": "« {words} »",
}
FRAMED_HEAD = ("frame", "passages", "exact", "exact, but called another's")
CHANGED_HEAD = ("change", "texts", "exact", "altered", "absent")
_SEED = 5
_CHANGES = 10_000
_FEWEST = 8


def framed() -> str:
    """A table: a row for each frame."""
    library = shipped_library()
    checker = Checker(library)
    passages = [(item.passages[0].words, item.speaker or "") for item in library.quotations.values()]
    passages = [(words, name) for words, name in passages if len(words.split()) >= _FEWEST and name]
    rows: list[list[str]] = []
    for name, frame in FRAMES.items():
        found = [checker.check(frame.format(words=words, name=speaker)) for words, speaker in passages]
        exact = [check for check in found if check.verdict == "exact"]
        accused = sum(check.attribution == "other" for check in exact)
        rows.append([name, str(len(found)), str(len(exact)), str(accused)])
    return table(FRAMED_HEAD, rows)


def changed(count: int = _CHANGES) -> str:
    """A table: a row for each way of changing one word of a sentence that quotes nobody, and of an article.

    A changed text whose words stand elsewhere in the library is not counted.
    """
    library = shipped_library()
    checker, chance = Checker(library), random.Random(_SEED)  # noqa: S311 - figures, not secrets
    sentences, everything = list(_sentences(library)), list(folded_wholes(library))
    verdicts: dict[str, list[str]] = {name: [] for name in ("replaced", "left out", "added", "exchanged", "capitals")}
    while sum(map(len, verdicts.values())) < count:
        how = chance.choice(list(verdicts))
        text = _change(chance.choice(sentences).split(), how, chance)
        folded = WORDS(text).strip(" .,;:!?-")
        if not any(folded in stored for stored in everything):
            verdicts[how].append(checker.check(text).verdict)
    rows = [
        [how, str(len(found)), *(str(found.count(each)) for each in CHANGED_HEAD[2:])]
        for how, found in verdicts.items()
    ]
    return table(CHANGED_HEAD, rows)


def _change(words: list[str], how: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(words) - 1)
    other = chance.choice(("never", "all", "children", "five", "perhaps"))
    instead = {
        "replaced": [other],
        "left out": [],
        "added": [words[place], other],
        "exchanged": [words[place + 1], words[place]],
        "capitals": [words[place].swapcase()],
    }[how]
    return " ".join([*words[:place], *instead, *words[place + (2 if how == "exchanged" else 1) :]])


def _sentences(library: Library) -> Iterator[str]:
    for document in library.documents.values():
        for number, paragraph in enumerate(document.paragraphs, 1):
            sentences = re.split(r"(?<=[a-z]{3}[.!?])\s", paragraph) if number not in document.not_text else []
            yield from (text for text in sentences if len(text.split()) >= _FEWEST and not re.search('[“”"]', text))
    for provision in library.provisions.values():
        yield from (part.text for part in provision.article.paragraphs if len(part.text.split()) >= _FEWEST)
