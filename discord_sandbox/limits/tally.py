"""What is counted over all components of one message or modal, and what every component has.

Source: Discord API documentation, "Component Reference". What is not written there:

* A server fault above 10,170 = bytes of all Text Displays + 12 for each: discord-api-docs issue 8554.
* A server fault above 64 pictures: discord-api-docs issue 7528.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from discord_sandbox.limits.form import FormBody, Path
from discord_sandbox.records.kinds import Kind

CUSTOM_ID = 100
MEDIA_IN_MESSAGE = 64
TEXT_BYTES = 10_170
TEXT_DISPLAY_BYTES = 12
COMPONENT_IDS = 2**31 - 1


@dataclass
class Tally:
    """What is counted over all components of one message or modal."""

    total: int = 0
    custom_ids: set[str] = field(default_factory=set[str])
    ids: set[int] = field(default_factory=set[int])
    texts: list[str] = field(default_factory=list[str])
    media: list[tuple[str, Path]] = field(default_factory=list[tuple[str, Path]])

    def overflows(self) -> bool:
        """Whether Discord's own server would fail with status 500."""
        weight = sum(len(text.encode("utf-8", "surrogatepass")) + TEXT_DISPLAY_BYTES for text in self.texts)
        return weight > TEXT_BYTES or len(self.media) > MEDIA_IN_MESSAGE


def kind_of(component: FormBody, allowed: Collection[Kind]) -> Kind | None:
    """The component's type, if it is allowed where it stands."""
    if not component.require("type"):
        return None
    number = component.fields["type"]
    if not isinstance(number, int) or number not in allowed:
        listed = ", ".join(str(int(kind)) for kind in sorted(allowed))
        component.refuse("UNION_TYPE_CHOICES", f'Value of field "type" must be one of ({listed},).', "type")
        return None
    return Kind(number)


def count(component: FormBody, tally: Tally) -> None:
    """Count the component, and check its optional number, unique unless 0."""
    tally.total += 1
    number = component.number("id", 0, COMPONENT_IDS)
    if number and number in tally.ids:
        component.refuse("COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated", "id")
    tally.ids.add(number)


def check_custom_id(component: FormBody, tally: Tally) -> None:
    """A custom id of 1 to 100 characters, used once."""
    custom_id = component.required_text("custom_id", 1, CUSTOM_ID)
    if custom_id in tally.custom_ids:
        message = "Component custom id cannot be duplicated"
        component.refuse("COMPONENT_CUSTOM_ID_DUPLICATED", message, "custom_id")
    elif custom_id:
        tally.custom_ids.add(custom_id)
