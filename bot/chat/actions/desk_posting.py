"""`/desk post` and `/desk preview`: any card, to a channel or in answer to a message, or as it would stand there."""

from typing import NamedTuple

from bot.cards.address import Address
from bot.cards.card import Card
from bot.cards.failure import denied_card
from bot.cards.kinds import KINDS, is_known, shareable
from bot.cards.notice import message_card
from bot.chat import answer, lookup, refused, reply
from bot.chat.connection.callback import defer
from bot.chat.context import Context
from bot.chat.target import Chosen, Target, TargetError
from bot.domain.model import Kind


class _Wanted(NamedTuple):
    """A card, and the place that it is for."""

    address: Address
    card: Card
    there: Context
    target: Target


async def post(
    context: Context, what: str, length: str | None, channel: Chosen | None = None, message: str | None = None
) -> None:
    """Post a card as a message of the bot's own, with the name of the moderator, who can remove it."""
    wanted = await _wanted(context, what, length, channel, message)
    if wanted is None:
        return
    words, (address, card, there, target) = context.words, wanted
    if not there.policy.may_post(moderator=True):
        await answer.notice(context, denied_card(words, words("post.nobody")), "denied", address.id)
        return
    await defer(context.interaction)
    page = answer.page_for_all(there, card, address)
    try:
        link = await reply.put_in_channel(context.interaction, target.channel, page, target.message)
    except refused.REFUSALS as error:
        is_here = target.channels == context.asker.channels
        told = refused.card(error, words, refused.lacking_here(context) if is_here else ())
        await answer.notice(context, told, refused.outcome(error), address.id)
        return
    posted = words("post.posted", channel=f"<#{target.channel}>", link=link)
    await answer.notice(context, message_card(words("said.replied-title"), posted), "posted", address.id)


async def preview(context: Context, what: str, length: str | None, channel: Chosen | None = None) -> None:
    """Show the moderator alone what `post` would show everyone, in the language of the channel."""
    wanted = await _wanted(context, what, length, channel)
    if wanted is not None:
        address, card, there, _ = wanted
        await reply.respond(context.interaction, answer.page_for_all(there, card, address))
        context.count("shown", address.id)


async def _wanted(
    context: Context, what: str, length: str | None, channel: Chosen | None, message: str | None = None
) -> _Wanted | None:
    """What is wanted where; None where that cannot be, and has been said."""
    words = context.words
    address = await _address(context, what, length)
    if address is None:
        return None
    try:
        target = Target.of(context, channel, message)
    except TargetError as error:
        await answer.notice(context, message_card(words("refused.title"), words(error.key)), "denied", address.id)
        return None
    there = context.seen_in(target.channels)
    card = there.card_for_all(address)
    if not shareable(address):
        await answer.notice(context, message_card(words("refused.title"), words("post.list")), "denied")
        return None
    if card is None:
        await answer.gone(context, address)
        return None
    return _Wanted(address, card, there, target)


async def _address(context: Context, what: str, length: str | None) -> Address | None:
    """The card that is meant; of an item of any kind by `kind:id`, as suggestions submit it."""
    kind, _, key = what.partition(":")
    if kind in KINDS and kind not in {"brief", "boundary"} and is_known(context.library, kind, key):
        return Address(kind, key)

    def card_of(kind: Kind, key: str) -> Address:
        return Address(kind, key, "full" if kind == "brief" and length == "full" else "card")

    found = await lookup.meant(context, what, card_of=card_of)
    return None if found is None else found.address
