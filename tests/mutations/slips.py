"""Spoils copies of the shipped content, one small slip at a time, and counts how many slips `check` refuses.

    python -m tests.mutations.slips --count 500 --seed 1

Each kind of slip is one that an author's hand or a quarrel's heat could make: a word of a quotation, a digit, a speaker
put under another document, a narration called a quotation, an article's text, an id, a date, a name.
"""

import argparse
import datetime as dt
import json
import random
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bot.content.load import examine

ROOT = Path(__file__).parents[2]

Way = tuple[str | int, ...]

SENTENCES = re.compile(r"(text|answer|title|counts|question|why_they_differ|shown_as)$")
DATES = {"as_of", "date", "until", "said", "bound_since", "adopted", "in_force", "value"}
REFERENCES = {
    "rests_on",
    "articles",
    "figures",
    "notes",
    "see_also",
    "topics",
    "reported",
    "compares",
    "label",
    "group",
}
OTHER_WORDS = ("people", "China", "never", "killed", "said", "many")
NUMBER_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty")


@dataclass(frozen=True)
class Scalar:
    """One value of a YAML file, where it stands in the text and what it says."""

    way: Way
    value: str
    start: int
    end: int
    is_block: bool

    @property
    def key(self) -> str:
        """The nearest key above the value."""
        return next((step for step in reversed(self.way) if isinstance(step, str)), "")


@dataclass(frozen=True)
class Slip:
    """What a mutation does: the files it writes anew, and words for people."""

    what: str
    files: Mapping[str, str]


@dataclass
class Content:
    """The YAML files, by their path below the root, and a source of chance."""

    texts: dict[str, str]
    chance: random.Random
    _scalars: dict[str, list[Scalar]] = field(default_factory=dict[str, list[Scalar]])

    def scalars(self, pattern: str) -> list[tuple[str, Scalar]]:
        """The values of the files whose path matches, in order."""
        found: list[tuple[str, Scalar]] = []
        for path, text in self.texts.items():
            if re.match(pattern, path):
                if path not in self._scalars:
                    self._scalars[path] = list(_scalars(yaml.compose(text), ()))
                found.extend((path, scalar) for scalar in self._scalars[path])
        return found

    def with_value(self, path: str, scalar: Scalar, value: str) -> dict[str, str]:
        """The file with another value in the place of one."""
        text = self.texts[path]
        written = json.dumps(value, ensure_ascii=False) + ("\n" if scalar.is_block else "")
        return {path: text[: scalar.start] + written + text[scalar.end :]}


def _scalars(node: yaml.Node | None, way: Way) -> Iterator[Scalar]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(value, (*way, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for place, value in enumerate(node.value):
            yield from _scalars(value, (*way, place))
    elif isinstance(node, yaml.ScalarNode):
        yield Scalar(way, node.value, node.start_mark.index, node.end_mark.index, node.style in {">", "|"})


def _spoilt_word(words: str, chance: random.Random) -> str:
    """The words with one of them dropped, doubled, put in capitals, replaced or with a negation before it.

    The first and the last are never dropped: what is left would still be the document's own words.
    """
    parts = words.split(" ")
    place = chance.randrange(len(parts))
    match chance.choice(["drop", "double", "case", "replace", "not"]):
        case "drop" if 0 < place < len(parts) - 1:
            del parts[place]
        case "double":
            parts.insert(place, parts[place])
        case "case" if any(map(str.isalpha, parts[place])):
            parts[place] = parts[place].swapcase()
        case "replace":
            parts[place] = chance.choice([word for word in OTHER_WORDS if word != parts[place]])
        case _:
            parts.insert(place, "not")
    return " ".join(parts)


def _spoilt_digit(text: str, chance: random.Random) -> str | None:
    places = [match.start() for match in re.finditer(r"\d", text)]
    if not places:
        return None
    place = chance.choice(places)
    other = chance.choice([digit for digit in "0123456789" if digit != text[place]])
    return text[:place] + other + text[place + 1 :]


def _spoilt_letter(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text))
    return text[:place] + chance.choice("abcdefghijklmnopqrstuvwxyz") + text[place + 1 :]


def _choose(content: Content, pattern: str, wanted: Callable[[Scalar], bool]) -> tuple[str, Scalar]:
    return content.chance.choice([found for found in content.scalars(pattern) if wanted(found[1])])


def evidence_word(content: Content) -> Slip:
    """A word of a quotation or a narration."""
    path, scalar = _choose(content, r"briefs/evidence/", lambda scalar: scalar.key == "words")
    spoilt = _spoilt_word(scalar.value, content.chance)
    return Slip(f"{path} {scalar.way}: {spoilt!r}", content.with_value(path, scalar, spoilt))


def evidence_digit(content: Content) -> Slip:
    """A digit of evidence: in its words, or of its paragraph."""
    path, scalar = _choose(
        content,
        r"briefs/evidence/",
        lambda scalar: scalar.key in {"words", "paragraph"} and bool(re.search(r"\d", scalar.value)),
    )
    spoilt = _spoilt_digit(scalar.value, content.chance) or ""
    return Slip(f"{path} {scalar.way}: {spoilt!r}", content.with_value(path, scalar, spoilt))


def moved_evidence(content: Content) -> Slip:
    """A speaker's words moved under another document."""
    path, scalar = _choose(content, r"briefs/evidence/", lambda scalar: scalar.key == "speaker")
    other = content.chance.choice([name for name in content.texts if "/evidence/" in name and name != path])
    entry = re.compile(rf"^{re.escape(str(scalar.way[0]))}:\n(?:[ \t].*\n|\n)*", re.MULTILINE)
    whole = content.texts[path] + "\n"
    moved = "".join(match.group() for match in entry.finditer(whole))
    files = {path: entry.sub("", whole), other: content.texts[other].rstrip() + "\n\n" + moved}
    return Slip(f"{scalar.way[0]} moved from {path} to {other}", files)


def other_kind(content: Content) -> Slip:
    """A narration called a quotation, or a quotation called a narration."""
    path, scalar = _choose(content, r"briefs/evidence/", lambda scalar: scalar.key == "kind")
    other = "quotation" if scalar.value == "narration" else "narration"
    files = content.with_value(path, scalar, other)
    if other == "quotation" and "speaker" not in _entry_keys(content, path, str(scalar.way[0])):
        # With a speaker, so that the form is right and only the proof can refuse it.
        files[path] = files[path].replace(f"{scalar.way[0]}:\n", f"{scalar.way[0]}:\n  speaker: China\n", 1)
    return Slip(f"{path} {scalar.way[0]}: {other}", files)


def _entry_keys(content: Content, path: str, entry: str) -> set[str]:
    return {
        str(scalar.way[1])
        for name, scalar in content.scalars(re.escape(path))
        if name == path and scalar.way[0] == entry
    }


def other_speaker(content: Content) -> Slip:
    """Words given to a speaker of another document."""
    path, scalar = _choose(content, r"briefs/evidence/", lambda scalar: scalar.key == "speaker")
    others = [
        other.value for name, other in content.scalars(r"briefs/evidence/") if other.key == "speaker" and name != path
    ]
    spoilt = content.chance.choice([other for other in others if other != scalar.value])
    return Slip(f"{path} {scalar.way[0]}: said by {spoilt}", content.with_value(path, scalar, spoilt))


def article_text(content: Content) -> Slip:
    """A word of a treaty."""
    path, scalar = _choose(
        content, r"briefs/instruments/", lambda scalar: "paragraphs" in scalar.way and scalar.key == "text"
    )
    spoilt = _spoilt_word(scalar.value, content.chance)
    return Slip(f"{path} {scalar.way}: {spoilt!r}", content.with_value(path, scalar, spoilt))


def bound(content: Content) -> Slip:
    """A digit of a bound of a figure; a small one spoilt may be another number of the same evidence."""
    path, scalar = _choose(
        content, r"briefs/figures", lambda scalar: scalar.key in {"low", "high"} and len(scalar.value) > 3
    )
    spoilt = _spoilt_digit(scalar.value, content.chance) or ""
    return Slip(f"{path} {scalar.way}: {spoilt}", content.with_value(path, scalar, spoilt))


def reference(content: Content) -> Slip:
    """A letter of an id that something names."""
    path, scalar = _choose(
        content, r"briefs/(?!wording)", lambda scalar: scalar.key in REFERENCES and " " not in scalar.value
    )
    spoilt = scalar.value
    while spoilt == scalar.value:
        spoilt = _spoilt_letter(scalar.value, content.chance)
    return Slip(f"{path} {scalar.way}: {spoilt}", content.with_value(path, scalar, spoilt))


def date(content: Content) -> Slip:
    """A digit of a date that says when something was."""
    path, scalar = _choose(
        content,
        r"briefs/(topics|timeline|figures|evidence)",
        lambda scalar: scalar.key in DATES and bool(re.search(r"\d", scalar.value)),
    )
    spoilt = _spoilt_digit(scalar.value, content.chance) or ""
    return Slip(f"{path} {scalar.way}: {spoilt}", content.with_value(path, scalar, spoilt))


def own_number(content: Content) -> Slip:
    """A number in a sentence of a brief, a figure or the timeline."""
    pattern = re.compile(rf"\d|\b({'|'.join(NUMBER_WORDS)})\b")
    path, scalar = _choose(
        content,
        r"briefs/(topics|timeline|figures)",
        lambda scalar: bool(SENTENCES.search(scalar.key)) and bool(pattern.search(scalar.value)),
    )
    words = [match for match in pattern.finditer(scalar.value) if match.group(1)]
    if words and content.chance.random() < 0.5:
        word = content.chance.choice(words)
        other = content.chance.choice([number for number in NUMBER_WORDS if number != word.group(1)])
        spoilt = scalar.value[: word.start()] + other + scalar.value[word.end() :]
    else:
        spoilt = _spoilt_digit(scalar.value, content.chance) or scalar.value.replace(words[0].group(1), "twelve", 1)
    return Slip(f"{path} {scalar.way}: {spoilt!r}", content.with_value(path, scalar, spoilt))


def own_quotation(content: Content) -> Slip:
    """A word between quotation marks in a sentence of ours."""
    quoted = re.compile(r"“([^”]+)”")
    path, scalar = _choose(
        content,
        r"briefs/(topics|timeline|figures|notes)",
        lambda scalar: scalar.key == "text" and bool(quoted.search(scalar.value)),
    )
    chosen = content.chance.choice(list(quoted.finditer(scalar.value)))
    spoilt = scalar.value[: chosen.start(1)] + _spoilt_word(chosen[1], content.chance) + scalar.value[chosen.end(1) :]
    return Slip(f"{path} {scalar.way}: {spoilt!r}", content.with_value(path, scalar, spoilt))


def own_name(content: Content) -> Slip:
    """A letter of a person's surname in a sentence of ours."""
    people = [scalar.value.split()[-1] for _, scalar in content.scalars(r"briefs/people") if "names" in scalar.way]
    pattern = re.compile(rf"\b({'|'.join(sorted({name for name in people if name.isalpha() and len(name) > 4}))})\b")
    path, scalar = _choose(
        content,
        r"briefs/(topics|timeline|notes|figures)",
        lambda scalar: scalar.key == "text" and bool(pattern.search(scalar.value)),
    )
    name = content.chance.choice(list(pattern.finditer(scalar.value)))
    wrong = name[1][0] + name[1][2] + name[1][1] + name[1][3:]
    wrong = wrong if wrong != name[1] else name[1] + "s"
    spoilt = scalar.value[: name.start()] + wrong + scalar.value[name.end() :]
    return Slip(f"{path} {scalar.way}: {wrong}", content.with_value(path, scalar, spoilt))


def any_digit(content: Content) -> Slip:
    """Any digit of any value in any file."""
    path, scalar = _choose(content, r".*", lambda scalar: bool(re.search(r"\d", scalar.value)))
    spoilt = _spoilt_digit(scalar.value, content.chance) or ""
    return Slip(f"{path} {scalar.way}: {spoilt!r}", content.with_value(path, scalar, spoilt))


def any_word(content: Content) -> Slip:
    """Any word of any value in any file."""
    path, scalar = _choose(content, r".*", lambda scalar: bool(scalar.value.strip()))
    spoilt = _spoilt_word(scalar.value, content.chance)
    return Slip(f"{path} {scalar.way}: {spoilt!r}", content.with_value(path, scalar, spoilt))


REFUSED: tuple[Callable[[Content], Slip], ...] = (
    evidence_word,
    evidence_digit,
    moved_evidence,
    other_kind,
    article_text,
    bound,
    reference,
)
"""The files themselves disprove these."""
NEARLY_ALWAYS_REFUSED: tuple[Callable[[Content], Slip], ...] = (
    other_speaker,
    date,
    own_number,
    own_quotation,
    own_name,
)
"""By chance one of these may be true as well: another number, date or speaker of the same evidence."""
ANYTHING: tuple[Callable[[Content], Slip], ...] = (any_digit, any_word)
"""In any value of any file, aliases, addresses and what people ask included: many of these nobody could refute."""


class Trial:
    """A copy of the content in which slips are tried, one after the other."""

    def __init__(self, folder: Path, seed: int, today: dt.date) -> None:
        self._folder = folder
        self._today = today
        for name in ("seeds", "briefs"):
            shutil.copytree(ROOT / name, folder / name)
        self._texts = {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(folder.rglob("*.yaml"))
        }
        self.content = Content(self._texts, random.Random(seed))  # noqa: S311 - chance, not secrecy

    def is_refused(self, slip: Slip) -> bool | None:
        """Whether `check` refuses the content with the slip in it; None when the slip changes nothing at all."""
        if all(self._texts[path] == text for path, text in slip.files.items()):
            return None
        for path, text in slip.files.items():
            (self._folder / path).write_text(text, encoding="utf-8")
        try:
            return not examine(self._folder / "seeds", self._folder / "briefs", self._today).is_sound
        finally:
            for path in slip.files:
                (self._folder / path).write_text(self._texts[path], encoding="utf-8")


def main() -> None:
    """Print, for each kind of slip, how many were tried and refused, and every one that was not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", action="append", help="only this kind; may be given several times")
    asked = parser.parse_args()
    kinds = [
        kind for kind in (*REFUSED, *NEARLY_ALWAYS_REFUSED, *ANYTHING) if not asked.kind or kind.__name__ in asked.kind
    ]
    tried: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder), asked.seed, dt.datetime.now(dt.UTC).date())
        while tried.total() < asked.count:
            kind = kinds[tried.total() % len(kinds)]
            slip = kind(trial.content)
            answer = trial.is_refused(slip)
            if answer is None:
                continue
            tried[kind.__name__] += 1
            refused[kind.__name__] += answer
            if not answer:
                print(f"not refused: {kind.__name__}: {slip.what}")
    for kind in kinds:
        name = kind.__name__
        print(f"{name:16} {refused[name]:4} of {tried[name]:4} refused")
    print(f"{'all':16} {refused.total():4} of {tried.total():4} refused")


if __name__ == "__main__":
    main()
