"""Every parser of what others write, with what it is tried on."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from bot.bounds import LARGEST_ENV
from bot.cards.routes import every_address
from bot.content.moderation import Moderation
from bot.content.settings_text import written
from bot.content.upload import LARGEST as LARGEST_SETTINGS
from tests.fuzz.of_cards import CUSTOM_IDS, custom_id, escaping, layout
from tests.fuzz.of_content import (
    ENV,
    SETTINGS,
    YAML,
    asked_file,
    entries_of,
    env_file,
    item,
    rules,
    settings_file,
    stanza,
    yaml_text,
)
from tests.fuzz.of_search import DATES, RECEIPTS, REFERENCES, citation, dates, question, receipt, suggestion
from tests.fuzz.of_verdicts import PASTED, pasted_text, text_file, verdict
from tests.fuzz.trying import Parser
from tests.shipped import library

ROOT = Path(__file__).parents[2]

SHARES: Final = {
    "custom ids": 220,
    "escaping": 220,
    "layout": 60,
    "citations": 80,
    "dates, numbers": 90,
    "pasted": 55,
    "verdicts": 24,
    "text files": 5,
    "questions": 14,
    "suggestions": 12,
    "receipts, names": 30,
    "YAML": 120,
    "items": 16,
    "asked files": 5,
    "settings": 25,
    ".env": 40,
    "stanzas": 4,
    "frames": 10,
}
"""How many of a thousand inputs, or so, each parser has; `frames` are tried by `tests.fuzz.frames`, in another way."""


def _parser(name: str, seeds: Sequence[str], try_: Callable[[str], None], longest: int = 6_000) -> Parser:
    return Parser(name, SHARES[name], seeds, try_, longest)


@cache
def parsers() -> tuple[Parser, ...]:
    """All of them but `frames`, with what the shipped library has for them."""
    known = library()
    passages = [line for document in known.documents.values() for line in document.paragraphs if line.strip()]
    quoted = [words for evidence in known.evidence.values() for words in evidence.words]
    articles = [
        part.text for each in known.instruments.values() for article in each.articles for part in article.paragraphs
    ]
    asked = [phrase for phrases in known.asked.values() for phrase in phrases]
    names = [
        *(brief.title for brief in known.briefs.values()),
        *(alias for brief in known.briefs.values() for alias in brief.aliases),
    ]
    pasted = [*passages, *quoted, *articles, *(frame.format(words) for frame in PASTED for words in quoted[::5])]
    files = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "briefs").rglob("*.yaml"))]
    register = (ROOT / "seeds" / "documents.yaml").read_text(encoding="utf-8")
    entries = [entry for file in [*files, register] for entry in entries_of(file)]
    settings = [
        written(rules(), Moderation().in_force()),
        *SETTINGS,
        (ROOT / "moderation.yaml").read_text(encoding="utf-8"),
    ]
    addresses = [str(address) for _, address in every_address(known)]
    typed = [*asked, *names, *quoted, *REFERENCES]
    return (
        _parser("custom ids", [*addresses, *CUSTOM_IDS], custom_id, 120),
        _parser("escaping", [*typed, *passages], escaping),
        _parser("layout", [*typed, *passages], layout),
        _parser("citations", [*REFERENCES, *names, *articles], citation, 600),
        _parser("dates, numbers", [*DATES, *names, *passages], dates, 1_000),
        _parser("pasted", pasted, pasted_text),
        _parser("verdicts", pasted, verdict),
        _parser(
            "text files",
            ["\n\n".join(pasted[at : at + 8]) for at in range(0, len(pasted) - 8, 8)],
            text_file,
            40_000,
        ),
        _parser("questions", typed, question),
        _parser("suggestions", typed, suggestion, 200),
        _parser("receipts, names", [*RECEIPTS, *names], receipt, 300),
        _parser("YAML", [*entries, *settings, *YAML], yaml_text, 20_000),
        _parser("items", entries, item, 20_000),
        _parser("asked files", [file[:6_000] for file in files if "\nbrief:" in file], asked_file, 20_000),
        _parser("settings", settings, settings_file, LARGEST_SETTINGS),
        _parser(".env", [*ENV, (ROOT / ".env.example").read_text(encoding="utf-8")], env_file, LARGEST_ENV),
        _parser("stanzas", [*quoted, *passages], stanza, 600),
    )
