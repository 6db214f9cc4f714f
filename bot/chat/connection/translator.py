"""Gives Discord the names and descriptions of the commands in every language of the catalogue."""

from collections.abc import Callable, Sequence
from functools import cache

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.domain.model import Introduction
from bot.words.catalogue import ENGLISH, Catalogue, Words

LONGEST = 100
"""Characters of a description (https://discord.com/developers/docs/interactions/application-commands)."""


def translated(key: str) -> locale_str:
    """A text of the catalogue for a command's definition: in English, and by its key in other languages."""
    return locale_str(catalogue().words(ENGLISH)(key), key=key)


def exemplified(key: str, *, such: str) -> locale_str:
    """The same, of an option for which the library has examples; `such` is the text that has a place for them."""
    return locale_str(catalogue().words(ENGLISH)(key), key=key, such=such)


@cache
def catalogue() -> Catalogue:
    """The shipped catalogue, read once: the commands' definitions want it as soon as they are imported."""
    return Catalogue.load()


class Translator(app_commands.Translator):
    """Translates what `translated` made, and puts the library's examples where there is a place for them."""

    def __init__(self, catalogue: Catalogue, introduction: Callable[[str], Introduction | None]) -> None:
        self._catalogue = catalogue
        self._introduction = introduction

    async def translate(
        self,
        string: locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,  # noqa: ARG002 - discord.py passes it by name
    ) -> str | None:
        """The text in one of Discord's languages; None where English, which every command has, is shown instead."""
        words = self._catalogue.words(locale.value)
        key, such = string.extras.get("key"), string.extras.get("such")
        if such is not None and (told := self._with_examples(such, words)):
            return told
        return None if key is None or words.language == ENGLISH else words(key)

    def _with_examples(self, key: str, words: Words) -> str | None:
        """The text with as many examples as have room, each whole; None where there is none."""
        said = self._introduction(words.language)
        examples: Sequence[str] = ()
        if said is not None:
            examples = said.references if key == "option.reference-such" else said.questions[:1]
        told = (words(key, examples=", ".join(examples[:number])) for number in range(len(examples), 0, -1))
        return next((text for text in told if len(text) <= LONGEST), None)
