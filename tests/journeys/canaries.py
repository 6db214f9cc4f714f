"""Words that members type and ids that they are known by, and where in what a bot leaves behind any of them stands."""

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from discord_sandbox import Guild, Sandbox, Upload

CANARY = "quokkalilt"
"""A word that nobody else writes."""
KOREAN = "쿼카노래"

_LONG = 20
"""Characters of a token that tell it from all else, so that no such part of one may stand anywhere."""

TEXTS = (
    CANARY,
    f"What is non-refoulement? {CANARY}",
    f"{CANARY}: “persistently sought to have them returned {CANARY}”",
    f"{CANARY} 33(1) refugee convention",
    f"how do i cross the river safely {CANARY}",
    f"I am in danger and they will send me back {CANARY}",
    f"강제송환은 불법인가요? {KOREAN}",
    f"{CANARY} <@{{member}}> <#{{channel}}> https://discord.com/channels/{{server}}/{{channel}}/{{message}}",
    f"v1:brief:{CANARY}:card:1",
    f"'; DROP TABLE counts; -- {CANARY} \N{ZERO WIDTH SPACE}**{KOREAN}**",
    f"{CANARY} " * 500,
)
"""For every way that an answer can go: found, asked, nothing near, not answered, in danger, checked, an address."""

FILES = (
    Upload(f"{CANARY}.txt", f"“A {CANARY} sang in the harbour for the islanders.”\n".encode()),
    Upload(f"{CANARY}.md", f"# {KOREAN}\n\n> {CANARY}\n".encode()),
    Upload("settings.yaml", f"{CANARY}: public\ncontact: [{KOREAN}]\n# {CANARY}\n".encode()),
    Upload("program.exe", f"MZ{CANARY}".encode()),
)
"""None of them can be kept as the settings of a server."""


def typed(sandbox: Sandbox) -> tuple[str, ...]:
    """The texts, with real ids in them."""
    place = sandbox.population.places["elsewhere"]
    ids = {
        "member": sandbox.population.people["member"].id,
        "channel": place.channel.id,
        "server": place.channel.guild.id if place.channel.guild else "",
        "message": "1234567890123456789",
    }
    return tuple(re.sub(r"\{(\w+)\}", lambda found: ids[found[1]], text) for text in TEXTS)


def never(sandbox: Sandbox, home: Guild) -> set[str]:
    """What may stand nowhere: words, and the ids of people, messages, interactions and of other servers than `home`."""
    population = sandbox.population
    people = [user for user in population.users.values() if user is not sandbox.bot_user]
    other = [channel for channel in population.channels.values() if channel.guild is not home]
    return {
        CANARY,
        KOREAN,
        "1234567890123456789",
        *(user.id for user in people),
        *(user.display_name for user in people),
        *(guild.id for guild in population.guilds.values() if guild is not home),
        *(channel.id for channel in other),
        *(number for channel in population.channels.values() for number in channel.messages),
        *(part for one in sandbox.interactions for part in (one.id, one.token)),
        *(file["id"] for one in sandbox.interactions for file in one.files),
    }


def settled_here(sandbox: Sandbox, home: Guild) -> set[str]:
    """What may stand in the settings of a server, and nowhere else: the ids of its own."""
    channels = [channel.id for channel in sandbox.population.channels.values() if channel.guild is home]
    return {home.id, *home.roles, *channels}


def traces(content: bytes, canaries: Iterable[str]) -> set[str]:
    """Which of these stand in it, in any form that a program would write them."""
    return {canary for canary in canaries if any(form in content for form in _forms(canary))}


def left_behind(folder: Path) -> dict[str, bytes]:
    """Every file, by its path below the folder."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def _forms(text: str) -> Iterator[bytes]:
    yield text.encode()
    if len(text) >= _LONG:
        yield from (text[start : start + _LONG].encode() for start in range(0, len(text) - _LONG + 1, _LONG))
        yield quote(text, safe="").encode()
        yield b64encode(text.encode()).rstrip(b"=")
        yield text[::-1].encode()
    yield text.encode("utf-16-le")
    yield json.dumps(text)[1:-1].encode()
    if text.isdecimal() and len(text) > 16:
        yield int(text).to_bytes(8, "big")  # as SQLite writes a number of this size
