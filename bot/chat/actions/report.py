"""*Report a problem*: a form on every card, whose words go to the moderators and are kept nowhere.

No object waits for the form: everything is in its custom id, and the router reads what is sent, so that a form
opened before a restart arrives after it.
"""

import logging
from collections.abc import Iterator
from typing import Any, cast

import discord
from discord import ui

from bot.cards.address import Action, Address
from bot.cards.card import Card
from bot.cards.escape import escape, escape_line, to_copy, visible
from bot.cards.layout.pages import page_of
from bot.cards.notice import message_card
from bot.chat import answer, refused, reply
from bot.chat.connection.callback import defer, open_form
from bot.chat.connection.errand import PerhapsTakenError
from bot.chat.context import Context
from bot.chat.failure import name_of
from bot.words.catalogue import Words

KIND_KEYS = {
    "wording": "report.kind-wording",
    "attribution": "report.kind-attribution",
    "number": "report.kind-number",
    "law": "report.kind-law",
    "tone": "report.kind-tone",
    "other": "report.kind-other",
}
"""What can be wrong with a card, and the words for it."""

LONGEST = 1_000
"""Characters of a report: a paragraph or two, which fit a message together with what they are about."""


_log = logging.getLogger(__name__)


async def ask(context: Context, address: Address) -> None:
    """Open the form; where no channel takes reports, say whom to write to."""
    if context.card(address) is None:
        await answer.gone(context, address)
    elif context.policy.reports_channel is None:
        await answer.notice(context, _contact(context), "shown", address.id)
    else:
        await open_form(context.interaction, _form(context.words, address))
        context.count("shown", address.id)


async def deliver(context: Context, address: Address) -> None:
    """Hand what was written on to the moderators, without the name of its writer; give it back where that fails."""
    words, interaction = context.words, context.interaction
    channel = context.policy.reports_channel
    if channel is None:
        await answer.notice(context, _given_back(context), "denied", address.id)
        return
    await defer(interaction)
    report = _report(context, address)
    try:
        await reply.put_in_channel(interaction, int(channel), page_of(report, context.words_for_all, 1))
    except PerhapsTakenError as error:
        await answer.notice(context, _perhaps_sent(context), refused.outcome(error), address.id)
        return
    except refused.REFUSALS as error:
        context.current.refusing.add(channel)
        _log.warning("A report was not taken by the channel for reports: %s", name_of(error))
        told = _given_back(context, refused.why(error, words))
        await answer.notice(context, told, "denied", address.id)
        return
    context.current.refusing.discard(channel)
    thanks = message_card(words("report.sent-title"), words("report.sent"))
    await answer.notice(context, thanks, "reported", address.id)


def _form(words: Words, address: Address) -> ui.Modal:
    kinds = [discord.SelectOption(label=words(key), value=kind) for kind, key in KIND_KEYS.items()]
    form = ui.Modal(title=words("report.title"), custom_id=str(Action("reported", address)))
    form.add_item(ui.TextDisplay(words("report.who-reads")))
    form.add_item(ui.Label(text=words("report.kind"), component=ui.Select(custom_id="kind", options=kinds)))
    form.add_item(
        ui.Label(
            text=words("report.words"),
            description=words("report.words-hint"),
            component=ui.TextInput(
                custom_id="words", style=discord.TextStyle.paragraph, min_length=1, max_length=LONGEST
            ),
        )
    )
    form.stop()  # discord.py remembers no form that is finished; see above why none should be
    return form


def _report(context: Context, address: Address) -> Card:
    """What the moderators read: what it is about, what kind of problem, and the words, which are nobody's."""
    words = context.words_for_all
    written = dict(_written(context.interaction.data))
    about = context.card(address)
    title = about.title if about else escape_line(address.id)
    kind = words(KIND_KEYS.get(written.get("kind", ""), KIND_KEYS["other"]))
    lines = "\n".join(f"> {line}" for line in escape(written.get("words", "")).splitlines())
    return message_card(
        words("report.arrived-title"), f"{words('report.arrived', title=title, kind=kind)}\n{lines or '> …'}"
    )


def _given_back(context: Context, why: str = "") -> Card:
    """What was written, for its writer to send another way, and why the channel did not take it."""
    words = context.words
    return _back(context, words("report.given-back-title"), words("report.given-back"), *([why] if why else []))


def _perhaps_sent(context: Context) -> Card:
    """The same where nobody knows whether the channel took it."""
    return _back(context, context.words("report.perhaps-title"), context.words("report.perhaps"))


def _back(context: Context, title: str, *why: str) -> Card:
    written = visible(dict(_written(context.interaction.data)).get("words", ""))
    return message_card(title, "\n".join((*why, to_copy(written), _contact_text(context))))


def _contact(context: Context) -> Card:
    return message_card(context.words("report.title"), _contact_text(context))


def _contact_text(context: Context) -> str:
    """The contact as the moderators wrote it; they were asked for a sentence."""
    contact = context.policy.contact
    return escape(contact) if contact else context.words("report.no-contact")


def _written(part: object) -> Iterator[tuple[str, str]]:
    """Every field of a form that was sent, by its custom id, wherever in the form it stands."""
    if isinstance(part, list):
        for one in cast("list[object]", part):
            yield from _written(one)
    elif isinstance(part, dict):
        fields = cast("dict[str, Any]", part)
        match fields:
            case {"custom_id": str(name), "value": str(value)} | {"custom_id": str(name), "values": [str(value), *_]}:
                yield name, value
            case _:
                yield from _written(fields.get("components", []))
                yield from _written(fields.get("component", []))
