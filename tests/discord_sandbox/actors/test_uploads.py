"""Files that people give to commands, read by the real discord.py client."""

import aiohttp
import pytest

from discord_sandbox import NotOfferedError, Reply, Sandbox, Upload
from discord_sandbox.limits import FILE_SIZE
from discord_sandbox.records.payload import Payload
from tests.discord_sandbox.tiny_bot import TinyBot, png

pytestmark = pytest.mark.usefixtures("bot")


def resolved(reply: Reply) -> Payload:
    """What Discord says of the one file a command was given."""
    data: Payload = reply.interaction.payload["data"]
    [file] = [option for option in data["options"] if option["type"] == 11]
    attachment: Payload = data["resolved"]["attachments"][file["value"]]
    assert attachment["id"] == file["value"]
    return attachment


async def test_a_file_is_read_by_the_bot_byte_for_byte(sandbox: Sandbox) -> None:
    words = "두 단어\r\nand more"
    reply = await sandbox.actor().command("read", file=Upload("My notes.txt", words.encode()), note="!")
    size = len(words.encode())
    said = f"My notes.txt (text/plain; charset=utf-8, {size} bytes, ephemeral: True): {words} !"
    assert reply.payload["content"] == said
    assert not sandbox.refusals


async def test_a_file_is_described_as_discord_describes_it(sandbox: Sandbox) -> None:
    attachment = resolved(await sandbox.actor().command("read", file=Upload("a.md", b"# A")))
    assert {key: value for key, value in attachment.items() if key not in {"id", "url", "proxy_url"}} == {
        "filename": "a.md",
        "size": 3,
        "content_type": "text/markdown; charset=utf-8",
        "ephemeral": True,
    }
    folder = f"http://127.0.0.1:{sandbox.port}/ephemeral-attachments/{sandbox.application_id}"
    assert attachment["url"] == attachment["proxy_url"] == f"{folder}/{attachment['id']}/a.md"


@pytest.mark.parametrize(
    ("upload", "kind"),
    [
        (Upload("보고서 #1.txt", "가".encode()), "text/plain; charset=utf-8"),
        (Upload("old.txt", b"\xb0\xa1"), "text/plain"),
        (Upload("grey.png", png(4, 2)), "image/png"),
        (Upload("no-ending", b"\0\1"), "application/octet-stream"),
        (Upload("empty.txt", b""), "text/plain; charset=utf-8"),
    ],
)
async def test_a_file_is_served_with_its_exact_bytes_and_kind(
    sandbox: Sandbox, bot: TinyBot, upload: Upload, kind: str
) -> None:
    interaction = await sandbox.actor().start_command("read", {"file": upload})
    [attachment] = interaction.payload["data"]["resolved"]["attachments"].values()
    async with aiohttp.ClientSession() as session, session.get(attachment["url"]) as answer:
        assert (answer.status, answer.headers["Content-Type"], await answer.read()) == (200, kind, upload.content)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert attachment["content_type"] == kind
    assert (attachment.get("width"), attachment.get("height")) == ((4, 2) if kind == "image/png" else (None, None))
    await sandbox.until(lambda: any(str(seen.id) == interaction.id for seen in bot.seen))


@pytest.mark.parametrize("path", ["ephemeral-attachments/1/2/a.txt", "attachments/1/2/a.txt", "ephemeral-attachments/"])
async def test_a_file_nobody_sent_is_not_found(sandbox: Sandbox, path: str) -> None:
    address = f"http://127.0.0.1:{sandbox.port}/{path}"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        assert answer.status == 404


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        ("notes.txt", "The option file does not take 'notes.txt'"),
        (b"words", "does not take b'words'"),
        (None, "The option file is required"),
        (Upload("", b"x"), "'' is not the name of a file"),
        (Upload("a/b.txt", b"x"), "'a/b.txt' is not the name of a file"),
        (
            Upload("a.txt", bytes(FILE_SIZE + 1)),
            r"a.txt has 10,485,761 bytes; Discord takes files of up to 10 MB \(10,485,760 bytes\)",
        ),
    ],
)
async def test_only_a_file_of_a_size_discord_takes_is_a_file(sandbox: Sandbox, value: object, complaint: str) -> None:
    with pytest.raises(NotOfferedError, match=complaint):
        await sandbox.actor().command("read", file=value)


async def test_the_largest_file_still_arrives(sandbox: Sandbox) -> None:
    interaction = await sandbox.actor().start_command("read", {"file": Upload("a.bin", bytes(FILE_SIZE))})
    [attachment] = interaction.payload["data"]["resolved"]["attachments"].values()
    assert attachment["size"] == FILE_SIZE


async def test_other_options_take_no_files(sandbox: Sandbox) -> None:
    with pytest.raises(NotOfferedError, match="The option name does not take Upload"):
        await sandbox.actor().command("fruit", name=Upload("a.txt", b"x"))


async def test_while_somebody_types_a_file_is_an_id_without_the_file(sandbox: Sandbox) -> None:
    typed = await sandbox.actor().type("read", "note", "Listen", file=Upload("a.txt", b"x"))
    assert [suggestion.name for suggestion in typed] == ["Listen, with a file"]


async def test_a_file_the_bot_answers_with_can_be_read_by_who_asked(sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("read", file=Upload("a.txt", b"words"))
    [attachment] = reply.payload["attachments"]
    async with aiohttp.ClientSession() as session, session.get(attachment["url"]) as answer:
        assert await answer.read() == b"WORDS"
        assert answer.headers["Content-Type"] == "text/markdown; charset=utf-8"


async def test_a_file_can_be_made_to_fail_once(sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("read", file=Upload("a.txt", b"words"))
    [attachment] = reply.interaction.files
    sandbox.trouble("/ephemeral-attachments", status=404)
    async with aiohttp.ClientSession() as session:
        for status in (404, 200):
            async with session.get(attachment["url"]) as answer:
                assert answer.status == status
    assert not sandbox.refusals
