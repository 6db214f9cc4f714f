"""What a typed and a stored text have in common, with case, width, accents, marks and old characters taken away."""

import re
import unicodedata
from typing import Final

from bot.domain.search.han import SIMPLER

_DISCORD = re.compile(r"<(?:@[!&]?|#|a?:\w+:|/[\w -]+:|t:)\d+(?::\w)?>|https?://\S+|\|\||[*_~`>]")
"""Mentions, emoji, links and markdown of a chat message: none of it is what is asked about."""
_POSSESSIVE = re.compile(r"(?<=\w)['\u2019\u02bc]s\b")
_INITIALS = re.compile(r"\b(?:[a-z]\.)+[a-z]\b\.?")
_THOUSANDS = re.compile(r"(?<=\d)[,\u00a0](?=\d{3}(?!\d))")
_K = re.compile(r"(?<=\d)k\b")
_TEN_THOUSANDS = re.compile(r"(?<=\d)(?:만|万)")
_ACCENTS: Final = dict.fromkeys([*range(0x0300, 0x0370), 0x30FB])
"""Combining marks, and the dot between words in katakana."""
_UNSEEN: Final = dict.fromkeys(
    [0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)


def fold(text: str) -> str:
    """The text as search compares it; `U.N.` is `un`, `China's` `china`, `25k` and `25,000` both `25000`, 難民 难民."""
    text = _DISCORD.sub(" ", text.translate(_UNSEEN))
    text = unicodedata.normalize("NFKC", text).casefold()
    if not text.isascii():
        bare = unicodedata.normalize("NFD", text).translate(_ACCENTS)
        text = unicodedata.normalize("NFC", bare).translate(SIMPLER)
    text = _POSSESSIVE.sub("", text)
    text = text.replace("'", "").replace("\u2019", "")
    if "." in text:
        text = _INITIALS.sub(lambda initials: initials.group().replace(".", ""), text)
    return _TEN_THOUSANDS.sub("0000", _K.sub("000", _THOUSANDS.sub("", text)))
