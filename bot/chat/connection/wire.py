"""One request over the connections that the client keeps, without what aiohttp does for requests of every kind.

An answer is a few kilobytes that are ready, to the one server there is. On addresses, cookies, redirects, signals and a
task that writes the body, aiohttp's session spends three times as much as its connector and its parser need. These do
the same work here as there: pool, names, TLS, HTTP. `tests/chat/connection/test_wire.py` holds what is used of them.
"""

import asyncio
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from weakref import WeakKeyDictionary

import aiohttp
import discord
import yarl
from aiohttp.client_proto import ResponseHandler
from aiohttp.connector import Connection
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.streams import EofStream, StreamReader

from bot.chat.connection import internals

if TYPE_CHECKING:
    from aiohttp.http_parser import RawResponseMessage

_CONNECTING = aiohttp.ClientTimeout(total=None, sock_connect=30)
"""Whoever posts has a limit of its own, and it is shorter."""

_LARGEST = 2**16
"""Bytes that are read of a reply; Discord's are a few hundred."""

_WHOLE = 2**22
"""Bytes that are read of one that is asked for; a server with all its roles and emoji has some hundred thousand."""

_REST = 0.3
"""Seconds for the rest of a reply whose status is known."""

_FINAL = 200
"""The lowest status of a reply; those below announce one."""


class Request(NamedTuple):
    """What is asked of a server."""

    method: str
    path: str
    """Below the address of the API, with the query."""
    body: bytes = b""
    content_type: str = "application/json"
    authorization: str = ""
    whole: bool = False
    """Whether something is asked for: its reply is waited for to the end, and one that is cut off is none."""


class Response(NamedTuple):
    """What a server said to a request; has what `discord.HTTPException` takes of a response."""

    status: int
    reason: str
    headers: Mapping[str, str]
    content: bytes


class Sent:
    """A request that has gone out, and its reply, which may be waited for more than once until it is there."""

    def __init__(self, connection: Connection, protocol: ResponseHandler, *, last: bool, whole: bool) -> None:
        self._connection = connection
        self._protocol = protocol
        self._last = last
        self._whole = whole
        self._head: tuple[RawResponseMessage, StreamReader] | None = None
        self._content = b""

    async def reply(self) -> Response:
        """The reply; the connection is given back with it.

        Raises:
            aiohttp.ClientError: the connection was lost, or what came is no HTTP.
        """
        while self._head is None or self._head[0].code < _FINAL:
            try:
                self._head = await self._protocol.read()
            except (HttpProcessingError, EofStream):
                self.close()
                raise aiohttp.ClientPayloadError("What came is no HTTP.") from None
            except (aiohttp.ClientError, OSError):
                self.close()
                raise
        head, rest = self._head
        try:
            await self._read(rest)
        except Exception:  # noqa: BLE001 - too slow, cut off, or packed in no way that can be unpacked
            self.close()
            if self._whole:
                raise aiohttp.ClientPayloadError("What was asked for came in part.") from None
        if self._last:
            self.close()
        self._connection.release()
        return Response(head.code, head.reason, head.headers, self._content)

    async def _read(self, rest: StreamReader) -> None:
        """Take in what stands below the head. Where nothing is asked for, the status counts whatever becomes of it."""
        if rest.is_eof():
            self._content += rest.read_nowait()
            return
        async with asyncio.timeout(None if self._whole else _REST):
            while not rest.at_eof() and len(self._content) < (_WHOLE if self._whole else _LARGEST):
                self._content += await rest.readany()

    def close(self) -> None:
        """Give the connection up, whatever may still come over it."""
        self._connection.close()


class Wire:
    """The way to one server."""

    def __init__(self, connector: aiohttp.BaseConnector, api: str, user_agent: str) -> None:
        self.connector = connector
        self.api = api
        url = yarl.URL(api)
        self._path = url.raw_path
        self._common = (
            f" HTTP/1.1\r\nHost: {url.host_port_subcomponent}\r\n"
            f"Accept: */*\r\nUser-Agent: {user_agent}\r\nContent-Length: "
        )
        # These are never sent: the connector asks them where to connect to, and nothing else. It keeps connections by
        # the name that a certificate is asked for, too, so that it never has one for the second.
        loop = asyncio.get_running_loop()
        self._kept = aiohttp.ClientRequest("POST", url, loop=loop)
        self._fresh = aiohttp.ClientRequest("POST", url, loop=loop, server_hostname=url.raw_host)
        self.held_until = -math.inf
        """The time of the event loop until which a limit holds for all that is sent."""
        self.held_by: Response | None = None
        self.beside = 0
        """How many attempts are made beside others at this moment."""

    def hold(self, seconds: float, why: Response) -> None:
        """Send nothing for some seconds."""
        self.held_until = asyncio.get_running_loop().time() + seconds
        self.held_by = why

    async def send(self, request: Request, *, fresh: bool = False) -> Sent:
        """Send a request.

        `fresh` makes a connection for it alone: those that are kept may all be dead without anybody knowing.

        Raises:
            aiohttp.ClientError: there is no connection.
        """
        connection = await self.connector.connect(self._fresh if fresh else self._kept, [], _CONNECTING)
        protocol = connection.protocol
        if protocol is None or protocol.transport is None:
            connection.close()
            raise aiohttp.ClientConnectionResetError("The connection was lost before it could be used.")
        try:
            protocol.set_response_params(read_until_eof=True)
            method, path, body, content_type, authorization, whole = request
            head = f"{method} {self._path}{path}{self._common}{len(body)}\r\n"
            if body:
                head += f"Content-Type: {content_type}\r\n"
            if authorization:
                head += f"Authorization: {authorization}\r\n"
            protocol.transport.write(f"{head}\r\n".encode("ascii") + body)
        except BaseException:
            connection.close()
            raise
        return Sent(connection, protocol, last=fresh, whole=whole)


_wires: WeakKeyDictionary[discord.Client, Wire] = WeakKeyDictionary()


def wire_of(client: discord.Client) -> Wire:
    """The way from a client that has logged in to the server it talks to."""
    wire, connector, api = _wires.get(client), client.http.connector, internals.server()
    if wire is None or wire.connector is not connector or wire.api != api:
        wire = _wires[client] = Wire(connector, api, client.http.user_agent)
    return wire


async def with_files(request: Request, files: Sequence[discord.File]) -> Request:
    """The same with files, if there are any, in the form in which Discord takes them.

    https://discord.com/developers/docs/reference#uploading-files
    """
    if not files:
        return request
    form: Any = aiohttp.FormData(quote_fields=False)  # Discord does not know `files[0]` by its quoted name
    form.add_field("payload_json", request.body.decode())
    for place, file in enumerate(files):
        form.add_field(f"files[{place}]", file.fp, filename=file.filename, content_type="application/octet-stream")
    parts = cast("aiohttp.MultipartWriter", form())
    return request._replace(body=await parts.as_bytes(), content_type=str(parts.headers["Content-Type"]))
