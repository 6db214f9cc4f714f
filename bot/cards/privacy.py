"""What is kept about use, read from the very columns of the log, and what is not."""

from collections.abc import Iterable

from bot.cards.card import Card, Text
from bot.words.catalogue import Words

COLUMN_KEYS = {
    "day": "privacy.day",
    "server": "privacy.server",
    "command": "privacy.command",
    "subject": "privacy.subject",
    "outcome": "privacy.outcome",
    "locale": "privacy.locale",
    "place": "privacy.place",
    "count": "privacy.count",
}
"""Each column of the log in words; a column without any would be a KeyError, and a test compares the two."""


def privacy_card(words: Words, columns: Iterable[str], kept_days: int) -> Card:
    """The whole of it on one card, from the names of the log's columns and how long its rows are kept."""
    kept = "\n".join(f"- {words(COLUMN_KEYS[name])}" for name in columns)
    return Card(
        words("privacy.title"),
        (
            Text(words("privacy.short")),
            Text(f"**{words('privacy.kept')}**\n{kept}\n{words.count('privacy.days', kept_days)}"),
            Text(f"**{words('privacy.not-kept-heading')}**\n{words('privacy.not-kept')}"),
            Text(f"**{words('privacy.others-heading')}**\n{words('privacy.others')}"),
        ),
    )
