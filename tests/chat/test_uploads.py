"""Where an attachment may be read from, and what is read of it, from a real server on loopback."""

from collections.abc import AsyncGenerator

import aiohttp
import discord
import pytest
from aiohttp import web
from discord.http import Route

from bot.chat import uploads
from bot.chat.connection import reach
from bot.domain.verdict.textfile import LARGEST, UnfitFileError

WORDS = "Words in a file, 두 단어."


@pytest.fixture
async def files(monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[str]:
    """A server of files, and an API on loopback in the place of Discord's."""

    async def words(_: web.Request) -> web.Response:
        return web.Response(body=WORDS.encode())

    async def large(_: web.Request) -> web.Response:
        return web.Response(body=b"a" * (LARGEST + 1))

    async def elsewhere(_: web.Request) -> web.Response:
        raise web.HTTPFound("/words.txt")

    application = web.Application()
    application.router.add_get("/words.txt", words)
    application.router.add_get("/large.txt", large)
    application.router.add_get("/elsewhere.txt", elsewhere)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    monkeypatch.setattr(Route, "BASE", f"{base}/api/v10")
    yield base
    await runner.cleanup()


async def attachment(url: str, name: str = "words.txt", size: int = 10) -> discord.Attachment:
    async with discord.Client(intents=discord.Intents.none()) as client:
        return discord.Attachment(
            data={"id": "1", "filename": name, "size": size, "url": url, "proxy_url": url},  # pyright: ignore[reportArgumentType] # as Discord sends it
            state=client._connection,  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # an attachment is made by the client alone
        )


async def test_a_file_on_loopback_is_read_where_the_api_is_another(files: str) -> None:
    assert await uploads.text_of(await attachment(f"{files}/words.txt")) == WORDS


async def test_a_file_on_loopback_is_not_read_where_the_api_is_discords(
    files: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Route, "BASE", "https://discord.com/api/v10")
    with pytest.raises(uploads.UploadError):
        await uploads.text_of(await attachment(f"{files}/words.txt"))


@pytest.mark.parametrize("path", ["/nothing.txt", "/elsewhere.txt"])
async def test_what_is_missing_or_sent_on_elsewhere_is_not_read(files: str, path: str) -> None:
    with pytest.raises(uploads.UploadError):
        await uploads.text_of(await attachment(files + path))


async def test_a_file_larger_than_was_said_is_not_read_to_its_end(files: str) -> None:
    with pytest.raises(UnfitFileError, match="size"):
        await uploads.text_of(await attachment(f"{files}/large.txt"))


@pytest.mark.parametrize(
    "url",
    [
        "http://cdn.discordapp.com/a.txt",
        "https://cdn.discordapp.com.example.org/a.txt",
        "https://example.org/cdn.discordapp.com/a.txt",
        "https://cdn.discordapp.com@example.org/a.txt",
        "https://cdn.discordapp.com:8443/a.txt",
        "http://169.254.169.254/latest/a.txt",
        "file:///etc/hostname",
        "https://[",
        "",
    ],
)
async def test_nothing_is_read_from_anywhere_but_discords_own_hosts(files: str, url: str) -> None:
    assert files
    assert uploads.address_of(url) is None
    with pytest.raises(uploads.UploadError):
        await uploads.text_of(await attachment(url))


@pytest.mark.parametrize("host", ["cdn.discordapp.com", "media.discordapp.net"])
def test_discords_own_hosts_are_read_from(host: str) -> None:
    assert uploads.address_of(f"https://{host}/ephemeral-attachments/1/2/a.txt?ex=1&hm=2") is not None


async def test_discords_own_hosts_are_where_its_attachments_are() -> None:
    assert {"cdn.discordapp.com", "media.discordapp.net"} == reach.FILES
    assert aiohttp.ClientTimeout(total=10) == uploads.PATIENCE


@pytest.mark.parametrize(
    ("name", "size", "cause"),
    [("a.pdf", 1, "ending"), ("txt", 1, "ending"), ("a.txt", LARGEST + 1, "size")],
)
async def test_name_and_size_are_refused_before_anything_is_fetched(name: str, size: int, cause: str) -> None:
    with pytest.raises(UnfitFileError, match=cause):
        uploads.refuse(await attachment("https://cdn.discordapp.com/a", name, size))
    uploads.refuse(await attachment("https://cdn.discordapp.com/a", "A.TXT", LARGEST))
