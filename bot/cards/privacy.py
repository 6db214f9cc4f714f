"""What is kept about use, read from the very columns of the log, and what is not."""

from bot.cards.card import Card, Text
from bot.usage.schema import COLUMNS, KEPT_DAYS
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


def privacy_card(words: Words) -> Card:
    """The whole of it on one card."""
    columns = "\n".join(f"- {words(COLUMN_KEYS[column.name])}" for column in COLUMNS)
    return Card(
        words("privacy.title"),
        (
            Text(words("privacy.short")),
            Text(f"**{words('privacy.kept')}**\n{columns}\n{words.count('privacy.days', KEPT_DAYS)}"),
            Text(f"**{words('privacy.not-kept-heading')}**\n{words('privacy.not-kept')}"),
            Text(f"**{words('privacy.others-heading')}**\n{words('privacy.others')}"),
        ),
    )
