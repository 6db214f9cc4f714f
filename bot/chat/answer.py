"""The one way of every answer: decide who sees which card, build it, lay it out, send it, count it."""

from collections.abc import Awaitable, Callable, Sequence

import discord

from bot.cards.address import Address
from bot.cards.card import Card
from bot.cards.failure import gone_card, hidden_card
from bot.cards.kinds import tells_of_asker
from bot.cards.layout.pages import Page, page_of, pages
from bot.cards.notice import message_card
from bot.cards.posted import posted_card
from bot.cards.refused import perhaps_card
from bot.cards.sharing import private_verdict, public_form, public_verdict, shareable
from bot.chat import ready, reply
from bot.chat.connection.errand import PerhapsTakenError
from bot.chat.context import Context
from bot.chat.ready import noted
from bot.usage.outcomes import Outcome

FOLLOW_UPS = 5
"""Discord takes no more where only the asker has installed the bot
(https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages)."""


async def present(
    context: Context, address: Address, outcome: Outcome, *, public: bool | None = False, searched: bool = False
) -> None:
    """Answer with the card at an address.

    `public` is the asker's wish; None leaves it to the moderators. Where the wish cannot be granted, the answer is
    private and says so. A card that was `searched` for by what somebody typed takes *Not what I meant*.
    """
    if shareable(address) and context.policy.public(asked=public, moderator=context.moderator):
        card = context.card_for_all(address)
        if card is None:
            await gone(context, address)
            return
        if not await reply.respond_to_all(context.interaction, page_for_all(context, card, address)):
            await keep_private(context, address)
    else:
        refused = public is True and shareable(address)
        payload = context.ready(address, note="said.not-public" if refused else "", searched=searched)
        if payload is None:
            await gone(context, address)
            return
        await reply.respond_with(context.interaction, payload)
    context.count(outcome, address.id, placeless=tells_of_asker(context.library, address))


async def answer(context: Context, card: Card, outcome: Outcome, subject: str = "") -> None:
    """Answer with a card that has no address, seen by the asker alone; its pages follow one another."""
    await _say(context, card, reply.respond)
    context.count(outcome, subject)


async def notice(context: Context, card: Card, outcome: Outcome, subject: str = "") -> None:
    """Say something short to the asker alone, and leave a card that was pressed as it is."""
    await _say(context, card, reply.tell)
    context.count(outcome, subject)


async def gone(context: Context, address: Address | None = None) -> None:
    """Say that the library no longer has what was asked for, or that it is not shown here."""
    hidden = address is not None and context.hides(address)
    await notice(context, hidden_card(context.words) if hidden else gone_card(context.words), "gone")


async def keep_private(context: Context, address: Address) -> None:
    """After Discord made private what was meant for everyone: show the asker's own card, why, and what can be done."""
    card = context.card(address) or gone_card(context.words)
    page = private_page(context, card, address, context.words("said.kept-private"), posted=True)
    await reply.replace_answer(context.interaction, page)


def page_for_all(context: Context, card: Card, address: Address) -> Page:
    """A page of a card as everyone in the channel sees it."""
    words = context.words_for_all
    posted = posted_card(card, words, context.asker.name)
    shown = public_form(posted, words, context.asker.id, may_report=context.policy.takes_reports)
    return page_of(shown, words, address.page)


def private_page(context: Context, card: Card, address: Address, note: str | None = None, *, posted: bool) -> Page:
    """A page of a card as the asker alone sees it, with a note below and, once posted, no button for that."""
    may_post, may_report = context.may_post and not posted, context.policy.takes_reports
    return ready.private_page(noted(card, note), context.words, address.page, may_post=may_post, may_report=may_report)


async def answer_with_verdict(
    context: Context, card: Card, outcome: Outcome, subject: str = "", *, public: bool = False
) -> None:
    """Answer with a verdict, for everyone where that was asked for and is allowed, with *Post to channel* elsewhere."""
    if public and context.policy.public(asked=True, moderator=context.moderator):
        first, *rest = verdict_for_all(context, card)
        if await reply.respond_to_all(context.interaction, first):
            try:
                for following in rest:
                    await reply.follow_up_to_all(context.interaction, following)
            except PerhapsTakenError:
                await notice(context, perhaps_card(context.words), "failed", subject)
                return
        else:
            page = private_verdict_page(context, card, context.words("said.kept-private"), posted=True)
            await reply.replace_answer(context.interaction, page)
        context.count(outcome, subject)
        return
    told = noted(card, context.words("said.not-public") if public else None)
    await answer(context, private_verdict(told, context.words, may_post=context.may_post), outcome, subject)


def verdict_for_all(context: Context, card: Card) -> tuple[Page, ...]:
    """A verdict as everyone in the channel sees it, on as many pages as it needs."""
    words = context.words_for_all
    shown = posted_card(card, words, context.asker.name)
    first, *rest = pages(public_verdict(shown, words, context.asker.id), words)
    return (first, *_that_can_follow(context, rest))


def private_verdict_page(context: Context, card: Card, note: str | None = None, *, posted: bool = False) -> Page:
    """A verdict as the asker alone sees it, with a note below and, once posted, no button for that."""
    may_post = context.may_post and not posted
    page, *more = pages(private_verdict(noted(card, note), context.words, may_post=may_post), context.words)
    if not more:
        return page
    # It filled a message by itself: rather without the note than without its end.
    return page_of(private_verdict(card, context.words, may_post=may_post), context.words, 1)


async def _say(context: Context, card: Card, first: Callable[[discord.Interaction, Page], Awaitable[None]]) -> None:
    """Send a card that only the asker sees; pages that no address leads to follow at once."""
    page, *rest = pages(card, context.words)
    await first(context.interaction, page)
    if card.address is None:
        for following in _that_can_follow(context, rest):
            await reply.follow_up(context.interaction, following)


def _that_can_follow(context: Context, rest: Sequence[Page]) -> Sequence[Page]:
    if len(rest) <= FOLLOW_UPS:
        return rest
    left_out = len(rest) - FOLLOW_UPS + 1
    words = context.words
    told = message_card(words("said.too-long-title"), words.count("said.too-long", left_out))
    return [*rest[: FOLLOW_UPS - 1], page_of(told, words, 1)]
