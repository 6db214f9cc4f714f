"""The numbers that Discord gives a server, a channel or a role; they are text here, as Discord sends them."""

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

_MOST_DIGITS = 20
"""Those of 2^64."""
_MENTION = re.compile(rf"<(?:#|@&)([0-9]{{1,{_MOST_DIGITS}}})>")
"""How a message names a channel or a role."""


class NotAnIdError(ValueError):
    """A text that is no id."""


def _an_id(text: str) -> str:
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        mention = _MENTION.fullmatch(text)
        mend = f'write "{mention[1]}"' if mention else "in Discord turn on Developer Mode, then right-click and Copy ID"
        raise NotAnIdError(f"'{text}' is not an id; {mend}")
    return text


Id = Annotated[str, AfterValidator(_an_id), WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{1,20}$"})]
