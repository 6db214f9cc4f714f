"""What is registered with Discord: names and options are a promise to others."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.charts.charts import Charts
from bot.chat.connection.connect import assemble
from bot.chat.connection.registration import payload_hash
from bot.current import Current
from bot.domain.policy import COMMANDS
from bot.report import whole_snapshot
from bot.sources import Sources
from bot.usage.key import Keys
from bot.usage.log import UsageLog
from bot.words.catalogue import ENGLISH, Catalogue
from discord_sandbox.limits import check_command

Payload = dict[str, Any]

PROMISED = {
    "brief": ["topic", "length", "public"],
    "topics": [],
    "quote": ["search", "speaker", "document"],
    "treaty": ["reference", "public"],
    "figures": ["topic"],
    "timeline": ["topic"],
    "define": ["term"],
    "source": ["document"],
    "check": ["text", "file", "public"],
    "help": [],
    "about": ["receipt"],
    "privacy": [],
    "desk": ["forget", "gaps", "post", "preview", "reload", "settings", "stats", "status", "withdraw", "schedule"],
    "Check quotation": [],
    "Find a briefing": [],
}
TYPED_FREELY = {"text", "receipt"}
NEEDED = {("brief", "topic")}


@pytest.fixture
async def commands(root: Path, tmp_path: Path, today: date) -> dict[str, Payload]:
    content = root / "tests/content/small"
    (tmp_path / "moderation.yaml").write_text("{}\n", encoding="utf-8")
    sources = Sources(content / "seeds", content / "briefs", tmp_path / "moderation.yaml")
    catalogue = Catalogue.load()
    current = Current(sources, whole_snapshot(sources, catalogue, today), Charts(catalogue.words(ENGLISH)))

    async def nowhere(_tree: object) -> dict[str, str]:
        return {}

    async with assemble(current, UsageLog(tmp_path / "usage.sqlite3", Keys.fixed(b"")), nowhere) as client:
        await client.add_commands()
        tree = client.tree
        assert tree.translator
        assert await payload_hash(tree) == await payload_hash(tree)
        payloads = [await command.get_translated_payload(tree, tree.translator) for command in tree.get_commands()]
    return {payload["name"]: payload for payload in payloads}


def parts(payload: Payload) -> Iterator[Payload]:
    yield payload
    for option in payload.get("options", []):
        yield from parts(option)
    yield from payload.get("choices", [])


def test_the_commands_and_their_options_are_those_promised(commands: dict[str, Payload]) -> None:
    found = {name: [option["name"] for option in payload.get("options", [])] for name, payload in commands.items()}
    assert found == PROMISED


def test_moderators_can_name_every_command_and_no_other(commands: dict[str, Payload]) -> None:
    assert set(COMMANDS) == set(commands)


def test_every_option_that_names_something_has_suggestions(commands: dict[str, Payload]) -> None:
    for name, payload in commands.items():
        for option in payload.get("options", []):
            if option["type"] == 3 and not option.get("choices"):
                assert option.get("autocomplete", False) is (option["name"] not in TYPED_FREELY), (name, option["name"])


def test_only_what_a_command_cannot_do_without_is_required(commands: dict[str, Payload]) -> None:
    required = {
        (name, option["name"])
        for name, payload in commands.items()
        for option in payload.get("options", [])
        if option.get("required")
    }
    assert required == NEEDED


def test_the_lengths_are_short_and_full(commands: dict[str, Payload]) -> None:
    length = next(option for option in commands["brief"]["options"] if option["name"] == "length")
    assert {choice["value"] for choice in length["choices"]} == {"short", "full"}


def test_members_have_their_commands_everywhere_and_moderators_theirs_in_servers(commands: dict[str, Payload]) -> None:
    for name, payload in commands.items():
        if name == "desk":
            assert payload["contexts"] == [0]
            assert payload["integration_types"] == [0]
            assert int(payload["default_member_permissions"]) == 1 << 5
        else:
            assert payload["contexts"] == [0, 1, 2]
            assert payload["integration_types"] == [0, 1]
            assert payload["default_member_permissions"] is None


def test_the_examples_below_the_fields_are_the_librarys_own_in_every_language(commands: dict[str, Payload]) -> None:
    described = {
        option["name"]: {**option["description_localizations"], "": option["description"]}
        for name in ("brief", "treaty")
        for option in commands[name]["options"]
    }
    topic, reference = described["topic"], described["reference"]
    assert topic.pop("") == "What the briefing is about; type a few letters or a whole question"
    assert reference.pop("") == "Which article; leave empty for the list"
    assert topic["en-US"] == topic["fr"] == "A few letters or a whole question, such as: Why did the ferry stop?"
    assert reference["en-GB"] == reference["ja"] == "Such as ports rule 2; leave empty for the list"
    assert all("Why did the ferry stop?" in text for text in topic.values())
    assert all("ports rule 2" in text for text in reference.values())


def test_everything_that_is_read_is_there_in_korean_too(commands: dict[str, Payload]) -> None:
    for payload in commands.values():
        for part in parts(payload):
            assert re.search("[가-힣]", part["name_localizations"]["ko"])
            if "description" in part:
                assert re.search("[가-힣]", part["description_localizations"]["ko"])


def test_discord_takes_them_all(commands: dict[str, Payload]) -> None:
    for payload in commands.values():
        check_command(json.loads(json.dumps(payload)))
