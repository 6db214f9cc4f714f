"""What is in force at a place, and who may what there."""

from itertools import product
from pathlib import Path

import pytest

from bot.domain.policy import ALWAYS_ON, COMMANDS, SHIPPED
from tests.content.moderation.files import CHANNEL, SERVER, THREAD, loaded


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
