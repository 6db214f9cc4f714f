"""The settings of each server: what its moderators have given from Discord, in the place of the host's part.

They are kept as the YAML text that was given. Whatever changes them, an upload or a command of the desk, passes here:
read, change, prove, keep, put in force.
"""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from typing import Literal

from bot.content.moderation import Moderation, ServerRules, changed_keys
from bot.content.settings_text import changed, written
from bot.content.upload import LARGEST as LARGEST  # noqa: PLC0414 - for whoever takes a file
from bot.content.upload import UploadedSettings, settings_in
from bot.current import Current
from bot.domain.policy import Policy
from bot.domain.problem import Problem, ProblemsError
from bot.usage.database import UsageError
from bot.usage.desk_state import DeskState

KEPT = "settings"
SET_ASIDE = "settings_set_aside"
"""The names of what is kept for a server: its settings, and those that could be used no more."""

ProvedSettings = UploadedSettings
Origin = Literal["host", "discord"]

_log = logging.getLogger(__name__)


class SettingsOffError(Exception):
    """The host of the bot does not let settings be changed from Discord."""


class ServerSettings:
    """Reads and changes the settings of servers; every change is kept before it is in force.

    All that read or write raise UsageError where the database cannot be used.
    """

    def __init__(self, current: Current, kept: DeskState) -> None:
        self._current = current
        self._kept = kept
        self._changing = asyncio.Lock()
        self._aside = set[str]()
        self.could_be_read = True
        """Whether what is kept could be read when it was last put in force."""

    @property
    def kept(self) -> DeskState:
        """Where they are kept, beside all else that is of a server."""
        return self._kept

    @property
    def host(self) -> Moderation:
        """The host's file that is in force."""
        return self._current.snapshot.moderation

    @property
    def are_open(self) -> bool:
        """Whether the host lets settings be changed from Discord."""
        return self.host.in_force().settings_from_discord

    async def begin(self) -> None:
        """Put in force what is kept, as far as it can be used with the host's file; set the rest aside.

        To be called at start, and after each reload. Where the database cannot be read, all stays as it is, and the
        log says so.
        """
        async with self._changing:
            try:
                self._current.put_uploaded(await self._usable())
                self._aside = set(await self._kept.all(SET_ASIDE))
                self.could_be_read = True
            except UsageError as error:
                self.could_be_read = False
                _log.error("What servers have set from Discord could not be read and may not be in force: %s", error)

    async def keep_again(self) -> None:
        """Keep what is in force, without its comments, where it is kept no longer: the database was taken away."""
        async with self._changing:
            kept = await self._kept.all(KEPT)
            for server, rules in self._current.snapshot.uploaded.items():
                if server not in kept:
                    await self._kept.put(server, KEPT, written(rules, self._otherwise(server)))

    def origin(self, server: str) -> Origin:
        """Where the settings of a server come from."""
        return "host" if self._current.snapshot.uploaded_of(server) is None else "discord"

    async def text(self, server: str) -> str:
        """The settings of a server in YAML: as they were given, else the host's part, written out."""
        kept = await self._kept.get(server, KEPT) if self.origin(server) == "discord" else None
        return self._hosts_part(server) if kept is None else kept

    def has_set_aside(self, server: str) -> bool:
        """Whether settings that were given can be used no more."""
        return server in self._aside

    async def set_aside(self, server: str) -> tuple[str, tuple[Problem, ...]] | None:
        """The settings that could be used no more, and what is wrong with them now; None where there are none."""
        text = await self._kept.get(server, SET_ASIDE)
        if text is None:
            return None
        try:
            settings_in(text, self.host, server)
        except ProblemsError as error:
            return text, error.problems
        return text, ()

    def proved(self, server: str, text: str) -> UploadedSettings:
        """What a text would set for a server. That its channels are of the server is for Discord to say.

        Raises:
            SettingsOffError: the host does not let settings be changed from Discord.
            ProblemsError: it cannot be used.
        """
        if not self.are_open:
            raise SettingsOffError
        return settings_in(text, self.host, server, self._current.snapshot.library.briefs)

    async def keep(self, server: str, settings: UploadedSettings) -> tuple[str, ...]:
        """Keep proved settings and put them in force; returns the keys that are different now."""
        async with self._changing:
            return await self._keep(server, settings)

    async def change(self, server: str, way: Sequence[str], value: object) -> tuple[str, ...]:
        """Change one key, `("hidden",)`, or one entry of it, `("schedules", "every-monday")`; the rest stays as it is.

        `value` is plain: texts, numbers, lists and mappings as in the file; None takes the key away. Where nothing was
        given from Discord, the host's part, with the change, becomes what was given. Returns the keys that are
        different now.

        Raises:
            SettingsOffError: the host does not let settings be changed from Discord.
            ProblemsError: the settings could not be used with the change; everything stays as it was.
        """
        async with self._changing:
            return await self._change(server, way, value)

    async def hide(self, server: str, brief: str, *, hidden: bool) -> bool:
        """Hide a briefing in a server, or show it again; false where it was so already.

        Raises what `change` raises.
        """
        async with self._changing:
            snapshot = self._current.snapshot
            now = snapshot.in_force(server).hidden
            if (brief in now) == hidden:
                return False
            others = [key for key in now if key != brief and key in snapshot.library.briefs]
            after = sorted([*others, brief]) if hidden else others
            as_host = tuple(after) == self._otherwise(server).hidden
            await self._change(server, ("hidden",), None if as_host else after)
            return True

    async def reset(self, server: str) -> tuple[str, ...]:
        """Return to the host's part, and throw away what was given or set aside; returns what is different now."""
        async with self._changing:
            before = self._rules(server)
            await self._kept.delete(server, KEPT)
            await self._kept.delete(server, SET_ASIDE)
            self._aside.discard(server)
            self._put(server, None)
            return changed_keys(before, self._rules(server))

    async def forget(self, server: str) -> int:
        """Delete all that is kept for the moderators of a server, and return to the host's part; how many values."""
        async with self._changing:
            gone = await self._kept.forget(server)
            self._aside.discard(server)
            self._put(server, None)
            return gone

    async def _usable(self) -> dict[str, ServerRules]:
        usable: dict[str, ServerRules] = {}
        for server, text in (await self._kept.all(KEPT)).items():
            try:
                usable[server] = settings_in(text, self.host, server).rules
            except ProblemsError:
                await self._kept.put(server, SET_ASIDE, text)
                await self._kept.delete(server, KEPT)
                _log.warning(
                    "What a server had set from Discord can be used no more and was set aside; its part of the "
                    "moderators' file holds. /desk status says so there."
                )
        return usable

    async def _change(self, server: str, way: Sequence[str], value: object) -> tuple[str, ...]:
        after = changed(await self.text(server), way, value, self._otherwise(server))
        return await self._keep(server, self.proved(server, after))

    async def _keep(self, server: str, settings: UploadedSettings) -> tuple[str, ...]:
        before = self._rules(server)
        await self._kept.put(server, KEPT, settings.text)
        await self._kept.delete(server, SET_ASIDE)
        self._aside.discard(server)
        self._put(server, settings.rules)
        return changed_keys(before, settings.rules)

    def _put(self, server: str, rules: ServerRules | None) -> None:
        others: Mapping[str, ServerRules] = {
            key: each for key, each in self._current.snapshot.uploaded.items() if key != server
        }
        self._current.put_uploaded({**others, server: rules} if rules is not None else others)

    def _rules(self, server: str) -> ServerRules:
        snapshot = self._current.snapshot
        return snapshot.uploaded_of(server) or snapshot.moderation.part_of(server) or ServerRules()

    def _hosts_part(self, server: str) -> str:
        return written(self.host.part_of(server) or ServerRules(), self._otherwise(server))

    def _otherwise(self, server: str) -> Policy:
        """What holds in a server where its settings say nothing."""
        return self.host.in_force(server, uploaded=ServerRules())
