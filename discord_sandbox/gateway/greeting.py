"""What a new session is told first: READY, and with the intent the servers the bot is in.

Source: Discord API documentation, "Gateway Events".
"""

from collections.abc import Mapping

from discord_sandbox.limits import FILE_SIZE
from discord_sandbox.records.payload import Payload
from discord_sandbox.records.people import JOINED, Guild
from discord_sandbox.world.state import State


def ready(state: State, session_id: str, gateway_url: str, identify: Payload, query: Mapping[str, str]) -> Payload:
    """The content of READY, as an answer to `identify`."""
    content: Payload = {
        "v": int(query.get("v", "10")),
        "user": state.bot.payload(),
        "guilds": [{"id": guild.id, "unavailable": True} for guild in state.population.guilds_of(state.bot)],
        "session_id": session_id,
        "resume_gateway_url": gateway_url,
        "session_type": "normal",
        "application": {"id": state.application_id, "flags": 0},
    }
    if "shard" in identify:
        content["shard"] = identify["shard"]
    return content


def guild_create(state: State, guild: Guild) -> Payload:
    """The content of GUILD_CREATE."""
    channels = [channel for channel in state.population.channels.values() if channel.guild is guild]
    bot = state.bot
    return {
        "id": guild.id,
        "name": guild.name,
        "owner_id": state.population.people["moderator"].id,
        "preferred_locale": guild.locale,
        "features": [],
        "roles": [role.payload(position) for position, role in enumerate(guild.roles.values())],
        "channels": [channel.payload() for channel in channels],
        "members": [{**guild.member_payload(bot), "user": bot.payload()}],
        "member_count": len(guild.members),
        "emojis": [],
        "stickers": [],
        "threads": [],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "unavailable": False,
        "large": False,
        "joined_at": JOINED,
        "icon": None,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "premium_progress_bar_enabled": False,
        "afk_timeout": 300,
        "afk_channel_id": None,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "public_updates_channel_id": None,
        "safety_alerts_channel_id": None,
        "max_upload_size": FILE_SIZE,
    }
