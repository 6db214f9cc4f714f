"""What the version before this one has sent goes on working: its buttons, menus and forms, and its receipts.

`earlier/custom_ids.json` has every custom id that the crawler met on the version of November 2026, with the first line
of what each was answered with; the subject's own name and counts stand there as `{subject}` and `{n}`, because authors
change them. `earlier/receipts.json` has every receipt of that day's content, and the digest of that content.
"""

import hashlib
import json
import re
from pathlib import Path
from typing import TypedDict

import pytest

from bot.cards.address import Action, Address, parse
from bot.cards.kinds import KINDS
from bot.domain import receipts as receipts_of
from bot.domain.library import Library
from bot.snapshot import Snapshot
from discord_sandbox import Sandbox
from tests.journeys.conftest import Start
from tests.journeys.presses import pressed, submitted

FOLDER = Path(__file__).parent / "earlier"
GONE = "## No longer in the library"
FORM_GONE = "**About:** {id}"


class CustomIds(TypedDict):
    """Of buttons and menus, and of forms, what each led to."""

    pressed: dict[str, str]
    submitted: dict[str, str]


def card_of(custom_id: str) -> Address:
    """The card that a button leads to or does something with."""
    read = parse(custom_id)
    assert read is not None, custom_id
    return read.card if isinstance(read, Action) else read


def subject(library: Library, address: Address) -> str | None:
    """What a card's title calls its subject; None where the library has none of that id."""
    kind = KINDS.get(address.kind)
    if kind is None or address.id not in kind.items(library):
        return None
    if kind.name == "quotation":
        evidence = library.quotations[address.id]
        return evidence.speaker or evidence.document
    return library.provisions[address.id].citation if kind.name == "article" else kind.title(library, address.id)


def general(told: str, library: Library, custom_id: str) -> str:
    """What was told, without what authors may change."""
    told = told.replace("\\", "")
    name = subject(library, card_of(custom_id))
    if name:
        told = told.replace(name, "{subject}")
    return re.sub(r"\d+(?= quotation| event| briefing| document)", "{n}", told)


def of_shipped(library: Library, told: dict[str, str]) -> dict[str, str]:
    """Those whose subject the library still has."""
    addresses = {custom_id: card_of(custom_id) for custom_id in told}
    return {
        custom_id: told[custom_id]
        for custom_id, address in addresses.items()
        if not address.id or subject(library, address) or address.kind in {"quotes", "topics"}
    }


async def test_every_button_and_form_of_the_version_before_leads_where_it_led(
    sandbox: Sandbox, start: Start, snapshot: Snapshot
) -> None:
    places = sandbox.population.places
    server, desk = places["server"].channel, places["desk"].channel
    assert server.guild is not None
    bot = await start(f"servers: {{{server.guild.id}: {{reports_channel: {desk.id}}}}}\n")
    moderator, at_desk = sandbox.actor("moderator", "server"), sandbox.actor("moderator", "desk")
    expected: CustomIds = json.loads((FOLDER / "custom_ids.json").read_text(encoding="utf-8"))
    led = of_shipped(snapshot.library, expected["pressed"])
    forms = of_shipped(snapshot.library, expected["submitted"])

    told = {key: value async for key, value in pressed(bot.client, moderator, bot.idle, list(led))}
    about = {key: value async for key, value in submitted(bot.client, moderator, at_desk, bot.idle, list(forms))}

    assert {key: general(value, snapshot.library, key) for key, value in told.items()} == led
    assert {key: general(value, snapshot.library, key) for key, value in about.items()} == forms


async def test_a_page_beyond_the_end_shows_the_last(sandbox: Sandbox, start: Start, snapshot: Snapshot) -> None:
    bot = await start()
    moderator = sandbox.actor("moderator", "server")
    expected: CustomIds = json.loads((FOLDER / "custom_ids.json").read_text(encoding="utf-8"))
    views = re.compile(r"v1:[a-z]+:[a-z0-9-]*:(card|short|quotes|sources|treaty|figures|context|wording):\d")
    led = {key: one for key, one in of_shipped(snapshot.library, expected["pressed"]).items() if views.fullmatch(key)}
    beyond = {re.sub(r"\d$", "999", key): one for key, one in led.items()}

    told = {key: value async for key, value in pressed(bot.client, moderator, bot.idle, list(beyond))}

    assert {key: general(value, snapshot.library, key) for key, value in told.items()} == beyond


def digest_of_content(root: Path) -> str:
    """The sha256 of every content file with its name."""
    whole = hashlib.sha256()
    for folder in ("seeds", "briefs"):
        for file in sorted((root / folder).rglob("*.*")):
            whole.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()


def test_every_receipt_of_unchanged_content_is_what_it_was(root: Path, snapshot: Snapshot) -> None:
    recorded = json.loads((FOLDER / "receipts.json").read_text(encoding="utf-8"))
    if digest_of_content(root) != recorded["content"]:
        pytest.skip("the content has changed since the receipts were recorded")
    library = snapshot.library
    keys = [key.split(":") for key in recorded["receipts"]]
    assert {f"{kind}:{key}": KINDS[kind].receipt(library, key) for kind, key in keys} == recorded["receipts"]
    assert receipts_of.of_library(library) == recorded["library"]
