"""The keys that servers are hashed with: one that is fixed in the settings, or a file of keys that do not last."""

import hashlib
import hmac
import logging
import re
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

from pydantic import SecretStr

from bot import statefile

KEY_BYTES = 32
HASH_DIGITS = 16
"""Hexadecimal digits of a hash that are kept: enough to tell servers apart."""
NAME_DIGITS = 8
"""Hexadecimal digits that stand before a hash and tell which key it was made with."""

KEY_DAYS = 31
"""Days that servers are hashed with one key."""
HELD_DAYS = 2 * KEY_DAYS
"""Days after which a key is deleted, counted from its first: the present key and the one before are kept."""

_LARGEST = 4096
"""Characters of the file that are looked at: two keys are far shorter."""

_LASTS_FOR_EVER = re.compile(rf"[0-9a-f]{{{2 * KEY_BYTES}}}")
"""A key of earlier versions. It is given up as soon as it is seen; what was hashed with it is summed."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Key:
    """A secret, and the day it was first used; a key without a day is fixed by the operator."""

    secret: bytes
    begun: date | None = None

    @property
    def name(self) -> str:
        """What tells the hashes of this key from those of others, and nothing of the key."""
        return self._digest(b"name")[:NAME_DIGITS]

    def hash(self, server: int) -> str:
        """What stands for a server in the log.

        Ids are few enough to try them all, so that a hash without a key would hide nothing.
        """
        return f"{self.name}-{self._digest(str(server).encode())[:HASH_DIGITS]}"

    def _digest(self, text: bytes) -> str:
        return hmac.new(self.secret, text, hashlib.sha256).hexdigest()


class Keys:
    """The keys that are held, the present one first; and the file they are in, if they do not last."""

    def __init__(self, held: Sequence[Key], file: Path | None = None, *, lost: bool = False) -> None:
        self._held = tuple(held)
        self._file = file
        self.complete = not lost
        """Whether these are all keys there are, so that a hash made with another can be traced no more."""

    @classmethod
    def fixed(cls, secret: bytes) -> Self:
        """The operator's own key, which is never renewed."""
        return cls([Key(secret)])

    @property
    def are_fixed(self) -> bool:
        """Whether the operator has fixed the key for good."""
        return self._held[0].begun is None and self.complete

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the keys that are held."""
        return tuple(key.name for key in self._held)

    def hash(self, server: int | None) -> str:
        """What stands for a server in what is counted now; empty where there is no server."""
        return "" if server is None else self._held[0].hash(server)

    def hashes(self, server: int) -> tuple[str, ...]:
        """All that may stand for a server in the log, as far as a key that is held can tell."""
        return tuple(key.hash(server) for key in self._held)

    def change_if_due(self, today: date) -> None:
        """Begin another key where the present one has lasted long enough, and delete those that are held no more.

        A present key that begins after today was begun while the clock was wrong, and has lasted long enough too.
        Where the file cannot be written everything stays as it was, and the log says so.
        """
        if self._file is None:
            return
        held = list(self._held)
        if not 0 <= _age(held[0], today) < KEY_DAYS:
            held.insert(0, _new(today))
        held = [held[0], *(key for key in held[1:2] if _age(key, today) < HELD_DAYS)]
        if tuple(held) == self._held:
            return
        try:
            statefile.write(self._file, _text(held), lasting=True)
        except OSError as error:
            _log.warning("%s cannot be written (%s). Until it can, the old key is used on.", self._file, error.strerror)
        else:
            self._held = tuple(held)


def read_keys(given: SecretStr | None, file: Path, today: date) -> Keys:
    """The key given, or those in the file, which is made if there is none.

    Counting must not stop the bot: where the file cannot be used the log says so, and a key for this run alone is made.
    """
    if given is not None:
        return Keys.fixed(given.get_secret_value().encode())
    try:
        return Keys(_kept(file, today), file)
    except (OSError, ValueError) as error:
        _log.warning(
            "The key of the usage log cannot be kept (%s). Until that is mended, each start counts a server as a new "
            "one: make %s writable, or set VERBATIM_USAGE_KEY.",
            error,
            file.parent,
        )
        return Keys([_new(today)], lost=True)


def keys_at_hand(given: SecretStr | None, file: Path) -> Keys | None:
    """The key given, or those in the file; None where there is no such file, or it holds no key."""
    if given is None:
        try:
            file.stat()
        except OSError:
            return None
    keys = read_keys(given, file, date.min)
    return keys if keys.complete else None


def _new(today: date) -> Key:
    return Key(secrets.token_bytes(KEY_BYTES), today)


def _age(key: Key, today: date) -> int:
    return (today - (key.begun or today)).days


def _kept(file: Path, today: date) -> list[Key]:
    if not file.exists():
        make_keys(file, today)
    if file.stat().st_mode & 0o077:
        _log.warning("Others on this machine can use the key in %s; run chmod 600 on it.", file)
    if not file.is_file():  # a pipe or a device would be read without end
        raise ValueError(f"{file} is no file")
    with file.open(encoding="ascii", errors="replace") as stream:
        text = stream.read(_LARGEST)
    if _LASTS_FOR_EVER.fullmatch(text.strip()):
        held = [_new(today)]
        statefile.write(file, _text(held), lasting=True)
        return held
    try:
        held = [_read(line) for line in text.splitlines()]
    except ValueError:
        held = []
    if not held:
        raise ValueError(f"{file} does not hold a day and {2 * KEY_BYTES} hexadecimal digits; restore it, or delete it")
    return held


def _read(line: str) -> Key:
    """A key from its line. Raises ValueError."""
    day, _, digits = line.partition(" ")
    key = Key(bytes.fromhex(digits), date.fromisoformat(day))
    if len(key.secret) != KEY_BYTES:
        raise ValueError
    return key


def make_keys(file: Path, today: date) -> None:
    """Make the file with a new key, unless there is one by now: bots that start together must end up with the same."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = statefile.drafted(file, _text([_new(today)]), lasting=True)
    try:
        with suppress(FileExistsError):
            file.hardlink_to(draft)  # unlike a rename, it never replaces a key that is there
    finally:
        draft.unlink()


def _text(held: Sequence[Key]) -> str:
    return "".join(f"{key.begun} {key.secret.hex()}\n" for key in held)
