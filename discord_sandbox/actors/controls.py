"""Which button or menu on a message is meant, as a person would name it."""

from discord_sandbox.actors.options import NotOfferedError
from discord_sandbox.records.channels import Message
from discord_sandbox.records.components import walk
from discord_sandbox.records.transcript import Button, Select


def has_control(message: Message, name: str) -> bool:
    """Whether a label, a custom id or a placeholder on a message is just this."""
    named = {
        part.get(key) for part in walk(message.payload["components"]) for key in ("label", "custom_id", "placeholder")
    }
    return name in named


def button_on(message: Message, name: str) -> Button:
    """The button of a label or a custom id; NotOfferedError where there is not one that can be pressed."""
    named = [one for one in message.buttons if name in (one.label, one.custom_id)]
    if not named:
        known = ", ".join(one.label for one in message.buttons) or "none"
        raise NotOfferedError(f"There is no button {name!r}; there are: {known}.")
    exact = [one for one in named if one.custom_id == name] or named
    if len(exact) > 1:
        ids = ", ".join(one.custom_id for one in exact)
        raise NotOfferedError(f"Several buttons say {name!r}; name one of them by its id: {ids}.")
    chosen = exact[0]
    if chosen.disabled or chosen.url:
        reason = "opens a page" if chosen.url else "is disabled"
        raise NotOfferedError(f"The button {chosen.label!r} {reason}.")
    return chosen


def menu_on(message: Message, name: str) -> Select:
    """The select menu of a custom id or a placeholder; NotOfferedError where there is not one."""
    named = [one for one in message.selects if name in (one.custom_id, one.placeholder)]
    if len(named) != 1:
        known = ", ".join(one.placeholder or one.custom_id for one in message.selects) or "none"
        raise NotOfferedError(f"There is not one menu {name!r}; there are: {known}.")
    return named[0]


def options_of(select: Select, wanted: list[str]) -> list[str]:
    """The values of the options of these labels or values; NotOfferedError where the menu does not take them."""
    chosen = [option.value for option in select.options if option.value in wanted or option.label in wanted]
    if select.disabled or len(chosen) < len(wanted) or not select.fewest <= len(chosen) <= select.most:
        known = ", ".join(option.label for option in select.options)
        bounds = f"{select.fewest} to {select.most}"
        raise NotOfferedError(f"The menu {select.placeholder or select.custom_id!r} takes {bounds} of: {known}.")
    return chosen
