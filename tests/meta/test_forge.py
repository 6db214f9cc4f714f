"""What the forge and pre-commit are told to do can be done."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

ROOT = Path(__file__).parents[2]
FORMS = [file for file in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")) if file.stem != "config"]
BIN = Path(sys.executable).parent


class Question(BaseModel):
    """One field of an issue form."""

    type: str
    id: str | None = None
    attributes: dict[str, str]
    validations: dict[str, bool] = {}


class Form(BaseModel):
    """An issue form, as far as it matters here."""

    name: str
    description: str
    body: tuple[Question, ...]

    @property
    def questions(self) -> list[Question]:
        return [question for question in self.body if question.type != "markdown"]


class Hook(BaseModel):
    """What is run before a commit."""

    id: str
    entry: str


class Repository(BaseModel):
    """Where hooks come from."""

    repo: str
    hooks: tuple[Hook, ...]


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def form(path: Path) -> Form:
    return Form.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


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
    workflow = text(".github/workflows/checks.yml")
    assert yaml.safe_load(workflow)["permissions"] == {"contents": "read"}
    assert "run: bash .ci/run" in workflow


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_for_something_and_each_question_once(path: Path) -> None:
    questions = form(path).questions
    assert all(question.attributes["label"] for question in questions)
    assert len({question.id for question in questions}) == len(questions)
    assert any(question.validations.get("required") for question in questions)


def test_a_correction_brings_its_receipt() -> None:
    questions = form(ROOT / ".github/ISSUE_TEMPLATE/correction.yml").questions
    (receipt,) = [question for question in questions if question.id == "receipt"]
    assert receipt.validations["required"]


def test_every_hook_is_local_and_its_program_is_in_the_environment() -> None:
    subprocess.run(  # noqa: S603 - our own configuration
        [BIN / "pre-commit", "validate-config", ROOT / ".pre-commit-config.yaml"], check=True
    )
    (repository,) = map(Repository.model_validate, yaml.safe_load(text(".pre-commit-config.yaml"))["repos"])
    assert repository.repo == "local"
    for hook in repository.hooks:
        program = Path(hook.entry.split()[0])
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
