"""A server's settings as text: written out, given back, and changed by the bot, with what moderators wrote around."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.moderation import ChannelRules, Moderation, ServerRules
from bot.content.settings_text import changed, written
from bot.content.upload import settings_in
from bot.domain.policy import COMMANDS, Policy
from bot.domain.problem import ProblemsError
from bot.domain.schedule import Schedule

SERVER = "100000000000000001"
HOST = Moderation(visibility="public", manage_server=True)
OTHERWISE: Policy = HOST.in_force(SERVER, uploaded=ServerRules())

IDS = st.integers(min_value=1, max_value=2**63).map(str)
SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
TEXTS = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=60).map(str.strip).filter(bool)
SCHEDULES = st.builds(
    Schedule,
    brief=SLUGS,
    days=st.sampled_from(["monday", "all", ("friday", "sunday")]),
    time=st.sampled_from(["09:00", "18:30", "0:05"]),
    zone=st.sampled_from(["Asia/Seoul", "UTC"]),
    channel=IDS,
    content_notes=st.booleans(),
    missed=st.sampled_from(["post", "skip"]),
)
CHANNEL_RULES = st.builds(
    ChannelRules,
    commands=st.none() | st.just(COMMANDS) | st.just(("brief",)) | st.just(()),
    cooldown=st.none() | st.integers(0, 3600),
    language=st.none() | st.sampled_from(["server", "en", "ko"]),
)
RULES = st.builds(
    ServerRules,
    commands=st.none() | st.just(COMMANDS) | st.just(("brief", "Check quotation")),
    posting=st.none() | st.sampled_from(["everyone", "moderators", "nobody"]),
    cooldown=st.none() | st.integers(0, 3600),
    hidden=st.none() | st.lists(SLUGS, max_size=3).map(tuple),
    manage_server=st.none() | st.just(True),
    moderator_roles=st.none() | st.lists(IDS, max_size=2).map(tuple),
    contact=st.none() | TEXTS,
    support=st.none() | st.dictionaries(st.sampled_from(["en", "ko"]), TEXTS, min_size=1),
    reports_channel=st.none() | IDS,
    schedules=st.none() | st.dictionaries(SLUGS, SCHEDULES, max_size=3),
    channels=st.none() | st.dictionaries(IDS, CHANNEL_RULES, max_size=3),
)
ENTRY = {"brief": "ferry", "days": "monday", "time": "09:00", "zone": "Asia/Seoul", "channel": "3"}

OURS = """\
# Ours.
posting: moderators   # since March
hidden: [ferry,
  pier]  # both

# Where to turn.
contact: >-
  Write to
  the team.

schedules:
  # the first
  weekly:
    brief: ferry
    days: [monday, friday]
    time: "09:00"
    zone: Asia/Seoul
    channel: 3
  # the second
  daily:
    brief: pier
    days: all
    time: "10:00"
    zone: UTC
    channel: 3
# The end.
"""


def rules_in(text: str) -> ServerRules:
    return settings_in(text, HOST, SERVER).rules


@given(RULES)
def test_what_is_written_out_and_given_back_sets_the_same(rules: ServerRules) -> None:
    again = rules_in(written(rules, OTHERWISE))
    assert HOST.in_force(SERVER, uploaded=again) == HOST.in_force(SERVER, uploaded=rules)


def test_what_is_not_set_stands_there_as_a_comment_with_what_holds_without_it() -> None:
    text = written(ServerRules(cooldown=3), OTHERWISE)
    assert "\ncooldown: 3\n" in text
    assert "\n# visibility: public\n" in text
    assert "\n# manage_server: yes\n" in text
    assert "\n# contact:\n" in text


def test_every_comment_that_is_a_key_can_be_made_one() -> None:
    text = written(ServerRules(), OTHERWISE)
    for key in ServerRules.model_fields:
        lines = text.splitlines()
        start = lines.index(next(line for line in lines if line.startswith(f"# {key}:")))
        end = next(number for number in range(start, len(lines) + 1) if not "\n".join(lines[number : number + 1]))
        opened = [*lines[:start], *(line.removeprefix("# ") for line in lines[start:end]), *lines[end:]]
        rules_in("\n".join(opened))


@given(RULES, st.lists(SLUGS, max_size=3), st.booleans())
def test_a_key_can_be_changed_in_whatever_there_is(rules: ServerRules, hidden: list[str], own: bool) -> None:
    text = OURS if own else written(rules, OTHERWISE)
    before = rules_in(text)
    after = rules_in(changed(text, ("hidden",), hidden, OTHERWISE))
    assert after.hidden == tuple(hidden)
    assert after.model_copy(update={"hidden": None}) == before.model_copy(update={"hidden": None})


@given(RULES, SLUGS)
def test_an_entry_can_be_added_and_taken_away_again(rules: ServerRules, name: str) -> None:
    text = written(rules, OTHERWISE)
    added = changed(text, ("schedules", name), ENTRY, OTHERWISE)
    assert rules_in(added).schedules == {**(rules.schedules or {}), name: Schedule.model_validate(ENTRY)}
    gone = rules_in(changed(added, ("schedules", name), None, OTHERWISE)).schedules or {}
    assert gone == {key: one for key, one in (rules.schedules or {}).items() if key != name}


def test_what_stands_around_a_key_stays_as_it_was_typed() -> None:
    text = changed(OURS, ("hidden",), ["quay"], OTHERWISE)
    assert text == OURS.replace("hidden: [ferry,\n  pier]  # both\n", "hidden:\n  - quay\n")
    assert changed(OURS, ("hidden",), None, OTHERWISE) == OURS.replace("hidden: [ferry,\n  pier]  # both\n", "")


def test_what_stands_around_an_entry_stays_as_it_was_typed() -> None:
    daily = OURS[OURS.index("  daily:") : OURS.index("# The end.")]
    assert changed(OURS, ("schedules", "daily"), None, OTHERWISE) == OURS.replace(daily, "")
    added = changed(OURS, ("schedules", "third"), ENTRY, OTHERWISE)
    assert added.startswith(OURS[: OURS.index("# The end.")])
    assert added.endswith("# The end.\n")
    weekly = OURS[OURS.index("  weekly:") : OURS.index("  # the second")]
    replaced = changed(OURS, ("schedules", "weekly"), ENTRY, OTHERWISE)
    assert weekly not in replaced
    assert replaced.startswith(OURS[: OURS.index("  weekly:")])
    assert replaced.endswith(OURS[OURS.index("  # the second") :])


@pytest.mark.parametrize(
    "text", ["{posting: nobody, hidden: [pier]}", "---\nposting: nobody\n...\n", "# nothing\n", ""]
)
def test_a_text_that_is_not_a_key_a_line_is_written_anew(text: str) -> None:
    before = rules_in(text)
    after = rules_in(changed(text, ("hidden",), ["ferry"], OTHERWISE))
    assert after == before.model_copy(update={"hidden": ("ferry",)})


# What is given


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("cooldwon: 3", "settings.yaml:1: V020 'cooldwon' is not a key we know; did you mean 'cooldown'?"),
        ("\nposting: some", "settings.yaml:2: V025 'some' is none of the words that 'posting' knows; "),
        ("servers:\n  1: {}", "settings.yaml:1: V806 'servers' is for the host of the bot alone to set; "),
        ("cooldown: 3\noperators_server: 1", "settings.yaml:2: V806 'operators_server' is for the host"),
        ("log: {days: 400}", "settings.yaml:1: V806 'log' is for the host"),
        ("settings_from_discord: no", "settings.yaml:1: V806 'settings_from_discord' is for the host"),
        ("cooldown: 3\nmanage_server: no", "settings.yaml:2: V803 nobody in this server would be a moderator; "),
        ("hidden: [fery]", "settings.yaml:1: V805 the library has no briefing 'fery'; did you mean 'ferry'?"),
        ("- a", "settings.yaml:1: V022 a list stands where keys are expected; "),
        ("hidden: [", "settings.yaml:"),
    ],
)
def test_what_cannot_be_used_is_refused_with_the_line(text: str, said: str) -> None:
    with pytest.raises(ProblemsError) as error:
        settings_in(text, HOST, SERVER, ["ferry", "pier"])
    (problem,) = map(str, error.value.problems)
    assert problem.startswith(said)
    assert "; " in problem


def test_a_host_who_takes_the_permission_away_leaves_no_upload_without_roles() -> None:
    host = Moderation.model_validate({"manage_server": False, "servers": {SERVER: {"moderator_roles": ["7"]}}})
    with pytest.raises(ProblemsError, match="V803"):
        settings_in("cooldown: 3", host, SERVER)
    settings_in("moderator_roles: [8]", host, SERVER)


def test_more_channels_than_can_be_looked_up_are_refused() -> None:
    text = "channels:\n" + "".join(f"  {number}: {{cooldown: 1}}\n" for number in range(1, 102))
    with pytest.raises(ProblemsError, match="more than 100 channels are named"):
        settings_in(text, HOST, SERVER)
    assert len(settings_in(text.replace("  101: {cooldown: 1}\n", ""), HOST, SERVER).channels) == 100


@given(st.text(max_size=80))
def test_any_text_is_either_used_or_refused_in_words(text: str) -> None:
    try:
        settings_in(text, HOST, SERVER, ["ferry"])
    except ProblemsError as error:
        assert all(problem.what and problem.mend for problem in error.problems)  # noqa: PT017 - either is right
