"""The commands a person is offered, in their language, as the page needs them."""

from discord_sandbox.limits import FILE_SIZE
from discord_sandbox.records.kinds import OptionType
from discord_sandbox.records.languages import translated
from discord_sandbox.records.payload import Payload, list_in


def offers(commands: list[Payload], locale: str) -> list[Payload]:
    """Every runnable command: subcommands one by one, context menus by their type."""
    return [offer for command in commands for offer in _offers(command, locale, [], [])]


def _offers(part: Payload, locale: str, path: list[str], shown: list[str]) -> list[Payload]:
    path, shown = [*path, part["name"]], [*shown, translated(part, "name", locale)]
    options = list_in(part.get("options"))
    nested = [option for option in options if option["type"] <= OptionType.SUB_COMMAND_GROUP]
    if nested:
        return [offer for option in nested for offer in _offers(option, locale, path, shown)]
    top = len(path) == 1
    return [
        {
            "name": " ".join(path),
            "shown": " ".join(shown),
            "type": part["type"] if top else 1,
            "description": translated(part, "description", locale),
            "options": [_option(option, locale) for option in options],
        }
    ]


def _option(option: Payload, locale: str) -> Payload:
    return {
        "name": option["name"],
        "shown": translated(option, "name", locale),
        "description": translated(option, "description", locale),
        "type": option["type"],
        "required": bool(option.get("required")),
        "autocomplete": bool(option.get("autocomplete")),
        "longest": option.get("max_length"),
        "largest": FILE_SIZE if option["type"] == OptionType.ATTACHMENT else None,
        "choices": [
            {"name": translated(choice, "name", locale), "value": choice["value"]}
            for choice in list_in(option.get("choices"))
        ],
    }
