"""The whole bot on the sandbox, with a proxy between the two."""

from collections.abc import AsyncGenerator

import pytest

from discord_sandbox import Sandbox
from tests.faults.proxy import Proxy
from tests.journeys.conftest import bot, charts, clock, patience, sandbox, snapshot, start

__all__ = ["bot", "charts", "clock", "patience", "sandbox", "snapshot", "start"]


@pytest.fixture
async def proxy(sandbox: Sandbox) -> AsyncGenerator[Proxy]:
    async with Proxy(f"127.0.0.1:{sandbox.port}") as proxy:
        yield proxy


@pytest.fixture
def api_url(proxy: Proxy) -> str:
    """Takes the place of the sandbox's own: `start` connects the bot through the proxy."""
    return proxy.api_url
