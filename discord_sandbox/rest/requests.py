"""Reading requests and writing answers as Discord's REST API does.

Source: Discord API documentation, "API Reference" (Error Messages, Uploading Files) and "Rate Limits".
"""

import json
import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, cast

from aiohttp import BodyPartReader, web

from discord_sandbox.records.errors import (
    INVALID_FORM,
    INVALID_JSON,
    METHOD_NOT_ALLOWED,
    REQUEST_TOO_LARGE,
    UNAUTHORIZED,
    UNKNOWN_ROUTE,
    DiscordError,
    Refusal,
)
from discord_sandbox.records.payload import Payload, object_in
from discord_sandbox.world.attachments import Upload
from discord_sandbox.world.signal import Signal

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

LARGEST_REQUEST = 25 * 2**20
FILE_PART = re.compile(r"files\[(\d+)\]")


def answer(content: object, status: int = HTTPStatus.OK) -> web.Response:
    """A JSON answer. The type has no charset: discord.py compares it with `application/json` as a whole."""
    return web.Response(body=json.dumps(content).encode(), status=status, content_type="application/json")


def nothing() -> web.Response:
    """The answer without a body."""
    return web.Response(status=HTTPStatus.NO_CONTENT)


async def read(request: web.Request) -> tuple[Any, list[Upload]]:
    """The JSON of a request and its files. Raises DiscordError 50109, or 40005 above 25 MiB."""
    if request.content_type != "multipart/form-data":
        return _parse(await request.read()), []
    content: Any = {}
    uploads: list[Upload] = []
    size = 0
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        body = bytes(await part.read())
        size += len(body)
        if size > LARGEST_REQUEST:
            raise DiscordError(REQUEST_TOO_LARGE)
        if part.name == "payload_json":
            content = _parse(body)
        elif part.name and (numbered := FILE_PART.fullmatch(part.name)):
            uploads.append(Upload(part.filename or "file", body, int(numbered[1])))
    return content, uploads


async def read_object(request: web.Request) -> tuple[Payload, list[Upload]]:
    """As `read`, where a JSON object is due."""
    content, uploads = await read(request)
    if not isinstance(content, dict):
        error = {"code": "MODEL_TYPE_CONVERT", "message": "Only dictionaries may be used in a ModelType"}
        raise DiscordError(INVALID_FORM, {"_errors": [error]})
    return object_in(cast("object", content)), uploads


def _parse(body: bytes | bytearray) -> object:
    try:
        return json.loads(body) if body else {}
    except ValueError:
        raise DiscordError(INVALID_JSON) from None


@dataclass(frozen=True)
class Refused:
    """A request that was not granted, for tests to look at."""

    method: str
    path: str
    refusal: Refusal
    errors: Payload | None


@dataclass
class Trouble:
    """Something to go wrong `times` times with requests whose path contains `part`."""

    part: str
    status: int
    code: int
    retry_after: float
    times: int


class Checkpoint:
    """What every request passes: authorisation, made-up trouble, and the record of refusals."""

    def __init__(self, token: str, signal: Signal) -> None:
        self._token = token
        self._signal = signal
        self.refusals: list[Refused] = []
        self.troubles: list[Trouble] = []

    def authorize(self, request: web.Request) -> None:
        """Raise DiscordError 401 unless the bot's token is there."""
        given = request.headers.get("Authorization", "")
        if not secrets.compare_digest(given.encode(), f"Bot {self._token}".encode()):
            raise DiscordError(UNAUTHORIZED)

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Turn refusals into Discord's JSON and record them."""
        troubled = self.troubled(request)
        if troubled is not None:
            return troubled
        try:
            return await handler(request)
        except DiscordError as error:
            return self._refuse(request, error)
        except web.HTTPRequestEntityTooLarge:
            return self._refuse(request, DiscordError(REQUEST_TOO_LARGE))
        except web.HTTPNotFound:
            return self._refuse(request, DiscordError(UNKNOWN_ROUTE))
        except web.HTTPMethodNotAllowed:
            return self._refuse(request, DiscordError(METHOD_NOT_ALLOWED))

    def troubled(self, request: web.Request) -> web.Response | None:
        """The trouble that was made for a request like this, or None."""
        trouble = next((one for one in self.troubles if one.part in request.path and one.times), None)
        if trouble is None:
            return None
        trouble.times -= 1
        return _troubled(trouble)

    def _refuse(self, request: web.Request, error: DiscordError) -> web.Response:
        self.refusals.append(Refused(request.method, request.path, error.refusal, error.errors))
        self._signal.tell()
        return answer(error.payload(), error.refusal.status)


def _troubled(trouble: Trouble) -> web.Response:
    if trouble.status != HTTPStatus.TOO_MANY_REQUESTS:
        return answer({"message": f"{trouble.status}: sandbox trouble", "code": trouble.code}, trouble.status)
    limited = answer(
        {"message": "You are being rate limited.", "retry_after": trouble.retry_after, "global": False}, trouble.status
    )
    # discord.py retries only what came through Discord's proxy, which it knows by this header.
    limited.headers["Via"] = "1.1 google"
    limited.headers["Retry-After"] = str(trouble.retry_after)
    limited.headers["X-RateLimit-Scope"] = "user"
    return limited
