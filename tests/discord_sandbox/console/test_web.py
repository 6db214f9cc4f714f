"""What the console answers, and to whom."""

import io
import json
from base64 import b64encode
from typing import Any

import aiohttp
import pytest

from discord_sandbox import Sandbox
from discord_sandbox.console.web import FILES
from discord_sandbox.limits import FILE_SIZE

ME = {"who": "member", "where": "server", "locale": "en-US"}


@pytest.fixture
async def session(sandbox: Sandbox):  # noqa: ANN201 - pytest gives what it yields
    async with aiohttp.ClientSession(sandbox.console_url) as session:
        yield session


@pytest.mark.parametrize("path", ["/", *(f"/console/page/{name}" for name in FILES)])
async def test_every_page_comes_with_a_policy_that_lets_nothing_in(session: aiohttp.ClientSession, path: str) -> None:
    async with session.get(path) as answer:
        assert answer.status == 200
        policy = answer.headers["Content-Security-Policy"]
        text = await answer.text()
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    for address in ("http://", "https://", "//"):
        outside = text.replace("http://www.w3.org/2000/svg", "").replace("// ", "").replace("/*", "")
        assert f'"{address}' not in outside


@pytest.mark.parametrize("path", ["/console/page/web.py", "/console/page/..%2fweb.py", "/console/page/", "/etc/passwd"])
async def test_only_the_pages_own_files_are_given_out(session: aiohttp.ClientSession, path: str) -> None:
    async with session.get(path) as answer:
        assert answer.status == 404


@pytest.mark.parametrize("path", ["/", "/console/setup", "/api/v10/gateway", "/gateway/", "/attachments/1/2/a"])
async def test_the_server_answers_only_to_its_own_name(session: aiohttp.ClientSession, path: str) -> None:
    async with session.get(path, headers={"Host": "evil.example"}) as answer:
        assert answer.status == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "application/json", "Origin": "https://evil.example"},
        {"Content-Type": "application/json", "Origin": "null"},
    ],
)
async def test_another_sites_page_can_do_nothing(
    session: aiohttp.ClientSession, sandbox: Sandbox, headers: dict[str, str]
) -> None:
    body = json.dumps({**ME, "text": "hello"})
    async with session.post("/console/say", data=body, headers=headers) as answer:
        assert answer.status == 403
    assert sandbox.actor().messages() == []


async def act(session: aiohttp.ClientSession, verb: str, **body: object) -> tuple[int, Any]:
    async with session.post(f"/console/{verb}", json={**ME, **body}) as answer:
        return answer.status, await answer.json()


@pytest.mark.usefixtures("bot")
async def test_what_discord_does_not_offer_is_said_in_words(session: aiohttp.ClientSession) -> None:
    status, said = await act(session, "command", name="vegetable", options={})
    assert (status, "does not offer 'vegetable'" in said["error"]) == (422, True)
    assert (await act(session, "press", message="1", custom_id="x"))[0] == 422
    assert (await act(session, "submit", interaction="x", values={}))[0] == 422
    assert (await act(session, "say", text="x" * 2001)) == (422, {"error": "Invalid Form Body"})
    async with session.post("/console/dance", json=ME) as answer:
        assert answer.status == 404
    async with session.post("/console/say", json={**ME, "who": "nobody"}) as answer:
        assert answer.status == 400
    async with session.post("/console/say", data=b"{", headers={"Content-Type": "application/json"}) as answer:
        assert answer.status == 400


@pytest.mark.usefixtures("bot")
async def test_a_file_that_is_none_is_refused_in_words(session: aiohttp.ClientSession, sandbox: Sandbox) -> None:
    whole = {"filename": "a.txt", "base64": "d29yZHM="}
    assert await act(session, "command", name="read", options={"file": whole}) == (200, {})
    broken = [whole | {"base64": text} for text in ("d29yZHM", "d29y ZHM=", "말")]
    for sent in (*broken, {"filename": "a.txt"}, {"base64": ""}):
        status, said = await act(session, "command", name="read", options={"file": sent})
        assert (status, said["error"]) == (422, "That file did not arrive whole; choose it again.")
    large = {"filename": "a.txt", "base64": b64encode(bytes(FILE_SIZE + 1)).decode()}
    body = io.BytesIO(json.dumps({**ME, "name": "read", "options": {"file": large}}).encode())
    async with session.post("/console/command", data=body, headers={"Content-Type": "application/json"}) as answer:
        error = (await answer.json())["error"]
    assert (answer.status, error.startswith("a.txt has 10,485,761 bytes")) == (422, True)
    await sandbox.until(lambda: len(sandbox.actor().messages()) == 1)


@pytest.mark.usefixtures("bot")
async def test_a_private_message_is_raw_json_to_its_reader_alone(
    session: aiohttp.ClientSession, sandbox: Sandbox
) -> None:
    reply = await sandbox.actor().command("fruit", name="apple")
    async with session.get(f"/console/raw/{reply.message.id}", params=ME) as answer:
        raw = await answer.json()
    assert raw["message"]["id"] == reply.message.id
    assert raw["callback"]["type"] == 4
    async with session.get(f"/console/raw/{reply.message.id}", params={**ME, "who": "other"}) as answer:
        assert answer.status == 404


@pytest.mark.usefixtures("bot")
async def test_commands_are_listed_in_the_persons_language_and_one_by_one(
    session: aiohttp.ClientSession, sandbox: Sandbox
) -> None:
    async def listed(who: str, locale: str) -> dict[str, str]:
        async with session.get("/console/commands", params={**ME, "who": who, "locale": locale}) as answer:
            return {offer["name"]: offer["description"] for offer in await answer.json()}

    assert "desk reload" in await listed("moderator", "en-US")
    assert "desk reload" not in await listed("member", "en-US")
    headers = {"Authorization": f"Bot {sandbox.token}"}
    command = {"name": "talk", "description": "Talks", "description_localizations": {"ko": "말하기", "en-GB": "Chats"}}
    url = f"{sandbox.api_url}/applications/{sandbox.application_id}/commands"
    async with session.post(url, json=command, headers=headers) as answer:
        assert answer.status == 201
    assert (await listed("member", "ko"))["talk"] == "말하기"
    assert (await listed("member", "en-US"))["talk"] == "Chats"
    assert (await listed("member", "de"))["talk"] == "Talks"


async def events(session: aiohttp.ClientSession, number: int, **self: str) -> list[dict[str, Any]]:
    """The next so many events somebody's page gets."""
    found: list[dict[str, Any]] = []
    async with session.get("/console/events", params={**ME, **self}) as stream:
        async for line in stream.content:
            if line.startswith(b"data: "):
                found.append(json.loads(line[6:]))
            if len(found) == number:
                break
    return found


@pytest.mark.usefixtures("bot")
async def test_the_stream_begins_with_what_the_person_may_see(session: aiohttp.ClientSession, sandbox: Sandbox) -> None:
    await sandbox.actor().command("fruit", name="apple")
    sandbox.actor("other").say("hello")
    for who, count in (("member", 2), ("other", 1), ("moderator", 1)):
        first, presence = await events(session, 2, who=who)
        assert (first["kind"], len(first["messages"])) == ("all", count)
        assert presence == {"kind": "presence", "connected": True}


@pytest.mark.usefixtures("bot")
async def test_a_dismissed_message_stays_away(session: aiohttp.ClientSession, sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("fruit", name="apple")
    public = sandbox.actor().say("hello")
    await act(session, "dismiss", message=reply.message.id)
    await act(session, "dismiss", message=public.id)
    first = (await events(session, 1))[0]
    assert [message["id"] for message in first["messages"]] == [public.id]
