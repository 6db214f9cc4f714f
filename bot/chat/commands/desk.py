"""`/desk`: for moderators, in servers only.

Discord shows it to those who have *Manage Server*, which the administrators of a server can change; the gate asks in
any case whether the asker is a moderator.
"""

from collections.abc import Iterable

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.chat.actions import desk as actions
from bot.chat.actions import desk_posting, forgetting, server_settings, withdrawing
from bot.chat.actions import stats as stats_actions
from bot.chat.autocomplete import Offer, named, suggesting
from bot.chat.connection.translator import translated
from bot.chat.context import context_of
from bot.domain.search import Question
from bot.snapshot import Snapshot

desk = app_commands.Group(
    name=translated(key="command.desk-name"),
    description=translated(key="command.desk"),
    default_permissions=discord.Permissions(manage_guild=True),
    allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
)


@desk.command(name=translated(key="command.forget-name"), description=translated(key="command.forget"))
async def forget(interaction: discord.Interaction) -> None:
    """Ask whether all that is kept of this server is to be deleted."""
    await forgetting.ask(context_of(interaction))


@desk.command(name=translated(key="command.gaps-name"), description=translated(key="command.gaps"))
async def gaps(interaction: discord.Interaction) -> None:
    """Answer with what was asked here and not surely found."""
    await stats_actions.gaps(context_of(interaction))


def _cards(interaction: discord.Interaction, snapshot: Snapshot, asked: Question) -> Iterable[Offer]:
    """All that has a card, and of the first briefing its timeline too."""
    hits = snapshot.finder.complete(asked)
    yield from named(snapshot.library, hits, asked.text, "brief")
    words, library = context_of(interaction).words, snapshot.library
    for hit in hits[:1]:
        if hit.kind == "brief" and hit.id in library.events_on:
            yield Offer(f"{words('timeline.title')}: {library.briefs[hit.id].title}", f"timeline:{hit.id}")


_LENGTHS = [
    Choice(name=translated(key="choice.short"), value="short"),
    Choice(name=translated(key="choice.full"), value="full"),
]


@desk.command(name=translated(key="command.post-name"), description=translated(key="command.post"))
@app_commands.rename(
    what=translated(key="option.what-name"),
    channel=translated(key="option.channel-name"),
    message=translated(key="option.message-name"),
    length=translated(key="option.length-name"),
)
@app_commands.describe(
    what=translated(key="option.what"),
    channel=translated(key="option.channel"),
    message=translated(key="option.message"),
    length=translated(key="option.length"),
)
@app_commands.choices(length=_LENGTHS)
@app_commands.autocomplete(what=suggesting(_cards))
async def post(
    interaction: discord.Interaction,
    what: str,
    channel: app_commands.AppCommandChannel | app_commands.AppCommandThread | None = None,
    message: str | None = None,
    length: str | None = None,
) -> None:
    """Post a card to a channel, or in answer to a message."""
    await desk_posting.post(context_of(interaction), what, length, channel, message)


@desk.command(name=translated(key="command.preview-name"), description=translated(key="command.preview"))
@app_commands.rename(
    what=translated(key="option.what-name"),
    channel=translated(key="option.channel-name"),
    length=translated(key="option.length-name"),
)
@app_commands.describe(
    what=translated(key="option.what"),
    channel=translated(key="option.channel-preview"),
    length=translated(key="option.length"),
)
@app_commands.choices(length=_LENGTHS)
@app_commands.autocomplete(what=suggesting(_cards))
async def preview(
    interaction: discord.Interaction,
    what: str,
    channel: app_commands.AppCommandChannel | app_commands.AppCommandThread | None = None,
    length: str | None = None,
) -> None:
    """Show a card as it would stand in a channel."""
    await desk_posting.preview(context_of(interaction), what, length, channel)


@desk.command(name=translated(key="command.reload-name"), description=translated(key="command.reload"))
async def reload(interaction: discord.Interaction) -> None:
    """Read content and moderators' file again."""
    await actions.reload(context_of(interaction))


@desk.command(name=translated(key="command.settings-name"), description=translated(key="command.settings"))
@app_commands.rename(file=translated(key="option.file-name"), reset=translated(key="option.reset-name"))
@app_commands.describe(file=translated(key="option.settings-file"), reset=translated(key="option.reset"))
async def settings(
    interaction: discord.Interaction, file: discord.Attachment | None = None, reset: bool | None = None
) -> None:
    """Give out the settings of this server, take new ones, or return to the host's."""
    await server_settings.settings(context_of(interaction), file, reset=reset is True)


@desk.command(name=translated(key="command.stats-name"), description=translated(key="command.stats"))
async def stats(interaction: discord.Interaction) -> None:
    """Answer with what was asked here, by day and by week."""
    await stats_actions.stats(context_of(interaction))


@desk.command(name=translated(key="command.status-name"), description=translated(key="command.status"))
async def status(interaction: discord.Interaction) -> None:
    """Answer with the library, its warnings and the settings in force."""
    await actions.status(context_of(interaction))


def _briefs(interaction: discord.Interaction, _snapshot: Snapshot, asked: Question) -> Iterable[Offer]:
    """Those that are shown here; or where that stands in the other option, those that are hidden."""
    context = context_of(interaction)
    hidden, show = context.policy.hidden, interaction.namespace.show is True
    hits = context.whole_finder.complete(asked, kinds={"brief"}, where=lambda _, key: (key in hidden) == show)
    return named(context.whole_library, hits, asked.text, "brief")


@desk.command(name=translated(key="command.withdraw-name"), description=translated(key="command.withdraw"))
@app_commands.rename(topic=translated(key="option.topic-name"), show=translated(key="option.show-name"))
@app_commands.describe(topic=translated(key="option.withdraw-topic"), show=translated(key="option.show"))
@app_commands.autocomplete(topic=suggesting(_briefs))
async def withdraw(interaction: discord.Interaction, topic: str, show: bool | None = None) -> None:
    """Hide a briefing in this server, or show it again."""
    await withdrawing.withdraw(context_of(interaction), topic, show=show is True)
