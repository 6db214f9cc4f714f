"""Where sentences end."""

import re

_PAUSE = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z]\w)(?<!\b[A-Z]\w\w)[.!?][\"'\u201d\u2019)]*\s+|[\u3002\uff01\uff1f][\u201d\u300d\u300f]*"
)
"""The end of a sentence; a capital with up to two letters before the full stop may be an abbreviation (`Dr.`, `U.N.`,
`Rev.`), and a sentence too long is shown less, not wrongly."""


def sentence_ends(text: str) -> list[int]:
    """Where, after the white space, each sentence but the last ends."""
    return [match.end() for match in _PAUSE.finditer(text)]
