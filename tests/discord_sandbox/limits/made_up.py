"""Messages and components to be spoilt by tests, and what is refused of them."""

from typing import Any

import pytest

from discord_sandbox.limits import check_message
from discord_sandbox.records.errors import DiscordError

Json = dict[str, Any]

V2 = 1 << 15
LINE: Json = {"type": 14}
PICTURE = "https://example.org/a.png"
ANSWER: Json = {"poll_media": {"text": "x" * 55}}


def text(content: str = "words") -> Json:
    return {"type": 10, "content": content}


def button(**changes: object) -> Json:
    return {"type": 2, "style": 1, "label": "Press", "custom_id": "press"} | changes


def link(**changes: object) -> Json:
    return {"type": 2, "style": 5, "label": "Open", "url": "https://example.org"} | changes


def row(*children: Json) -> Json:
    return {"type": 1, "components": list(children)}


def buttons(number: int) -> Json:
    return row(*(button(custom_id=f"press {one}") for one in range(number)))


def options(number: int) -> list[Json]:
    return [{"label": f"Option {one}", "value": f"value {one}"} for one in range(number)]


def menu(**changes: object) -> Json:
    return {"type": 3, "custom_id": "menu", "options": options(2)} | changes


def section(*texts: Json, accessory: Json | None = None) -> Json:
    return {"type": 9, "components": list(texts), "accessory": accessory or link()}


def container(*children: Json, **changes: object) -> Json:
    return {"type": 17, "components": list(children)} | changes


def gallery(*urls: str, **changes: object) -> Json:
    return {"type": 12, "items": [{"media": {"url": url}} | changes for url in urls]}


def v2(*components: Json, **changes: object) -> Json:
    return {"flags": V2, "components": list(components)} | changes


def embed(**fields: object) -> Json:
    return {"embeds": [fields]}


def found(errors: Json, path: str = "") -> dict[str, str]:
    """Paths of all leaves with the code of their first error."""
    codes: dict[str, str] = {}
    for name, value in errors.items():
        if name == "_errors":
            codes[path] = value[0]["code"]
        else:
            codes |= found(value, f"{path}.{name}".lstrip("."))
    return codes


def faults(message: Json, files: tuple[str, ...] = ()) -> dict[str, str]:
    """Where a message that is refused is wrong, with the codes."""
    with pytest.raises(DiscordError) as caught:
        check_message(message, files=files)
    assert caught.value.refusal.code == 50035
    assert caught.value.errors is not None
    return found(caught.value.errors)


def poll(**changes: object) -> Json:
    return {"poll": {"question": {"text": "Which?"}, "answers": [ANSWER]} | changes}
