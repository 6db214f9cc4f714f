"""The words of the code: standard ones for machinery, and each public class with a name of its own."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(path for package in ("bot", "discord_sandbox") for path in (ROOT / package).rglob("*.py"))
MODULES = SHIPPED + sorted(
    path for folder in ("tests", "benchmarks", "tools") for path in (ROOT / folder).rglob("*.py")
)

ABANDONED = {
    "house": "snapshot",
    "shelf": "snapshot",
    "stock": "snapshot",
    "renew": "reload",
    "renewal": "reload",
    "reception": "gate",
    "visit": "context",
    "manners": "policy",
    "deed": "action",
    "deeds": "action",
    "veil": "content note",
}
"""Words that the code once had for things that have a usual name, with that name."""

ABANDONED_FOR_A_CLASS_OR_MODULE = {
    "beside": "section",
    "foot": "footer",
    "presses": "router",
    "talk": "commentary",
    "used": "menus",
    "at": "routes",
    "differing": "diff",
    "showing": "options",
    "units": "tokens",
    "letters": "stemming",
    "beginnings": "prefixes",
    "cues": "intent",
}
"""Such words as may still be part of a longer name, or stand in a sentence."""


def words(name: str) -> set[str]:
    """The words of a name in either way of writing names."""
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


def names(tree: ast.AST) -> Iterator[str]:
    """What a file gives a name to; the names of tests are sentences and may have any word."""
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name) | ast.arg(arg=name):
                yield name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) if not name.startswith("test_"):
                yield name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name
            case _:
                pass


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_no_abandoned_word_is_in_a_name() -> None:
    found = [
        f"{path.relative_to(ROOT).as_posix()}: {name} is usually called {ABANDONED[word]}"
        for path in MODULES
        for name in {path.stem, *names(parsed(path))}
        for word in words(name) & {*ABANDONED}
    ]
    assert found == []


def test_no_class_or_module_has_an_abandoned_name() -> None:
    for path in SHIPPED:
        classes = [node.name.lower() for node in ast.walk(parsed(path)) if isinstance(node, ast.ClassDef)]
        assert not {path.stem, *classes} & ABANDONED_FOR_A_CLASS_OR_MODULE.keys(), path.relative_to(ROOT).as_posix()


def test_no_two_public_classes_share_a_name() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path in SHIPPED:
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(path.relative_to(ROOT).as_posix())
    assert {name: files for name, files in places.items() if len(files) > 1} == {}
