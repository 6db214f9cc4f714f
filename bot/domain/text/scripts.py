"""Scripts by their characters, and in which language somebody asks, as far as the script they write in tells."""

from typing import Final, Literal

_HANGUL: Final = (("\uac00", "\ud7a3"), ("\u1100", "\u11ff"), ("\u3131", "\u318e"))
_KANA: Final = (("\u3041", "\u30ff"), ("\uff66", "\uff9d"))
_HAN: Final = (
    ("\u4e00", "\u9fff"),
    ("\u3400", "\u4dbf"),
    ("\u3005", "\u3005"),
    ("\u3007", "\u3007"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)

# Classes of a pattern would say the same, but those of so many characters take Python milliseconds to compile.


def script_of(character: str) -> Literal["hangul", "kana", "han", "other"]:
    """The script of a character; `other` for all those that are written with spaces between words."""
    if character < "\u1100":
        return "other"
    if "\u4e00" <= character <= "\u9fff":  # nearly all that there are; the first range of each is asked before all
        return "han"
    if "\uac00" <= character <= "\ud7a3":
        return "hangul"
    if any(first <= character <= last for first, last in _HAN):
        return "han"
    if any(first <= character <= last for first, last in _HANGUL):
        return "hangul"
    return "kana" if any(first <= character <= last for first, last in _KANA) else "other"


def is_unspaced(character: str) -> bool:
    """Whether the character belongs to a script written without spaces between words, or with endings attached."""
    return script_of(character) != "other"


def language_written(text: str) -> str:
    """`ja`, `ko` or `zh`; empty where the script does not tell, as of Latin letters.

    Kana, then Hangul, then Han: Japanese and Korean may have Han characters, and Chinese has nothing else.
    """
    if text.isascii():
        return ""
    scripts = set(map(script_of, text))
    return "ja" if "kana" in scripts else "ko" if "hangul" in scripts else "zh" if "han" in scripts else ""
