import json
import re
from datetime import time
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.content.moderation import ChannelRules, Moderation, ServerRules, changed_keys, load_moderation
from bot.content.upload import settings_in
from bot.domain.policy import ALWAYS_ON, COMMANDS, SHIPPED, Policy
from bot.domain.problem import ProblemsError
from bot.domain.schedule import Schedule

SHIPPED_FILE = Path(__file__).parents[2] / "moderation.yaml"
SERVER, CHANNEL, THREAD = "100000000000000001", "100000000000000004", "100000000000000009"
OTHER = "100000000000000008"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "moderation.yaml"


def loaded(file: Path, text: str) -> Moderation:
    file.write_text(text, encoding="utf-8")
    return load_moderation(file)


def refused(file: Path, text: str) -> list[str]:
    with pytest.raises(ProblemsError) as error:
        loaded(file, text)
    return [str(problem) for problem in error.value.problems]


def values(policy: Policy) -> dict[str, object]:
    return {name: getattr(policy, name) for name in SHIPPED}


# Support


def test_support_is_a_text_or_one_for_each_language(file: Path) -> None:
    assert loaded(file, "support: Talk to us.").in_force().support == {"en": "Talk to us."}
    both = loaded(file, "support: {en: Talk to us., ko: 이야기해 주세요.}").in_force()
    assert both.support == {"en": "Talk to us.", "ko": "이야기해 주세요."}
    shown = next(setting.value for setting in both.settings if setting.name == "support")
    assert shown == "en: Talk to us.; ko: 이야기해 주세요."


def test_support_in_a_language_that_nobody_is_answered_in_is_refused(file: Path) -> None:
    (problem,) = refused(file, "support: {de: Sprich mit uns.}")
    assert "'de'" in problem
    assert refused(file, f"support: {{en: {'x' * 301}}}")


# The shipped file


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


GUIDE = (SHIPPED_FILE.parent / "docs" / "moderating.md").read_text(encoding="utf-8")


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


def examples(text: str) -> list[str]:
    found = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert found
    return found


def test_the_guide_tells_every_key_of_a_server_below_a_heading_and_every_key_of_a_schedule() -> None:
    headings = "".join(re.findall(r"^### .*$", GUIDE, re.MULTILINE))
    assert all(f"`{key}`" in headings for key in ServerRules.model_fields)
    table = GUIDE.partition("### `schedules`")[2].partition("\n## ")[0]
    assert all(f"`{key}`" in table for key in Schedule.model_fields)


# What is in force


def test_the_narrowest_place_decides(file: Path) -> None:
    moderation = loaded(
        file,
        f"""
cooldown: 1
visibility: public
posting: moderators
content_notes: spoiler
length: full
servers:
  {SERVER}:
    cooldown: 2
    visibility: private
    posting: nobody
    channels:
      {CHANNEL}:
        cooldown: 3
        length: short
        visibility: public
      {THREAD}:
        cooldown: 4
""",
    )
    policy = moderation.in_force(SERVER, (THREAD, CHANNEL))
    assert (policy.cooldown, policy.visibility, policy.posting) == (4, "public", "nobody")
    assert policy.content_notes == "spoiler"
    assert policy.length == "short"
    assert moderation.in_force(SERVER).length == "full"
    assert loaded(file, "cooldown: 1\n").in_force().length == "short"
    assert moderation.in_force(SERVER, (CHANNEL,)).cooldown == 3
    assert moderation.in_force(SERVER).cooldown == 2
    assert moderation.in_force("100000000000000099", (CHANNEL,)).cooldown == 1
    assert moderation.in_force().cooldown == 1


def test_each_setting_says_which_place_decides(file: Path) -> None:
    moderation = loaded(
        file,
        f"""
manage_server: no
servers:
  {SERVER}:
    moderator_roles: [100000000000000002]
    reports_channel: 100000000000000003
    channels: {{ {CHANNEL}: {{ commands: [brief, check] }} }}
""",
    )
    told = {s.name: (s.value, s.scope, s.where) for s in moderation.in_force(SERVER, (CHANNEL,)).settings}
    assert told["commands"] == ("brief, check", "channel", CHANNEL)
    assert told["reports_channel"] == ("100000000000000003", "server", SERVER)
    assert told["manage_server"] == ("no", "file", "")
    assert told["visibility"] == ("private", "shipped", "")
    assert told["contact"] == ("none", "shipped", "")
    assert told.keys() == SHIPPED.keys()


def test_all_commands_are_told_as_the_word_all(file: Path) -> None:
    (commands, *_) = loaded(file, "commands: all\n").in_force().settings
    assert (commands.name, commands.value, commands.scope) == ("commands", "all", "file")


def test_yes_and_no_are_read_as_people_type_them(file: Path) -> None:
    roles = f"servers: {{ {SERVER}: {{ moderator_roles: [1] }} }}\n"
    assert loaded(file, f"manage_server: no\n{roles}").in_force().manage_server is False
    assert loaded(file, 'manage_server: "yes"\n').in_force().manage_server is True


# Who may what


@pytest.mark.parametrize(
    ("file_says", "has_permission", "roles", "is_moderator"),
    [
        ("yes", True, (), True),
        ("yes", False, (), False),
        ("yes", False, ("7",), True),
        ("no", True, (), False),
        ("no", True, ("7", "8"), True),
        ("no", True, ("8",), False),
    ],
)
def test_a_moderator_has_the_permission_or_a_role(
    file: Path, file_says: str, has_permission: bool, roles: tuple[str, ...], is_moderator: bool
) -> None:
    text = f'manage_server: {file_says}\nservers: {{ {SERVER}: {{ moderator_roles: ["7"] }} }}\n'
    policy = loaded(file, text).in_force(SERVER)
    assert policy.moderates(manage_server=has_permission, roles=roles) is is_moderator


@pytest.mark.parametrize(
    ("posting", "member", "moderator"),
    [("everyone", True, True), ("moderators", False, True), ("nobody", False, False)],
)
def test_who_may_post_is_as_the_file_says(file: Path, posting: str, member: bool, moderator: bool) -> None:
    policy = loaded(file, f"posting: {posting}\n").in_force()
    assert policy.may_post(moderator=False) is member
    assert policy.may_post(moderator=True) is moderator


def test_nothing_is_ever_public_for_who_may_not_post(file: Path) -> None:
    for posting, visibility, asked, moderator in product(
        ("everyone", "moderators", "nobody"), ("private", "public"), (None, True, False), (True, False)
    ):
        policy = loaded(file, f"posting: {posting}\nvisibility: {visibility}\n").in_force()
        public = policy.public(asked=asked, moderator=moderator)
        assert public == (
            policy.may_post(moderator=moderator) and (asked if asked is not None else visibility == "public")
        )


def test_a_command_that_is_not_listed_is_off_but_for_those_always_on(file: Path) -> None:
    policy = loaded(file, 'commands: [brief, "Check quotation"]\n').in_force()
    allowed = {command for command in COMMANDS if policy.allows(command)}
    assert allowed == {"brief", "Check quotation", *ALWAYS_ON}
    assert policy.allows("desk reload")
    assert not policy.allows("Find a briefing")


def test_an_empty_list_leaves_only_what_is_always_on(file: Path) -> None:
    policy = loaded(file, "commands: []\n").in_force()
    assert {command for command in COMMANDS if policy.allows(command)} == set(ALWAYS_ON)


# Who is left to reload


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("cooldown: 3\nmanage_server: no\n", 2),
        (f"servers:\n  {SERVER}:\n    cooldown: 3\n    manage_server: no\n", 4),
        (f"manage_server: no\nservers:\n  {SERVER}:\n    moderator_roles: []\n", 3),
        (f"manage_server: no\nservers:\n  {SERVER}: {{moderator_roles: [7]}}\n  {OTHER}: {{cooldown: 1}}\n", 4),
        (f"manage_server: no\noperators_server: {OTHER}\nservers:\n  {SERVER}: {{moderator_roles: [7]}}\n", 1),
        (f"operators_server: {SERVER}\nservers:\n  {SERVER}:\n    manage_server: no\n", 4),
    ],
)
def test_a_file_that_leaves_nobody_to_reload_is_refused_with_the_line(file: Path, text: str, line: int) -> None:
    (said,) = refused(file, text)
    assert said.startswith(f"moderation.yaml:{line}: V803 nobody ")


@pytest.mark.parametrize(
    "text",
    [
        f"manage_server: no\nservers:\n  {SERVER}: {{moderator_roles: [7]}}\n",
        f"manage_server: no\nservers:\n  {SERVER}: {{manage_server: yes}}\n",
        f"operators_server: {OTHER}\nservers:\n  {SERVER}: {{manage_server: no}}\n",
        f"manage_server: no\noperators_server: {SERVER}\nservers:\n  {SERVER}: {{moderator_roles: [7]}}\n",
    ],
)
def test_a_file_that_leaves_somebody_to_reload_is_read(file: Path, text: str) -> None:
    loaded(file, text)


def test_where_operators_are_named_the_moderators_of_their_server_alone_operate(file: Path) -> None:
    policy = loaded(file, f"operators_server: {SERVER}\n").in_force(OTHER)
    assert policy.operates(SERVER)
    assert not policy.operates(OTHER)
    assert loaded(file, "operators_server:\n").in_force(OTHER).operates(OTHER)


# What has changed


def test_the_keys_that_changed_are_named_without_ids(file: Path) -> None:
    before = loaded(file, f"servers: {{ {SERVER}: {{ visibility: public, channels: {{ {CHANNEL}: {{}} }} }} }}\n")
    after = loaded(
        file,
        f"posting: nobody\nservers: {{ {SERVER}: {{ channels: {{ {CHANNEL}: {{cooldown: 3}} }} }},"
        f" {OTHER}: {{ visibility: public }} }}\n",
    )
    changed = ("posting", "servers.…visibility", "servers.…channels.…cooldown")
    assert changed_keys(before, after) == changed == changed_keys(after, before)
    assert changed_keys(after, after) == ()


# Schedules


SCHEDULE = """servers:
  "100000000000000001":
    schedules:
      weekly:
        brief: ferry
        days: monday
        time: 9:05
        zone: Asia/Seoul
        channel: "100000000000000003"
"""


def test_a_schedule_says_what_when_and_where(file: Path) -> None:
    (schedule,) = loaded(file, SCHEDULE).in_force(SERVER).schedules.values()
    assert (schedule.briefs, schedule.days, schedule.clock) == (("ferry",), ("monday",), time(9, 5))
    assert (schedule.tz, schedule.channel) == (ZoneInfo("Asia/Seoul"), "100000000000000003")
    assert (schedule.content_notes, schedule.missed) == (False, "post")
    several = SCHEDULE.replace("brief: ferry", "rotate: [ferry, pier]").replace("monday", "all")
    (schedule,) = loaded(file, several).in_force(SERVER).schedules.values()
    assert schedule.briefs == ("ferry", "pier")
    assert len(schedule.days) == 7


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("days: monday", "days: mondays", 6, "V025 'mondays' is none of the words that 'days' knows"),
        ("days: monday", "days: []", 6, "V031 the list 'days' is empty"),
        ("9:05", "25:00", 7, "V026 '25:00' does not have the form of 'time'; write hours and minutes"),
        ("Asia/Seoul", "Asia/Soul", 8, "V804 there is no time zone 'Asia/Soul'; did you mean 'Asia/Seoul'?"),
        ("Asia/Seoul", "KST", 8, "V804 there is no time zone 'KST'; write one such as 'Asia/Seoul' or 'UTC'"),
        ('"100000000000000003"', "'#news'", 9, "V802 '#news' is not an id"),
        ("        brief: ferry\n", "", 4, "V028 a schedule posts one briefing or several in turn; give either"),
        ("brief: ferry", "brief: ferry\n        rotate: [pier]", 4, "V028 a schedule posts one briefing or several"),
        ("weekly:", "Every week:", 4, "V026 'Every week' does not have the form"),
        ("brief: ferry", "brief: ferry\n        missed: no", 6, "V025 'no' is none of the words that 'missed' knows"),
    ],
)
def test_a_mistake_in_a_schedule_is_named_with_its_line(file: Path, old: str, new: str, line: int, said: str) -> None:
    assert old in SCHEDULE
    (problem,) = refused(file, SCHEDULE.replace(old, new))
    assert problem.startswith(f"moderation.yaml:{line}: {said}")


# What is wrong with a file


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("cooldwon: 3\n", "moderation.yaml:1: V020 'cooldwon' is not a key we know; did you mean 'cooldown'?"),
        (
            f"servers:\n  {SERVER}:\n    channels:\n      {CHANNEL}:\n        visibilty: public\n",
            "moderation.yaml:5: V020 'visibilty' is not a key we know; did you mean 'visibility'?",
        ),
        (
            f"servers:\n  {SERVER}:\n    channels:\n      {CHANNEL}:\n        reports_channel: 1\n",
            "moderation.yaml:5: V032 'reports_channel' stands in the wrong place; it belongs under a server",
        ),
        (
            "\nvisibility: loud\n",
            "moderation.yaml:2: V025 'loud' is none of the words that 'visibility' knows; write 'private' or 'public'",
        ),
        ("commands: [brief, brif]\n", "moderation.yaml:1: V801 there is no command 'brif'; did you mean 'brief'?"),
        (
            "commands:\n  - quote\n  - /chek\n",
            "moderation.yaml:3: V801 there is no command '/chek'; did you mean 'check'?",
        ),
        ("commands: brief\n", "moderation.yaml:1: V022 text stands where a list is expected"),
        ("cooldown: soon\n", "moderation.yaml:1: V024 'soon' is not a whole number"),
        ("cooldown: -1\n", "moderation.yaml:1: V024 -1 is too little; write 0 or more"),
        ("cooldown: 3601\n", "moderation.yaml:1: V024 3601 is too much; write 3600 or less"),
        ("manage_server: [yes]\n", "moderation.yaml:1: V025 a list stands where yes or no is expected"),
        ("manage_server: perhaps\n", "moderation.yaml:1: V025 'perhaps' is neither yes nor no"),
        ("servers:\n  our-server:\n    cooldown: 1\n", "moderation.yaml:2: V802 'our-server' is not an id; in Discord"),
        (f"servers:\n  {SERVER}:\n    reports_channel: '#desk'\n", "moderation.yaml:3: V802 '#desk' is not an id"),
        (
            f"servers:\n  {SERVER}:\n    moderator_roles: 7\n",
            "moderation.yaml:3: V022 text stands where a list is expected",
        ),
        (f"servers:\n  - {SERVER}\n", "moderation.yaml:1: V022 a list stands where keys are expected"),
        (f"contact: {'x' * 301}\n", "moderation.yaml:1: V023 'contact' has 301 characters; shorten it to at most 300"),
        ("cooldown: 1\ncooldown: 2\n", "moderation.yaml:2: V011 'cooldown' is given twice"),
        ("- cooldown\n", "moderation.yaml:1: V022 a list stands where keys are expected"),
        ("", "moderation.yaml:1: V005 the file is empty"),
        ("visibility: &v public\nposting: *v\n", "moderation.yaml:1: V009 '&v' names a place"),
        ("visibility: 'public\n", "moderation.yaml:"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_what_to_do(file: Path, text: str, problem: str) -> None:
    assert any(told.startswith(problem) and "; " in told for told in refused(file, text)), refused(file, text)


@pytest.mark.parametrize(
    ("text", "key", "place"),
    [
        ("moderator_roles: [1]\n", "moderator_roles", "under a server"),
        ("reports_channel: 1\n", "reports_channel", "under a server"),
        ("channels: {}\n", "channels", "under a server"),
        (f"servers: {{ {SERVER}: {{ servers: {{}} }} }}\n", "servers", "at the top, not under another key"),
        (
            f"servers: {{ {SERVER}: {{ channels: {{ {CHANNEL}: {{ manage_server: no }} }} }} }}\n",
            "manage_server",
            "at the top, not under another key or under a server",
        ),
        (
            f"servers: {{ {SERVER}: {{ channels: {{ {CHANNEL}: {{ contact: Ask us. }} }} }} }}\n",
            "contact",
            "at the top, not under another key or under a server",
        ),
    ],
)
def test_a_key_at_the_wrong_level_is_told_where_it_belongs(file: Path, text: str, key: str, place: str) -> None:
    (said,) = refused(file, text)
    assert said.endswith(f"V032 '{key}' stands in the wrong place; it belongs {place}")


def test_all_mistakes_are_named_at_once(file: Path) -> None:
    told = refused(file, "cooldown: soon\nposting: some\nvisiblity: public\n")
    assert [problem.split(" ", 1)[0] for problem in told] == [f"moderation.yaml:{line}:" for line in (1, 2, 3)]


def test_a_file_that_is_not_there_is_named(file: Path) -> None:
    with pytest.raises(ProblemsError) as error:
        load_moderation(file)
    (problem,) = error.value.problems
    assert str(problem).startswith("moderation.yaml:1: V001 the file cannot be read (No such file or directory); ")


def test_moderation_cannot_be_changed(file: Path) -> None:
    moderation = loaded(file, "cooldown: 1\n")
    with pytest.raises(ValidationError, match="frozen"):
        moderation.cooldown = 2  # pyright: ignore[reportAttributeAccessIssue] # that is the test


def test_editors_get_a_schema_that_knows_the_commands_and_keys() -> None:
    schema = json.loads(json.dumps(Moderation.model_json_schema()))
    assert schema["additionalProperties"] is False
    assert schema["properties"].keys() == Moderation.model_fields.keys()
    assert "Find a briefing" in json.dumps(schema)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(sorted({**Moderation.model_fields, **ServerRules.model_fields})) | st.text(max_size=5),
        st.recursive(
            st.none() | st.text(max_size=5) | st.integers(),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
            max_leaves=5,
        ),
        max_size=4,
    )
)
def test_any_file_is_either_read_or_refused_in_words(file: Path, content: dict[str, object]) -> None:
    """JSON is YAML, so that any value can be written without a YAML writer."""
    file.write_text(json.dumps(content), encoding="utf-8")
    try:
        load_moderation(file).in_force(SERVER, (CHANNEL,))
    except ProblemsError as error:
        assert all(problem.what and problem.mend for problem in error.problems)  # noqa: PT017 - either is right
