"""First answers as bytes are what discord.py itself would send."""

import json
from typing import Any

import discord
import pytest
from discord.webhook.async_ import interaction_message_response_params

from bot.cards.address import Address
from bot.cards.card import Enclosed, Picture
from bot.cards.layout.pages import Page, pages
from bot.cards.options import Options
from bot.cards.routes import card_at, every_address
from bot.cards.sharing import private_form
from bot.chat.payload import Payload
from bot.chat.view import file_of, view
from bot.domain.library import Library
from bot.words.catalogue import Catalogue

EVERY = 9


@pytest.fixture(scope="module")
def library(shipped: Library) -> Library:
    return shipped


def some_pages(library: Library) -> list[Page]:
    """Every ninth page that there is, and one with a picture."""
    found: list[Page] = []
    catalogue = Catalogue.load()
    charts = dict.fromkeys(library.figures, b"a picture")
    addresses = [address for _, address in every_address(library)]
    pictured = [Address("figure", key) for key in library.figures][:2]
    for place, address in enumerate([*addresses[::EVERY], *pictured]):
        words = catalogue.words(("en-US", "ko")[place % 2])
        card = card_at(library, address, Options(words, charts=charts))
        assert card is not None
        found += pages(private_form(card, words, may_post=True, may_report=True, searched=True), words)
    assert any(files(page) for page in found)
    return found


def files(page: Page) -> list[discord.File]:
    return [file_of(block) for block in page.blocks if isinstance(block, Picture | Enclosed)]


def of_discord(page: Page, kind: int, flags: int | None) -> Any:  # noqa: ANN401 # JSON
    """What discord.py makes of the page; see `InteractionResponse.send_message` and `edit_message`."""
    attached: dict[str, Any] = {"files" if kind == 4 else "attachments": files(page)}
    if flags is not None:
        attached["flags"] = discord.MessageFlags._from_value(flags)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # as it does itself
    with interaction_message_response_params(
        type=kind, view=view(page), previous_allowed_mentions=discord.AllowedMentions.none(), **attached
    ) as params:
        return params.payload if not params.multipart else json.loads(params.multipart[0]["value"])


async def test_every_first_answer_is_what_discord_py_would_send(library: Library) -> None:
    for page in some_pages(library):
        payload = Payload.of(page)
        assert json.loads(payload.private()) == of_discord(page, 4, 64)["data"]
        assert json.loads(payload.for_all()) == of_discord(page, 4, 4)["data"]
        assert json.loads(payload.in_place()) == of_discord(page, 7, None)["data"]
        attached = [(file.filename, file.description, file.fp.read()) for file in payload.files()]
        assert attached == [(file.filename, file.description, file.fp.read()) for file in files(page)]
