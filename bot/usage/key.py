"""The key that servers are hashed with: from the settings, or a file made on the first run."""

import hashlib
import hmac
import logging
import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

from pydantic import SecretStr

KEY_BYTES = 32
HASH_DIGITS = 16
"""Hexadecimal digits of a hash that are kept: enough to tell servers apart."""

_log = logging.getLogger(__name__)


def server_key(given: SecretStr | None, file: Path) -> bytes:
    """The key given, or the one in the file, which is made if there is none.

    Counting must not stop the bot: where the file cannot be used the log says so, and a key for this run alone is made.
    """
    if given is not None:
        return given.get_secret_value().encode()
    try:
        return _kept(file)
    except (OSError, ValueError) as error:
        _log.warning(
            "The key of the usage log cannot be kept (%s). Until that is mended, each start counts a server as a new "
            "one: make %s writable, or set VERBATIM_USAGE_KEY.",
            error,
            file.parent,
        )
        return secrets.token_bytes(KEY_BYTES)


def server_hash(key: bytes, server: int | None) -> str:
    """What stands for a server in the log; empty where there is no server.

    Ids are few enough to try them all, so that a hash without a key would hide nothing.
    """
    if server is None:
        return ""
    return hmac.new(key, str(server).encode(), hashlib.sha256).hexdigest()[:HASH_DIGITS]


def _kept(file: Path) -> bytes:
    if not file.exists():
        make_key(file)
    if file.stat().st_mode & 0o077:
        _log.warning("Others on this machine can use the key in %s; run chmod 600 on it.", file)
    text = file.read_text(encoding="ascii", errors="replace").strip()
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise ValueError(f"{file} does not hold {2 * KEY_BYTES} hexadecimal digits; restore it, or delete it")
    return key


def make_key(file: Path) -> None:
    """Make the file with a new key, unless there is one by now: bots that start together must end up with the same."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(dir=file.parent, prefix=f"{file.name}.")  # of mode 0600
    draft = Path(name)
    try:
        with os.fdopen(number, "w", encoding="ascii") as stream:
            stream.write(secrets.token_hex(KEY_BYTES) + "\n")
        with suppress(FileExistsError):
            file.hardlink_to(draft)  # unlike a rename, it never replaces a key that is there
    finally:
        draft.unlink()
