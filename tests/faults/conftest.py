"""The whole bot on the sandbox, with a proxy between the two."""

from collections.abc import AsyncGenerator
from dataclasses import replace
from functools import partial

import pytest

from bot.chat.connection import allowance, client, gateway
from bot.chat.connection.errand import Patience
from bot.chat.connection.patience import Pace
from discord_sandbox import Sandbox
from tests.faults.proxy import Proxy
from tests.journeys.conftest import bot, charts, clock, patience, sandbox, snapshot, start

__all__ = ["bot", "charts", "clock", "patience", "sandbox", "snapshot", "start"]

LONG = Patience(within=10, listening=12, silence=0.1)
"""So that a busy machine gives nothing up."""

SHORT = replace(LONG, within=0.6)
"""For what is given up."""

PAUSES = (0.01, 0.1, 0.2)
"""Those of errands."""


@pytest.fixture(autouse=True)
def _impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for the seconds that Discord is spared."""
    monkeypatch.setattr(client, "Pace", partial(Pace, 0.01, 0.02))
    monkeypatch.setattr(allowance, "APART", 0.0)
    monkeypatch.setattr(gateway, "FAREWELL", 0.1)
    monkeypatch.setattr(gateway, "PROMPTLY", 0.05)


@pytest.fixture
async def proxy(sandbox: Sandbox) -> AsyncGenerator[Proxy]:
    async with Proxy(f"127.0.0.1:{sandbox.port}") as proxy:
        yield proxy


@pytest.fixture
def api_url(proxy: Proxy) -> str:
    """Takes the place of the sandbox's own: `start` connects the bot through the proxy."""
    return proxy.api_url
