"""Buttons and forms that an earlier version of the bot has sent, pressed again; and what came of each."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

import discord
from discord import ui

from discord_sandbox import Actor, Callback, Message, Reply

A_MESSAGE = 25
"""Buttons that one message of five rows takes."""

Idle = Callable[[], Awaitable[None]]


async def pressed(
    client: discord.Client, actor: Actor, idle: Idle, custom_ids: Sequence[str]
) -> AsyncIterator[tuple[str, str]]:
    """Each custom id with the first line of what a press of it is answered with."""
    for start in range(0, len(custom_ids), A_MESSAGE):
        some = custom_ids[start : start + A_MESSAGE]
        message = await _sent(client, actor, some)
        for custom_id in some:
            if message.deleted:
                message = await _sent(client, actor, some)
            reply = await actor.press(message, custom_id)
            await idle()
            yield custom_id, _told(await reply.settled(), message)


async def submitted(
    client: discord.Client, actor: Actor, desk: Actor, idle: Idle, custom_ids: Sequence[str]
) -> AsyncIterator[tuple[str, str]]:
    """Each custom id of a form with what the moderators are told that the report is about."""
    opener = custom_ids[0].replace(":reported:", ":report:")
    message = await _sent(client, actor, [opener])
    for custom_id in custom_ids:
        form = await actor.press(message, opener)
        assert form.interaction.modal is not None
        form.interaction.modal["custom_id"] = custom_id
        reply = await actor.submit(form, {"kind": "number", "words": "It says four."})
        await idle()
        await reply.settled()
        yield custom_id, desk.messages()[-1].text().splitlines()[1]


async def _sent(client: discord.Client, actor: Actor, custom_ids: Sequence[str]) -> Message:
    buttons = [ui.Button[ui.LayoutView](label=str(number), custom_id=one) for number, one in enumerate(custom_ids)]
    rows = [ui.ActionRow(*buttons[start : start + 5]) for start in range(0, len(buttons), 5)]
    view = ui.LayoutView(timeout=None)
    for row in rows:
        view.add_item(row)
    view.stop()
    channel = client.get_partial_messageable(int(actor.place.channel.id))
    sent = await channel.send(view=view)
    return actor.place.channel.messages[str(sent.id)]


def _told(reply: Reply, message: Message) -> str:
    if reply.callback is Callback.MODAL:
        return f"form: {reply.modal.title}"
    if message.deleted:
        return "deleted"
    return " / ".join(one.text().splitlines()[0] for one in reply.messages)
