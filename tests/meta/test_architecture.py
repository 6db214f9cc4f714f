"""The plan of the project, kept by reading the code itself."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted([*(ROOT / "bot").rglob("*.py"), *(ROOT / "discord_sandbox").rglob("*.py")])

MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "__main__": {"cli"},
    "refusal": set(),
    "bounds": set(),
    "bytefile": set(),
    "statefile": set(),
    "stopping": set(),
    "logs": set(),
    "alone": {"refusal"},
    "envfile": {"bounds", "bytefile"},
    "health": {"envfile"},
    "settings": {"bounds", "bytefile", "envfile", "health", "refusal"},
    "domain": {"refusal"},
    "usage": {"refusal", "statefile"},
    "words": {"domain"},
    "content": {"bounds", "bytefile", "domain", "refusal"},
    "cards": {"domain", "words"},
    "charts": {"cards", "domain", "words"},
    "rules": {"cards", "content", "domain", "refusal"},
    "sources": {"bounds", "bytefile"},
    "checking": {"domain", "refusal", "report", "sources", "words"},
    "report": {"cards", "content", "domain", "snapshot", "sources", "words"},
    "current": {"charts", "checking", "content", "domain", "snapshot", "sources"},
    "server_settings": {"content", "current", "domain", "usage"},
    "snapshot": {"content", "domain"},
    "chat": {
        "__init__",
        "bytefile",
        "cards",
        "checking",
        "current",
        "domain",
        "health",
        "refusal",
        "server_settings",
        "snapshot",
        "statefile",
        "stopping",
        "usage",
        "words",
    },
    "run": {
        "alone",
        "charts",
        "chat",
        "current",
        "discord_sandbox",
        "domain",
        "logs",
        "report",
        "settings",
        "sources",
        "usage",
        "words",
    },
    "cli": {
        "__init__",
        "bounds",
        "bytefile",
        "cards",
        "content",
        "domain",
        "health",
        "logs",
        "refusal",
        "report",
        "rules",
        "run",
        "settings",
        "sources",
        "stopping",
        "usage",
        "words",
    },
    "discord_sandbox": set(),
}
"""For each part of the project the other parts it may know."""

ONLY_IN = {
    "discord": {"chat"},
    "yaml": {"content"},
    "sqlite3": {"usage"},
    "aiosqlite": {"usage"},
    "typer": {"cli"},
}
"""Libraries that one part keeps to itself."""

BANNED_NAMES = {"utils", "helpers", "misc", "manager", "service", "handler", "common", "data", "info"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


FILES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): name(path) for path in MODULES
}
"""Every module with its file."""

SANDBOX = sorted(
    path for path in (ROOT / "discord_sandbox").rglob("*") if path.is_file() and "__pycache__" not in path.parts
)
"""All it consists of, its page and README too."""

OURS = re.compile(
    r"""verbatim | briefing | refugee | treat(?:y|ies) | quotation\b
      | (?<![\w/])/(?:brief|topics|quote|figures|timeline|define|source|check|desk)\b
      | Check\ quotation | Find\ a\ briefing | human.rights | seeds/ | moderation\.yaml""",
    re.IGNORECASE | re.VERBOSE,
)
"""What nobody says who has another bot: our name, our commands, what we speak of."""


def part(path: Path) -> str:
    top, *inside = path.relative_to(ROOT).parts
    return inside[0].removesuffix(".py") if top == "bot" else top


@cache
def imports(path: Path) -> frozenset[str]:
    return frozenset(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            around = list(path.relative_to(ROOT).parts[: -node.level]) if node.level else []
            yield ".".join([*around, node.module or ""]).rstrip(".")


def called(path: Path) -> set[str]:
    """The names of the functions and methods that a file calls."""
    calls = [node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    plain = {function.id for function in calls if isinstance(function, ast.Name)}
    return plain | {function.attr for function in calls if isinstance(function, ast.Attribute)}


def needed(path: Path) -> set[str]:
    """The files of the house that a file imports, wherever in it the import stands, and for type checkers too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {file for alias in node.names if (file := FILES.get(alias.name))}
        elif isinstance(node, ast.ImportFrom):
            inside = (FILES.get(f"{node.module}.{alias.name}") for alias in node.names)
            found |= {file for one in inside if (file := one or FILES.get(node.module or ""))}
    return found


@cache
def known(path: Path) -> frozenset[str]:
    """The parts of the project that a file imports, without its own."""
    return frozenset(part(ROOT / file) for file in needed(path)) - {part(path)}


def test_the_arrows_between_the_parts_are_kept() -> None:
    wrong = {name(path): known(path) - MAY_IMPORT[part(path)] for path in MODULES}
    assert {file: parts for file, parts in wrong.items() if parts} == {}


@pytest.mark.parametrize("one", MAY_IMPORT)
def test_no_arrow_is_left_that_nothing_needs(one: str) -> None:
    needs = frozenset[str]().union(*(known(path) for path in MODULES if part(path) == one))
    assert MAY_IMPORT[one] <= needs


def test_no_file_imports_one_that_imports_it_by_whatever_road() -> None:
    try:
        TopologicalSorter({name(path): needed(path) for path in MODULES}).prepare()
    except CycleError as error:
        pytest.fail("These import each other in a circle: " + " -> ".join(reversed(error.args[1])))


def test_the_sandbox_has_no_name_of_our_bot() -> None:
    found = {name(path): OURS.findall(path.read_text(encoding="utf-8")) for path in SANDBOX}
    assert {file: names for file, names in found.items() if names} == {}


def test_a_library_stays_in_the_part_it_belongs_to() -> None:
    for path in MODULES:
        for module in imports(path):
            owners = ONLY_IN.get(module.split(".")[0])
            assert owners is None or part(path) in owners, f"{name(path)} imports {module}"


def test_discord_py_asks_a_server_for_nothing_but_the_login_and_the_commands() -> None:
    """It waits for minutes, and for as long as a limit lasts; `connection/later.py` asks in its place."""
    of_discord_py = {"application_info", "get_partial_messageable", "login", "sync"}
    asks = {
        path.stem: {call for call in called(path) if call.startswith("fetch_") or call in of_discord_py}
        for path in MODULES
        if part(path) == "chat"
    }
    assert {module: calls for module, calls in asks.items() if calls} == {
        "connect": {"application_info"},
        "login": {"login"},
        "registration": {"fetch_commands", "sync"},
    }


def test_the_domain_touches_neither_disk_nor_network() -> None:
    for path in MODULES:
        if part(path) == "domain":
            assert not {"pathlib", "os", "io", "socket", "aiohttp", "asyncio"} & imports(path), name(path)


def test_cards_are_functions_of_values() -> None:
    for path in MODULES:
        if part(path) == "cards":
            asked = {module.split(".")[0] for module in imports(path)}
            assert not {"discord", "pathlib", "os", "io", "time", "asyncio", "sqlite3", "yaml"} & asked, name(path)
            assert not {"open", "now", "today"} & called(path), f"{name(path)} asks for more than its arguments"


def test_benchmarks_use_tests_and_never_the_other_way_round() -> None:
    for path in sorted((ROOT / "tests").rglob("*.py")):
        assert "benchmarks" not in {module.split(".")[0] for module in imports(path)}, name(path)


def test_what_is_shipped_knows_neither_tests_nor_tools() -> None:
    for path in MODULES:
        assert not {"tests", "benchmarks", "tools"} & {module.split(".")[0] for module in imports(path)}, name(path)


def test_matplotlib_is_imported_by_the_child_process_alone() -> None:
    users = [name(path) for path in MODULES if any(module.startswith("matplotlib") for module in imports(path))]
    assert users == ["bot/charts/drawing.py"]


def test_only_matching_makes_passages_and_evidence() -> None:
    for path in MODULES:
        calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        made = {call.func.id for call in calls if isinstance(call.func, ast.Name)} & {"Passage", "Evidence"}
        assert not made or name(path) == "bot/domain/matching.py", f"{name(path)} makes {made}"


def test_no_name_says_nothing() -> None:
    for path in MODULES:
        assert path.stem not in BANNED_NAMES, name(path)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                assert not node.name.lower().endswith(tuple(BANNED_NAMES)), f"{name(path)}: {node.name}"


def test_tests_have_no_mock_of_anything() -> None:
    for path in sorted((ROOT / "tests").rglob("*.py")):
        assert not any(module.startswith(("unittest.mock", "mock")) for module in imports(path)), name(path)


def test_long_files_are_few_and_have_a_reason() -> None:
    reasons: dict[str, str] = {}
    long = {name(path) for path in MODULES if len(path.read_text(encoding="utf-8").splitlines()) > 400}
    assert long == set(reasons)
