"""What a member or the bot may do in a channel.

Source: Discord API documentation, "Permissions".
"""

from enum import IntFlag


class Permission(IntFlag):
    """The permissions that matter here, with Discord's bits."""

    NONE = 0
    ADMINISTRATOR = 1 << 3
    MANAGE_GUILD = 1 << 5
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_EXTERNAL_EMOJIS = 1 << 18
    USE_APPLICATION_COMMANDS = 1 << 31
    USE_EXTERNAL_APPS = 1 << 50


ORDINARY = (
    Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.USE_EXTERNAL_APPS
)
"""What an ordinary member may do."""

MODERATING = Permission.MANAGE_GUILD | Permission.MANAGE_MESSAGES
"""What a moderator may do besides."""

APP_IN_PRIVATE = Permission.ATTACH_FILES | Permission.EMBED_LINKS | Permission.MENTION_EVERYONE
"""What `app_permissions` says outside a server the app is in ("Receiving and Responding", note to the field)."""

APP_IN_DM = APP_IN_PRIVATE | Permission.USE_EXTERNAL_EMOJIS
"""The same in a direct message with the bot."""
