"""Whom a message would ping.

Source: Discord API documentation, "Messages Resource", section "Allowed Mentions Object". Texts in components ping as
content does.
"""

import re
from typing import NamedTuple

from discord_sandbox.records.payload import Payload, list_in, object_in

USER = re.compile(r"<@!?(\d+)>")
ROLE = re.compile(r"<@&(\d+)>")
EVERYONE = re.compile(r"@(?:everyone|here)\b")


class Pings(NamedTuple):
    """Ids of users and roles, and whether everyone, would be notified."""

    users: list[str]
    roles: list[str]
    everyone: bool


def pings(texts: list[str], allowed_mentions: object, *, default: frozenset[str]) -> Pings:
    """What the texts ping, given the request's `allowed_mentions`, or `default` kinds without one."""
    text = "\n".join(texts)
    allowed: Payload = object_in(allowed_mentions)
    kinds = default if allowed_mentions is None else frozenset(map(str, list_in(allowed.get("parse"))))

    def let_through(found: list[str], kind: str) -> list[str]:
        listed = {str(number) for number in list_in(allowed.get(kind))}
        return [number for number in dict.fromkeys(found) if kind in kinds or number in listed]

    return Pings(
        users=let_through(USER.findall(text), "users"),
        roles=let_through(ROLE.findall(text), "roles"),
        everyone="everyone" in kinds and EVERYONE.search(text) is not None,
    )
