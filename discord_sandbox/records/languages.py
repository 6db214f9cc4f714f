"""The languages Discord can be set to, and finding a translation."""

from discord_sandbox.records.payload import Payload, object_in

LANGUAGES = {
    "en-US": "English, US",
    "en-GB": "English, UK",
    "ko": "한국어",
    "ja": "日本語",
    "zh-CN": "中文",
    "zh-TW": "繁體中文",
    "id": "Bahasa Indonesia",
    "da": "Dansk",
    "de": "Deutsch",
    "es-ES": "Español",
    "es-419": "Español, LATAM",
    "fr": "Français",
    "hr": "Hrvatski",
    "it": "Italiano",
    "lt": "Lietuviškai",
    "hu": "Magyar",
    "nl": "Nederlands",
    "no": "Norsk",
    "pl": "Polski",
    "pt-BR": "Português do Brasil",
    "ro": "Română",
    "fi": "Suomi",
    "sv-SE": "Svenska",
    "vi": "Tiếng Việt",
    "tr": "Türkçe",
    "cs": "Čeština",
    "el": "Ελληνικά",
    "bg": "Български",
    "ru": "Русский",
    "uk": "Українська",
    "hi": "हिन्दी",
    "th": "ไทย",
}
"""Languages with their own names, as Discord lists them ("API Reference", section "Locales")."""

FALLBACK = {"en-US": "en-GB", "en-GB": "en-US", "es-419": "es-ES"}
"""Where a translation is missing, Discord looks here before it takes the default."""


def translated(part: Payload, name: str, locale: str) -> str:
    """A name or description in the person's language."""
    translations = object_in(part.get(f"{name}_localizations"))
    found = translations.get(locale) or translations.get(FALLBACK.get(locale, ""))
    return str(found or part.get(name) or "")
