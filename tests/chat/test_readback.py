"""A verdict's card, sent and read back from the message that Discord sends along with a press."""

from typing import Any

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.address import Address
from bot.cards.card import Card, Choice, Divider, Menu, Text
from bot.cards.layout.pages import pages
from bot.cards.sharing import VERDICT, private_verdict
from bot.chat.readback import card_on
from bot.chat.view import view
from bot.words.catalogue import Catalogue
from tests.chat.made_up import USER, message

US = 77
WORDS = Catalogue.load().words("en")
LINES = st.text(min_size=1, max_size=40).filter(lambda text: text.strip() == text and not text.startswith("-# "))
MENU = Menu("See", (Choice("a", Address("quotation", "denial"), "b"), Choice("c", Address("document", "d"))), VERDICT)
LINE = LINES.filter(lambda text: len(text.splitlines()) == 1)


@st.composite
def cards(draw: st.DrawFn) -> Card:
    texts = draw(st.lists(LINES, min_size=1, max_size=5))
    parted = [block for text in texts for block in (Divider(), Text(text))]
    return Card(draw(LINE), (*parted[1:], MENU), footer=tuple(draw(st.lists(LINE, min_size=1, max_size=3))))


async def sent(card: Card, **changes: Any) -> discord.Message:  # noqa: ANN401 - JSON
    (page,) = pages(private_verdict(card, WORDS, may_post=True), WORDS)
    payload = {"author": {**USER, "id": str(US)}, "flags": 64 | 1 << 15, "components": view(page).to_components()}
    return message({**payload, **changes})


@given(cards())
async def test_a_card_is_read_back_as_it_was_sent(card: Card) -> None:
    assert card_on(await sent(card), US, VERDICT) == card


A_CARD = Card("Exact", (Text("> words"), MENU), footer=("small",))


@pytest.mark.parametrize(
    "changes",
    [
        {"author": {**USER, "id": "78"}},
        {"flags": 1 << 15},
        {"components": []},
        {"components": [{"type": 10, "content": "## A title alone"}]},
        {"components": [{"type": 10, "content": "no title"}, {"type": 10, "content": "-# small"}]},
    ],
)
async def test_nothing_is_read_back_from_any_other_message(changes: dict[str, Any]) -> None:
    assert card_on(await sent(A_CARD), US, VERDICT) == A_CARD
    assert card_on(await sent(A_CARD, **changes), US, VERDICT) is None
    assert card_on(None, US, VERDICT) is None


async def test_a_choice_that_leads_nowhere_is_left_out() -> None:
    message = await sent(A_CARD)
    container: Any = message.components[0].to_dict()
    options = container["components"][2]["components"][0]["options"]
    options[0]["value"] = "not an address"
    read = card_on(await sent(A_CARD, components=[container]), US, VERDICT)
    assert read is not None
    assert isinstance(read.blocks[-1], Menu)
    assert len(read.blocks[-1].choices) == 1
