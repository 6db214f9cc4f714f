"""What a moderators' file may say, and what is wrong with one."""

import json
from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.content.moderation import Moderation, ServerRules, changed_keys, load_moderation
from bot.domain.problem import ProblemsError
from tests.content.moderation.files import CHANNEL, OTHER, SERVER, loaded, refused

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


def test_a_file_of_comments_alone_leaves_everything_as_shipped_and_an_empty_one_is_refused(file: Path) -> None:
    assert loaded(file, "# everything as shipped\n\n  # really\n") == Moderation()
    assert refused(file, "\n") == ["moderation.yaml:1: V005 the file is empty; write its content, or delete the file"]


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
        (
            f"servers:\n  \u201c{SERVER}\u201d:\n    cooldown: 1\n",
            "moderation.yaml:2: V802 '\u201c100000000000000001\u201d' is not an id; type straight quotation marks",
        ),
        (
            "language: \u201cko\u201d\n",
            "moderation.yaml:1: V025 '\u201cko\u201d' is none of the words that 'language' knows; type straight",
        ),
        (
            f"servers:\n  {SERVER}:\n    reports_channel: <#{SERVER}>\n",
            f"moderation.yaml:3: V802 '<#{SERVER}>' is not an id; write \"{SERVER}\"",
        ),
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
