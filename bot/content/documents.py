"""The stored documents: the register says what they are, the files must be as they were received, byte for byte."""

import hashlib
import unicodedata
from collections.abc import Container
from pathlib import Path

from bot.content.codes import documents as codes
from bot.content.codes import files
from bot.content.read import listed
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
    if not file.resolve().is_relative_to(seeds.resolve()):
        what = f"'{entry.file}' leads out of {seeds.name}/"
        return None, refused(files.OUTSIDE, "file", what, f"store the file itself in {seeds.name}/")
    try:
        raw = file.read_bytes()
    except OSError as error:
        what = f"'{entry.file}' cannot be read ({error.strerror})"
        return None, refused(files.UNREADABLE, "file", what, f"put the file into {seeds.name}/")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        what = f"'{entry.file}' is not UTF-8 text"
        return None, refused(files.NOT_UTF8, "file", what, "store the document as UTF-8")
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
    return Document(**dict(entry), paragraphs=paragraphs), problems


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
