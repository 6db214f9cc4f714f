"""What the README promises is there, and what is there the README names."""

import re
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from bot.cli import app
from bot.domain.policy import COMMANDS

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def cli_commands() -> list[str]:
    top = get_command(app)
    assert isinstance(top, TyperGroup)
    names: list[str] = []
    for name, command in top.commands.items():
        inner = list(command.commands) if isinstance(command, TyperGroup) else []
        names += [f"{name} {sub}" for sub in inner] or [name]
    return names


@pytest.mark.parametrize("name", cli_commands())
def test_the_readme_names_every_command_of_the_command_line(name: str) -> None:
    assert f"`{name}" in README


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_every_command_of_the_bot(name: str) -> None:
    assert f"`/{name}" in README or f"**{name}**" in README


@pytest.mark.parametrize("name", re.findall(r"^\| `([a-z]+(?: [a-z]+)?)[` ]", README, re.MULTILINE))
def test_every_command_the_readme_names_exists(name: str) -> None:
    known = cli_commands()
    assert name in known or name.split(maxsplit=1)[0] in {command.split()[0] for command in known}


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(((?!https?://)[^)#]+)", README))))
def test_every_file_the_readme_links_to_exists(path: str) -> None:
    assert (Path(__file__).parents[2] / path).exists()


@pytest.mark.parametrize("target", ["run", "test", "check", "bench"])
def test_every_make_command_the_readme_names_exists(target: str) -> None:
    assert f"make {target}" in README
    makefile = (Path(__file__).parents[2] / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)
