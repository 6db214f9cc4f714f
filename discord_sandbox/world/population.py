"""Who lives in a new sandbox, and where."""

from dataclasses import replace

from discord_sandbox.records.channels import Channel, ChannelType
from discord_sandbox.records.people import Guild, Role, User
from discord_sandbox.records.permissions import MODERATING, ORDINARY, Permission
from discord_sandbox.records.places import ContextType, Install, Place
from discord_sandbox.world.snowflakes import Snowflakes

BY_GUILD = frozenset({Install.GUILD})
BY_USER = frozenset({Install.USER})


class Population:
    """Three people, three servers and the places to be in.

    People: `member` and `other` are ordinary, `moderator` has Manage Server everywhere. `another_app` is a bot besides
    the one that is connected, a member of every server, which an `Actor` can be to post as apps do.

    Places: `server` (the bot is a member), `desk` (the same server's moderators' channel), `dm` (with the bot),
    `elsewhere` (a server where the app is only user-installed), `quiet` (the same without *Use External Apps*, so
    that Discord makes every answer private) and `group` (a group message between people).
    """

    def __init__(self, bot: User, snowflakes: Snowflakes) -> None:
        self._snowflakes = snowflakes
        self.bot = bot
        self.users: dict[str, User] = {bot.id: bot}
        self.guilds: dict[str, Guild] = {}
        self.channels: dict[str, Channel] = {}
        self.people = {
            "member": self._person("mina", "Mina"),
            "other": self._person("tomas", "Tomás"),
            "moderator": self._person("grace", "Grace"),
        }
        self.another_app = self._person("courier", "Courier", bot=True)
        home = self._guild("The Commons", ORDINARY)
        home.join(bot)
        away = self._guild("Film Club", ORDINARY)
        strict = self._guild("Exam Room", ORDINARY & ~Permission.USE_EXTERNAL_APPS)
        self.places: dict[str, Place] = {}
        self._place("server", self.add_channel(home, "general"), BY_GUILD, "The bot is a member of this server.")
        self._place("desk", self._desk(home), BY_GUILD, "Only moderators and the bot see this channel.")
        direct = self.open_direct_channel(self.people["member"])
        self._place("dm", direct, BY_GUILD, "A direct message with the bot.")
        lounge = self.add_channel(away, "lounge")
        self._place("elsewhere", lounge, BY_USER, "The bot is not here; you installed the app for yourself.")
        hint = "The same, without the permission Use External Apps: every answer stays private."
        self._place("quiet", self.add_channel(strict, "hall"), BY_USER, hint)
        self._place("group", self._group(), BY_USER, "A group message between people, with the app you installed.")

    def guilds_of(self, user: User) -> list[Guild]:
        """The servers somebody is a member of."""
        return [guild for guild in self.guilds.values() if user.id in guild.members]

    def add_channel(self, guild: Guild, name: str) -> Channel:
        """A new text channel of a server."""
        return self._channel(ChannelType.TEXT, name, guild)

    def open_direct_channel(self, user: User) -> Channel:
        """A new channel between the bot and one person."""
        return self._channel(ChannelType.DM, user.display_name, recipients=(user, self.bot))

    def place_of(self, key: str, user: User) -> Place:
        """A place by its key; the direct message is everyone's own."""
        place = self.places[key]
        if place.context is not ContextType.BOT_DM or user in place.channel.recipients:
            return place
        for channel in self.channels.values():
            if channel.type is ChannelType.DM and user in channel.recipients:
                return replace(place, channel=channel)
        return replace(place, channel=self.open_direct_channel(user))

    def _place(self, key: str, channel: Channel, installs: frozenset[Install], hint: str) -> None:
        if channel.guild is not None:
            context, title = ContextType.GUILD, f"#{channel.name} in {channel.guild.name}"
        elif channel.type is ChannelType.DM:
            context, title = ContextType.BOT_DM, "a direct message with the bot"
        else:
            context, title = ContextType.PRIVATE_CHANNEL, f"the group {channel.name}"
        self.places[key] = Place(key, title, channel, context, installs, hint)

    def _channel(
        self, kind: ChannelType, name: str, guild: Guild | None = None, recipients: tuple[User, ...] = ()
    ) -> Channel:
        channel = Channel(self._snowflakes.next(), kind, name, guild, recipients)
        self.channels[channel.id] = channel
        return channel

    def _desk(self, guild: Guild) -> Channel:
        desk = self.add_channel(guild, "moderators")
        for outsider in (self.people["member"], self.people["other"]):
            desk.deny(outsider, Permission.VIEW_CHANNEL)
        return desk

    def _group(self) -> Channel:
        people = tuple(self.people.values())
        return self._channel(ChannelType.GROUP_DM, ", ".join(user.display_name for user in people), recipients=people)

    def _person(self, username: str, display_name: str, *, bot: bool = False) -> User:
        user = User(self._snowflakes.next(), username, display_name, bot=bot)
        self.users[user.id] = user
        return user

    def _guild(self, name: str, everyone: Permission) -> Guild:
        number = self._snowflakes.next()
        guild = Guild(number, name)
        guild.roles[number] = Role(number, "@everyone", everyone)
        moderators = Role(self._snowflakes.next(), "Moderators", everyone | MODERATING)
        guild.roles[moderators.id] = moderators
        guild.join(self.people["member"])
        guild.join(self.people["other"])
        guild.join(self.another_app)
        guild.join(self.people["moderator"], moderators)
        self.guilds[number] = guild
        return guild
