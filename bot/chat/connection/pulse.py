"""Shows from outside whether the bot serves: a file that is touched as long as it does."""

import asyncio
import logging
from pathlib import Path
from typing import Protocol

from bot import health

_log = logging.getLogger(__name__)


class Serving(Protocol):
    """What is asked of the bot."""

    @property
    def serving(self) -> bool:
        """Whether members are served now."""
        ...

    async def wait_until_ready(self) -> None:
        """Wait for the first READY."""


async def keep_pulse(file: Path, client: Serving, every: float = health.EVERY) -> None:
    """Touch the file from the first READY on, while the client serves; take it away at the end.

    A bot that is connecting again, or whose heartbeats go unanswered, does not serve, however long it tries.
    """
    complained = False
    try:
        await client.wait_until_ready()
        while True:
            if client.serving:
                try:
                    health.touch(file)
                except OSError as error:
                    if not complained:
                        _log.warning("%s cannot be written (%s); `health` will fail.", file.name, error.strerror)
                    complained = True
                else:
                    complained = False
            await asyncio.sleep(every)
    finally:
        health.remove(file)
