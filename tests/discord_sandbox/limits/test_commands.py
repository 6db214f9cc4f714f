"""Commands as they are registered: what Discord refuses."""

from typing import Any

import discord
import pytest

from discord_sandbox.limits import check_command, check_commands
from discord_sandbox.records.errors import DiscordError
from discord_sandbox.records.languages import LANGUAGES
from tests.discord_sandbox.limits.made_up import found

Json = dict[str, Any]


def command(*options: Json, **changes: object) -> Json:
    return {"name": "ask", "description": "Asks", "options": list(options)} | changes


def option(**changes: object) -> Json:
    return {"type": 3, "name": "what", "description": "What"} | changes


def group(kind: int, name: str, *options: Json) -> Json:
    return {"type": kind, "name": name, "description": "Group", "options": list(options)}


def choices(number: int) -> list[Json]:
    return [{"name": f"Choice {one}", "value": f"{one}"} for one in range(number)]


def menu(**changes: object) -> Json:
    return {"name": "Check Quotation", "type": 3} | changes


def test_the_locales_are_those_discord_py_knows() -> None:
    assert {locale.value for locale in discord.Locale} == set(LANGUAGES)


@pytest.mark.parametrize(
    "accepted",
    [
        command(name="x" * 32, description="x" * 100),
        command(name="브리핑", name_localizations={"ko": "브리핑"}),
        command(name="อธิบาย"),
        command(name="a-b_c'd"),
        command(option(required=True), option(name="more", choices=choices(25))),
        command(*[option(name=f"o{one}") for one in range(25)]),
        command(group(2, "g", group(1, "s", option()))),
        command(group(1, "s", option()), group(2, "g", group(1, "s"))),
        command(contexts=[0, 1, 2], integration_types=[0, 1], default_member_permissions="0"),
        command(option(autocomplete=True, min_length=0, max_length=6000)),
        command(option(type=11, name="file", required=True), option()),
        command(group(2, "g", group(1, "s", option(type=11)))),
        menu(),
        menu(type=2, name="x" * 32),
    ],
)
def test_what_discord_takes_is_taken(accepted: Json) -> None:
    check_command(accepted)


@pytest.mark.parametrize(
    ("refused", "path", "code"),
    [
        (command(name="x" * 33), "name", "BASE_TYPE_BAD_LENGTH"),
        (command(name=None), "name", "BASE_TYPE_REQUIRED"),
        (command(name="Ask"), "name", "APPLICATION_COMMAND_INVALID_NAME"),
        (command(name="ask me"), "name", "APPLICATION_COMMAND_INVALID_NAME"),
        (command(name="ask!"), "name", "APPLICATION_COMMAND_INVALID_NAME"),
        (command(name="É"), "name", "APPLICATION_COMMAND_INVALID_NAME"),
        (command(name_localizations={"kr": "x"}), "name_localizations.kr", "BASE_TYPE_CHOICES"),
        (command(name_localizations={"de": "Frag"}), "name_localizations.de", "APPLICATION_COMMAND_INVALID_NAME"),
        (command(name_localizations={"de": "x" * 33}), "name_localizations.de", "BASE_TYPE_BAD_LENGTH"),
        (command(description=""), "description", "BASE_TYPE_BAD_LENGTH"),
        (command(description="x" * 101), "description", "BASE_TYPE_BAD_LENGTH"),
        (command(description_localizations={"ko": "x" * 101}), "description_localizations.ko", "BASE_TYPE_BAD_LENGTH"),
        (command(type=9), "type", "BASE_TYPE_CHOICES"),
        (command(contexts=[3]), "contexts.0", "BASE_TYPE_CHOICES"),
        (command(contexts=[]), "contexts", "BASE_TYPE_MIN_LENGTH"),
        (command(integration_types=[0, 0]), "integration_types", "SET_TYPE_DUPLICATE"),
        (command(integration_types=[2]), "integration_types.0", "BASE_TYPE_CHOICES"),
        (command(default_member_permissions="all"), "default_member_permissions", "NUMBER_TYPE_COERCE"),
        (command(*[option(name=f"o{one}") for one in range(26)]), "options", "BASE_TYPE_MAX_LENGTH"),
        (command(option(), option()), "options.1.name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS"),
        (
            command(option(), option(name="b", required=True)),
            "options.1",
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        ),
        (command(option(type=12)), "options.0.type", "BASE_TYPE_CHOICES"),
        (command(option(name="What")), "options.0.name", "APPLICATION_COMMAND_INVALID_NAME"),
        (command(option(description=None)), "options.0.description", "BASE_TYPE_REQUIRED"),
        (command(option(max_length=6001)), "options.0.max_length", "NUMBER_TYPE_MAX"),
        (command(option(choices=choices(26))), "options.0.choices", "BASE_TYPE_MAX_LENGTH"),
        (
            command(option(choices=[{"name": "x" * 101, "value": "x"}])),
            "options.0.choices.0.name",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            command(option(choices=choices(1) * 2)),
            "options.0.choices.1.name",
            "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS",
        ),
        (
            command(option(type=5, choices=choices(1))),
            "options.0.choices",
            "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID",
        ),
        (
            command(option(autocomplete=True, choices=choices(1))),
            "options.0.autocomplete",
            "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID",
        ),
        (
            command(option(type=11, autocomplete=True)),
            "options.0.autocomplete",
            "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID",
        ),
        (
            command(option(type=11, choices=choices(1))),
            "options.0.choices",
            "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID",
        ),
        (
            command(option(type=5, autocomplete=True)),
            "options.0.autocomplete",
            "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID",
        ),
        (command(group(1, "s"), option()), "options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"),
        (command(group(2, "g", option())), "options.0.options.0.type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"),
        (command(group(1, "s", group(1, "t"))), "options.0.options.0.type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"),
        (
            command(*[option(name=f"o{one}", description="x" * 100, choices=choices(25)) for one in range(25)]),
            "",
            "APPLICATION_COMMAND_TOO_LARGE",
        ),
        (menu(name="x" * 33), "name", "BASE_TYPE_BAD_LENGTH"),
        (menu(description="x"), "description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID"),
        (menu(options=[option()]), "options", "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID"),
    ],
)
def test_what_discord_refuses_is_refused_where_it_stands(refused: Json, path: str, code: str) -> None:
    with pytest.raises(DiscordError) as caught:
        check_command(refused)
    assert caught.value.errors is not None
    assert found(caught.value.errors).get(path) == code


def sized(length: int, **changes: object) -> Json:
    """A command whose names and descriptions have this many characters in all."""
    # "ask" and "Asks" are 7; a subcommand's name and description 7; each option in it 102.
    subcommands: list[Json] = []
    rest = length - 7
    while rest > 7 + 102:
        number = min((rest - 7) // 102, 20)
        options = [option(name=chr(97 + one) * 2, description="x" * 100) for one in range(number)]
        subcommands.append(group(1, f"s{len(subcommands)}", *options))
        rest -= 7 + number * 102
    return command(*subcommands, name="ask" + "k" * rest, **changes)


def test_a_whole_command_has_at_most_8000_characters() -> None:
    check_command(sized(8000))
    with pytest.raises(DiscordError, match="50035"):
        check_command(sized(8001))


def test_of_translations_the_longest_counts_towards_the_whole() -> None:
    check_command(sized(8000, description_localizations={"ko": "짧다"}))
    check_command(sized(7996, description_localizations={"de": "Achtlang"}))
    with pytest.raises(DiscordError, match="50035"):
        check_command(sized(7997, description_localizations={"de": "Achtlang"}))


@pytest.mark.parametrize(("kind", "most"), [(1, 100), (2, 15), (3, 15)])
def test_an_app_has_only_so_many_commands_of_a_kind(kind: int, most: int) -> None:
    def some(number: int) -> list[Json]:
        return [{"name": f"c{one}", "type": kind, "description": "x" if kind == 1 else ""} for one in range(number)]

    check_commands(some(most))
    with pytest.raises(DiscordError) as caught:
        check_commands(some(most + 1))
    assert caught.value.refusal.code == 30032


def test_names_are_unique_within_a_type() -> None:
    check_commands([command(name="ask"), menu(name="ask"), menu(name="ask", type=2)])
    with pytest.raises(DiscordError) as caught:
        check_commands([command(), command()])
    assert caught.value.errors is not None
    assert found(caught.value.errors) == {"1.name": "APPLICATION_COMMANDS_DUPLICATE_NAME"}
