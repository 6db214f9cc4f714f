"""What a button, a menu or a form carries in its `custom_id`; nothing else is remembered of what was sent.

An address says where a card lives, an action what a button does besides leading somewhere. Both are written in one
form: `v1:brief:non-refoulement:quotes:2` is version 1, a brief, its id, the view of it, the page; an action stands in
the place of the view, `v1:brief:non-refoulement:post:2:quotes`, and what it needs besides comes last. Buttons are
pressed years after they were sent, so that a form that was ever sent is read for ever. Discord allows 100 characters
(https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id).
"""

import re
from dataclasses import dataclass, replace
from typing import Final, Literal, cast, get_args

LIMIT = 100

_VERSION = "v1"
_PART = r"[a-z0-9.@_-]*"
_FORM = re.compile(rf"{_VERSION}:({_PART}):({_PART}):({_PART}):(\d{{1,3}})(?::({_PART}))?", re.ASCII)
_OPENED = "shown"


@dataclass(frozen=True, slots=True)
class Address:
    """One view of one item, or a list of them, and the page of it.

    `kind` is a kind of item or the name of a list (`terms`, `topics`); `id` may be empty where that says everything.
    """

    kind: str
    id: str = ""
    view: str = "card"
    page: int = 1
    opened: bool = False
    """Whether the reader has asked for what stands behind the content note."""
    speaker: str = ""
    """Of a list of quotations: whose, as `speaker_slug` writes it."""
    language: str = ""
    """Of a boundary: the language that the question was written in."""
    state: str = ""
    """Of an instrument: the state that was asked about, by the slug of its name."""

    def __str__(self) -> str:
        return _written(self, self.view, _OPENED if self.opened else self.speaker or self.language or self.state)

    def on_page(self, page: int) -> "Address":
        """The same view, another page."""
        return replace(self, page=page)

    def seen_as(self, view: str, *, opened: bool = False) -> "Address":
        """The same item in another view, from its first page."""
        return Address(self.kind, self.id, view, opened=opened)


ActionName = Literal["post", "remove", "report", "reported", "reply", "none-of-these", "not-meant", "forget"]
"""`reported` is the form of a report that comes back; `forget` deletes what is kept of a server."""


_TARGETED: Final[frozenset[ActionName]] = frozenset({"remove", "reply"})
"""What is done to a member's message, or by one member, and not with a view of the card."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something done with a card: it is posted, removed, reported, sent in answer to a message, or was not meant."""

    name: ActionName
    card: Address
    """The card it is done with; of a posted card that is to be removed no more than its kind is known."""
    target: str = ""
    """The id of the member who may remove, or of the message that is answered."""

    def __str__(self) -> str:
        return _written(self.card, self.name, self.target if self.name in _TARGETED else self.card.view)


def parse(custom_id: str) -> Address | Action | None:
    """Read a custom id; None when it is not ours, or of a version that no longer means anything."""
    found = _FORM.fullmatch(custom_id)
    if found is None:
        return None
    kind, key, does, page, last = found[1], found[2], found[3], int(found[4]), found[5] or ""
    if does in get_args(ActionName):
        name = cast("ActionName", does)
        if name in _TARGETED:
            return Action(name, Address(kind, key), last)
        return Action(name, Address(kind, key, last or "card", page))
    opened = last == _OPENED
    return Address(
        kind,
        key,
        does,
        page,
        opened=opened,
        speaker=last if kind == "quotes" and not opened else "",
        language=last if kind == "boundary" and not opened else "",
        state=last if kind == "instrument" and not opened else "",
    )


def menu_id(of: Address, number: int) -> str:
    """The custom id of a menu, which tells it from others on the same card and leads nowhere."""
    return _written(Address(of.kind, of.id, page=number), "menu", "")


def _written(card: Address, does: str, last: str) -> str:
    text = f"{_VERSION}:{card.kind}:{card.id}:{does}:{card.page}"
    return f"{text}:{last}" if last else text
