"""What is kept, in short and whole, from what this bot keeps."""

from bot.cards.address import Address
from bot.cards.layout.pages import page_of
from bot.cards.privacy import IN_SHORT, WHOLE, Kept, kept_card, privacy_card
from bot.chat import reply
from bot.chat.context import Context
from bot.usage.copies import COPIES_KEPT_DAYS
from bot.usage.key import KEY_DAYS
from bot.usage.privacy import FILES
from bot.usage.schema import TABLES

KIND = IN_SHORT.kind


async def show(context: Context, address: Address = IN_SHORT) -> None:
    """Answer with one of the two, on the page that was asked for."""
    build = kept_card if address.view == WHOLE.view else privacy_card
    page = page_of(build(context.words, _kept(context)), context.words, address.page)
    await reply.respond(context.interaction, page)
    context.count("shown")


def _kept(context: Context) -> Kept:
    usage = context.usage
    return Kept(
        tables={table.name: [column.name for column in table.columns] for table in TABLES},
        files=[file.id for file in FILES],
        days=usage.kept_days if usage.counting else None,
        key_days=KEY_DAYS,
        copies_days=COPIES_KEPT_DAYS,
        key_is_fixed=usage.keys.are_fixed,
        one_server=len(context.interaction.client.guilds) == 1,
    )
