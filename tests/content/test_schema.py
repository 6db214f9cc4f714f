"""The schemas as an editor uses them: on what its own YAML parser makes of a file."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml
from jsonschema import Draft7Validator

from bot.content.schema import name_of, schemas, write_schemas
from bot.domain.library import Library

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"

ROOT = Path(__file__).parents[2]
SCHEMAS = schemas()
SHIPPED = sorted((pattern, file) for pattern in SCHEMAS for file in ROOT.glob(pattern))
SMALL = sorted((pattern, file) for pattern in SCHEMAS for file in (ROOT / "tests/content/small").glob(pattern))
WRITTEN = SHIPPED + SMALL


class Yaml11(yaml.SafeLoader):
    """YAML 1.1 as editors read it: `no` is false; a date stays text, for JSON has none."""


class Yaml12(yaml.SafeLoader):
    """The core of YAML 1.2: only `true` and `false` are yes and no, and no number has a colon."""


Yaml11.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in known if not tag.endswith("timestamp")]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Yaml12.yaml_implicit_resolvers = {}
for tag, form, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    for character in first:
        forms = Yaml12.yaml_implicit_resolvers.setdefault(character, [])
        forms.append((f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{form})$")))


def as_json(text: str, loader: type[yaml.SafeLoader] = Yaml11) -> Any:  # noqa: ANN401 - anything YAML can say
    """What an editor holds against a schema: keys are text, as in JSON."""
    return json.loads(json.dumps(yaml.load(text, Loader=loader)))  # noqa: S506 - both load plain values alone


def objections(pattern: str, value: Any, known: Mapping[str, Any] = SCHEMAS) -> list[str]:  # noqa: ANN401 - as above
    found = Draft7Validator(known[pattern]).iter_errors(value)  # pyright: ignore[reportUnknownMemberType] # an argument of it that nobody gives has no full type
    return [error.message for error in found]


@pytest.mark.no_cover  # an editor's parser and validator do the work
@pytest.mark.parametrize("loader", [Yaml11, Yaml12])
@pytest.mark.parametrize(("pattern", "file"), WRITTEN, ids=[file.name for _, file in WRITTEN])
def test_every_shipped_file_is_accepted(pattern: str, file: Path, loader: type[yaml.SafeLoader]) -> None:
    assert objections(pattern, as_json(file.read_text(encoding="utf-8"), loader)) == []


def test_every_shipped_file_has_a_schema() -> None:
    shipped = {file for folder in ("seeds", "briefs") for file in (ROOT / folder).rglob("*.yaml")}
    assert shipped == {file for _, file in SHIPPED} - {ROOT / "moderation.yaml"}


@pytest.mark.parametrize("pattern", SCHEMAS)
def test_a_schema_is_one(pattern: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[pattern])


@pytest.mark.parametrize(
    ("file", "old", "new", "objection"),
    [
        ("briefs/topics/ferry.yaml", "group:", "grouop:", "'grouop' was unexpected"),
        ("briefs/topics/ferry.yaml", "title: Why did the ferry stop?\n", "", "'title' is a required"),
        ("briefs/topics/ferry.yaml", "title: Why", "title: Why " + "so " * 40, "is too long"),
        ("briefs/topics/ferry.yaml", "aliases: [ferry, crossing]", "aliases: ferry", "of type 'array'"),
        ("briefs/topics/ferry.yaml", "as_of: 2001-06", "as_of: June 2001", "does not match"),
        ("briefs/topics/ferry.yaml", "as_of: 2001-06", "as_of: 20010", "20010 is greater"),
        ("briefs/topics/ferry.yaml", "rests_on: [harbour-nobody-asked]", "rests_on: []", "[] should be"),
        ("briefs/topics/ferry.yaml", "[ports-rule-2]", "[Article 2]", "does not match"),
        ("briefs/topics/ferry.yaml", "group: harbour", "group:", "None is not of type"),
        ("briefs/topics/ferry.yaml", "group: harbour", "id: ferry\ngroup: harbour", "'id' was unexpected"),
        ("briefs/topics/ferry.yaml", "    text: About 40", "    txt: About 40", "'txt' was unexpected"),
        ("briefs/figures.yaml", "low: 40", "low: forty", "does not match"),
        ("briefs/figures.yaml", "low: 40, high: 40, ", "", "is not valid under any of the given"),
        ("briefs/glossary.yaml", "notice:", "Notice Given:", "does not match"),
        ("briefs/evidence/harbour-2001.yaml", "kind: quotation", "kind: quote", "is not one of"),
        ("briefs/evidence/harbour-2001.yaml", "  speaker: Mara Lind\n", "", "'speaker' is a required"),
        ("briefs/evidence/harbour-2001.yaml", "paragraph: 5", "paragraph: five", "does not match"),
        ("briefs/evidence/harbour-2001.yaml", "paragraph: 5", "flags: [short]", "'short' is not one"),
        ("briefs/boundaries.yaml", "ko: ", "kr: ", "'kr' does not match"),
        ("briefs/people.yaml", "  basis: quoted by name in the paper\n", "", "'basis' is a required"),
        ("briefs/instruments/ports-rule.yaml", "kind: law", "kind: rule", "is not one of"),
        ("briefs/wording.yaml", "hedges: [about, reportedly]\n", "", "'hedges' is a required"),
        ("seeds/documents.yaml", "confirmed", "sure", "'sure' is not one of"),
        ("seeds/documents.yaml", "harbour.txt", "../harbour.txt", "does not match"),
        ("seeds/documents.yaml", "  author: null\n", "", "'author' is a required"),
        ("moderation.yaml", "posting: everyone", "posting: all", "'all' is not one of"),
        ("moderation.yaml", "cooldown: 0", "cooldown: 9000", "9000 is greater than"),
        ("moderation.yaml", "commands: all", "commands: [brif]", "['brif'] is not valid"),
        ("moderation.yaml", "posting: everyone", "reports_channel: 1", "'reports_channel' was unexpected"),
        ("moderation.yaml", "manage_server: yes", "manage_server: perhaps", "'perhaps' is not one"),
    ],
)
def test_a_mistake_is_refused(file: str, old: str, new: str, objection: str) -> None:
    root = ROOT if file == "moderation.yaml" else ROOT / "tests/content/small"
    pattern = next(pattern for pattern in SCHEMAS if Path(file).match(pattern))
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    for loader in (Yaml11, Yaml12):
        refused = objections(pattern, as_json(text.replace(old, new, 1), loader))
        assert any(objection in told for told in refused), refused


def properties(schema: Json) -> Iterator[tuple[str, dict[str, Json]]]:
    """Every key that a schema knows, at any depth; what only asks for the value of one has no description."""
    if isinstance(schema, dict):
        if isinstance(known := schema.get("properties"), dict):
            yield from ((key, told) for key, told in known.items() if isinstance(told, dict) and "const" not in told)
        for part in schema.values():
            yield from properties(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from properties(part)


@pytest.mark.parametrize("pattern", SCHEMAS)
def test_every_key_has_a_description(pattern: str) -> None:
    keys = properties(SCHEMAS[pattern])
    assert [key for key, told in keys if not told.get("description")] == []


def test_the_schemas_in_the_repository_are_those_of_the_models(tmp_path: Path) -> None:
    written = {file.name: file.read_text(encoding="utf-8") for _, file in write_schemas(tmp_path)}
    kept = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / "schemas").iterdir()}
    assert kept == written, "write them again with: python -m bot schema"


def test_with_a_library_only_its_ids_are_known(shipped: Library) -> None:
    known = schemas(shipped)
    for pattern, file in SHIPPED:
        assert objections(pattern, as_json(file.read_text(encoding="utf-8")), known) == []
    brief = as_json((ROOT / "briefs/topics/non-refoulement.yaml").read_text(encoding="utf-8"))
    for key, wrong in (
        ("group", "no-such-group"),
        ("figures", ["no-such-figure"]),
        ("see_also", ["no-such-brief"]),
        ("answer", {"text": "So.", "rests_on": ["no-such-evidence"]}),
    ):
        assert any("no-such-" in told for told in objections("briefs/topics/*.yaml", brief | {key: wrong}, known)), key


def test_shipped_files_name_their_schemas_and_no_other() -> None:
    mark = "# yaml-language-server: $schema="
    named: set[str] = set()
    for pattern, file in SHIPPED:
        first = file.read_text(encoding="utf-8").splitlines()[0]
        if first.startswith(mark):  # an author's new file need not
            assert (file.parent / first.removeprefix(mark)).resolve() == ROOT / "schemas" / name_of(pattern)
            named.add(pattern)
    assert named == SCHEMAS.keys()
