"""What is in force: the library, the moderators' decisions and all that is made of them, of one moment.

A snapshot is made whole or not at all, of files that `bot.report` finds nothing wrong with: read, proved, linted, and
every card laid out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from types import MappingProxyType

from bot.content.moderation import Moderation, ServerRules
from bot.content.named import channels_in, key_at
from bot.domain.hidden import without
from bot.domain.library import Library
from bot.domain.policy import Policy
from bot.domain.problem import Problem
from bot.domain.search import Finder
from bot.domain.verdict import Checker


@dataclass(frozen=True, slots=True)
class NamedChannel:
    """A channel that the settings of a server name."""

    server: str
    channel: str
    key: str
    """Where they name it, without ids."""
    uploaded: bool
    """Whether they were given from Discord; else they stand in the moderators' file."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Snapshot:
    """The library with the indexes built for it, the moderators' decisions, and the charts once they are drawn.

    One is equal to itself alone: what is made of a snapshot goes with it.
    """

    library: Library
    finder: Finder
    checker: Checker
    moderation: Moderation
    loaded: datetime
    warnings: tuple[Problem, ...] = ()
    charts: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType[str, bytes]({}))
    """PNG images by the id of their figure; figures are shown without one until it is drawn."""
    uploaded: Mapping[str, ServerRules] = field(default_factory=lambda: MappingProxyType[str, ServerRules]({}))
    """What moderators have given from Discord in the place of their server's part of the file, by server."""

    _policies: dict[tuple[str, ...], Policy] = field(
        init=False, repr=False, default_factory=dict[tuple[str, ...], Policy]
    )
    """What is in force, by the places of the settings that decide: most servers and channels have none of their own."""

    def in_force(self, server: str | None = None, channels: Sequence[str] = ()) -> Policy:
        """How the bot behaves in a place; see `Moderation.in_force`."""
        rules = self.uploaded_of(server) or self.moderation.part_of(server)
        own = rules.channels or {} if rules else {}
        places = (server, *filter(own.__contains__, channels)) if server and rules else ()
        policy = self._policies.get(places)
        if policy is None:
            policy = self.moderation.in_force(server, channels, self.uploaded_of(server))
            self._policies[places] = policy
        return policy

    def settings_digest(self, server: str) -> str:
        """The sha256 of all that decides in a server, as 64 hexadecimal digits."""
        own = self.uploaded_of(server) or self.moderation.part_of(server)
        everywhere = self.moderation.model_dump_json(exclude={"servers"})
        return sha256(f"{everywhere}{own.model_dump_json() if own else ''}".encode()).hexdigest()

    def channels(self) -> Iterator[NamedChannel]:
        """Every channel that settings in force name, once for each key."""
        servers: set[str] = {*(self.moderation.servers or ()), *self.uploaded}
        for server in sorted(servers):
            uploaded = self.uploaded_of(server)
            rules = uploaded or self.moderation.part_of(server)
            for way, channel in channels_in(rules) if rules else ():
                yield NamedChannel(server, channel, key_at(way), uploaded is not None)

    def without(self, briefs: Iterable[str]) -> "Snapshot":
        """The same for a place in which some briefings are not shown."""
        hidden = frozenset(self.library.briefs.keys() & set(briefs))
        if not hidden:
            return self
        return replace(self, library=without(self.library, hidden, self.finder), finder=self.finder.without(hidden))

    def uploaded_of(self, server: str | None) -> ServerRules | None:
        """What stands in the place of a server's part of the file; None where that itself holds."""
        return self.uploaded.get(server or "") if self.moderation.settings_from_discord is not False else None

    @classmethod
    def of(
        cls,
        library: Library,
        moderation: Moderation,
        warnings: Iterable[Problem] = (),
        finder: Finder | None = None,
    ) -> "Snapshot":
        """A library and decisions that are sound, with the indexes built for them, but a finder that there is."""
        finder = finder or Finder(library)
        return cls(library, finder, Checker(library), moderation, datetime.now(UTC), tuple(warnings))
