"""The kinds of things Discord tells apart by number.

Source: Discord API documentation, "Component Reference", "Application Commands" and "Messages Resource".
"""

from enum import IntEnum


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


SELECTS = frozenset(
    {Kind.STRING_SELECT, Kind.USER_SELECT, Kind.ROLE_SELECT, Kind.MENTIONABLE_SELECT, Kind.CHANNEL_SELECT}
)
"""The select menus among them."""


class ButtonStyle(IntEnum):
    """The styles of buttons."""

    PRIMARY = 1
    SECONDARY = 2
    SUCCESS = 3
    DANGER = 4
    LINK = 5
    PREMIUM = 6


class CommandType(IntEnum):
    """The types of commands."""

    CHAT_INPUT = 1
    USER = 2
    MESSAGE = 3


class OptionType(IntEnum):
    """The types of options of a command."""

    SUB_COMMAND = 1
    SUB_COMMAND_GROUP = 2
    STRING = 3
    INTEGER = 4
    BOOLEAN = 5
    USER = 6
    CHANNEL = 7
    ROLE = 8
    MENTIONABLE = 9
    NUMBER = 10
    ATTACHMENT = 11


SUPPRESS_EMBEDS = 1 << 2
"""The flag of a message whose links are shown without previews."""

EPHEMERAL = 1 << 6
"""The flag of a message that one person alone sees."""

LOADING = 1 << 7
"""The flag of a message that only says that the bot is thinking."""

SUPPRESS_NOTIFICATIONS = 1 << 12
"""The flag of a message that nobody is notified of."""

HAS_SNAPSHOT = 1 << 14
"""The flag of a message that forwards another."""

FORWARD = 1
"""The type of a message's reference to one that it forwards; a reply's is 0."""

COMPONENTS_V2 = 1 << 15
"""The flag of a message that is made of components alone."""
