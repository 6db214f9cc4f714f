"""The fixed words of the interface, by language: one gettext catalogue each, `en.po` and `ko.po` in this folder.

A message is known by a short key; what is shown, in English too, stands in the catalogues alone. One more language is
one more file. Its header `Language` says how dates and numbers are written (`en_GB` in `en.po`).
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Self, cast

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations

from bot.domain.date import PartialDate

ENGLISH = "en"


class Words:
    """The interface in one language.

    Values put into a message are Markdown already: whoever passes them in has escaped them.
    """

    def __init__(self, language: str, locale: Locale, messages: Translations, keys: frozenset[str]) -> None:
        self.language = language
        self.keys = keys
        self._locale = locale
        self._messages = messages

    def __call__(self, key: str, **values: str) -> str:
        """The message with its values in their places; KeyError when the catalogue has no such message."""
        return self._messages.ugettext(self._known(key)).format_map(values)

    def count(self, key: str, number: int, **values: str) -> str:
        """The form of a message that fits a number, with the number as `{n}`."""
        form = self._messages.ungettext(self._known(key), key, number)
        return form.format_map({"n": self.number(number), **values})

    def number(self, number: int) -> str:
        """A whole number with the language's separators: `25,000`."""
        return _numeral(number, self._locale)

    def date(self, date: PartialDate) -> str:
        """A date as exact as it is known: `2005`, `February 2005`, `4 February 2005`."""
        return _written(date, self._locale)

    def name_of_language(self, language: str) -> str:
        """What a language is called in this one: `ja` is Japanese."""
        return Locale.parse(language).get_language_name(self._locale) or language

    def weekdays(self, days: Sequence[int]) -> str:
        """Days of the week, Monday being 0: `Monday and Thursday`."""
        names = self._locale.days["format"]["wide"]
        return format_list([names[day] for day in days], locale=self._locale)

    def city(self, zone: str) -> str:
        """What the city is called that a time zone is named after; that of its name where it has none here."""
        known = cast("Mapping[str, Mapping[str, str]]", self._locale.time_zones)
        return known.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")

    @property
    def is_of_the_library(self) -> bool:
        """Whether the interface speaks the language of the library, which is English."""
        return self.language == ENGLISH

    def _known(self, key: str) -> str:
        if key not in self.keys:
            raise KeyError(f"{self.language}.po has no message '{key}'")
        return key


class Catalogue:
    """Every language of the interface."""

    def __init__(self, words: Mapping[str, Words]) -> None:
        self._words = words

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """Read every `LANGUAGE.po` of a folder, without one those of this package.

        A file that is not a catalogue raises `babel.messages.pofile.PoFileError`; a folder without `en.po` a KeyError.
        """
        files = sorted((folder or Path(__file__).parent).glob("*.po"))
        words = {file.stem: _read(file) for file in files}
        if ENGLISH not in words:
            raise KeyError(f"there is no {ENGLISH}.po")
        return cls(words)

    @property
    def languages(self) -> tuple[str, ...]:
        """The names of the catalogues: `("en", "ko")`."""
        return tuple(self._words)

    def speaks(self, locale: str) -> bool:
        """Whether a Discord locale (`ko`, `en-US`) has a catalogue of its own."""
        return self._nearest(locale) is not None

    def words(self, locale: str) -> Words:
        """The words for a Discord locale; English where nothing nearer is there."""
        return self._words[self._nearest(locale) or ENGLISH]

    def _nearest(self, locale: str) -> str | None:
        name = locale.replace("-", "_")
        return next((known for known in (name, name.split("_")[0]) if known in self._words), None)


@lru_cache(maxsize=4096)
def _numeral(number: int, locale: Locale) -> str:
    return format_decimal(number, locale=locale)


@lru_cache(maxsize=4096)
def _written(date: PartialDate, locale: Locale) -> str:
    """Kept, because the same few dates stand on every card, and writing one takes as long as all else on a line."""
    day = dt.date(date.year, date.month or 1, date.day or 1)
    if date.day:
        return format_date(day, "long", locale=locale)
    return format_skeleton("yMMMM" if date.month else "y", day, locale=locale)


def _read(file: Path) -> Words:
    with file.open("rb") as opened:
        catalogue = read_po(opened, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    keys = frozenset(str(message.id if isinstance(message.id, str) else message.id[0]) for message in catalogue)
    locale = Locale.parse(str(catalogue.locale or file.stem))
    return Words(file.stem, locale, Translations(compiled), keys - {""})
