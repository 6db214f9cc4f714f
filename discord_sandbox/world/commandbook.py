"""The commands the bot has registered, for everywhere and for single servers.

Source: Discord API documentation, "Application Commands".
"""

from copy import deepcopy

from discord_sandbox.limits import check_command, check_commands
from discord_sandbox.records.errors import UNKNOWN_COMMAND, DiscordError
from discord_sandbox.records.kinds import CommandType
from discord_sandbox.records.payload import Payload
from discord_sandbox.records.people import User
from discord_sandbox.records.permissions import Permission
from discord_sandbox.records.places import Install, Place
from discord_sandbox.world.snowflakes import Snowflakes

LOCALIZED = ("name_localizations", "description_localizations")
"""The fields that GET leaves out unless asked for."""


class CommandBook:
    """Registered commands by scope: a server's id, or None for those offered everywhere."""

    def __init__(self, application_id: str, snowflakes: Snowflakes) -> None:
        self._application_id = application_id
        self._snowflakes = snowflakes
        self._scopes: dict[str | None, dict[str, Payload]] = {}
        self.opened: set[str] = set()
        """Names of commands whose default permissions a server's administrators have lifted."""

    def registered(self, guild_id: str | None = None) -> list[Payload]:
        """The commands of one scope."""
        return list(self._scopes.get(guild_id, {}).values())

    def get(self, guild_id: str | None, command_id: str) -> Payload:
        """One command. Raises DiscordError 10063."""
        command = self._scopes.get(guild_id, {}).get(command_id)
        if command is None:
            raise DiscordError(UNKNOWN_COMMAND)
        return command

    def overwrite(self, guild_id: str | None, commands: list[Payload]) -> list[Payload]:
        """Replace all commands of a scope; a name that stays keeps its id. Raises DiscordError."""
        check_commands(commands)
        kept = {(command["type"], command["name"]): command["id"] for command in self.registered(guild_id)}
        full = [self._complete(guild_id, command, kept) for command in commands]
        self._scopes[guild_id] = {command["id"]: command for command in full}
        return full

    def add(self, guild_id: str | None, command: Payload) -> tuple[Payload, bool]:
        """Add a command, or replace that of the same name; whether it is new. Raises DiscordError."""
        check_command(command)
        scope = self._scopes.setdefault(guild_id, {})
        kept = {(old["type"], old["name"]): old["id"] for old in scope.values()}
        full = self._complete(guild_id, command, kept)
        new = full["id"] not in scope
        check_commands([*(old for old in scope.values() if old["id"] != full["id"]), full])
        scope[full["id"]] = full
        return full, new

    def edit(self, guild_id: str | None, command_id: str, changes: Payload) -> Payload:
        """Change some fields of a command. Raises DiscordError."""
        changed = self.get(guild_id, command_id) | changes
        check_command(changed)
        changed["version"] = self._snowflakes.next()
        self._scopes[guild_id][command_id] = changed
        return changed

    def remove(self, guild_id: str | None, command_id: str) -> None:
        """Take a command away. Raises DiscordError 10063."""
        self.get(guild_id, command_id)
        del self._scopes[guild_id][command_id]

    def offered(self, user: User, place: Place) -> list[Payload]:
        """The commands Discord shows this user in this place."""
        commands = [command for command in self.registered() if is_offered(command, user, place, self.opened)]
        guild = place.channel.guild
        if guild is not None and Install.GUILD in place.installs:
            commands += [
                command for command in self.registered(guild.id) if is_permitted(command, user, place, self.opened)
            ]
        return commands

    def _complete(self, guild_id: str | None, command: Payload, kept: dict[tuple[int, str], str]) -> Payload:
        kind: int = command.get("type") or CommandType.CHAT_INPUT
        full: Payload = {
            "description": "",
            "options": [],
            "name_localizations": None,
            "description_localizations": None,
            "default_member_permissions": None,
            "nsfw": False,
            **deepcopy(command),
            "type": kind,
            "application_id": self._application_id,
            "version": self._snowflakes.next(),
            "id": kept.get((kind, command["name"])) or self._snowflakes.next(),
        }
        needed = full["default_member_permissions"]
        full["default_member_permissions"] = None if needed is None else str(needed)
        if guild_id is not None:
            full["guild_id"] = guild_id
        else:
            full["integration_types"] = command.get("integration_types") or [int(Install.GUILD)]
            full["contexts"] = command.get("contexts")
            full["dm_permission"] = full["contexts"] is None or 1 in full["contexts"]
        return full


def without_translations(command: Payload) -> Payload:
    """A command as GET gives it unless asked `with_localizations`."""
    plain = {name: value for name, value in command.items() if name not in LOCALIZED}
    for name in ("options", "choices"):
        if name in plain:
            plain[name] = [without_translations(part) for part in plain[name]]
    return plain


def installs_of(command: Payload) -> set[Install]:
    """The kinds of install a command is for; a server's own command only that server's."""
    return {Install(number) for number in command.get("integration_types") or (Install.GUILD,)}


def is_offered(command: Payload, user: User, place: Place, opened: set[str]) -> bool:
    """Whether a global command is shown to a user in a place."""
    contexts = command.get("contexts")
    here = contexts is None or place.context in contexts
    return here and bool(installs_of(command) & place.installs) and is_permitted(command, user, place, opened)


def is_permitted(command: Payload, user: User, place: Place, opened: set[str]) -> bool:
    """Whether the user has the permissions a command asks for by default; "0" asks for administrators."""
    needed = command.get("default_member_permissions")
    if place.channel.guild is None:
        return True
    held = place.member_permissions(user)
    if Permission.USE_APPLICATION_COMMANDS not in held:
        return False
    if needed is None or command["name"] in opened or Permission.ADMINISTRATOR in held:
        return True
    return bool(int(needed)) and int(needed) & int(held) == int(needed)
