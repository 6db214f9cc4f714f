"""Why Discord did not take a message, and what can be done, in words.

Source of the codes: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.cards.card import Card
from bot.cards.notice import message_card
from bot.words.catalogue import Words

UNKNOWN_MESSAGE = 10008
MISSING_ACCESS = 50001
MISSING_PERMISSIONS = 50013
NEEDED = ("view_channel", "send_messages", "embed_links", "attach_files", "read_message_history")
"""What the bot needs to post, as Discord's permissions are called in code; in a thread it is not `send_messages`."""
IN_THREADS = "send_messages_in_threads"

_BY_CODE: Mapping[int, str] = MappingProxyType(
    {
        10003: "refused.channel-gone",
        10004: "refused.server-gone",
        UNKNOWN_MESSAGE: "refused.message-gone",
        10015: "refused.too-late",
        20016: "refused.slow",
        20028: "refused.busy",
        40004: "refused.later",
        40058: "refused.kind",
        MISSING_ACCESS: "refused.access",
        50008: "refused.kind",
        MISSING_PERMISSIONS: "refused.permissions",
        50024: "refused.kind",
        50027: "refused.too-late",
        50083: "refused.thread-closed",
        130000: "refused.later",
        160002: "refused.history",
        160005: "refused.thread-locked",
        200000: "refused.filter",
        200001: "refused.filter",
    }
)
_TOO_MANY = 429
_DISCORDS_OWN = 500
"""From this status on a failure is Discord's."""
_NAME_KEYS = {
    "view_channel": "permission.view-channel",
    "send_messages": "permission.send-messages",
    IN_THREADS: "permission.send-in-threads",
    "embed_links": "permission.embed-links",
    "attach_files": "permission.attach-files",
    "read_message_history": "permission.history",
}


def why_refused(status: int, code: int, words: Words, lacking: Sequence[str] = ()) -> str:
    """One line: what is missing or wrong, and Discord's number for it.

    `status` is that of HTTP, 0 where there was no answer; `lacking` are permissions that the bot is known not to have.
    """
    if code in {MISSING_ACCESS, MISSING_PERMISSIONS} and lacking:
        told = words("refused.lacking", permissions=named_permissions(lacking, words))
    elif code in _BY_CODE:
        told = words(_BY_CODE[code], permissions=named_permissions(NEEDED, words))
    elif status == _TOO_MANY:
        told = words("refused.busy")
    elif status >= _DISCORDS_OWN or not status:
        told = words("refused.later")
    else:
        told = words("refused.otherwise")
    return f"{told} ({words('refused.code', code=str(code or status))})" if code or status else told


def named_permissions(names: Sequence[str], words: Words) -> str:
    """Permissions as Discord calls them to people."""
    return ", ".join(f"*{words(_NAME_KEYS[name])}*" for name in names)


def perhaps_card(words: Words) -> Card:
    """Something was sent, and nobody knows whether it arrived."""
    return message_card(words("refused.perhaps-title"), words("refused.perhaps"))


def refused_card(why: str, words: Words) -> Card:
    """Nothing was sent, and why."""
    return message_card(words("refused.title"), why)
