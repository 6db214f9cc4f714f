"""Filling in a command as Discord's own client lets a person do it.

Source: Discord API documentation, "Application Commands".
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from discord_sandbox.limits import FILE_SIZE
from discord_sandbox.records.channels import Channel
from discord_sandbox.records.kinds import OptionType
from discord_sandbox.records.payload import Payload, list_in
from discord_sandbox.world.attachments import Upload

TAKES: dict[int, type | tuple[type, ...]] = {
    OptionType.STRING: str,
    OptionType.INTEGER: int,
    OptionType.BOOLEAN: bool,
    OptionType.NUMBER: (int, float),
    OptionType.ATTACHMENT: Upload,
    OptionType.CHANNEL: (str, Channel),
}
"""What is given for an option of each type that the sandbox fills in."""


class NotOfferedError(Exception):
    """The person tried what Discord's client would not have let them do; says what, and what there is."""


class Filled(NamedTuple):
    """A command's options as they travel, and the option that has the focus, if one has."""

    options: list[Payload]
    focused: Payload | None


def find_leaf(command: Payload, path: list[str]) -> list[Payload]:
    """The option definitions below a command at a path of subcommands. Raises NotOfferedError."""
    options: list[Payload] = command.get("options") or []
    nested = [option["name"] for option in options if option["type"] <= OptionType.SUB_COMMAND_GROUP]
    if not path:
        if nested:
            raise NotOfferedError(f"/{command['name']} needs a subcommand: {', '.join(nested)}.")
        return options
    for option in options:
        if option["name"] == path[0] and option["type"] <= OptionType.SUB_COMMAND_GROUP:
            return find_leaf(option, path[1:])
    known = ", ".join(nested) or "none"
    raise NotOfferedError(f"/{command['name']} has no subcommand {path[0]}; it has: {known}.")


def fill(command: Payload, path: list[str], values: Mapping[str, object], focus: str | None = None) -> Filled:
    """The options with their values, nested below their subcommands.

    Every value is checked as the client checks it, except while an option has the focus: then nothing is, as in
    autocomplete. Raises NotOfferedError.
    """
    definitions = {option["name"]: option for option in find_leaf(command, path)}
    unknown = [name for name in (*values, focus) if name is not None and name not in definitions]
    if unknown:
        called = " ".join([command["name"], *path])
        known = ", ".join(definitions) or "none"
        raise NotOfferedError(f"/{called} has no option {unknown[0]}; it has: {known}.")
    filled: list[Payload] = []
    focused: Payload | None = None
    for name, option in definitions.items():
        if name == focus:
            if not option.get("autocomplete"):
                raise NotOfferedError(f"The option {name} has no autocomplete.")
            focused = option
            filled.append({"name": name, "type": option["type"], "value": values.get(name, ""), "focused": True})
        elif values.get(name) is not None:
            value = values[name]
            if focus is None:
                value = check_value(option, value)
            filled.append({"name": name, "type": option["type"], "value": value})
        elif focus is None and option.get("required"):
            raise NotOfferedError(f"The option {name} is required.")
    return Filled(_nest(path, filled), focused)


def _nest(path: list[str], filled: list[Payload]) -> list[Payload]:
    """Put options below their subcommand, and that below its group."""
    kinds = (OptionType.SUB_COMMAND, OptionType.SUB_COMMAND_GROUP)
    for step, kind in zip(reversed(path), kinds, strict=False):
        filled = [{"name": step, "type": int(kind), "options": filled}]
    return filled


def upload(options: list[Payload], send: Callable[[Upload], Payload]) -> Payload:
    """Send the files among the options, put their ids in their place, and return the attachments by their ids."""
    attachments: Payload = {}
    for option in options:
        attachments |= upload(list_in(option.get("options")), send)
        if isinstance(option.get("value"), Upload):
            attachment = send(option["value"])
            option["value"] = attachment["id"]
            attachments[attachment["id"]] = attachment
    return attachments


def point(options: list[Payload], find: Callable[[str | Channel], Payload]) -> Payload:
    """Put the ids of the channels among the options in their place, and return the channels by their ids."""
    channels: Payload = {}
    for option in options:
        channels |= point(list_in(option.get("options")), find)
        if option["type"] == OptionType.CHANNEL:
            channel = find(option["value"])
            option["value"] = channel["id"]
            channels[channel["id"]] = channel
    return channels


def check_value(option: Payload, value: Any) -> str | float | bool | Upload | Channel:  # noqa: ANN401 - whatever a test or a page sent
    """A value the client would accept, or NotOfferedError. A choice may be given by its name."""
    name, kind = option["name"], option["type"]
    choices: list[Payload] = option.get("choices") or []
    if choices:
        for choice in choices:
            if value in (choice["value"], choice["name"]):
                return choice["value"]
        known = ", ".join(str(choice["name"]) for choice in choices)
        raise NotOfferedError(f"The option {name} has no choice {value!r}; it has: {known}.")
    if kind not in TAKES:
        raise NotOfferedError(f"The sandbox does not fill in options of type {kind} ({name}).")
    if not _takes(kind, value):
        raise NotOfferedError(f"The option {name} does not take {value!r}.")
    match kind:
        case OptionType.STRING:
            _check_length(option, value)
        case OptionType.INTEGER | OptionType.NUMBER:
            _check_range(option, value)
        case OptionType.ATTACHMENT:
            _check_file(value)
        case _:
            pass
    return value


def _takes(kind: int, value: object) -> bool:
    """Whether a value is of an option's type; True and False are numbers to Python alone."""
    return isinstance(value, TAKES[kind]) and (kind == OptionType.BOOLEAN or not isinstance(value, bool))


def _check_length(option: Payload, text: str) -> None:
    low, high = option.get("min_length") or 0, option.get("max_length") or 6000
    if not low <= len(text) <= high:
        raise NotOfferedError(f"The option {option['name']} takes {low} to {high} characters, not {len(text)}.")


def _check_file(file: Upload) -> None:
    if not file.filename or "/" in file.filename:
        raise NotOfferedError(f"{file.filename!r} is not the name of a file.")
    if len(file.content) > FILE_SIZE:
        largest = f"{FILE_SIZE >> 20} MB ({FILE_SIZE:,} bytes)"
        raise NotOfferedError(
            f"{file.filename} has {len(file.content):,} bytes; Discord takes files of up to {largest}."
        )


def _check_range(option: Payload, value: float) -> None:
    low, high = option.get("min_value"), option.get("max_value")
    if (low is not None and value < low) or (high is not None and value > high):
        raise NotOfferedError(f"The option {option['name']} takes {low} to {high}, not {value}.")
