"""What is in force: the library, the moderators' decisions and all that is made of them, of one moment.

A snapshot is made whole or not at all, of files that `bot.report` finds nothing wrong with: read, proved, linted, and
every card laid out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType

from bot.content.moderation import Moderation, ServerRules
from bot.domain.library import Library
from bot.domain.policy import Policy
from bot.domain.problem import Problem
from bot.domain.search import Finder
from bot.domain.verdict import Checker


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The library with the indexes built for it, the moderators' decisions, and the charts once they are drawn."""

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

    def in_force(self, server: str | None = None, channels: Sequence[str] = ()) -> Policy:
        """How the bot behaves in a place; see `Moderation.in_force`."""
        return self.moderation.in_force(server, channels, self.uploaded_of(server))

    def uploaded_of(self, server: str | None) -> ServerRules | None:
        """What stands in the place of a server's part of the file; None where that itself holds."""
        return self.uploaded.get(server or "") if self.moderation.settings_from_discord is not False else None

    @classmethod
    def of(cls, library: Library, moderation: Moderation, warnings: Iterable[Problem] = ()) -> "Snapshot":
        """A library and decisions that are sound, with the indexes built for them."""
        return cls(library, Finder(library), Checker(library), moderation, datetime.now(UTC), tuple(warnings))
