"""What a command of the command line loads: nothing that it does not need."""

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
from bot.cli import main
sys.argv = ["verbatim", *sys.argv[1:]]
try:
    main()
except SystemExit:
    pass
print(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def loaded_by(root: Path, *arguments: str) -> set[str]:
    """The top-level modules that have been imported once a command is done."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM, *arguments], cwd=root, capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "non-refoulement"),
        ("check",),
        ("quote", "arbitrarily deprived"),
        ("search", "did the UN declare them refugees"),
        ("verify", "Everyone has the right to leave any country"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_command_that_asks_discord_for_nothing_does_not_load_it(root: Path, arguments: tuple[str, ...]) -> None:
    loaded = loaded_by(root, *arguments)
    assert "bot" in loaded
    assert not {"discord", "discord_sandbox", "aiohttp", "aiosqlite", "jinja2", "matplotlib", "rich"} & loaded


def test_help_loads_nothing_of_the_library(root: Path) -> None:
    assert not {"pydantic", "yaml", "rapidfuzz", "babel", "discord"} & loaded_by(root, "--help")
