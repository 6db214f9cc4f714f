"""What somebody posts, as the request and the fields besides it.

Source: Discord API documentation, "Messages Resource" and "Poll Resource".
"""

from collections.abc import Iterable

from discord_sandbox.records.kinds import COMPONENTS_V2
from discord_sandbox.records.payload import Payload
from discord_sandbox.world.snowflakes import Snowflakes

STICKER_PNG = 1
"""The format of a sticker that does not move."""


def message_body(text: str, embeds: Iterable[Payload], components: Iterable[Payload]) -> Payload:
    """The request for a message. One that has components alone is a message of Components V2."""
    body: Payload = {"content": text, "embeds": list(embeds), "components": list(components)}
    if body["components"] and not text and not body["embeds"]:
        return {"components": body["components"], "flags": COMPONENTS_V2}
    return body


def sticker_items(names: Iterable[str], snowflakes: Snowflakes) -> list[Payload]:
    """Stickers of these names, as a message shows them."""
    return [{"id": snowflakes.next(), "name": name, "format_type": STICKER_PNG} for name in names]


def poll_body(question: str, answers: Iterable[str]) -> Payload:
    """The request for a poll."""
    return {"poll": {"question": {"text": question}, "answers": [{"poll_media": {"text": one}} for one in answers]}}
