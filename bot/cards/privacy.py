"""What is kept, read from the very tables and files, and what is not: in short, and whole."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.cards.address import Address
from bot.cards.card import Card, Press, Text
from bot.words.catalogue import Words

IN_SHORT = Address("privacy")
WHOLE = Address("privacy", view="kept")


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
    """The gist of it, on one screen of a phone."""
    return Card(
        words("privacy.title"),
        (
            Text(words("privacy.short")),
            _listed(words("privacy.kept-heading"), (*_in_short(words, kept), *_how_long(words, kept))),
            Text(f"**{words('privacy.not-kept-heading')}**\n{words('privacy.not-kept')}"),
        ),
        IN_SHORT,
        actions=(Press(words("privacy.whole"), WHOLE),),
    )


def kept_card(words: Words, kept: Kept) -> Card:
    """All that is kept, and where else something goes, screen by screen.

    Every table, column and file has a message of its name, which says what stands in it.
    """
    return Card(
        words("privacy.title"),
        (
            *(_table(words, table, columns, kept) for table, columns in kept.tables.items()),
            _listed(words("privacy.files"), _files(words, kept)),
            Text(words("privacy.forget")),
            Text(f"**{words('privacy.others-heading')}**\n{words('privacy.others')}"),
        ),
        WHOLE,
        actions=(Press(words("privacy.in-short"), IN_SHORT),),
        by_screen=True,
    )


def _listed(heading: str, lines: Sequence[str]) -> Text:
    return Text("\n".join((f"**{heading}**", *(f"- {line}" for line in lines))))


def _in_short(words: Words, kept: Kept) -> Iterator[str]:
    if kept.days is not None:
        yield words("privacy.short-counts")
    yield words("privacy.short-desk")


def _how_long(words: Words, kept: Kept) -> Iterator[str]:
    yield words("privacy.off") if kept.days is None else words.count("privacy.days", kept.days)
    if kept.one_server:
        yield words("privacy.one-server")
    if kept.key_is_fixed:
        yield words("privacy.key-fixed")
    elif not kept.one_server:
        yield words("privacy.key", days=str(kept.key_days))


def _table(words: Words, table: str, columns: Sequence[str], kept: Kept) -> Text:
    listed = _listed(
        words(f"privacy.{table}"), [f"`{column}`: {words(f'privacy.{table}.{column}')}" for column in columns]
    )
    return Text("\n".join((listed.markdown, *(_how_long(words, kept) if table == "counts" else ()))))


def _files(words: Words, kept: Kept) -> list[str]:
    return [words(f"privacy.file.{file}", days=str(kept.copies_days)) for file in kept.files]
