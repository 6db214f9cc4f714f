"""From a person's action to the event INTERACTION_CREATE."""

import secrets
from collections.abc import Mapping
from copy import deepcopy

from discord_sandbox.gateway.gateway import Gateway
from discord_sandbox.limits import FILE_SIZE
from discord_sandbox.records.channels import Message
from discord_sandbox.records.interactions import Interaction, InteractionType
from discord_sandbox.records.kinds import CommandType, OptionType
from discord_sandbox.records.payload import Payload
from discord_sandbox.records.people import User
from discord_sandbox.records.permissions import APP_IN_PRIVATE
from discord_sandbox.records.places import Install, Place
from discord_sandbox.world.commandbook import installs_of
from discord_sandbox.world.state import Change, State


class Invoker:
    """Makes interactions and sends them to the bot."""

    def __init__(self, state: State, gateway: Gateway) -> None:
        self._state = state
        self._gateway = gateway

    async def send(  # noqa: PLR0913 - what happened, by whom, where, in which language, on what
        self,
        kind: InteractionType,
        content: Payload,
        *,
        user: User,
        place: Place,
        locale: str,
        label: str,
        source: Message | None = None,
        command: Payload | None = None,
        option_type: int = OptionType.STRING,
    ) -> Interaction:
        """Send one interaction. `content` is its `data`; `command` the registered command invoked, if any."""
        answered = None if source is None else self._state.answered_by(source)
        if answered is not None:
            # Whoever presses: the app is there through those who authorised the first answer.
            owners = answered.owners
        else:
            owners = place.owners(user, Install if command is None else installs_of(command))
        interaction = Interaction(
            id=self._state.snowflakes.next(),
            token=secrets.token_urlsafe(48),
            type=kind,
            user=user,
            place=place,
            label=label,
            owners=owners,
            payload={},
            created_at=self._state.clock(),
            source=source,
            command_type=command["type"] if command else CommandType.CHAT_INPUT,
            option_type=option_type,
        )
        interaction.payload = self._payload(interaction, content, locale, owners)
        self._state.interactions[interaction.token] = interaction
        self._state.announce(Change("sent", interaction=interaction))
        await self._gateway.dispatch("INTERACTION_CREATE", interaction.payload)
        return interaction

    def _payload(self, interaction: Interaction, content: Payload, locale: str, owners: Mapping[str, str]) -> Payload:
        place, user = interaction.place, interaction.user
        guild = place.channel.guild
        permissions = place.member_permissions(user)
        # In a server the bot is not in, it has what it would have in a private channel.
        visiting = guild is not None and "0" not in owners
        bot_permissions = APP_IN_PRIVATE if visiting else place.channel.permissions(self._state.bot)
        payload: Payload = {
            "id": interaction.id,
            "application_id": self._state.application_id,
            "type": int(interaction.type),
            "token": interaction.token,
            "version": 1,
            "data": content,
            "channel_id": place.channel.id,
            "channel": place.channel.payload(user if guild is None else None, permissions),
            "app_permissions": str(int(bot_permissions)),
            "locale": locale,
            "entitlements": [],
            "authorizing_integration_owners": dict(owners),
            "context": int(place.context),
            "attachment_size_limit": FILE_SIZE,
        }
        if guild is None:
            payload["user"] = user.payload()
        else:
            member = guild.member_payload(user)
            payload |= {
                "guild_id": guild.id,
                "guild": guild.partial_payload(),
                "guild_locale": guild.locale,
                "member": {**member, "user": user.payload(), "permissions": str(int(permissions))},
            }
        if interaction.source is not None:
            payload["message"] = deepcopy(interaction.source.payload)
        return payload
