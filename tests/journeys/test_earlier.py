"""What the version before this one has sent goes on working: its buttons, menus and forms, and its receipts.

`earlier/custom_ids.json` has every custom id that the crawler met on the version of November 2026, with the first line
of what each was answered with; the subject's own name and counts stand there as `{subject}` and `{n}`, because authors
change them. `earlier/receipts.json` has every receipt of that day's content, from before receipts had digits that check
them.
"""

import json
import re
from pathlib import Path
from typing import TypedDict

from bot.cards.about import receipt_card
from bot.cards.address import Action, Address, parse
from bot.cards.kinds import KINDS
from bot.cards.layout.plain import plain
from bot.domain import receipts
from bot.domain.library import Library
from bot.snapshot import Snapshot
from bot.words.catalogue import ENGLISH, Catalogue
from discord_sandbox import Sandbox
from tests.builders import a_library
from tests.journeys.conftest import Start
from tests.journeys.presses import pressed, submitted

FOLDER = Path(__file__).parent / "earlier"
GONE = "## No longer in the library"


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
    told = re.sub(r"(?<=^## ).+: (?=\d+ quotation)", "", told)  # whose they are, or where they stand
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


def earlier_receipts() -> list[str]:
    recorded = json.loads((FOLDER / "receipts.json").read_text(encoding="utf-8"))
    return [*recorded["receipts"].values(), recorded["library"]]


def test_a_receipt_from_before_the_check_is_read_and_told_to_be_older_perhaps(snapshot: Snapshot) -> None:
    words = Catalogue.load().words(ENGLISH)
    told = {one: plain(receipt_card(snapshot.library, one, words)) for one in earlier_receipts()}
    assert len(told) > 100
    unchecked = {one: text for one, text in told.items() if not receipts.is_genuine(one)}
    assert len(unchecked) > 0.95 * len(told), "of 256 receipts from before, one passes for a later one"
    assert [
        one for one, text in unchecked.items() if "from a version of this bot older than this check" not in text
    ] == []
    assert [one for one, text in told.items() if one not in text] == []


def test_every_receipt_of_today_is_current_and_stays_known_as_former(snapshot: Snapshot) -> None:
    library, words = snapshot.library, Catalogue.load().words(ENGLISH)
    given = [kind.receipt(library, key) for kind in KINDS.values() for key in kind.items(library)]
    assert [one for one in given if f"{one} is current" not in plain(receipt_card(library, one, words))] == []
    bare = a_library(library.wording)
    assert [one for one in given if f"{one} was given out here" not in plain(receipt_card(bare, one, words))] == []
