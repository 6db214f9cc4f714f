"""Where a card lives: what a button, a menu or a modal carries in its `custom_id`, and nothing else is remembered.

`v1:brief:non-refoulement:quotes:2` is version 1, a brief, its id, the view of it, the page. Discord allows 100
characters (https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id).
"""

import re
from dataclasses import dataclass, replace
from typing import Self

LIMIT = 100
VERSION = "v1"

_PART = r"[a-z0-9.@_-]*"
_PATTERN = re.compile(rf"v(\d+):({_PART}):({_PART}):({_PART}):(\d{{1,3}})(?::({_PART}))?")


@dataclass(frozen=True, slots=True)
class Address:
    """One view of one item, and the page of it.

    `kind` is a kind of item or the name of a command's card (`help`, `topics`); `id` may be empty where the kind says
    everything; `extra` carries what a view needs besides, such as the paragraph asked for.
    """

    kind: str
    id: str = ""
    view: str = "card"
    page: int = 1
    extra: str = ""

    def __str__(self) -> str:
        text = f"{VERSION}:{self.kind}:{self.id}:{self.view}:{self.page}"
        return f"{text}:{self.extra}" if self.extra else text

    @classmethod
    def parse(cls, custom_id: str) -> Self | None:
        """Read a custom id; None when it is not ours or is of a version that no longer means anything."""
        match = _PATTERN.fullmatch(custom_id)
        if match is None or f"v{match[1]}" != VERSION:
            return None
        return cls(match[2], match[3], match[4], int(match[5]), match[6] or "")

    def on_page(self, page: int) -> "Address":
        """The same view, another page."""
        return replace(self, page=page)

    def shown_as(self, view: str, extra: str = "") -> "Address":
        """The same item seen in another view, from its first page."""
        return replace(self, view=view, page=1, extra=extra)
