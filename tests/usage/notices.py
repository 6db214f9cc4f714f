"""What the tests of the usage log share."""

import asyncio
import logging

KEY = b"a key of the tests, 32 bytes long"


class Notices(logging.Handler):
    """What the usage log says, in order; a test can wait for the next."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._unread: asyncio.Queue[str] = asyncio.Queue()

    def emit(self, record: logging.LogRecord) -> None:
        text = f"{record.levelname} {record.getMessage()}"
        self.texts.append(text)
        self._unread.put_nowait(text)

    async def following(self) -> str:
        async with asyncio.timeout(30):
            return await self._unread.get()
