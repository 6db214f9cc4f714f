"""The stored documents: the register says what they are, the files must be as they were received, byte for byte."""

import hashlib
import unicodedata
from pathlib import Path

from bot.content.yamlfile import YamlFile
from bot.domain.model import Document, DocumentEntry
from bot.domain.problem import Problem

REGISTER = "documents.yaml"


def stored(entry: DocumentEntry, register: YamlFile, seeds: Path) -> tuple[Document | None, list[Problem]]:
    """Read the text that a register entry describes, or say why it may not be used."""

    def refused(key: str, what: str, mend: str) -> tuple[None, list[Problem]]:
        return None, [register.problem((entry.id, key), what, mend)]

    file = seeds / entry.file
    if not file.resolve().is_relative_to(seeds.resolve()):
        return refused("file", f"'{entry.file}' leads out of {seeds.name}/", f"store the file itself in {seeds.name}/")
    try:
        raw = file.read_bytes()
    except OSError as error:
        return refused("file", f"'{entry.file}' cannot be read ({error.strerror})", f"put the file into {seeds.name}/")
    digest = hashlib.sha256(raw).hexdigest()
    if digest != entry.sha256:
        return refused(
            "sha256",
            f"'{entry.file}' is not the file that was registered: its sha256 is {digest}",
            "restore the file as it was received; documents are never edited",
        )
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return refused("file", f"'{entry.file}' is not UTF-8 text", "store the document as UTF-8")
    if not unicodedata.is_normalized("NFC", text):
        return refused(
            "file", f"'{entry.file}' is not in Unicode NFC", "store it in NFC; passages count its characters"
        )
    document = Document(**dict(entry), paragraphs=tuple(text.split("\n")))
    return document, _wrong_paragraphs(document, register)


def _wrong_paragraphs(document: Document, register: YamlFile) -> list[Problem]:
    problems: list[Problem] = []
    last = len(document.paragraphs)
    for position, number in enumerate(document.not_text):
        if not 1 <= number <= last:
            place = (document.id, "not_text", position)
            problems.append(register.problem(place, f"there is no paragraph {number}", f"give 1 to {last}"))
    for position, (repeated, first) in enumerate(document.same_as):
        place = (document.id, "same_as", position)
        if not (1 <= first < repeated <= last and document.paragraph(repeated) == document.paragraph(first)):
            what = f"paragraphs {repeated} and {first} are not the same text"
            problems.append(register.problem(place, what, "give [the later paragraph, the earlier one]"))
    return problems


def unregistered(entries: dict[str, DocumentEntry], register: YamlFile, seeds: Path) -> list[Problem]:
    """Files that lie beside the register without standing in it, and files registered twice."""
    problems: list[Problem] = []
    owner: dict[str, str] = {}
    for entry in entries.values():
        if entry.file in owner:
            what = f"'{entry.file}' is registered twice, also as '{owner[entry.file]}'"
            problems.append(register.problem((entry.id, "file"), what, "keep one of the two"))
        owner.setdefault(entry.file, entry.id)
    for file in sorted(seeds.glob("*.txt")):
        if file.name not in owner:
            mend = f"add it with 'python -m bot new document {seeds.name}/{file.name}', or take it away"
            problems.append(register.problem((), f"'{file.name}' is not in the register", mend))
    return problems
