"""The file that is shipped, and the guide to it."""

import re
from pathlib import Path

from bot.content.moderation import ChannelRules, Moderation, ServerRules, load_moderation
from bot.content.upload import settings_in
from bot.domain.policy import SHIPPED
from bot.domain.schedule import Schedule
from tests.content.moderation.files import SERVER, loaded, values

SHIPPED_FILE = Path(__file__).parents[3] / "moderation.yaml"
GUIDE = (SHIPPED_FILE.parent / "docs" / "moderating.md").read_text(encoding="utf-8")


def test_the_shipped_file_sets_what_is_shipped() -> None:
    assert values(load_moderation(SHIPPED_FILE).in_force()) == SHIPPED


def test_the_example_in_the_shipped_file_works_once_uncommented(file: Path) -> None:
    text = re.sub(r"(?m)^#   ", "  ", SHIPPED_FILE.read_text(encoding="utf-8"))
    moderation = loaded(file, text)
    assert moderation.servers is not None
    server = moderation.servers["100000000000000001"]
    assert server.reports_channel == "100000000000000003"
    assert server.channels is not None
    assert server.schedules is not None
    assert server.schedules["every-monday"].briefs == ("non-refoulement",)
    assert server.channels["100000000000000004"] == ChannelRules(visibility="public", cooldown=10)
    assert server.channels["100000000000000005"].commands == ("brief", "check")


def test_the_shipped_file_and_its_guide_name_every_key() -> None:
    guide = (SHIPPED_FILE.parent / "docs" / "moderating.md").read_text(encoding="utf-8")
    for text in (SHIPPED_FILE.read_text(encoding="utf-8"), guide):
        for key in {**Moderation.model_fields, **ServerRules.model_fields}:
            assert re.search(rf"\b{key}\b", text), key


def test_the_shipped_file_names_every_key_of_a_schedule() -> None:
    text = SHIPPED_FILE.read_text(encoding="utf-8")
    assert all(re.search(rf"\b{key}: ", text) for key in Schedule.model_fields)


def test_every_example_in_the_guide_can_be_given_from_discord_but_the_hosts(file: Path, root: Path) -> None:
    theirs, _, hosts = GUIDE.partition("## What is the host's alone")
    briefs = {topic.stem for topic in (root / "briefs" / "topics").glob("*.yaml")}
    shown = set[str]()
    for example in examples(theirs):
        rules = settings_in(example, Moderation(), SERVER, briefs).rules
        shown |= rules.model_fields_set
    assert shown == set(ServerRules.model_fields)
    for example in examples(hosts):
        assert loaded(file, example).model_fields_set > {"operators_server", "settings_from_discord", "log", "servers"}


def test_the_guide_tells_every_key_of_a_server_below_a_heading_and_every_key_of_a_schedule() -> None:
    headings = "".join(re.findall(r"^### .*$", GUIDE, re.MULTILINE))
    assert all(f"`{key}`" in headings for key in ServerRules.model_fields)
    table = GUIDE.partition("### `schedules`")[2].partition("\n## ")[0]
    assert all(f"`{key}`" in table for key in Schedule.model_fields)


def examples(text: str) -> list[str]:
    found = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert found
    return found
