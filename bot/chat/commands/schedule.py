"""`/desk schedule add`, `list` and `stop`: what is posted in this server again and again."""

from collections.abc import Iterable, Iterator

import discord
from discord import app_commands

from bot.chat.actions import schedule as actions
from bot.chat.autocomplete import Offer, named, suggesting
from bot.chat.connection.translator import translated
from bot.chat.context import context_of
from bot.domain.search import Question
from bot.domain.zones import zones_like
from bot.snapshot import Snapshot

DAYS = {
    "monday": "choice.day-monday",
    "tuesday": "choice.day-tuesday",
    "wednesday": "choice.day-wednesday",
    "thursday": "choice.day-thursday",
    "friday": "choice.day-friday",
    "saturday": "choice.day-saturday",
    "sunday": "choice.day-sunday",
    "all": "choice.day-all",
}
"""On which day something can be posted, and the words for it."""

Place = app_commands.AppCommandChannel | app_commands.AppCommandThread

schedule = app_commands.Group(
    name=translated(key="command.schedule-name"), description=translated(key="command.schedule")
)


def _what(interaction: discord.Interaction, snapshot: Snapshot, asked: Question) -> Iterator[Offer]:
    """Every briefing in turn first; then briefings."""
    every = context_of(interaction).words("schedule.every")
    if asked.text.casefold() in every.casefold() or asked.text.casefold() in actions.EVERY:
        yield Offer(every, actions.EVERY)
    yield from named(snapshot.library, snapshot.finder.complete(asked, kinds={"brief"}), asked.text, "brief")


def _zones(interaction: discord.Interaction, _snapshot: Snapshot, asked: Question) -> Iterator[Offer]:
    """Zones by their name or their city, in the reader's language too; before anything is typed those in use."""
    context = context_of(interaction)
    used = dict.fromkeys(one.zone for one in context.policy.schedules.values())
    for zone in zones_like(asked.text, context.words.city, first=used):
        city = context.words.city(zone)
        yield Offer(zone if city.casefold() in zone.replace("_", " ").casefold() else f"{zone} ({city})", zone)


def _names(interaction: discord.Interaction, _snapshot: Snapshot, asked: Question) -> Iterable[Offer]:
    schedules = context_of(interaction).policy.schedules
    told = ((name, f"{name}: {one.time}, {one.zone}") for name, one in schedules.items())
    return [Offer(shown, name) for name, shown in told if asked.text.casefold() in shown.casefold()]


@schedule.command(name=translated(key="command.schedule-add-name"), description=translated(key="command.schedule-add"))
@app_commands.rename(
    what=translated(key="option.schedule-what-name"),
    day=translated(key="option.day-name"),
    time=translated(key="option.time-name"),
    zone=translated(key="option.zone-name"),
    channel=translated(key="option.channel-name"),
    missed=translated(key="option.missed-name"),
    content_notes=translated(key="option.content-notes-name"),
)
@app_commands.describe(
    what=translated(key="option.schedule-what"),
    day=translated(key="option.day"),
    time=translated(key="option.time"),
    zone=translated(key="option.zone"),
    channel=translated(key="option.schedule-channel"),
    missed=translated(key="option.missed"),
    content_notes=translated(key="option.content-notes"),
)
@app_commands.choices(
    day=[app_commands.Choice(name=translated(key=key), value=day) for day, key in DAYS.items()],
    missed=[
        app_commands.Choice(name=translated(key="choice.missed-post"), value="post"),
        app_commands.Choice(name=translated(key="choice.missed-skip"), value="skip"),
    ],
)
@app_commands.autocomplete(what=suggesting(_what), zone=suggesting(_zones))
async def add(  # noqa: PLR0913, PLR0917 - what Discord asks for in one form
    interaction: discord.Interaction,
    what: str,
    day: str,
    time: str,
    zone: str,
    channel: Place,
    missed: str | None = None,
    content_notes: bool | None = None,
) -> None:
    """Have a briefing posted again and again."""
    may = channel.permissions
    asked = actions.NewSchedule(
        what=what,
        day=day,
        time=time,
        zone=zone,
        channel=str(channel.id),
        may_write=may.view_channel and (may.send_messages or may.send_messages_in_threads),
        missed=missed,
        content_notes=content_notes is True,
    )
    await actions.add(context_of(interaction), asked)


@schedule.command(
    name=translated(key="command.schedule-list-name"), description=translated(key="command.schedule-list")
)
async def list_all(interaction: discord.Interaction) -> None:
    """Say what is posted next, and when."""
    await actions.list_all(context_of(interaction))


@schedule.command(
    name=translated(key="command.schedule-stop-name"), description=translated(key="command.schedule-stop")
)
@app_commands.rename(name=translated(key="option.schedule-name"))
@app_commands.describe(name=translated(key="option.schedule"))
@app_commands.autocomplete(name=suggesting(_names))
async def stop(interaction: discord.Interaction, name: str) -> None:
    """Post it no more."""
    await actions.stop(context_of(interaction), name)
