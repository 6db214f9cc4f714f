"""What the Dockerfile and the compose file say can be done; as far as that can be known without an engine."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from bot.health import STALE
from bot.settings import variables

ROOT = Path(__file__).parents[2]
IN_EVERY_DEBIAN = {"useradd", "install"}
"""Steps of these change the system and are not tried here."""


def instructions(text: str) -> list[tuple[str, str]]:
    """The instructions of a Dockerfile with their arguments."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    joined = "\n".join(lines).replace("\\\n", " ")
    return [(word, rest.strip()) for word, _, rest in (line.partition(" ") for line in joined.splitlines())]


STEPS = instructions((ROOT / "Dockerfile").read_text(encoding="utf-8"))


def said(instruction: str) -> list[str]:
    return [rest for word, rest in STEPS if word == instruction]


class Service(BaseModel):
    """The container that the compose file describes, as far as it matters here."""

    read_only: bool
    cap_drop: list[str]
    environment: dict[str, str]
    secrets: list[str]
    volumes: list[str]


class Compose(BaseModel):
    """The compose file."""

    services: dict[str, Service]
    secrets: dict[str, dict[str, str]]
    volumes: dict[str, None]


COMPOSE = Compose.model_validate(yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8")))
(SERVICE,) = COMPOSE.services.values()


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the image: what .dockerignore lets through."""
    folder = tmp_path_factory.mktemp("image")
    rules = [line for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert rules[0] == "*", "this test reads a list of what is let through"
    for name in [rule.removeprefix("!") for rule in rules if rule.startswith("!")]:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    return folder


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """What the image sets, with the volume in a temporary folder, and nothing of ours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DISCORD_", "VERBATIM_"))}
    given = dict(setting.split("=", 1) for setting in said("ENV"))
    (volume,) = said("VOLUME")
    return kept | {name: value.replace(volume, str(tmp_path / "volume"), 1) for name, value in given.items()}


def run(arguments: list[str], folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    assert arguments[0] == "python"
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *arguments[1:]], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_the_image_holds_what_is_copied_and_no_secret_or_state(image: Path) -> None:
    for source in [each for copied in said("COPY") for each in copied.split()[:-1]]:
        assert (image / source).exists(), source
    hidden = {path.name for path in image.rglob(".*")} | {"state", "secrets"} & {path.name for path in image.iterdir()}
    assert not hidden


def test_the_image_installs_only_what_has_the_hash_that_was_pinned(image: Path) -> None:
    (install,) = [step for step in said("RUN") if "pip" in step]
    assert "--require-hashes" in install
    tried = run(
        [*install.split(), "--dry-run", "--quiet"], image, {**os.environ, "PIP_NO_INDEX": "1", "PIP_NO_CACHE_DIR": "1"}
    )
    assert tried.returncode == 0, tried.stderr


def test_the_other_steps_of_the_image_can_be_taken(image: Path, environment: dict[str, str]) -> None:
    for step in said("RUN"):
        program = step.split()[0]
        if program != "python":
            assert program in IN_EVERY_DEBIAN
        elif "pip" not in step:
            done = run(step.split(), image, environment)
            assert done.returncode == 0, done.stdout


def test_nobody_who_runs_in_the_image_is_root() -> None:
    words = [word for word, _ in STEPS]
    (user,) = said("USER")
    assert user not in {"root", "0"}
    assert any(step.startswith("useradd ") and step.endswith(f" {user}") for step in said("RUN"))
    assert not {"RUN", "COPY"} & set(words[words.index("USER") :]), "what is written after USER the bot could change"


def test_the_bot_in_the_image_finds_the_shipped_content(image: Path, environment: dict[str, str]) -> None:
    there = json.loads(run(["python", "-m", "bot", "check", "--json"], image, environment).stdout)
    here = json.loads(run(["python", "-m", "bot", "check", "--json"], ROOT, environment).stdout)
    assert there == here
    assert there["coverage"]


def test_the_image_starts_the_bot_and_never_the_sandbox(image: Path, environment: dict[str, str]) -> None:
    (start,) = said("CMD")
    refused = run(json.loads(start), image, environment)
    assert refused.returncode not in {0, 2}
    assert "DISCORD_TOKEN" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_the_image_is_unwell_while_no_bot_serves_in_it(image: Path, environment: dict[str, str]) -> None:
    (check,) = said("HEALTHCHECK")
    asked = run(json.loads(check.partition(" CMD ")[2]), image, environment)
    assert asked.returncode == 1
    assert len(asked.stderr.splitlines()) == 1


def test_the_container_is_given_settings_that_exist() -> None:
    given = {setting.split("=")[0] for setting in said("ENV")} | set(SERVICE.environment)
    assert given <= variables().keys()


def test_the_container_changes_its_volume_and_nothing_else() -> None:
    assert SERVICE.read_only
    assert SERVICE.cap_drop == ["ALL"]
    (volume,) = SERVICE.volumes
    name, _, folder = volume.partition(":")
    assert name in COMPOSE.volumes
    assert [folder] == said("VOLUME")


def test_the_token_of_the_container_is_a_mounted_file_that_git_does_not_see() -> None:
    (secret,) = SERVICE.secrets
    assert SERVICE.environment["DISCORD_TOKEN_FILE"] == f"/run/secrets/{secret}"
    folder = Path(COMPOSE.secrets[secret]["file"]).parts[0]
    assert f"/{folder}/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_the_image_is_asked_for_its_health_in_time_to_notice_that_it_is_stale() -> None:
    asked = re.findall(r"--interval=(\d+)s", said("HEALTHCHECK")[0])
    assert [float(seconds) < STALE for seconds in asked] == [True]


def test_the_image_has_a_python_that_the_project_takes() -> None:
    (base,) = said("FROM")
    assert re.fullmatch(r"python:3\.11-slim-bookworm", base)
