"""The stored documents: the register says what they are, the files must be as they were received, byte for byte."""

import hashlib
import unicodedata
from collections.abc import Container, Iterator, Sequence
from pathlib import Path

from bot.bounds import LARGEST_DOCUMENT, LONGEST_PARAGRAPH, MOST_PARAGRAPHS
from bot.bytefile import TooLargeError, bytes_of
from bot.content.codes import documents as codes
from bot.content.codes import files
from bot.content.read import listed, why
from bot.content.yamlfile import YamlFile
from bot.domain.model import Document, DocumentEntry
from bot.domain.problem import Explanation, Problem

REGISTER = "documents.yaml"


def stored(entry: DocumentEntry, register: YamlFile, seeds: Path) -> tuple[Document | None, list[Problem]]:
    """Read the text that a register entry describes.

    Where something is wrong with it, it is given all the same if there is text at all: whether evidence still stands in
    it can be looked at before it is put right.
    """

    def refused(rule: Explanation, key: str, what: str, mend: str) -> list[Problem]:
        return [register.problem(rule, (entry.id, key), what, mend)]

    file = seeds / entry.file
    try:
        if not file.resolve().is_relative_to(seeds.resolve()):
            what = f"'{entry.file}' leads out of {seeds.name}/"
            return None, refused(files.OUTSIDE, "file", what, f"store the file itself in {seeds.name}/")
        raw = bytes_of(file, LARGEST_DOCUMENT)
    except TooLargeError as error:
        what = f"'{entry.file}' has {error.size:,} bytes"
        return None, refused(files.TOO_LARGE, "file", what, f"split it: a document may have {LARGEST_DOCUMENT:,}")
    except (OSError, RuntimeError) as error:
        what = f"'{entry.file}' cannot be read ({why(error)})"
        return None, refused(files.UNREADABLE, "file", what, f"put the file into {seeds.name}/")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        what = f"'{entry.file}' is not UTF-8 text"
        return None, refused(files.NOT_UTF8, "file", what, "store the document as UTF-8")
    if unfit := _unfit_lines(text):
        mend = "store the document with each of its paragraphs in a line of its own"
        return None, refused(files.TOO_LONG_A_LINE, "file", f"'{entry.file}' has {unfit}", mend)
    problems: list[Problem] = []
    digest = hashlib.sha256(raw).hexdigest()
    if digest != entry.sha256:
        what = f"'{entry.file}' is not the file that was registered: its sha256 is {digest}"
        mend = "restore the file as it was received; documents are never edited"
        problems = refused(codes.ALTERED, "sha256", what, mend)
    elif not unicodedata.is_normalized("NFC", text):
        what = f"'{entry.file}' is not in Unicode NFC"
        problems = refused(codes.NOT_COMPOSED, "file", what, "store it in NFC; passages count its characters")
    paragraphs = tuple(unicodedata.normalize("NFC", text).split("\n"))
    wrong = dict(_wrong_paragraphs(entry, paragraphs, register))
    same_as = tuple(pair for place, pair in enumerate(entry.same_as) if ("same_as", place) not in wrong)
    document = Document.model_validate({**dict(entry), "same_as": same_as, "paragraphs": paragraphs})
    return document, [*problems, *wrong.values()]


def _unfit_lines(text: str) -> str:
    """What is too much of a document's lines; empty where nothing is."""
    lines = text.count("\n") + 1
    if lines > MOST_PARAGRAPHS:
        return f"{lines:,} lines, and may have {MOST_PARAGRAPHS:,}"
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_PARAGRAPH:
            return f"{len(line):,} characters in line {number}, and may have {LONGEST_PARAGRAPH:,}"
    return ""


def _wrong_paragraphs(
    entry: DocumentEntry, paragraphs: Sequence[str], register: YamlFile
) -> Iterator[tuple[tuple[str, int], Problem]]:
    """What the register says of paragraphs that are not there, or not the same; each by its place in the entry."""
    last = len(paragraphs)
    named = [("not_text", at, number) for at, number in enumerate(entry.not_text)]
    named += [("heading", at, number) for at, number in enumerate(entry.heading)]
    for key, position, number in named:
        if not 1 <= number <= last:
            place = (key, position)
            what = f"there is no paragraph {number}"
            yield place, register.problem(codes.NO_PARAGRAPH, (entry.id, *place), what, f"give 1 to {last}")
    for position, (repeated, first) in enumerate(entry.same_as):
        if not (1 <= first < repeated <= last and paragraphs[repeated - 1] == paragraphs[first - 1]):
            place = ("same_as", position)
            what = f"paragraphs {repeated} and {first} are not the same text"
            mend = "give [the later paragraph, the earlier one]"
            yield place, register.problem(codes.NOT_THE_SAME, (entry.id, *place), what, mend)


def unregistered(
    entries: dict[str, DocumentEntry], known: Container[str], register: YamlFile, seeds: Path
) -> list[Problem]:
    """Files that lie beside the register without standing in it, and files registered twice."""
    problems: list[Problem] = []
    owner: dict[str, str] = {}
    for entry in entries.values():
        if entry.file in owner:
            what = f"'{entry.file}' is registered twice, also as '{owner[entry.file]}'"
            mend = "keep one of the two"
            problems.append(register.problem(codes.REGISTERED_TWICE, (entry.id, "file"), what, mend))
        owner.setdefault(entry.file, entry.id)
    for file in listed(seeds, "*.txt"):
        if file.name not in known:
            mend = f"add it with 'python -m bot new document {seeds.name}/{file.name}', or take it away"
            what = f"'{file.name}' is not in the register"
            problems.append(register.problem(codes.UNREGISTERED, (), what, mend))
    return problems
