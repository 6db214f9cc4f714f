"""Commands as they are registered.

Source: Discord API documentation, "Application Commands".
"""

import unicodedata

from discord_sandbox.limits.form import Findings, FormBody
from discord_sandbox.records.errors import TOO_MANY_COMMANDS, DiscordError
from discord_sandbox.records.kinds import CommandType, OptionType
from discord_sandbox.records.languages import LANGUAGES
from discord_sandbox.records.payload import Payload, list_in, object_in

MOST_COMMANDS = {CommandType.CHAT_INPUT: 100, CommandType.USER: 15, CommandType.MESSAGE: 15}
CONTEXTS = (0, 1, 2)
INTEGRATION_TYPES = (0, 1)
NAME = 32
DESCRIPTION = 100
OPTIONS = 25
CHOICES = 25
CHOICE = 100
STRING_LENGTH = 6000
INTEGERS = 2**53
WHOLE_COMMAND = 8000

GROUPING = frozenset({OptionType.SUB_COMMAND, OptionType.SUB_COMMAND_GROUP})
WITH_CHOICES = frozenset({OptionType.STRING, OptionType.INTEGER, OptionType.NUMBER})
NESTING = {
    None: frozenset(OptionType),
    OptionType.SUB_COMMAND_GROUP: frozenset({OptionType.SUB_COMMAND}),
    OptionType.SUB_COMMAND: frozenset(OptionType) - GROUPING,
}
"""What a command may contain, a group, and a subcommand."""


def check_commands(commands: list[Payload]) -> None:
    """Check a whole set that would replace what is registered in one scope.

    Raises DiscordError 50035 with every fault found, or 30032 for too many commands.
    """
    findings = Findings()
    seen: set[tuple[int, str]] = set()
    kinds: list[int] = []
    for place, command in enumerate(commands):
        form = FormBody(command, findings, (str(place),))
        examine_command(form)
        kind: int = command.get("type") or CommandType.CHAT_INPUT
        kinds.append(kind)
        name = str(command.get("name"))
        if (kind, name) in seen:
            text = "Application command names must be unique"
            form.refuse("APPLICATION_COMMANDS_DUPLICATE_NAME", text, "name")
        seen.add((kind, name))
    findings.settle()
    if any(kinds.count(kind) > most for kind, most in MOST_COMMANDS.items()):
        raise DiscordError(TOO_MANY_COMMANDS)


def check_command(command: Payload) -> None:
    """Check one command. Raises DiscordError 50035 with every fault found."""
    findings = Findings()
    examine_command(FormBody(command, findings))
    findings.settle()


def examine_command(form: FormBody) -> None:
    """Note everything wrong with one command."""
    kind = form.choice("type", list(CommandType), default=CommandType.CHAT_INPUT)
    chat_input = kind == CommandType.CHAT_INPUT
    check_name(form, chat_input=chat_input)
    if chat_input:
        form.required_text("description", 1, DESCRIPTION)
        check_localizations(form, "description_localizations", DESCRIPTION)
        check_option_list(form, None)
    else:
        for name in ("description", "options"):
            if form.fields.get(name):
                text = f"Context menu commands cannot have {name}"
                form.refuse(f"APPLICATION_COMMAND_CONTEXT_MENU_{name.upper()}_INVALID", text, name)
    check_set(form, "contexts", CONTEXTS)
    check_set(form, "integration_types", INTEGRATION_TYPES)
    # Documented as text; discord.py sends a number, and Discord takes that too.
    permissions = form.fields.get("default_member_permissions")
    if permissions is not None and not str(permissions).isdecimal():
        text = f'Value "{permissions}" is not int.'
        form.refuse("NUMBER_TYPE_COERCE", text, "default_member_permissions")
    form.flag("nsfw")
    if weight(form.fields) > WHOLE_COMMAND:
        text = f"Command exceeds maximum size ({WHOLE_COMMAND})"
        form.refuse("APPLICATION_COMMAND_TOO_LARGE", text)


def check_name(form: FormBody, *, chat_input: bool = True) -> None:
    """A name and its translations, in the alphabet Discord allows them."""
    name = form.required_text("name", 1, NAME)
    check_localizations(form, "name_localizations", NAME)
    if not chat_input:
        return
    if name and not is_name(name):
        form.refuse("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid", "name")
    for locale, text in object_in(form.fields.get("name_localizations")).items():
        if isinstance(text, str) and not is_name(text):
            form.refuse("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid", "name_localizations", locale)


def is_name(text: str) -> bool:
    r"""Whether a name matches `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$` and is lower case where that exists."""
    return text == text.lower() and all(
        mark in "-_'"
        or unicodedata.category(mark)[0] in "LN"
        or unicodedata.name(mark, "").startswith(("DEVANAGARI", "THAI"))
        for mark in text
    )


def check_localizations(form: FormBody, name: str, longest: int) -> None:
    """Translations under Discord's own locale names."""
    translations = form.item(name)
    if translations is None:
        return
    for locale in translations.fields:
        if locale not in LANGUAGES:
            translations.refuse("BASE_TYPE_CHOICES", "Value must be one of Discord's locales.", locale)
        else:
            translations.text(locale, 1, longest)


def check_set(form: FormBody, name: str, allowed: tuple[int, ...]) -> None:
    """A list of different numbers out of a fixed set."""
    if not form.given(name):
        return
    values = list_in(form.fields[name])
    for place, value in enumerate(values):
        if value not in allowed:
            listed = ", ".join(map(str, allowed))
            form.refuse("BASE_TYPE_CHOICES", f"Value must be one of {{{listed}}}.", name, str(place))
    if len(set(map(str, values))) < len(values):
        form.refuse("SET_TYPE_DUPLICATE", "Must not contain duplicates.", name)
    if not values:
        form.refuse("BASE_TYPE_MIN_LENGTH", "Must be 1 or more in length.", name)


def check_option_list(parent: FormBody, parent_type: OptionType | None) -> None:
    """Options of a command, a group or a subcommand: kinds, order, names."""
    names: set[str] = set()
    optional_seen = False
    kinds: set[bool] = set()
    for option in parent.items("options", 0, OPTIONS):
        number = option.choice("type", list(OptionType))
        kind = OptionType(number) if number is not None else None
        check_option(option, kind)
        if kind is None:
            continue
        kinds.add(kind in GROUPING)
        if kind not in NESTING[parent_type]:
            text = "Sub-command option type may not be used here"
            option.refuse("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", text, "type")
        name = str(option.fields.get("name"))
        if name in names:
            text = "Option name already exists in the current level"
            option.refuse("APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", text, "name")
        names.add(name)
        required = option.flag("required")
        if required and optional_seen:
            text = "Required options must be placed before non-required options"
            option.refuse("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", text)
        optional_seen = optional_seen or not required
    if len(kinds) > 1:
        text = "Sub-command and sub-command group option types are mutually exclusive to all other types"
        parent.refuse("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", text, "options")


def check_option(option: FormBody, kind: OptionType | None) -> None:
    """One option, a subcommand or group being one too."""
    check_name(option)
    option.required_text("description", 1, DESCRIPTION)
    check_localizations(option, "description_localizations", DESCRIPTION)
    if kind in GROUPING:
        check_option_list(option, kind)
        return
    option.number("min_length", 0, STRING_LENGTH)
    option.number("max_length", 1, STRING_LENGTH)
    choices = option.items("choices", 0, CHOICES)
    names: set[str] = set()
    for choice in choices:
        if kind is not None:
            check_choice(choice, kind)
        name = str(choice.fields.get("name"))
        if name in names:
            text = "Option choice name already exists in the current level"
            choice.refuse("APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", text, "name")
        names.add(name)
    if choices and kind not in WITH_CHOICES:
        text = "Option type may not have choices"
        option.refuse("APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID", text, "choices")
    if option.flag("autocomplete") and (choices or kind not in WITH_CHOICES):
        text = "Autocomplete may not be set with choices, nor for this option type"
        option.refuse("APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID", text, "autocomplete")


def check_choice(choice: FormBody, option_type: int) -> None:
    """One choice: a name, and a value of the option's type."""
    choice.required_text("name", 1, CHOICE)
    check_localizations(choice, "name_localizations", CHOICE)
    if not choice.require("value"):
        return
    match option_type:
        case OptionType.STRING:
            choice.text("value", 1, CHOICE)
        case OptionType.INTEGER:
            choice.number("value", -INTEGERS, INTEGERS)
        case _:
            value = choice.fields["value"]
            if not isinstance(value, int | float) or isinstance(value, bool):
                choice.refuse("NUMBER_TYPE_COERCE", f'Value "{value}" is not float.', "value")


def weight(part: Payload) -> int:
    """Characters of names, descriptions and values over all nested parts; of translations the longest counts."""
    total = 0
    for name in ("name", "description"):
        translations: Payload = part.get(f"{name}_localizations") or {}
        total += max(len(str(text)) for text in (part.get(name) or "", *translations.values()))
    value = part.get("value")
    total += len(value) if isinstance(value, str) else 0
    nested: list[Payload] = [*(part.get("options") or []), *(part.get("choices") or [])]
    return total + sum(weight(child) for child in nested)
