"""The lock files pin everything by its content, whatever index it comes from."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def pins(lock: str) -> dict[str, tuple[str, int]]:
    """For each pinned library its version and how many hashes it has."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    found = re.findall(r"^([a-z0-9-]+)==(\S+)(.*?)(?=^[a-z0-9]|\Z)", text, re.MULTILINE | re.DOTALL)
    return {name: (version, rest.count("--hash=sha256:")) for name, version, rest in found}


def declared(*extras: str) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(each for extra in extras for each in project["optional-dependencies"][extra])]
    return {re.split(r"[^A-Za-z0-9._-]", each)[0].lower().replace(".", "-").replace("_", "-") for each in wanted}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_index_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.findall(r"://|index-url|find-links|trusted-host|file:", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    assert len(pins(lock)) > len(declared())
    assert [name for name, (_, hashes) in pins(lock).items() if not hashes] == []


def test_whatever_is_declared_is_pinned() -> None:
    assert declared("install") <= pins("requirements.lock").keys()
    assert declared("install", "dev") <= pins("requirements-dev.lock").keys()


def test_what_is_tested_is_what_runs() -> None:
    tested = pins("requirements-dev.lock")
    assert {name: tested[name][0] for name in pins("requirements.lock")} == {
        name: version for name, (version, _) in pins("requirements.lock").items()
    }
