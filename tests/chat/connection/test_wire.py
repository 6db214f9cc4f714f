"""What we rely on in aiohttp beyond its documents, and what a wire makes of servers of every kind."""

import asyncio
import gzip
from collections.abc import AsyncGenerator, Awaitable, Callable

import aiohttp
import pytest

from bot.chat.connection.wire import Request, Response, Wire

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood"
NOTHING = b"HTTP/1.1 204 No Content\r\n\r\n"


class Server:
    """Says the same bytes to every request, some at once and the rest never, and remembers who asked what."""

    def __init__(self) -> None:
        self.says = OK
        self.hangs_up = False
        self.requests: list[bytes] = []
        self.connections = 0
        self.writers: list[asyncio.StreamWriter] = []
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.writers.append(writer)
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = next(line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
                self.requests.append(head + await reader.readexactly(int(length.partition(b":")[2])))
                writer.write(self.says)
                await writer.drain()
                if self.hangs_up:
                    break
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@pytest.fixture
async def server() -> AsyncGenerator[Server]:
    server = Server()
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    yield server
    listening.close()


Post = Callable[..., Awaitable[Response]]


@pytest.fixture
async def post(server: Server) -> AsyncGenerator[Post]:
    async with aiohttp.TCPConnector(limit=0) as connector:
        wire = Wire(connector, f"http://127.0.0.1:{server.port}/api/v10", "DiscordBot (somewhere, 1)")

        async def post(body: bytes = b"{}", *, fresh: bool = False) -> Response:
            async with asyncio.timeout(5):
                return await (await wire.send(Request("POST", "/there?with=1", body), fresh=fresh)).reply()

        yield post


async def test_a_request_is_what_any_server_reads_and_its_connection_is_used_again(server: Server, post: Post) -> None:
    for _ in range(3):
        reply = await post(b'{"type":4}')
        assert (reply.status, reply.reason, reply.content) == (200, "OK", b"good")
    assert server.connections == 1
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    first, *headers = head.decode().split("\r\n")
    assert first == "POST /api/v10/there?with=1 HTTP/1.1"
    assert dict(header.split(": ") for header in headers) == {
        "Host": f"127.0.0.1:{server.port}",
        "Accept": "*/*",
        "User-Agent": "DiscordBot (somewhere, 1)",
        "Content-Type": "application/json",
        "Content-Length": "10",
    }
    assert body == b'{"type":4}'


async def test_a_fresh_connection_is_used_once_and_leaves_those_that_are_kept(server: Server, post: Post) -> None:
    for fresh in (False, True, True, False):
        await post(fresh=fresh)
    assert server.connections == 3


@pytest.mark.parametrize(
    ("says", "content"),
    [
        (NOTHING, b""),
        (b"HTTP/1.1 100 Continue\r\n\r\n" + OK, b"good"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ncut", b"cut"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\ngood", b""),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ngood\r\n0\r\n\r\n", b"good"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n" + b"x" * 2**20, None),
        (b"HTTP/1.1 200 \r\n\r\n", b""),
    ],
)
async def test_a_status_counts_whatever_stands_below_it(
    server: Server, post: Post, says: bytes, content: bytes | None
) -> None:
    server.says = says
    reply = await post()
    assert reply.status in {200, 204}
    assert content is None or reply.content == content
    server.says = OK
    assert (await post()).content == b"good"


async def test_what_is_packed_is_unpacked(server: Server, post: Post) -> None:
    packed = gzip.compress(b"good")
    server.says = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%b" % (len(packed), packed)
    assert (await post()).content == b"good"


@pytest.mark.parametrize(
    "says",
    [
        b"",
        b"SSH-2.0-OpenSSH\r\n",
        b"HTTP/1.1 2",
        b"\x16\x03\x01\x00\xa5" * 99,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
async def test_a_lost_connection_and_what_is_no_http_are_errors_of_one_family(
    server: Server, post: Post, says: bytes
) -> None:
    server.says, server.hangs_up = says, True
    with pytest.raises(aiohttp.ClientError):
        await post()
    server.says = OK
    assert (await post()).status == 200


async def test_a_reply_that_was_not_waited_for_to_its_end_can_still_come(server: Server) -> None:
    server.says = b""
    async with aiohttp.TCPConnector() as connector:
        wire = Wire(connector, f"http://127.0.0.1:{server.port}", "x")
        sent = await wire.send(Request("POST", "/", b"1"))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(sent.reply(), 0.01)
        server.says = OK + OK
        other = await wire.send(Request("POST", "/", b"2"), fresh=True)
        assert (await other.reply()).status == 200
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(sent.reply(), 0.01)
        sent.close()
    assert server.connections == 2


async def test_what_is_asked_for_comes_whole_however_often_it_is_waited_for_or_not_at_all(server: Server) -> None:
    server.says = b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\ngood"
    async with aiohttp.TCPConnector() as connector:
        wire = Wire(connector, f"http://127.0.0.1:{server.port}", "x")
        sent = await wire.send(Request("GET", "/", whole=True))
        for _ in range(2):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(sent.reply(), 0.05)
        server.writers[0].write(b"will")
        assert (await sent.reply()).content == b"goodwill"
        server.hangs_up = True
        with pytest.raises(aiohttp.ClientPayloadError):
            await (await wire.send(Request("GET", "/", whole=True))).reply()
        server.says = b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + b"x" * 1_000_000
        assert len((await (await wire.send(Request("GET", "/", whole=True))).reply()).content) == 1_000_000
