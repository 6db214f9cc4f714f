"""What travels: JSON objects as Discord defines them."""

from typing import Any

Payload = dict[str, Any]
"""A JSON object of Discord's.

Its shapes are Discord's to define and to change, and much of what arrives here is wrong on purpose, so the values are
`Any` and `limits` is where they are looked at.
"""


def object_in(value: object) -> Payload:
    """The JSON object in an untrusted value, or an empty one."""
    return value if isinstance(value, dict) else {}  # pyright: ignore[reportUnknownVariableType] # keys of JSON are text


def list_in(value: object) -> list[Any]:
    """The JSON list in an untrusted value, or an empty one."""
    return value if isinstance(value, list) else []  # pyright: ignore[reportUnknownVariableType] # its members are untrusted too
