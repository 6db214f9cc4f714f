"""Well-formed gateway events of every kind that discord.py has a parser for, to be spoilt by tests.

Their form follows https://discord.com/developers/docs/events/gateway-events; they are about one made-up server.
"""

from typing import Any

Json = dict[str, Any]

GUILD, TEXT, VOICE, STAGE, FORUM, CATEGORY, THREAD = "900", "901", "902", "903", "904", "905", "906"
USER, ROLE, MESSAGE, OTHER = "910", "911", "912", "913"
WHEN = "2026-01-02T03:04:05.000000+00:00"

USER_OBJECT: Json = {"id": USER, "username": "ana", "discriminator": "0", "avatar": None, "global_name": "Ana"}
MEMBER: Json = {
    "user": USER_OBJECT,
    "roles": [ROLE],
    "joined_at": WHEN,
    "deaf": False,
    "mute": False,
    "flags": 0,
    "nick": None,
    "permissions": "0",
}
ROLE_OBJECT: Json = {
    "id": ROLE,
    "name": "role",
    "color": 0,
    "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
    "hoist": False,
    "position": 1,
    "permissions": "0",
    "managed": False,
    "mentionable": False,
    "flags": 0,
}


def channel(key: str, kind: int, **more: Any) -> Json:  # noqa: ANN401 # JSON
    return {
        "id": key,
        "guild_id": GUILD,
        "type": kind,
        "name": "channel",
        "position": 0,
        "permission_overwrites": [{"id": ROLE, "type": 0, "allow": "0", "deny": "0"}],
        "parent_id": None,
        "nsfw": False,
        **more,
    }


TEXT_CHANNEL = channel(TEXT, 0, topic=None, rate_limit_per_user=0, last_message_id=None)
VOICE_CHANNEL = channel(VOICE, 2, bitrate=64000, user_limit=0, rtc_region=None)
STAGE_CHANNEL = channel(STAGE, 13, bitrate=64000, user_limit=0, rtc_region=None, topic=None)
FORUM_CHANNEL = channel(
    FORUM,
    15,
    topic=None,
    flags=0,
    available_tags=[{"id": "920", "name": "tag", "moderated": False, "emoji_id": None, "emoji_name": None}],
)
THREAD_OBJECT: Json = {
    "id": THREAD,
    "guild_id": GUILD,
    "parent_id": TEXT,
    "owner_id": USER,
    "name": "thread",
    "type": 11,
    "last_message_id": None,
    "message_count": 0,
    "member_count": 1,
    "rate_limit_per_user": 0,
    "flags": 0,
    "thread_metadata": {
        "archived": False,
        "auto_archive_duration": 60,
        "archive_timestamp": WHEN,
        "locked": False,
        "create_timestamp": WHEN,
    },
}
THREAD_MEMBER: Json = {"id": THREAD, "user_id": USER, "join_timestamp": WHEN, "flags": 0}
EMOJI: Json = {"id": "930", "name": "e", "roles": [], "require_colons": True, "managed": False, "animated": False}
STICKER: Json = {
    "id": "931",
    "name": "s",
    "description": None,
    "tags": "t",
    "type": 2,
    "format_type": 1,
    "available": True,
    "guild_id": GUILD,
}
SOUND: Json = {
    "name": "sound",
    "sound_id": "932",
    "volume": 1.0,
    "emoji_id": None,
    "emoji_name": None,
    "guild_id": GUILD,
    "available": True,
    "user_id": USER,
}
VOICE_STATE: Json = {
    "guild_id": GUILD,
    "channel_id": VOICE,
    "user_id": USER,
    "member": MEMBER,
    "session_id": "s",
    "deaf": False,
    "mute": False,
    "self_deaf": False,
    "self_mute": False,
    "self_video": False,
    "suppress": False,
    "request_to_speak_timestamp": None,
}
PRESENCE: Json = {
    "user": {"id": USER},
    "guild_id": GUILD,
    "status": "online",
    "activities": [{"name": "a", "type": 0, "created_at": 0}],
    "client_status": {"desktop": "online"},
}
STAGE_INSTANCE: Json = {
    "id": "933",
    "guild_id": GUILD,
    "channel_id": STAGE,
    "topic": "t",
    "privacy_level": 2,
    "discoverable_disabled": True,
    "guild_scheduled_event_id": None,
}
SCHEDULED: Json = {
    "id": "934",
    "guild_id": GUILD,
    "channel_id": STAGE,
    "creator_id": USER,
    "creator": USER_OBJECT,
    "name": "event",
    "description": None,
    "scheduled_start_time": WHEN,
    "scheduled_end_time": None,
    "privacy_level": 2,
    "status": 1,
    "entity_type": 1,
    "entity_id": None,
    "entity_metadata": None,
    "user_count": 1,
}
GUILD_OBJECT: Json = {
    "id": GUILD,
    "name": "guild",
    "owner_id": USER,
    "preferred_locale": "en-US",
    "features": [],
    "roles": [{**ROLE_OBJECT, "id": GUILD, "name": "@everyone"}, ROLE_OBJECT],
    "channels": [TEXT_CHANNEL, VOICE_CHANNEL, STAGE_CHANNEL, FORUM_CHANNEL, channel(CATEGORY, 4)],
    "members": [MEMBER],
    "member_count": 1,
    "emojis": [EMOJI],
    "stickers": [STICKER],
    "threads": [THREAD_OBJECT],
    "presences": [PRESENCE],
    "voice_states": [VOICE_STATE],
    "stage_instances": [STAGE_INSTANCE],
    "guild_scheduled_events": [SCHEDULED],
    "soundboard_sounds": [SOUND],
    "unavailable": False,
    "large": False,
    "joined_at": WHEN,
    "icon": None,
    "verification_level": 0,
    "default_message_notifications": 0,
    "explicit_content_filter": 0,
    "mfa_level": 0,
    "nsfw_level": 0,
    "premium_tier": 0,
    "system_channel_id": None,
    "system_channel_flags": 0,
    "rules_channel_id": None,
    "public_updates_channel_id": None,
    "afk_channel_id": None,
    "afk_timeout": 300,
}
MESSAGE_OBJECT: Json = {
    "id": MESSAGE,
    "channel_id": TEXT,
    "guild_id": GUILD,
    "author": USER_OBJECT,
    "member": {key: value for key, value in MEMBER.items() if key != "user"},
    "content": "words that nobody may find in a log",
    "timestamp": WHEN,
    "edited_timestamp": None,
    "tts": False,
    "mention_everyone": False,
    "mentions": [],
    "mention_roles": [],
    "attachments": [],
    "embeds": [],
    "pinned": False,
    "type": 0,
    "flags": 0,
    "components": [],
    "reactions": [{"emoji": {"id": None, "name": "x"}, "count": 1, "me": False}],
}
REACTION: Json = {
    "user_id": USER,
    "channel_id": TEXT,
    "message_id": MESSAGE,
    "guild_id": GUILD,
    "member": MEMBER,
    "emoji": {"id": None, "name": "x"},
    "burst": False,
    "type": 0,
}
RULE: Json = {
    "id": "940",
    "guild_id": GUILD,
    "name": "rule",
    "creator_id": USER,
    "event_type": 1,
    "trigger_type": 1,
    "trigger_metadata": {"keyword_filter": ["x"]},
    "actions": [{"type": 1, "metadata": {}}],
    "enabled": True,
    "exempt_roles": [],
    "exempt_channels": [],
}
RULE_ACTION: Json = {
    "guild_id": GUILD,
    "action": {"type": 1, "metadata": {}},
    "rule_id": "940",
    "rule_trigger_type": 1,
    "user_id": USER,
    "content": "words that nobody may find in a log",
    "matched_keyword": None,
    "matched_content": None,
}
ENTITLEMENT: Json = {
    "id": "941",
    "sku_id": "942",
    "application_id": "943",
    "user_id": USER,
    "type": 8,
    "deleted": False,
    "consumed": False,
}
SUBSCRIPTION: Json = {
    "id": "944",
    "user_id": USER,
    "sku_ids": ["942"],
    "entitlement_ids": ["941"],
    "renewal_sku_ids": None,
    "current_period_start": WHEN,
    "current_period_end": WHEN,
    "status": 0,
    "canceled_at": None,
}
INTEGRATION: Json = {
    "id": "945",
    "guild_id": GUILD,
    "name": "i",
    "type": "discord",
    "enabled": True,
    "account": {"id": "1", "name": "a"},
    "application": {"id": "943", "name": "a", "icon": None, "description": "", "summary": "", "bot": USER_OBJECT},
}
INVITE: Json = {
    "code": "c",
    "channel_id": TEXT,
    "guild_id": GUILD,
    "created_at": WHEN,
    "max_age": 0,
    "max_uses": 0,
    "temporary": False,
    "uses": 0,
    "inviter": USER_OBJECT,
    "type": 0,
}
SCHEDULED_USER: Json = {"guild_scheduled_event_id": "934", "user_id": USER, "guild_id": GUILD}
POLL_VOTE: Json = {"user_id": USER, "channel_id": TEXT, "message_id": MESSAGE, "guild_id": GUILD, "answer_id": 1}
IN_GUILD: Json = {"guild_id": GUILD, "user": USER_OBJECT}
ROLE_IN_GUILD: Json = {"guild_id": GUILD, "role": ROLE_OBJECT}
AUDIT: Json = {
    "guild_id": GUILD,
    "id": "946",
    "user_id": USER,
    "target_id": OTHER,
    "action_type": 20,
    "changes": [],
    "options": {},
    "reason": None,
}

EVENTS: dict[str, Json] = {
    "GUILD_CREATE": GUILD_OBJECT,
    "APPLICATION_COMMAND_PERMISSIONS_UPDATE": {
        "id": "1",
        "application_id": "943",
        "guild_id": GUILD,
        "permissions": [{"id": ROLE, "type": 1, "permission": True}],
    },
    "AUTO_MODERATION_ACTION_EXECUTION": RULE_ACTION,
    "AUTO_MODERATION_RULE_CREATE": RULE,
    "AUTO_MODERATION_RULE_UPDATE": RULE,
    "AUTO_MODERATION_RULE_DELETE": RULE,
    "CHANNEL_CREATE": VOICE_CHANNEL,
    "CHANNEL_UPDATE": VOICE_CHANNEL,
    "CHANNEL_PINS_UPDATE": {"guild_id": GUILD, "channel_id": TEXT, "last_pin_timestamp": WHEN},
    "CHANNEL_DELETE": {**VOICE_CHANNEL, "id": "907"},
    "ENTITLEMENT_CREATE": ENTITLEMENT,
    "ENTITLEMENT_UPDATE": ENTITLEMENT,
    "ENTITLEMENT_DELETE": ENTITLEMENT,
    "GUILD_UPDATE": GUILD_OBJECT,
    "GUILD_AUDIT_LOG_ENTRY_CREATE": AUDIT,
    "GUILD_BAN_ADD": IN_GUILD,
    "GUILD_BAN_REMOVE": IN_GUILD,
    "GUILD_EMOJIS_UPDATE": {"guild_id": GUILD, "emojis": [EMOJI]},
    "GUILD_STICKERS_UPDATE": {"guild_id": GUILD, "stickers": [STICKER]},
    "GUILD_INTEGRATIONS_UPDATE": {"guild_id": GUILD},
    "GUILD_MEMBER_ADD": {**MEMBER, "guild_id": GUILD},
    "GUILD_MEMBER_UPDATE": {**MEMBER, "guild_id": GUILD},
    "GUILD_MEMBER_REMOVE": {"guild_id": GUILD, "user": {**USER_OBJECT, "id": OTHER}},
    "GUILD_MEMBERS_CHUNK": {
        "guild_id": GUILD,
        "members": [MEMBER],
        "presences": [PRESENCE],
        "chunk_index": 0,
        "chunk_count": 1,
    },
    "GUILD_ROLE_CREATE": ROLE_IN_GUILD,
    "GUILD_ROLE_UPDATE": ROLE_IN_GUILD,
    "GUILD_ROLE_DELETE": {"guild_id": GUILD, "role_id": "914"},
    "GUILD_SCHEDULED_EVENT_CREATE": SCHEDULED,
    "GUILD_SCHEDULED_EVENT_UPDATE": SCHEDULED,
    "GUILD_SCHEDULED_EVENT_USER_ADD": SCHEDULED_USER,
    "GUILD_SCHEDULED_EVENT_USER_REMOVE": SCHEDULED_USER,
    "GUILD_SCHEDULED_EVENT_DELETE": SCHEDULED,
    "GUILD_SOUNDBOARD_SOUND_CREATE": SOUND,
    "GUILD_SOUNDBOARD_SOUND_UPDATE": SOUND,
    "GUILD_SOUNDBOARD_SOUNDS_UPDATE": {"guild_id": GUILD, "soundboard_sounds": [SOUND]},
    "GUILD_SOUNDBOARD_SOUND_DELETE": {"guild_id": GUILD, "sound_id": "932"},
    "INTEGRATION_CREATE": INTEGRATION,
    "INTEGRATION_UPDATE": INTEGRATION,
    "INTEGRATION_DELETE": {"id": "945", "guild_id": GUILD, "application_id": "943"},
    "INVITE_CREATE": INVITE,
    "INVITE_DELETE": {"channel_id": TEXT, "guild_id": GUILD, "code": "c"},
    "MESSAGE_CREATE": MESSAGE_OBJECT,
    "MESSAGE_UPDATE": MESSAGE_OBJECT,
    "MESSAGE_DELETE": {"id": MESSAGE, "channel_id": TEXT, "guild_id": GUILD},
    "MESSAGE_DELETE_BULK": {"ids": [MESSAGE], "channel_id": TEXT, "guild_id": GUILD},
    "MESSAGE_POLL_VOTE_ADD": POLL_VOTE,
    "MESSAGE_POLL_VOTE_REMOVE": POLL_VOTE,
    "MESSAGE_REACTION_ADD": REACTION,
    "MESSAGE_REACTION_REMOVE": REACTION,
    "MESSAGE_REACTION_REMOVE_ALL": {"channel_id": TEXT, "message_id": MESSAGE, "guild_id": GUILD},
    "MESSAGE_REACTION_REMOVE_EMOJI": REACTION,
    "PRESENCE_UPDATE": PRESENCE,
    "STAGE_INSTANCE_CREATE": STAGE_INSTANCE,
    "STAGE_INSTANCE_UPDATE": STAGE_INSTANCE,
    "STAGE_INSTANCE_DELETE": STAGE_INSTANCE,
    "SUBSCRIPTION_CREATE": SUBSCRIPTION,
    "SUBSCRIPTION_UPDATE": SUBSCRIPTION,
    "SUBSCRIPTION_DELETE": SUBSCRIPTION,
    "THREAD_CREATE": {**THREAD_OBJECT, "newly_created": True},
    "THREAD_UPDATE": THREAD_OBJECT,
    "THREAD_LIST_SYNC": {"guild_id": GUILD, "threads": [THREAD_OBJECT], "members": [THREAD_MEMBER]},
    "THREAD_MEMBER_UPDATE": {**THREAD_MEMBER, "guild_id": GUILD},
    "THREAD_MEMBERS_UPDATE": {
        "id": THREAD,
        "guild_id": GUILD,
        "member_count": 2,
        "added_members": [THREAD_MEMBER],
        "removed_member_ids": [OTHER],
    },
    "THREAD_DELETE": {"id": "908", "guild_id": GUILD, "parent_id": TEXT, "type": 11},
    "TYPING_START": {"channel_id": TEXT, "guild_id": GUILD, "user_id": USER, "timestamp": 0, "member": MEMBER},
    "USER_UPDATE": USER_OBJECT,
    "VOICE_CHANNEL_EFFECT_SEND": {
        "channel_id": VOICE,
        "guild_id": GUILD,
        "user_id": USER,
        "emoji": {"id": None, "name": "x"},
        "animation_type": 0,
        "animation_id": 0,
        "sound_id": "932",
        "sound_volume": 1.0,
    },
    "VOICE_SERVER_UPDATE": {"token": "t", "guild_id": GUILD, "endpoint": "127.0.0.1:9"},
    "VOICE_STATE_UPDATE": VOICE_STATE,
    "WEBHOOKS_UPDATE": {"guild_id": GUILD, "channel_id": TEXT},
    "GUILD_DELETE": {"id": GUILD, "unavailable": False},
}
"""In an order in which each finds what it is about: the server comes first and goes last."""

INTERACTION: Json = {
    "id": "950",
    "application_id": "943",
    "type": 2,
    "token": "an-interaction-token",
    "version": 1,
    "attachment_size_limit": 10485760,
    "locale": "en-US",
    "guild_locale": "en-US",
    "guild_id": GUILD,
    "guild": {"id": GUILD, "locale": "en-US", "features": []},
    "channel_id": TEXT,
    "channel": {"id": TEXT, "type": 0, "name": "channel", "position": 0},
    "member": MEMBER,
    "app_permissions": "0",
    "entitlements": [],
    "authorizing_integration_owners": {"0": GUILD},
    "context": 0,
    "data": {
        "id": "951",
        "name": "brief",
        "type": 1,
        "options": [{"name": "topic", "type": 3, "value": "words that nobody may find in a log"}],
    },
}
INTERACTIONS: dict[str, Json] = {
    "a command": INTERACTION,
    "a suggestion": {
        **INTERACTION,
        "type": 4,
        "data": {
            **INTERACTION["data"],
            "options": [{"name": "topic", "type": 3, "value": "words that nobody may find in a log", "focused": True}],
        },
    },
    "a menu": {
        **INTERACTION,
        "data": {
            "id": "952",
            "name": "Check quotation",
            "type": 3,
            "target_id": MESSAGE,
            "resolved": {"messages": {MESSAGE: MESSAGE_OBJECT}},
        },
    },
    "a press": {
        **INTERACTION,
        "type": 3,
        "message": MESSAGE_OBJECT,
        "data": {"custom_id": "v1:brief:numbers:card:1", "component_type": 2},
    },
    "a form": {
        **INTERACTION,
        "type": 5,
        "data": {
            "custom_id": "v1:brief:numbers:report:1:card",
            "components": [
                {"type": 18, "id": 1, "component": {"type": 4, "id": 2, "custom_id": "words", "value": "x"}}
            ],
        },
    },
}
