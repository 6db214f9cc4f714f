"""Gives Discord the names and descriptions of the commands in every language of the catalogue."""

from functools import cache

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.words.catalogue import ENGLISH, Catalogue


def translated(key: str) -> locale_str:
    """A text of the catalogue for a command's definition: in English, and by its key in other languages."""
    return locale_str(catalogue().words(ENGLISH)(key), key=key)


@cache
def catalogue() -> Catalogue:
    """The shipped catalogue, read once: the commands' definitions want it as soon as they are imported."""
    return Catalogue.load()


class Translator(app_commands.Translator):
    """Translates what `translated` made."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    async def translate(
        self,
        string: locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,  # noqa: ARG002 - discord.py passes it by name
    ) -> str | None:
        """The text in one of Discord's languages; None where English, which every command has, is shown instead."""
        words = self._catalogue.words(locale.value)
        key = string.extras.get("key")
        return None if key is None or words.language == ENGLISH else words(key)
