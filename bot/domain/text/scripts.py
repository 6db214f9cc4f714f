"""Scripts by their characters, and in which language somebody asks, as far as the script they write in tells."""

import re
from typing import Final

HAN: Final = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KANA: Final = "\u3041-\u30ff"
HANGUL: Final = "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"
"""Each for use in a class of a pattern, `[{HAN}]`."""
UNSPACED: Final = HAN + KANA + HANGUL
"""Scripts written without spaces between words, or with endings attached."""

_BY_SCRIPT = {
    "ja": re.compile(r"[\u3041-\u30ff\uff66-\uff9d]"),
    "ko": re.compile(rf"[{HANGUL}]"),
    "zh": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"),
}
"""Kana, then Hangul, then Han: Japanese and Korean may have Han characters, and Chinese has nothing else."""

_UNSPACED = re.compile(rf"[{UNSPACED}]")


def language_written(text: str) -> str:
    """`ja`, `ko` or `zh`; empty where the script does not tell, as of Latin letters."""
    return next((language for language, script in _BY_SCRIPT.items() if script.search(text)), "")


def is_unspaced(character: str) -> bool:
    """Whether the character belongs to a script written without spaces between words, or with endings attached."""
    return not character.isascii() and _UNSPACED.match(character) is not None
