"""The bot's side of the REST API, by hand."""

import json
from collections.abc import Mapping
from typing import Any

import aiohttp

from discord_sandbox import Sandbox
from discord_sandbox.records.interactions import Interaction

V2 = 1 << 15
EPHEMERAL = 1 << 6


class Api:
    """The bot's side of the REST API."""

    def __init__(self, session: aiohttp.ClientSession, sandbox: Sandbox) -> None:
        self._session = session
        self._sandbox = sandbox

    async def call(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        data: bytes | aiohttp.FormData | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> tuple[int, Any]:
        own = {"Authorization": f"Bot {self._sandbox.token}"}
        async with self._session.request(
            method, self._sandbox.api_url + path, json=body, data=data, headers=own if headers is None else headers
        ) as answer:
            text = await answer.text()
            assert answer.status == 204 or answer.headers["Content-Type"] == "application/json"
            return answer.status, json.loads(text) if text else None

    async def acknowledge(self, interaction: Interaction, kind: int, **content: object) -> tuple[int, Any]:
        path = f"/interactions/{interaction.id}/{interaction.token}/callback?with_response=1"
        return await self.call("POST", path, {"type": kind, "data": content})

    async def webhook(self, method: str, interaction: Interaction, path: str = "", **body: object) -> tuple[int, Any]:
        whole = f"/webhooks/{self._sandbox.application_id}/{interaction.token}{path}"
        return await self.call(method, whole, body or None)


def code(answer: tuple[int, Any]) -> tuple[int, int]:
    """The status and Discord's own code of a refusal."""
    return answer[0], answer[1]["code"]
