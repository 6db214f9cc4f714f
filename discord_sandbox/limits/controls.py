"""What is pressed and chosen: buttons and select menus, in messages and in modals.

Source: Discord API documentation, "Component Reference".
"""

from discord_sandbox.limits.form import FormBody
from discord_sandbox.limits.tally import CUSTOM_ID, Tally, check_custom_id
from discord_sandbox.records.kinds import ButtonStyle, Kind

BUTTON_LABEL = 80
BUTTON_URL = 512
OPTION = 100
OPTIONS = 25
PLACEHOLDER = 150

LINK_SCHEMES = frozenset({"http", "https", "discord"})


def check_button(button: FormBody, tally: Tally) -> None:
    """Which fields a button needs and may not have depends on its style."""
    style = button.choice("style", list(ButtonStyle))
    button.text("label", 0, BUTTON_LABEL)
    button.flag("disabled")
    check_emoji(button)
    if style == ButtonStyle.PREMIUM:
        button.require("sku_id")
        _forbid(button, "custom_id", "label", "url", "emoji")
        return
    if not button.fields.get("label") and not button.given("emoji"):
        button.refuse("BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button must have a label or an emoji")
    if style == ButtonStyle.LINK:
        _forbid(button, "custom_id", "sku_id")
        if button.require("url"):
            button.url("url", BUTTON_URL, LINK_SCHEMES)
    elif style is not None:
        _forbid(button, "url", "sku_id")
        check_custom_id(button, tally)


def _forbid(button: FormBody, *names: str) -> None:
    for name in names:
        if button.given(name):
            message = f"A button of this style cannot have the field {name}"
            button.refuse("BUTTON_COMPONENT_FIELD_NOT_ALLOWED", message, name)


def check_emoji(component: FormBody) -> None:
    """An emoji is one of Discord's by its id, or a Unicode one by its characters, never its short name."""
    emoji = component.item("emoji")
    if emoji is None or emoji.given("id"):
        return
    name = emoji.required_text("name", 1, CUSTOM_ID)
    if name and name.isascii():
        emoji.refuse("BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji", "name")


def check_select(select: FormBody, tally: Tally, *, in_modal: bool = False) -> None:
    """A select menu of any of the five kinds."""
    check_custom_id(select, tally)
    select.text("placeholder", 0, PLACEHOLDER)
    if in_modal and select.flag("disabled"):
        select.refuse("COMPONENT_DISABLED_IN_MODAL", "Components in modals cannot be disabled", "disabled")
    fewest = select.number("min_values", 0, OPTIONS, default=1)
    most = select.number("max_values", 1, OPTIONS, default=1)
    if fewest > most:
        message = f"int value should be less than or equal to {most}."
        select.refuse("NUMBER_TYPE_MAX", message, "min_values")
    if in_modal and select.flag("required", default=True) and fewest == 0:
        select.refuse("NUMBER_TYPE_MIN", "int value should be greater than or equal to 1.", "min_values")
    if select.fields["type"] == Kind.STRING_SELECT:
        options = select.required_items("options", 1, OPTIONS)
        check_options(options, emoji=True)
        if options and most > len(options):
            message = f"int value should be less than or equal to {len(options)}."
            select.refuse("NUMBER_TYPE_MAX", message, "max_values")
        defaults = sum(option.flag("default") for option in options)
        if defaults > most:
            message = "The number of default options is above max_values"
            select.refuse("SELECT_COMPONENT_TOO_MANY_DEFAULTS", message, "options")
    elif select.given("options"):
        message = "Only a string select may have options"
        select.refuse("SELECT_COMPONENT_OPTIONS_NOT_ALLOWED", message, "options")


def check_options(options: list[FormBody], *, emoji: bool) -> None:
    """Options with a label, a unique value and perhaps a description, 100 characters each."""
    values: set[str] = set()
    for option in options:
        option.required_text("label", 1, OPTION)
        option.text("description", 0, OPTION)
        value = option.required_text("value", 1, OPTION)
        if value in values:
            message = "The specified option value is already used"
            option.refuse("SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message)
        elif value:
            values.add(value)
        if emoji:
            check_emoji(option)
