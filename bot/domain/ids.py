"""The numbers that Discord gives a server, a channel or a role; they are text here, as Discord sends them."""

from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

_MOST_DIGITS = 20
"""Those of 2^64."""


class NotAnIdError(ValueError):
    """A text that is no id."""


def _an_id(text: str) -> str:
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise NotAnIdError(f"'{text}' is not an id; in Discord turn on Developer Mode, then right-click and Copy ID")
    return text


Id = Annotated[str, AfterValidator(_an_id), WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{1,20}$"})]
