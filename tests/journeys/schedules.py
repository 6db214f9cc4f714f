"""What journeys with schedules have in common: the settings, the bot's clock, a look of its task."""

from datetime import UTC, datetime, timedelta

from discord_sandbox import Channel, Message, Sandbox
from tests.journeys.conftest import Running, server_id

FRIDAY = datetime(2026, 11, 27, 6, tzinfo=UTC)
MONDAY = datetime(2026, 11, 30, tzinfo=UTC)
"""Nine o'clock in Seoul."""
WEEK = timedelta(days=7)
BRIEF = "non-refoulement"


class Now:
    """The bot's clock, which a journey sets."""

    def __init__(self) -> None:
        self.time = FRIDAY

    def __call__(self) -> datetime:
        return self.time


def rules(sandbox: Sandbox, channel: str, more: str = "", brief: str = f"brief: {BRIEF}") -> str:
    return f"""
servers:
  "{server_id(sandbox)}":
    schedules:
      weekly:
        {brief}
        days: monday
        time: "09:00"
        zone: Asia/Seoul
        channel: "{channel}"
        {more}
"""


def posts(channel: Channel) -> list[Message]:
    return list(channel.messages.values())


async def rounds(bot: Running) -> None:
    """Have the task look once more, and wait until it has."""
    await bot.client.unasked.look()


async def at(bot: Running, now: Now, time: datetime) -> None:
    now.time = time
    await rounds(bot)


async def status(sandbox: Sandbox) -> str:
    return (await sandbox.actor("moderator").command("desk status")).text()


async def added(sandbox: Sandbox, locale: str = "en-US", **more: object) -> str:
    options = {"what": BRIEF, "day": "monday", "time": "09:00", "zone": "Asia/Seoul", "channel": "reading"}
    reply = await sandbox.actor("moderator", locale=locale).command("desk schedule add", **options | more)
    return (await reply.settled()).text()
