"""What is asked: interactions as Discord sends them, of different people in different servers, in endless order."""

import random
from collections.abc import Callable, Iterator, Mapping
from itertools import cycle
from typing import Any

from benchmarks.answering.server import APPLICATION
from bot.cards.address import Address
from bot.cards.layout.pages import Page, pages
from bot.cards.options import Options
from bot.cards.routes import card_at
from bot.cards.sharing import private_form
from bot.chat.connection.translator import catalogue
from bot.chat.view import view
from bot.domain.library import Library
from tests.golden.loader import questions
from tests.golden.misspelling import installed, misspellings, misspelt

Interaction = dict[str, Any]

KINDS = (
    "/brief, chosen",
    "/brief, title typed",
    "/brief, question asked before",
    "/brief, question",
    "autocomplete",
    "button in place",
    "button on a public card",
)
BUTTONS = KINDS[5:]
COMMANDS = KINDS[:4]

_SEED = 13
_PEOPLE = 5_000
_SERVERS = 40
_ASKED_OFTEN = 20
"""Questions that are asked again and again; the others each once in hundreds."""
_LOCALES = ["en-US"] * 8 + ["en-GB", "ko"]
_AS_A_SERVER_SAYS = {"features": ["COMMUNITY", "NEWS"], "locale": "en-US"}
_MAY = str(0b1111_1111_1111_1111_1111_1111_1111_1111_1111_1111)


class Asked:
    """Makes interactions of the shipped library; needs a running event loop."""

    def __init__(self, library: Library) -> None:
        self._chance = random.Random(_SEED)  # noqa: S311 - figures, not secrets
        self._number = 1_300_000_000_000_000_000
        self._slugs = list(library.briefs)
        self._titles = [brief.title for brief in library.briefs.values()]
        self._questions = [each.text for each in questions() if each.wanted == "answer"]
        self._chance.shuffle(self._questions)
        self._new_questions = cycle(self._questions[_ASKED_OFTEN:])
        self._typed = [list(_half_typed(texts, self._chance)) for texts in (self._titles * 6, self._questions)]
        shown = {key: _page(library, key) for key in self._slugs}
        self._messages = [view(page).to_components() for page in shown.values()]
        self._addresses = [page.ways for page in shown.values()]
        self._ask: Mapping[str, Callable[[], Interaction]] = {
            KINDS[0]: lambda: self._command(self._chance.choice(self._slugs)),
            KINDS[1]: lambda: self._command(self._chance.choice(self._titles)),
            KINDS[2]: lambda: self._command(self._chance.choice(self._questions[:_ASKED_OFTEN])),
            KINDS[3]: lambda: self._command(next(self._new_questions)),
            KINDS[4]: self._key_stroke,
            KINDS[5]: lambda: self._press(flags=1 << 15 | 1 << 6),
            KINDS[6]: lambda: self._press(flags=1 << 15),
        }
        self.titles = sorted(self._titles)
        by_size = sorted(self._messages, key=lambda one: len(str(one)))
        self.card: list[Any] = by_size[len(by_size) // 2][0]["components"]
        """The middle one of the cards by size, for a static one."""

    def of(self, kind: str, *, bare: bool) -> Interaction:
        """The next interaction of a kind; a bare bot knows a single button."""
        interaction = self._ask[kind]()
        if bare and kind in BUTTONS:
            interaction["data"]["custom_id"] = "again"
        return interaction

    def mixed(self) -> str:
        """The kind of the next one, where all are mixed as in a server."""
        return self._chance.choices(KINDS, weights=(15, 4, 3, 3, 50, 20, 5))[0]

    def _command(self, topic: str) -> Interaction:
        option = {"name": "topic", "type": 3, "value": topic}
        return self._interaction(2, {"id": "800", "name": "brief", "type": 1, "options": [option]})

    def _key_stroke(self) -> Interaction:
        option = {"name": "topic", "type": 3, "value": self._half_typed(), "focused": True}
        return self._interaction(4, {"id": "800", "name": "brief", "type": 1, "options": [option]})

    def _half_typed(self) -> str:
        return self._chance.choice(self._chance.choice(self._typed))

    def _press(self, *, flags: int) -> Interaction:
        which = self._chance.randrange(len(self._messages))
        custom_id = str(self._chance.choice(self._addresses[which]))
        pressed = self._interaction(3, {"custom_id": custom_id, "component_type": 2, "id": 7})
        pressed["message"] = {
            "id": str(self._number - 5_000),
            "type": 20,
            "flags": flags,
            "channel_id": pressed["channel_id"],
            "application_id": APPLICATION,
            "author": _user(int(APPLICATION), "bot") | {"bot": True},
            "content": "",
            "components": self._messages[which],
            "embeds": [],
            "attachments": [],
            "mentions": [],
            "mention_roles": [],
            "mention_everyone": False,
            "pinned": False,
            "tts": False,
            "timestamp": "2026-11-27T08:00:00.000000+00:00",
            "edited_timestamp": None,
        }
        return pressed

    def _interaction(self, kind: int, content: Mapping[str, Any]) -> Interaction:
        self._number += 4_194_304
        person, server = self._chance.randrange(_PEOPLE), self._chance.randrange(_SERVERS)
        server_id, channel_id = str(700_000_000_000_000_000 + server), str(710_000_000_000_000_000 + server)
        return {
            "id": str(self._number),
            "application_id": APPLICATION,
            "type": kind,
            "token": f"aW50ZXJhY3Rpb246{self._number}{'x' * 180}",
            "version": 1,
            "data": content,
            "guild_id": server_id,
            "guild": {"id": server_id, **_AS_A_SERVER_SAYS},
            "guild_locale": "en-US",
            "channel_id": channel_id,
            "channel": {
                "id": channel_id,
                "type": 0,
                "name": "general",
                "guild_id": server_id,
                "position": 1,
                "parent_id": None,
                "nsfw": False,
                "topic": None,
                "rate_limit_per_user": 0,
                "last_message_id": str(self._number - 5_000),
                "permissions": _MAY,
                "flags": 0,
            },
            "member": {
                "user": _user(500_000_000_000_000_000 + person, f"person{person}"),
                "roles": [str(720_000_000_000_000_000 + person % 9)],
                "permissions": str(2_248_473_465_835_073),
                "nick": None,
                "avatar": None,
                "joined_at": "2024-05-01T10:00:00.000000+00:00",
                "premium_since": None,
                "pending": False,
                "deaf": False,
                "mute": False,
                "flags": 0,
                "communication_disabled_until": None,
            },
            "app_permissions": _MAY,
            "locale": self._chance.choice(_LOCALES),
            "entitlements": [],
            "entitlement_sku_ids": [],
            "authorizing_integration_owners": {"0": server_id},
            "context": 0,
            "attachment_size_limit": 10_485_760,
        }


def _user(number: int, name: str) -> dict[str, Any]:
    return {
        "id": str(number),
        "username": name,
        "global_name": name.title(),
        "discriminator": "0",
        "avatar": "a" * 32,
        "avatar_decoration_data": None,
        "public_flags": 0,
        "primary_guild": None,
        "collectibles": None,
    }


def _page(library: Library, key: str) -> Page:
    words = catalogue().words("en-US")
    card = card_at(library, Address("brief", key), Options(words))
    if card is None:
        raise LookupError(key)
    return pages(private_form(card, words, may_post=True, may_report=True), words)[0]


def _half_typed(texts: list[str], chance: random.Random) -> Iterator[str]:
    """Beginnings of texts, three of each; of every fifth as somebody misspells it."""
    known = misspellings(installed())
    for place, written in enumerate(texts):
        text = next(misspelt(written, known), written) if place % 5 == 0 else written
        yield from (text[: chance.randint(1, len(text))] for _ in range(3))
