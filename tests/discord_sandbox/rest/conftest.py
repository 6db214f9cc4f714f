from typing import Any

import aiohttp
import pytest

from discord_sandbox import Actor, Sandbox
from tests.discord_sandbox.rest.api import Api

COMMANDS: list[dict[str, Any]] = [
    {"name": "ask", "description": "Asks", "integration_types": [0, 1], "contexts": [0, 1, 2]},
    {
        "name": "look",
        "description": "Looks",
        "options": [{"type": 3, "name": "for", "description": "What", "autocomplete": True}],
    },
]


@pytest.fixture
async def api(sandbox: Sandbox):  # noqa: ANN201 - pytest gives what it yields
    async with aiohttp.ClientSession() as session:
        api = Api(session, sandbox)
        await api.call("PUT", f"/applications/{sandbox.application_id}/commands", COMMANDS)
        yield api


@pytest.fixture
def member(sandbox: Sandbox) -> Actor:
    return sandbox.actor()
