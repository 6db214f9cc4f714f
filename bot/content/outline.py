"""Outlines for authors to fill in: hints are comments, and what is not filled in is a problem until it is."""

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from bot.bounds import LARGEST_DOCUMENT
from bot.bytefile import bytes_of
from bot.content.read import listed
from bot.content.stanza import slug as slug_of
from bot.domain.model import SLUG_LENGTH, SLUG_PATTERN
from bot.domain.model.item import LANGUAGE_PATTERN
from bot.refusal import RefusedError


def write_brief(slug: str, briefs: Path, today: date) -> Path:
    """Write the outline of a brief into its file, which must not be there yet.

    Raises:
        RefusedError: the slug cannot be an id, or there is such a file.
    """
    if not re.fullmatch(SLUG_PATTERN, slug) or len(slug) > SLUG_LENGTH:
        raise RefusedError(f"'{slug}' cannot be an id: use lower-case letters, digits and single hyphens.")
    file = briefs / "topics" / f"{slug}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8") as written:
            written.write(brief_outline(slug, today))
    except FileExistsError:
        raise RefusedError(f"{file} is already there; choose another id, or edit it.") from None
    return file


def brief_outline(slug: str, today: date) -> str:
    """The beginning of a brief; `check` says what is still to be filled in."""
    review_by = today.replace(year=today.year + 1, day=min(today.day, 28))
    return f"""\
# yaml-language-server: $schema=../../schemas/topics.schema.json
# briefs/topics/{slug}.yaml

# The question, as a member would ask it.
title:

# Under which heading of /topics: one of the groups in briefs/wording.yaml.
group:

# It answers the title in at most 45 words. It rests on ids of evidence, article:ID or note:ID.
answer:
  text:
  rests_on: []

# Its other names and how people ask for it, in the languages of your server: twenty or more. In words that no answer
# should show or complete: briefs/asked.
aliases: []

# Three or four, the most important first, in at most 24 words each: who says what, and when.
claims:
  - text:
    rests_on: []

# What each actor says, going on from its name: {{actor: …, text: says that …, rests_on: […]}}; or {{actor: …,
# silent: true}} for one that nobody quotes.
positions: []

# The actors that something is said against; each needs a position.
accuses: []

# The date of the newest evidence: 2005, 2005-02 or 2005-02-04.
as_of:

reviewed: {today.isoformat()}
review_by: {review_by.isoformat()}
"""


def write_introduction(briefs: Path) -> Path:
    """Write the outline of what the library says of itself into `library.yaml`, which must not be there yet.

    Raises:
        RefusedError: there is such a file.
    """
    file = briefs / "library.yaml"
    try:
        with file.open("x", encoding="utf-8") as written:
            written.write(introduction_outline())
    except FileExistsError:
        raise RefusedError(f"{file} is already there; edit it.") from None
    return file


def introduction_outline() -> str:
    """The beginning of what the library says of itself, in one language."""
    return """\
# yaml-language-server: $schema=../schemas/library.schema.json
# What the library is about. One part for each language: en, ko ...
en:
  # One sentence.
  subject:
  # What it is drawn from, as it goes on after "Drawn from"; the years of the documents are added.
  drawn_from:
  # Three questions that it answers, as people ask them: check tries them.
  questions: []
  # References that /treaty takes, as people type them.
  references: []
"""


def write_asked(language: str, briefs: Path) -> Path:
    """Write the outline of how people ask in one language into `asked`, where its file must not be there yet.

    Raises:
        RefusedError: nobody on Discord has such a language, or there is such a file.
    """
    if not re.fullmatch(LANGUAGE_PATTERN, language):
        raise RefusedError(f"'{language}' is no language of Discord's; write en, ko, zh or the like.")
    file = briefs / "asked" / f"{language}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8") as written:
            written.write(asked_outline(topic.stem for topic in listed(briefs / "topics", "*.yaml")))
    except FileExistsError:
        raise RefusedError(f"{file} is already there; edit it.") from None
    return file


def asked_outline(slugs: Iterable[str]) -> str:
    """The beginning of how people ask for each of these briefs."""
    keys = "".join(f"\nbrief:{slug}: |\n" for slug in slugs)
    return f"""\
# yaml-language-server: $schema=../../schemas/asked.schema.json
# How people ask in everyday words: a phrase a line, of two to eight words, indented below its item. Search learns from
# them, and nobody is shown them. Below the briefs go terms and others in the same way: term:ID: |
{keys}"""


def correction_outline(item: str, was: str, today: date) -> str:
    """An entry for a correction, with the receipt before; the rest is the editors' to say."""
    return f"""\
# For briefs/corrections.yaml
{item.replace(":", "-")[: SLUG_LENGTH - 11]}-{today.isoformat()}:
  day: {today.isoformat()}
  item: {item}
  was: {was}
  # what was wrong, in a sentence or two
  wrong: TODO
  # what it says now
  now: TODO
  # how it came to be wrong
  why: TODO
"""


def document_outline(file: Path) -> str:
    """A register entry for a new document, with its digest; the rest is the editors' to say.

    Raises:
        RefusedError: it cannot be read, or is larger than a document may be.
    """
    try:
        digest = hashlib.sha256(bytes_of(file, LARGEST_DOCUMENT)).hexdigest()
    except OSError as error:
        raise RefusedError(f"{file} cannot be registered: {error.strerror}.") from error
    return f"""\
# For seeds/documents.yaml
{slug_of(file.stem)}:
  file: {file.name}
  sha256: {digest}
  # title: as it is printed, or null for an untitled document
  # short: what a line of small print calls it, in at most 20 characters; without it the publisher's name stands there
  # who published it, and how surely we know: confirmed, likely or unknown
  publisher:
  publisher_certainty:
  # author: as it is printed, or null where nobody is named
  # 2005, 2005-02 or 2005-02-04; inferred: true where the document does not print it
  date:
    value:
    inferred: false
  # what kind of text it is
  kind:
  # whose view it gives, in neutral words
  stance:
  # one of the labels in briefs/wording.yaml
  label:
  # paragraphs that are page furniture: captions, menus, author boxes
  not_text: []
  # paragraphs that stand over the text: headline, author, date; readers' numbers begin after them
  heading: []
"""
