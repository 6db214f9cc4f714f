"""`/check file:`, from the upload to the report."""

import aiohttp
import pytest

from bot.domain.verdict.report import MOST
from bot.domain.verdict.textfile import LARGEST
from discord_sandbox import Reply, Sandbox, Upload
from tests.journeys.conftest import Running

EXACT = "“Everyone has the right to leave any country, including his own, and to return to his country.”"
ALTERED = "“Every Contracting State shall expel or return a refugee to the frontiers of territories of that kind”"
INVENTED = "“The moon is made of green cheese, as everybody in the ministry knows.”"
DRAFT = f"# A draft\n\nFirst {EXACT}\n\nThen {ALTERED}\n\nAnd {INVENTED}\n"


async def checked(sandbox: Sandbox, upload: Upload, **options: object) -> Reply:
    reply = await sandbox.actor().command("check", file=upload, **options)
    return await reply.settled()


async def report(reply: Reply) -> str:
    (attachment,) = reply.payload["attachments"]
    assert attachment["filename"] == "report.md"
    async with aiohttp.ClientSession() as session, session.get(attachment["url"]) as answer:
        return await answer.text()


async def test_every_quotation_of_a_file_is_in_the_report_and_the_gravest_on_the_card(
    sandbox: Sandbox, bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    reply = await checked(sandbox, Upload("my draft.md", DRAFT.encode()))
    assert reply.ephemeral
    assert reply.callback.name == "DEFERRED_MESSAGE"
    card = reply.text()
    assert "Quotations in my draft.md" in card
    assert "3 quotations were checked" in card
    assert "1 altered" in card
    assert "green cheese" in card
    assert card.index("Altered: ") < card.index("Not in our library** · line 7")
    written = await report(reply)
    assert "· line 3" in written
    assert "Everyone has the right to leave any country" in written
    assert "Universal Declaration of Human Rights, Article 13(2)" in written
    assert "Post to channel" not in [button.label for button in reply.buttons]
    assert not sandbox.refusals
    assert "draft" not in caplog.text
    assert (await bot.counts())["check", "altered", ""] == 1


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("upload", "told"),
    [
        (Upload("draft.docx", DRAFT.encode()), "`.txt` or `.md`"),
        (Upload("draft.txt", b"a" * (LARGEST + 1)), "larger than 200 KB"),
        (Upload("draft.txt", DRAFT.encode("utf-16")), "not UTF-8"),
        (Upload("draft.txt", b"\xb1\xb9"), "not UTF-8"),
        (Upload("draft.txt", b" \n\n"), "no words"),
        (Upload("draft.txt", b'"all the words"\n\n' * (MOST + 1)), "501 quotations"),
    ],
)
async def test_a_file_that_cannot_be_checked_is_refused_with_the_reason(
    sandbox: Sandbox, upload: Upload, told: str
) -> None:
    reply = await checked(sandbox, upload)
    assert reply.ephemeral
    assert told in reply.text()
    assert not reply.payload["attachments"]


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("name", ["draft.docx", "draft.txt"])
async def test_ending_and_size_are_refused_without_a_second_request(sandbox: Sandbox, name: str) -> None:
    content = b"a" * (LARGEST + 1 if name.endswith(".txt") else 1)
    reply = await checked(sandbox, Upload(name, content))
    assert reply.callback.name == "MESSAGE"


@pytest.mark.usefixtures("bot")
async def test_either_a_text_or_a_file_is_asked_for(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    for options in ({}, {"text": "words", "file": Upload("a.txt", DRAFT.encode())}):
        reply = await member.command("check", **options)
        assert reply.ephemeral
        assert "either a text or a file" in reply.text()


@pytest.mark.usefixtures("bot")
async def test_a_report_stays_private_where_everyone_was_to_see_it(sandbox: Sandbox) -> None:
    reply = await checked(sandbox, Upload("draft.txt", DRAFT.encode()), public=True)
    assert reply.ephemeral
    assert "for you alone" in reply.text()


@pytest.mark.usefixtures("bot")
async def test_a_file_that_discord_does_not_give_out_is_said_to_be_unread(sandbox: Sandbox) -> None:
    sandbox.trouble("/ephemeral-attachments/", status=503)
    reply = await checked(sandbox, Upload("draft.txt", DRAFT.encode()))
    assert reply.ephemeral
    assert "could not be read" in reply.text()
