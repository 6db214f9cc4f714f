"""Components of messages, legacy and Components V2, nested ones too.

Source: Discord API documentation, "Component Reference". What is not written there:

* 4,000 characters over all Text Displays: discord-api-docs pull request 8562.
* A server fault above 10,170 = bytes of all Text Displays + 12 for each: discord-api-docs issue 8554.
* A server fault above 64 pictures: discord-api-docs issue 7528.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from enum import IntEnum

from discord_sandbox.limits.form import Form, Path


class Kind(IntEnum):
    """The types of components."""

    ACTION_ROW = 1
    BUTTON = 2
    STRING_SELECT = 3
    TEXT_INPUT = 4
    USER_SELECT = 5
    ROLE_SELECT = 6
    MENTIONABLE_SELECT = 7
    CHANNEL_SELECT = 8
    SECTION = 9
    TEXT_DISPLAY = 10
    THUMBNAIL = 11
    MEDIA_GALLERY = 12
    FILE = 13
    SEPARATOR = 14
    CONTAINER = 17
    LABEL = 18
    FILE_UPLOAD = 19
    RADIO_GROUP = 21
    CHECKBOX_GROUP = 22
    CHECKBOX = 23


class ButtonStyle(IntEnum):
    """The styles of buttons."""

    PRIMARY = 1
    SECONDARY = 2
    SUCCESS = 3
    DANGER = 4
    LINK = 5
    PREMIUM = 6


SELECTS = frozenset(
    {
        Kind.STRING_SELECT,
        Kind.USER_SELECT,
        Kind.ROLE_SELECT,
        Kind.MENTIONABLE_SELECT,
        Kind.CHANNEL_SELECT,
    },
)
IN_ROW = SELECTS | {Kind.BUTTON}
IN_CONTAINER = frozenset(
    {Kind.ACTION_ROW, Kind.SECTION, Kind.TEXT_DISPLAY, Kind.MEDIA_GALLERY, Kind.FILE, Kind.SEPARATOR},
)
TOP_V2 = IN_CONTAINER | {Kind.CONTAINER}
TOP_LEGACY = frozenset({Kind.ACTION_ROW})
IN_SECTION = frozenset({Kind.TEXT_DISPLAY})
SECTION_ACCESSORY = frozenset({Kind.BUTTON, Kind.THUMBNAIL})

BUTTON_LABEL = 80
BUTTON_URL = 512
CUSTOM_ID = 100
LEGACY_ROWS = 5
MEDIA_DESCRIPTION = 1024
MEDIA_IN_MESSAGE = 64
MEDIA_IN_GALLERY = 10
MEDIA_URL = 2048
OPTION = 100
OPTIONS = 25
PLACEHOLDER = 150
ROW = 5
SECTION_TEXTS = 3
TEXT = 4000
TEXT_BYTES = 10_170
TEXT_DISPLAY_BYTES = 12
TOTAL = 40
COLOURS = 0xFFFFFF
COMPONENT_IDS = 2**31 - 1

LINK_SCHEMES = frozenset({"http", "https", "discord"})
MEDIA_SCHEMES = frozenset({"http", "https"})


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


def kind_of(component: Form, allowed: Collection[Kind]) -> Kind | None:
    """The component's type, if it is allowed where it stands."""
    if not component.require("type"):
        return None
    number = component.fields["type"]
    if not isinstance(number, int) or number not in allowed:
        listed = ", ".join(str(int(kind)) for kind in sorted(allowed))
        component.refuse("UNION_TYPE_CHOICES", f'Value of field "type" must be one of ({listed},).', "type")
        return None
    return Kind(number)


def count(component: Form, tally: Tally) -> None:
    """Counts the component, and checks its optional number, unique unless 0."""
    tally.total += 1
    number = component.number("id", 0, COMPONENT_IDS)
    if number and number in tally.ids:
        component.refuse("COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated", "id")
    tally.ids.add(number)


def check_custom_id(component: Form, tally: Tally) -> None:
    """A custom id of 1 to 100 characters, used once."""
    custom_id = component.required_text("custom_id", 1, CUSTOM_ID)
    if custom_id in tally.custom_ids:
        message = "Component custom id cannot be duplicated"
        component.refuse("COMPONENT_CUSTOM_ID_DUPLICATED", message, "custom_id")
    elif custom_id:
        tally.custom_ids.add(custom_id)


def check_component(component: Form, allowed: Collection[Kind], tally: Tally) -> Kind | None:
    """Checks one component of a message with all it contains; returns its type."""
    kind = kind_of(component, allowed)
    count(component, tally)
    if kind is not None:
        CHECKS[kind](component, tally)
    return kind


def check_row(row: Form, tally: Tally) -> None:
    """One to five buttons, or one select menu."""
    kinds = [(child, check_component(child, IN_ROW, tally)) for child in row.required_items("components", 1, ROW)]
    if len(kinds) > 1:
        for child, kind in kinds:
            if kind in SELECTS:
                message = "The specified component exceeds the maximum width"
                child.refuse("COMPONENT_LAYOUT_WIDTH_EXCEEDED", message)


def check_button(button: Form, tally: Tally) -> None:
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


def _forbid(button: Form, *names: str) -> None:
    for name in names:
        if button.given(name):
            message = f"A button of this style cannot have the field {name}"
            button.refuse("BUTTON_COMPONENT_FIELD_NOT_ALLOWED", message, name)


def check_emoji(component: Form) -> None:
    """An emoji is one of Discord's by its id, or a Unicode one by its characters, never its short name."""
    emoji = component.item("emoji")
    if emoji is None or emoji.given("id"):
        return
    name = emoji.required_text("name", 1, CUSTOM_ID)
    if name and name.isascii():
        emoji.refuse("BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji", "name")


def check_select(select: Form, tally: Tally, *, in_modal: bool = False) -> None:
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


def check_options(options: list[Form], *, emoji: bool) -> None:
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


def check_section(section: Form, tally: Tally) -> None:
    """One to three texts with a button or a picture beside them."""
    for child in section.required_items("components", 1, SECTION_TEXTS):
        check_component(child, IN_SECTION, tally)
    if section.require("accessory"):
        accessory = section.item("accessory")
        if accessory is not None:
            check_component(accessory, SECTION_ACCESSORY, tally)


def check_media(item: Form, name: str, tally: Tally) -> None:
    """A picture by its address or by its name among the attachments, with its alternative text."""
    item.text("description", 0, MEDIA_DESCRIPTION)
    item.flag("spoiler")
    media = item.item(name) if item.require(name) else None
    if media is not None and media.require("url"):
        url = media.url("url", MEDIA_URL, MEDIA_SCHEMES | {"attachment"})
        tally.media.append((url, (*media.path, "url")))


def check_file(component: Form, tally: Tally) -> None:
    """A file, which must be among the attachments."""
    component.flag("spoiler")
    file = component.item("file") if component.require("file") else None
    if file is not None and file.require("url"):
        url = file.url("url", MEDIA_URL, {"attachment"})
        tally.media.append((url, (*file.path, "url")))


def check_text(component: Form, tally: Tally) -> None:
    """Text in Markdown."""
    tally.texts.append(component.required_text("content", 1, TEXT))


def check_thumbnail(component: Form, tally: Tally) -> None:
    """A small picture beside a section."""
    check_media(component, "media", tally)


def check_gallery(component: Form, tally: Tally) -> None:
    """One to ten pictures."""
    for item in component.required_items("items", 1, MEDIA_IN_GALLERY):
        check_media(item, "media", tally)


def check_separator(component: Form, _tally: Tally) -> None:
    """A space, with or without a line."""
    component.flag("divider", default=True)
    component.choice("spacing", (1, 2), default=1)


def check_container(component: Form, tally: Tally) -> None:
    """A frame around other components, with a coloured bar; never inside another."""
    component.number("accent_color", 0, COLOURS)
    component.flag("spoiler")
    for child in component.required_items("components", 1, TOTAL):
        check_component(child, IN_CONTAINER, tally)


CHECKS: dict[Kind, Callable[[Form, Tally], None]] = {
    Kind.ACTION_ROW: check_row,
    Kind.BUTTON: check_button,
    **dict.fromkeys(SELECTS, check_select),
    Kind.SECTION: check_section,
    Kind.TEXT_DISPLAY: check_text,
    Kind.THUMBNAIL: check_thumbnail,
    Kind.MEDIA_GALLERY: check_gallery,
    Kind.FILE: check_file,
    Kind.SEPARATOR: check_separator,
    Kind.CONTAINER: check_container,
}
