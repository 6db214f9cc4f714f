"""Files that are not there although much leads into them: most likely deleted, or renamed."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.domain.lint.references import Reference
from bot.domain.problem import Section

MANY = 3
"""Fewer references are taken for slips, each of which is listed."""

_NUMBER = re.compile(r"(-(\d+[a-z]?|[ivx]+|[a-z]))+$")
"""How the id of an article ends, after that of its instrument."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A file that is not there, the items that it would have, and how many references lead to them."""

    file: str
    items: frozenset[tuple[Section, str]]
    references: int


def _is_of(evidence: str, document: str) -> bool:
    """Whether an id begins, as is the custom, with a word of its document's id, or with the beginning of one."""
    return any(word.startswith(evidence.split("-", maxsplit=1)[0]) for word in document.split("-"))


def missing_files(unknown: Iterable[Reference], documents: Collection[str]) -> list[Missing]:
    """The files that many references to nothing lead into.

    Args:
        unknown: references to what is not there.
        documents: the documents that have no file of evidence.
    """
    leading: defaultdict[str, list[tuple[Section, str]]] = defaultdict(list)
    for named in unknown:
        kind, _, key = named.id.rpartition(":")
        match kind or named.kind:
            case "article":
                stem = _NUMBER.sub("", key)
                leading[f"instruments/{stem}"].append(("instrument", stem))
            case "support" | "evidence":
                for document in documents:
                    if _is_of(key, document):
                        leading[f"evidence/{document}"].append(("evidence", key))
            case "brief":
                leading[f"topics/{key}"].append(("brief", key))
            case _:
                pass
    return [
        Missing(f"{file}.yaml", frozenset(items), len(items)) for file, items in leading.items() if len(items) >= MANY
    ]
