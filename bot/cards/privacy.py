"""What is kept, read from the very tables and files, and what is not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.cards.card import Card, Text
from bot.words.catalogue import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept where this bot runs."""

    tables: Mapping[str, Sequence[str]]
    """The columns of each table, by its name."""
    files: Sequence[str]
    days: int | None
    """Days that counts are kept; None where nothing is counted."""
    key_days: int
    """Days that a key lasts."""
    copies_days: int
    key_is_fixed: bool = False
    one_server: bool = False
    """Whether the bot is in one server alone, so that every count from a server is its own."""


def privacy_card(words: Words, kept: Kept) -> Card:
    """The whole of it on one card.

    Every table, column and file has a message of its name, which says what stands in it.
    """
    return Card(
        words("privacy.title"),
        (
            Text(words("privacy.short")),
            *(
                Text(
                    "\n".join(
                        (
                            f"**{words(f'privacy.{table}')}**",
                            *(f"- {words(f'privacy.{table}.{column}')}" for column in columns),
                            *(_how_long(words, kept) if table == "counts" else ()),
                        )
                    )
                )
                for table, columns in kept.tables.items()
            ),
            Text("\n".join((f"**{words('privacy.files')}**", *_files(words, kept)))),
            Text(f"**{words('privacy.not-kept-heading')}**\n{words('privacy.not-kept')}"),
            Text(f"**{words('privacy.others-heading')}**\n{words('privacy.others')}"),
        ),
    )


def _how_long(words: Words, kept: Kept) -> Iterable[str]:
    yield words("privacy.off") if kept.days is None else words.count("privacy.days", kept.days)
    if kept.one_server:
        yield words("privacy.one-server")
    if kept.key_is_fixed:
        yield words("privacy.key-fixed")
    elif not kept.one_server:
        yield words("privacy.key", days=str(kept.key_days))
    yield words("privacy.forget")


def _files(words: Words, kept: Kept) -> Iterable[str]:
    return (f"- {words(f'privacy.file.{file}', days=str(kept.copies_days))}" for file in kept.files)
