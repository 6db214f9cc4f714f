"""What is kept about use, read from the very columns of the log, and what is not."""

from collections.abc import Iterable

from bot.cards.card import Card, Text
from bot.words.catalogue import Words


def privacy_card(words: Words, columns: Iterable[str], kept_days: int) -> Card:
    """The whole of it on one card, from the names of the log's columns and the days that its rows are kept.

    Every column has a message of its name, which says what stands in it.
    """
    kept = "\n".join(f"- {words(f'privacy.{name}')}" for name in columns)
    return Card(
        words("privacy.title"),
        (
            Text(words("privacy.short")),
            Text(f"**{words('privacy.kept')}**\n{kept}\n{words.count('privacy.days', kept_days)}"),
            Text(f"**{words('privacy.not-kept-heading')}**\n{words('privacy.not-kept')}"),
            Text(f"**{words('privacy.others-heading')}**\n{words('privacy.others')}"),
        ),
    )
