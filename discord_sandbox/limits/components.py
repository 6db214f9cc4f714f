"""Components of messages, legacy and Components V2, nested ones too.

Source: Discord API documentation, "Component Reference". What is not written there: 4,000 characters over all Text
Displays (discord-api-docs pull request 8562).
"""

from collections.abc import Callable, Collection

from discord_sandbox.limits.controls import check_button, check_select
from discord_sandbox.limits.form import FormBody
from discord_sandbox.limits.tally import Tally, count, kind_of
from discord_sandbox.records.kinds import SELECTS, Kind

IN_ROW = SELECTS | {Kind.BUTTON}
IN_CONTAINER = frozenset(
    {Kind.ACTION_ROW, Kind.SECTION, Kind.TEXT_DISPLAY, Kind.MEDIA_GALLERY, Kind.FILE, Kind.SEPARATOR}
)
TOP_V2 = IN_CONTAINER | {Kind.CONTAINER}
TOP_LEGACY = frozenset({Kind.ACTION_ROW})
IN_SECTION = frozenset({Kind.TEXT_DISPLAY})
SECTION_ACCESSORY = frozenset({Kind.BUTTON, Kind.THUMBNAIL})

LEGACY_ROWS = 5
MEDIA_DESCRIPTION = 1024
MEDIA_IN_GALLERY = 10
MEDIA_URL = 2048
ROW = 5
SECTION_TEXTS = 3
TEXT = 4000
TOTAL = 40
COLOURS = 0xFFFFFF

MEDIA_SCHEMES = frozenset({"http", "https"})


def check_component(component: FormBody, allowed: Collection[Kind], tally: Tally) -> Kind | None:
    """Check one component of a message with all it contains; returns its type."""
    kind = kind_of(component, allowed)
    count(component, tally)
    if kind is not None:
        CHECKS[kind](component, tally)
    return kind


def check_row(row: FormBody, tally: Tally) -> None:
    """One to five buttons, or one select menu."""
    kinds = [(child, check_component(child, IN_ROW, tally)) for child in row.required_items("components", 1, ROW)]
    if len(kinds) > 1:
        for child, kind in kinds:
            if kind in SELECTS:
                message = "The specified component exceeds the maximum width"
                child.refuse("COMPONENT_LAYOUT_WIDTH_EXCEEDED", message)


def check_section(section: FormBody, tally: Tally) -> None:
    """One to three texts with a button or a picture beside them."""
    for child in section.required_items("components", 1, SECTION_TEXTS):
        check_component(child, IN_SECTION, tally)
    if section.require("accessory"):
        accessory = section.item("accessory")
        if accessory is not None:
            check_component(accessory, SECTION_ACCESSORY, tally)


def check_media(item: FormBody, name: str, tally: Tally) -> None:
    """A picture by its address or by its name among the attachments, with its alternative text."""
    item.text("description", 0, MEDIA_DESCRIPTION)
    item.flag("spoiler")
    media = item.item(name) if item.require(name) else None
    if media is not None and media.require("url"):
        url = media.url("url", MEDIA_URL, MEDIA_SCHEMES | {"attachment"})
        tally.media.append((url, (*media.path, "url")))


def check_file(component: FormBody, tally: Tally) -> None:
    """A file, which must be among the attachments."""
    component.flag("spoiler")
    file = component.item("file") if component.require("file") else None
    if file is not None and file.require("url"):
        url = file.url("url", MEDIA_URL, {"attachment"})
        tally.media.append((url, (*file.path, "url")))


def check_text(component: FormBody, tally: Tally) -> None:
    """Text in Markdown."""
    tally.texts.append(component.required_text("content", 1, TEXT))


def check_thumbnail(component: FormBody, tally: Tally) -> None:
    """A small picture beside a section."""
    check_media(component, "media", tally)


def check_gallery(component: FormBody, tally: Tally) -> None:
    """One to ten pictures."""
    for item in component.required_items("items", 1, MEDIA_IN_GALLERY):
        check_media(item, "media", tally)


def check_separator(component: FormBody, _tally: Tally) -> None:
    """A space, with or without a line."""
    component.flag("divider", default=True)
    component.choice("spacing", (1, 2), default=1)


def check_container(component: FormBody, tally: Tally) -> None:
    """A frame around other components, with a coloured bar; never inside another."""
    component.number("accent_color", 0, COLOURS)
    component.flag("spoiler")
    for child in component.required_items("components", 1, TOTAL):
        check_component(child, IN_CONTAINER, tally)


CHECKS: dict[Kind, Callable[[FormBody, Tally], None]] = {
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
