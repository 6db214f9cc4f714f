"""Who lives in a new sandbox, and where."""

from .permissions import MODERATING, ORDINARY, Permission
from .snowflakes import Snowflakes
from .world import Channel, ChannelType, Context, Guild, Install, Place, Role, User


class Population:
    """Three people, three servers and the places to be in.

    People: `member` and `other` are ordinary, `moderator` has Manage Server everywhere.

    Places: `server` (the bot is a member), `desk` (the same server's moderators' channel), `dm` (with the bot),
    `elsewhere` (a server where the app is only user-installed), `quiet` (the same without *Use External Apps*, so
    that Discord makes every answer private) and `group` (a group message between people).
    """

    def __init__(self, bot: User, snowflakes: Snowflakes) -> None:
        self._bot = bot
        self._snowflakes = snowflakes
        self.users: dict[str, User] = {bot.id: bot}
        self.guilds: dict[str, Guild] = {}
        self.channels: dict[str, Channel] = {}
        self.people = {
            "member": self._person("mina", "Mina"),
            "other": self._person("tomas", "Tomás"),
            "moderator": self._person("grace", "Grace"),
        }
        home = self._guild("The Commons", ORDINARY)
        home.join(bot)
        desk = self.add_channel(home, "moderators")
        for outsider in (self.people["member"], self.people["other"]):
            desk.deny(outsider, Permission.VIEW_CHANNEL)
        away = self._guild("Film Club", ORDINARY)
        quiet = self._guild("Exam Room", ORDINARY & ~Permission.USE_EXTERNAL_APPS)
        group = Channel(
            snowflakes.next(),
            ChannelType.GROUP_DM,
            "Mina, Tomás, Grace",
            recipients=tuple(self.people.values()),
        )
        self.channels[group.id] = group
        member = self.people["member"]
        by_guild, by_user = frozenset({Install.GUILD}), frozenset({Install.USER})
        self.places = {
            place.key: place
            for place in (
                Place(
                    "server",
                    "The Commons",
                    self.add_channel(home, "general"),
                    Context.GUILD,
                    by_guild,
                ),
                Place("desk", "The Commons, moderators", desk, Context.GUILD, by_guild),
                Place(
                    "dm",
                    "Direct message with the bot",
                    self.open_direct_channel(member),
                    Context.BOT_DM,
                    by_guild,
                ),
                Place(
                    "elsewhere",
                    "Film Club, app installed by you alone",
                    self.add_channel(away, "lounge"),
                    Context.GUILD,
                    by_user,
                ),
                Place(
                    "quiet",
                    "Exam Room, the same without Use External Apps",
                    self.add_channel(quiet, "hall"),
                    Context.GUILD,
                    by_user,
                ),
                Place("group", "Group message between people", group, Context.PRIVATE_CHANNEL, by_user),
            )
        }

    def add_channel(self, guild: Guild, name: str) -> Channel:
        """A new text channel of a server."""
        channel = Channel(self._snowflakes.next(), ChannelType.TEXT, name, guild)
        self.channels[channel.id] = channel
        return channel

    def open_direct_channel(self, user: User) -> Channel:
        """A new channel between the bot and one person."""
        channel = Channel(
            self._snowflakes.next(),
            ChannelType.DM,
            user.display_name,
            recipients=(user, self._bot),
        )
        self.channels[channel.id] = channel
        return channel

    def _person(self, username: str, display_name: str) -> User:
        user = User(self._snowflakes.next(), username, display_name)
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
        guild.join(self.people["moderator"], moderators)
        self.guilds[number] = guild
        return guild
