from collections.abc import Sequence

import discord
from discord import app_commands

from bot.cards.notice import message_card
from bot.cards.report import report_card, unfit_card
from bot.cards.unread import Unread, with_unread
from bot.cards.verdict import verdict_card
from bot.chat import answer, reply, uploads
from bot.chat.commands.command import command
from bot.chat.connection.callback import defer
from bot.chat.connection.translator import translated
from bot.chat.context import Context, context_of
from bot.chat.lookup import answered_urgently
from bot.domain.verdict.report import report_on, worst
from bot.domain.verdict.several import check_several
from bot.domain.verdict.textfile import UnfitFileError
from bot.domain.verdict.wordless import has_words


@command("check")
@app_commands.rename(
    text=translated(key="option.text-name"),
    file=translated(key="option.file-name"),
    public=translated(key="option.public-name"),
)
@app_commands.describe(
    text=translated(key="option.text"),
    file=translated(key="option.file"),
    public=translated(key="option.public"),
)
async def check(
    interaction: discord.Interaction,
    text: str | None = None,
    file: discord.Attachment | None = None,
    public: bool | None = None,
) -> None:
    """Answer whether the text is exact, altered or not in the library; on each quotation of a file with a report."""
    context = context_of(interaction)
    if (text is None) is (file is None):
        words = context.words
        await answer.answer(context, message_card(words("said.one-of-two-title"), words("said.one-of-two")), "unread")
    elif file is not None:
        await _answer_file(context, file, public=public is True)
    else:
        await answer_check(context, (text or "",), public=public is True)


async def answer_check(
    context: Context,
    texts: Sequence[str],
    unread: Sequence[Unread] = (),
    *,
    public: bool = False,
    ours: bool = False,
) -> None:
    """Answer with the verdict on what was typed, or on the texts of a message; nothing of them is kept.

    `ours` is a message of our own, in which only quotations are checked.
    """
    words, to_check = context.words, [text for text in texts if has_words(text)]
    if not to_check:
        nothing = message_card(words("said.no-text-title"), words("said.no-text"))
        await answer.answer(context, with_unread(nothing, unread, words), "absent")
        return
    checking = context.apart(check_several, context.snapshot.checker, to_check, quoted_only=ours)
    # An answer that was put off could not be shown to everyone any more.
    found = await (checking if public else reply.in_time(context.interaction, checking))
    if found.verdict == "absent" and not ours and await answered_urgently(context, *to_check):
        return
    card = with_unread(verdict_card(context.library, found, context.options), unread, words)
    await answer.answer_with_verdict(context, card, found.verdict, found.quotation or "", public=public)


async def _answer_file(context: Context, file: discord.Attachment, *, public: bool) -> None:
    """Answer with the report on a file, to the asker alone."""
    words = context.words
    try:
        uploads.refuse(file)
        await defer(context.interaction)
        text = await uploads.text_of(file)
        report = await context.apart(report_on, context.snapshot.checker, text)
    except UnfitFileError as error:
        await answer.notice(context, unfit_card(error, words), "unread")
        return
    except uploads.UploadError:
        await answer.notice(context, message_card(words("file.unread-title"), words("file.unread")), "unread")
        return
    card = report_card(context.library, report, file.filename, context.options)
    gravest = worst(report.found)
    await answer.notice(
        context,
        answer.noted(card, words("report.private") if public else None),
        gravest.verdict if gravest else "absent",
    )
