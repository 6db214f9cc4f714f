"""What the forge and pre-commit are told to do can be done."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FORMS = [file for file in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")) if file.stem != "config"]
BIN = Path(sys.executable).parent


def parsed(path: str) -> dict[str, object]:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def test_every_action_of_a_workflow_is_pinned_by_its_hash() -> None:
    used = [
        line.split("uses:")[1].strip()
        for file in (ROOT / ".github" / "workflows").glob("*.yml")
        for line in file.read_text(encoding="utf-8").splitlines()
        if "uses:" in line
    ]
    assert used
    assert [each for each in used if not re.fullmatch(r"\S+@[0-9a-f]{40} # v[0-9.]+", each)] == []


def test_the_workflow_reads_only_and_runs_what_ci_runs() -> None:
    workflow = parsed(".github/workflows/checks.yml")
    assert workflow["permissions"] == {"contents": "read"}
    assert "run: bash .ci/run" in (ROOT / ".github/workflows/checks.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_a_form_asks_for_something_and_each_question_once(form: Path) -> None:
    read = parsed(str(form.relative_to(ROOT)))
    assert {"name", "description", "body"} <= read.keys()
    questions = [question for question in read["body"] if question["type"] != "markdown"]
    assert all(question["attributes"]["label"] for question in questions)
    assert len({question["id"] for question in questions}) == len(questions)
    assert any(question.get("validations", {}).get("required") for question in questions)


def test_a_correction_brings_its_receipt() -> None:
    body = parsed(".github/ISSUE_TEMPLATE/correction.yml")["body"]
    (receipt,) = [question for question in body if question.get("id") == "receipt"]
    assert receipt["validations"]["required"]


def test_every_hook_is_local_and_its_program_is_in_the_environment() -> None:
    subprocess.run(  # noqa: S603 - our own configuration
        [BIN / "pre-commit", "validate-config", ROOT / ".pre-commit-config.yaml"], check=True
    )
    repositories = parsed(".pre-commit-config.yaml")["repos"]
    assert [repository["repo"] for repository in repositories] == ["local"]
    for hook in repositories[0]["hooks"]:
        program = Path(hook["entry"].split()[0])
        assert program.parent == Path(".venv/bin")
        assert (BIN / program.name).exists()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A repository with the documents in it, staged and untouched."""
    for name in (".pre-commit-config.yaml", "pyproject.toml", "tests/conftest.py", "tests/meta/test_seeds.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / ".venv").symlink_to(sys.prefix)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "seeds", ".pre-commit-config.yaml")
    return tmp_path


def elsewhere(folder: Path) -> dict[str, str]:
    """The environment without what git tells its own hooks, should this run in one."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {"PRE_COMMIT_HOME": str(folder / ".cache")}


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=elsewhere(folder), check=True)  # noqa: S603, S607 - git, wherever it is


def hooked(clone: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own hook
        [BIN / "pre-commit", "run", "seeds"],
        cwd=clone,
        env=elsewhere(clone),
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_document_that_was_changed_is_not_committed(clone: Path) -> None:
    untouched = hooked(clone)
    assert untouched.returncode == 0, untouched.stdout
    assert "Passed" in untouched.stdout
    document = next((clone / "seeds").glob("*.txt"))
    document.write_bytes(document.read_bytes() + b" ")
    git(clone, "add", "seeds")
    changed = hooked(clone)
    assert changed.returncode == 1
    assert document.name in changed.stdout
