"""Knows a text again without keeping it."""

from hashlib import blake2b
from secrets import token_bytes

_BYTES = 16
"""So long that two texts never have the same."""

_KEY = token_bytes(32)
"""Of this process alone; it is written nowhere, and with it goes what fingerprints could be compared with."""


def fingerprint(text: str) -> bytes:
    """What is the same for the same text as long as the program runs, and from which the text cannot be read."""
    return blake2b(text.encode(errors="surrogatepass"), key=_KEY, digest_size=_BYTES).digest()
