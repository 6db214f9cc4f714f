"""HTML made only of elements and escaped text."""

from collections.abc import Mapping
from html import escape


class Html(str):
    """Text that is HTML already. Everything else is escaped when it is put into an element."""

    __slots__ = ()


NOTHING = Html()
VOID = frozenset({"br", "hr", "img", "input"})


def join(*parts: str) -> Html:
    """Parts one after another; whatever is not Html is escaped."""
    return Html("".join(part if isinstance(part, Html) else escape(part) for part in parts))


def element(name: str, attributes: Mapping[str, str | bool | None] | None = None, *children: str) -> Html:
    """One element. Attributes that are None or False are left out, True stands without a value."""
    written = "".join(
        f" {key}" if value is True else f' {key}="{escape(value)}"'
        for key, value in (attributes or {}).items()
        if value is not None and value is not False
    )
    return Html(f"<{name}{written}>" if name in VOID else f"<{name}{written}>{join(*children)}</{name}>")
