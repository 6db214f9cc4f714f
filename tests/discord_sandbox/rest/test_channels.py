"""Every refusal of what is asked of channels, servers and messages."""

import io
import json
from typing import Any

import aiohttp

from discord_sandbox import Actor, Permission, Sandbox
from tests.discord_sandbox.conftest import Clock
from tests.discord_sandbox.rest.api import EPHEMERAL, V2, Api, code


async def test_channels_need_membership_and_permissions(api: Api, sandbox: Sandbox) -> None:
    places = sandbox.population.places
    here, away = places["server"].channel, places["elsewhere"].channel
    message = {"content": "hello"}
    assert code(await api.call("POST", "/channels/1/messages", message)) == (404, 10003)
    assert code(await api.call("POST", f"/channels/{away.id}/messages", message)) == (403, 50001)
    assert code(await api.call("GET", f"/channels/{places['group'].channel.id}")) == (403, 50001)
    assert (await api.call("GET", f"/channels/{here.id}"))[1]["name"] == "general"
    posted = (await api.call("POST", f"/channels/{here.id}/messages", message))[1]
    sandbox.deny_bot(here, Permission.READ_MESSAGE_HISTORY)
    assert code(await api.call("GET", f"/channels/{here.id}/messages/{posted['id']}")) == (403, 50013)
    sandbox.deny_bot(here, Permission.SEND_MESSAGES)
    assert code(await api.call("POST", f"/channels/{here.id}/messages", message)) == (403, 50013)
    sandbox.deny_bot(here, Permission.VIEW_CHANNEL)
    assert code(await api.call("POST", f"/channels/{here.id}/messages", message)) == (403, 50001)


async def test_channel_messages_are_posted_read_changed_and_deleted(api: Api, sandbox: Sandbox) -> None:
    member = sandbox.actor()
    said = member.say("a question")
    path = f"/channels/{said.channel.id}/messages"
    reference = {"message_id": said.id}
    reply = (await api.call("POST", path, {"content": "an answer", "message_reference": reference}))[1]
    assert reply["type"] == 19
    assert reply["referenced_message"]["content"] == "a question"
    edited = (await api.call("PATCH", f"{path}/{reply['id']}", {"content": "a better answer"}))[1]
    assert edited["edited_timestamp"]
    assert [message["id"] for message in (await api.call("GET", path))[1]] == [reply["id"], said.id]
    assert code(await api.call("PATCH", f"{path}/{said.id}", {"content": "mine"})) == (403, 50005)
    assert code(await api.call("DELETE", f"{path}/{said.id}")) == (403, 50013)
    assert (await api.call("DELETE", f"{path}/{reply['id']}")) == (204, None)
    assert code(await api.call("GET", f"{path}/{reply['id']}")) == (404, 10008)
    assert [message["id"] for message in (await api.call("GET", f"{path}?limit=1"))[1]] == [said.id]
    for limit in ("0", "101", "x"):
        assert code(await api.call("GET", f"{path}?limit={limit}")) == (400, 50035)
    lost = {"message_id": "1"}
    assert code(await api.call("POST", path, {"content": "x", "message_reference": lost})) == (400, 50035)
    forgiven = {**lost, "fail_if_not_exists": False}
    assert (await api.call("POST", path, {"content": "x", "message_reference": forgiven}))[0] == 200


async def test_ephemeral_messages_are_out_of_reach_of_channels(api: Api, member: Actor) -> None:
    interaction = await member.start_command("ask", {})
    _, said = await api.acknowledge(interaction, 4, content="one", flags=EPHEMERAL)
    message = said["resource"]["message"]
    path = f"/channels/{message['channel_id']}/messages/{message['id']}"
    for method, body in (("GET", None), ("PATCH", {"content": "x"}), ("DELETE", None)):
        assert code(await api.call(method, path, body)) == (404, 10008)


async def test_only_allowed_mentions_ping(api: Api, member: Actor, sandbox: Sandbox) -> None:
    other = sandbox.population.people["other"]
    assert member.place.channel.guild is not None
    text = f"@everyone <@{other.id}> <@&{member.place.channel.guild.id}>"

    async def pinged(**body: object) -> tuple[int, int, bool]:
        interaction = await member.start_command("ask", {})
        message = (await api.acknowledge(interaction, 4, content=text, **body))[1]["resource"]["message"]
        return len(message["mentions"]), len(message["mention_roles"]), message["mention_everyone"]

    assert await pinged() == (1, 0, False)
    assert await pinged(allowed_mentions={"parse": []}) == (0, 0, False)
    assert await pinged(allowed_mentions={"parse": [], "users": [other.id]}) == (1, 0, False)
    assert await pinged(allowed_mentions={"parse": ["roles", "everyone"]}) == (0, 1, True)


async def test_a_message_under_the_nonce_of_a_recent_one_is_that_one(api: Api, sandbox: Sandbox, clock: Clock) -> None:
    path = f"/channels/{sandbox.population.places['server'].channel.id}/messages"
    once = {"content": "Once.", "nonce": "a-nonce", "enforce_nonce": True}
    _, first = await api.call("POST", path, once)
    assert first["nonce"] == "a-nonce"
    assert (await api.call("POST", path, once))[1]["id"] == first["id"]
    _, unforced = await api.call("POST", path, {**once, "enforce_nonce": False})
    clock.now += 600
    _, later = await api.call("POST", path, once)
    assert len({first["id"], unforced["id"], later["id"]}) == 3
    assert code(await api.call("POST", path, {**once, "nonce": "n" * 26})) == (400, 50035)


async def test_a_server_is_told_to_a_member_alone(api: Api, sandbox: Sandbox) -> None:
    server, elsewhere = (sandbox.population.places[place].channel.guild for place in ("server", "elsewhere"))
    assert server is not None
    assert elsewhere is not None
    _, told = await api.call("GET", f"/guilds/{server.id}")
    assert (told["name"], told["preferred_locale"]) == ("The Commons", "en-US")
    assert code(await api.call("GET", f"/guilds/{elsewhere.id}")) == (403, 50001)
    assert code(await api.call("GET", "/guilds/1")) == (404, 10004)


async def test_a_direct_channel_is_opened_with_a_person(api: Api, sandbox: Sandbox) -> None:
    other = sandbox.population.people["other"]
    status, channel = await api.call("POST", "/users/@me/channels", {"recipient_id": other.id})
    assert (status, channel["recipients"][0]["username"]) == (200, "tomas")
    assert (await api.call("POST", f"/channels/{channel['id']}/messages", {"content": "x"}))[0] == 200
    assert code(await api.call("POST", "/users/@me/channels", {"recipient_id": "1"})) == (404, 10013)


async def test_the_bot_forwards_from_channels_it_sees_and_asks_in_polls(api: Api, sandbox: Sandbox) -> None:
    said = sandbox.actor("moderator", "desk").say("First.")
    path = f"/channels/{sandbox.population.places['server'].channel.id}/messages"
    reference = {"type": 1, "message_id": said.id, "channel_id": said.channel.id}
    status, forward = await api.call("POST", path, {"message_reference": reference})
    assert (status, forward["content"], forward["flags"]) == (200, "", 1 << 14)
    assert forward["message_snapshots"][0]["message"]["content"] == "First."
    assert code(await api.call("POST", path, {"message_reference": reference | {"type": 0}})) == (400, 50035)
    away = sandbox.actor("member", "elsewhere").say("Second.")
    unseen = {"type": 1, "message_id": away.id, "channel_id": away.channel.id}
    assert code(await api.call("POST", path, {"message_reference": unseen})) == (403, 50001)
    poll = {"question": {"text": "Which?"}, "answers": [{"poll_media": {"text": "This"}}], "duration": 1}
    status, asked = await api.call("POST", path, {"poll": poll})
    assert (status, asked["poll"]["answers"][0]["answer_id"]) == (200, 1)


async def test_files_come_as_multipart_and_must_be_announced_rightly(api: Api, sandbox: Sandbox) -> None:
    path = f"/channels/{sandbox.population.places['server'].channel.id}/messages"

    async def post(content: dict[str, Any], size: int = 3) -> tuple[int, Any]:
        form = aiohttp.FormData()
        form.add_field("payload_json", json.dumps(content), content_type="application/json")
        form.add_field("files[0]", io.BytesIO(b"x" * size), filename="a.txt")
        return await api.call("POST", path, data=form)

    status, message = await post({"attachments": [{"id": 0, "filename": "b.txt", "description": "Words"}]})
    attachment = message["attachments"][0]
    assert (status, attachment["filename"], attachment["size"]) == (200, "b.txt", 3)
    assert attachment["description"] == "Words"
    assert (await post({}))[1]["attachments"][0]["filename"] == "a.txt"
    assert code(await post({"attachments": [{"id": 1, "filename": "b.txt"}]})) == (400, 50035)
    assert code(await post({}, size=10 * 2**20 + 1)) == (413, 40005)
    gallery = {"type": 12, "items": [{"media": {"url": "attachment://c.png"}}]}
    assert code(await post({"flags": V2, "components": [gallery]})) == (400, 50035)
