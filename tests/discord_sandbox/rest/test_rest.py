"""Every refusal of the REST API, asked for by hand."""

import io
import json
from collections.abc import Mapping
from typing import Any

import aiohttp
import pytest

from discord_sandbox import Actor, Permission, Sandbox
from discord_sandbox.records.interactions import Interaction
from tests.discord_sandbox.conftest import Clock

V2 = 1 << 15
EPHEMERAL = 1 << 6
COMMANDS: list[dict[str, Any]] = [
    {"name": "ask", "description": "Asks", "integration_types": [0, 1], "contexts": [0, 1, 2]},
    {
        "name": "look",
        "description": "Looks",
        "options": [{"type": 3, "name": "for", "description": "What", "autocomplete": True}],
    },
]


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


@pytest.fixture
async def api(sandbox: Sandbox):  # noqa: ANN201 - pytest gives what it yields
    async with aiohttp.ClientSession() as session:
        api = Api(session, sandbox)
        await api.call("PUT", f"/applications/{sandbox.application_id}/commands", COMMANDS)
        yield api


@pytest.fixture
def member(sandbox: Sandbox) -> Actor:
    return sandbox.actor()


def code(answer: tuple[int, Any]) -> tuple[int, int]:
    return answer[0], answer[1]["code"]


async def test_a_request_without_the_token_is_unauthorized(api: Api, sandbox: Sandbox) -> None:
    for headers in ({}, {"Authorization": "Bot wrong"}, {"Authorization": sandbox.token}):
        assert code(await api.call("GET", "/users/@me", headers=headers)) == (401, 0)
    assert (await api.call("GET", "/users/@me"))[0] == 200


async def test_an_unknown_route_is_refused_and_recorded(api: Api, sandbox: Sandbox) -> None:
    assert code(await api.call("GET", "/guilds/1/bans")) == (404, 0)
    assert code(await api.call("DELETE", "/gateway")) == (405, 0)
    assert [(refused.method, refused.path) for refused in sandbox.refusals] == [
        ("GET", "/api/v10/guilds/1/bans"),
        ("DELETE", "/api/v10/gateway"),
    ]


async def test_an_interaction_is_acknowledged_once(api: Api, member: Actor) -> None:
    interaction = await member.start_command("ask", {})
    status, said = await api.acknowledge(interaction, 4, content="one")
    assert status == 200
    assert said["interaction"]["response_message_id"] == said["resource"]["message"]["id"]
    assert code(await api.acknowledge(interaction, 4, content="two")) == (400, 40060)


async def test_without_with_response_there_is_no_body(api: Api, member: Actor) -> None:
    interaction = await member.start_command("ask", {})
    path = f"/interactions/{interaction.id}/{interaction.token}/callback"
    assert await api.call("POST", path, {"type": 4, "data": {"content": "one"}}) == (204, None)


async def test_an_answer_after_three_seconds_is_too_late(api: Api, member: Actor, clock: Clock) -> None:
    in_time = await member.start_command("ask", {})
    late = await member.start_command("ask", {})
    clock.now += 3
    assert (await api.acknowledge(in_time, 4, content="one"))[0] == 200
    clock.now += 0.001
    assert code(await api.acknowledge(late, 4, content="one")) == (404, 10062)


async def test_an_unknown_interaction_or_a_wrong_id_is_refused(api: Api, member: Actor) -> None:
    interaction = await member.start_command("ask", {})
    body = {"type": 4, "data": {"content": "one"}}
    assert code(await api.call("POST", f"/interactions/{interaction.id}/x/callback", body)) == (404, 10062)
    assert code(await api.call("POST", f"/interactions/1/{interaction.token}/callback", body)) == (404, 10062)


async def test_a_token_ends_after_fifteen_minutes(api: Api, member: Actor, clock: Clock) -> None:
    interaction = await member.start_command("ask", {})
    await api.acknowledge(interaction, 4, content="one")
    clock.now += 15 * 60
    assert (await api.webhook("POST", interaction, content="two"))[0] == 200
    clock.now += 0.001
    assert code(await api.webhook("POST", interaction, content="three")) == (401, 50027)
    assert code(await api.webhook("PATCH", interaction, "/messages/@original", content="x")) == (401, 50027)


async def test_before_the_first_answer_there_is_no_webhook(api: Api, member: Actor, sandbox: Sandbox) -> None:
    interaction = await member.start_command("ask", {})
    assert code(await api.webhook("POST", interaction, content="x")) == (404, 10015)
    assert code(await api.call("POST", f"/webhooks/{sandbox.application_id}/x", {"content": "x"})) == (404, 10015)
    assert code(await api.call("POST", f"/webhooks/1/{interaction.token}", {"content": "x"})) == (404, 10015)


@pytest.mark.parametrize("kind", [1, 6, 7, 8, 10, 12, None, "4"])
async def test_a_command_takes_only_a_message_or_a_form(api: Api, member: Actor, kind: int) -> None:
    interaction = await member.start_command("ask", {})
    status, said = await api.acknowledge(interaction, kind, content="x")
    assert (status, said["code"]) == (400, 50035)
    assert said["errors"]["type"]["_errors"][0]["code"] == "BASE_TYPE_CHOICES"
    assert (await api.acknowledge(interaction, 4, content="x"))[0] == 200


async def test_errors_in_an_answer_stand_below_data(api: Api, member: Actor) -> None:
    interaction = await member.start_command("ask", {})
    _, said = await api.acknowledge(interaction, 4, content="x" * 2001)
    assert said["errors"]["data"]["content"]["_errors"][0]["code"] == "BASE_TYPE_MAX_LENGTH"
    assert code(await api.acknowledge(interaction, 4)) == (400, 50006)


async def test_a_deferral_takes_the_ephemeral_flag_alone(api: Api, member: Actor) -> None:
    interaction = await member.start_command("ask", {})
    _, said = await api.acknowledge(interaction, 5, flags=EPHEMERAL | V2)
    assert "flags" in said["errors"]["data"]
    status, said = await api.acknowledge(interaction, 5, flags=EPHEMERAL)
    assert (status, said["interaction"]["response_message_loading"]) == (200, True)
    original = (await api.webhook("GET", interaction, "/messages/@original"))[1]
    assert original["flags"] == EPHEMERAL | 1 << 7


async def test_the_first_follow_up_of_a_deferral_takes_its_place(api: Api, member: Actor) -> None:
    interaction = await member.start_command("ask", {})
    await api.acknowledge(interaction, 5, flags=EPHEMERAL)
    first = (await api.webhook("POST", interaction, content="one"))[1]
    second = (await api.webhook("POST", interaction, content="two"))[1]
    assert first["id"] == (await api.webhook("GET", interaction, "/messages/@original"))[1]["id"]
    assert first["flags"] == EPHEMERAL
    assert second["id"] != first["id"]
    assert second["flags"] == 0


async def test_own_messages_are_read_changed_and_deleted(api: Api, member: Actor) -> None:
    interaction = await member.start_command("ask", {})
    await api.acknowledge(interaction, 4, content="one")
    follow_up = (await api.webhook("POST", interaction, content="two", flags=EPHEMERAL))[1]
    path = f"/messages/{follow_up['id']}"
    assert (await api.webhook("PATCH", interaction, path, content="three"))[1]["content"] == "three"
    assert (await api.webhook("DELETE", interaction, path)) == (204, None)
    assert code(await api.webhook("GET", interaction, path)) == (404, 10008)
    assert (await api.webhook("DELETE", interaction, "/messages/@original"))[0] == 204
    assert code(await api.webhook("PATCH", interaction, "/messages/@original", content="x")) == (404, 10008)
    assert member.messages() == []


async def test_user_installed_there_are_five_follow_ups(api: Api, sandbox: Sandbox) -> None:
    for where, last in (("server", (200, None)), ("elsewhere", (400, 40094))):
        interaction = await sandbox.actor(where=where).start_command("ask", {})
        await api.acknowledge(interaction, 4, content="one")
        for _ in range(5):
            assert (await api.webhook("POST", interaction, content="more"))[0] == 200
        status, said = await api.webhook("POST", interaction, content="a sixth")
        assert (status, said.get("code")) == last


async def test_the_components_flag_stays_for_ever(api: Api, member: Actor) -> None:
    interaction = await member.start_command("ask", {})
    text = {"type": 10, "content": "words"}
    await api.acknowledge(interaction, 4, flags=V2, components=[text])
    original = "/messages/@original"
    status, said = await api.webhook("PATCH", interaction, original, flags=0, content="plain")
    assert (status, said["code"]) == (400, 50035)
    assert "flags" in said["errors"]
    _, said = await api.webhook("PATCH", interaction, original, content="plain")
    assert "content" in said["errors"]
    edited = (await api.webhook("PATCH", interaction, original, components=[{**text, "content": "new"}]))[1]
    assert (edited["flags"], edited["components"][0]["content"]) == (V2, "new")


async def test_a_plain_message_turns_into_components_when_its_words_go(api: Api, member: Actor) -> None:
    interaction = await member.start_command("ask", {})
    await api.acknowledge(interaction, 4, content="plain")
    body = {"flags": V2, "components": [{"type": 10, "content": "words"}]}
    assert code(await api.webhook("PATCH", interaction, "/messages/@original", **body)) == (400, 50035)
    status, said = await api.webhook("PATCH", interaction, "/messages/@original", **body, content=None)
    assert (status, said["flags"], said["content"]) == (200, V2, "")


async def test_autocomplete_takes_choices_alone(api: Api, member: Actor) -> None:
    interaction = await member.start_typing("look", "for", "x", {})
    assert code(await api.acknowledge(interaction, 4, content="x")) == (400, 50035)
    too_many = [{"name": str(number), "value": "x"} for number in range(26)]
    _, said = await api.acknowledge(interaction, 8, choices=too_many)
    assert said["errors"]["data"]["choices"]["_errors"][0]["code"] == "BASE_TYPE_MAX_LENGTH"
    assert (await api.acknowledge(interaction, 8, choices=too_many[:25]))[0] == 200
    assert code(await api.webhook("POST", interaction, content="x")) == (404, 10015)


async def test_no_form_in_answer_to_a_form(api: Api, member: Actor) -> None:
    interaction = await member.start_command("ask", {})
    line = {"type": 4, "custom_id": "line", "style": 1}
    form = {"custom_id": "form", "title": "Form", "components": [{"type": 18, "label": "Line", "component": line}]}
    assert (await api.acknowledge(interaction, 9, **form))[0] == 200
    submission = await member.start_submission(interaction, {"Line": "words"})
    assert code(await api.acknowledge(submission, 9, **form)) == (400, 50035)
    assert code(await api.acknowledge(submission, 7, content="x")) == (400, 50035)
    assert (await api.acknowledge(submission, 4, content="x"))[0] == 200


async def test_a_message_already_gone_cannot_be_updated(api: Api, member: Actor) -> None:
    interaction = await member.start_command("ask", {})
    button = {"type": 2, "style": 1, "label": "Again", "custom_id": "again"}
    row = {"type": 1, "components": [button]}
    await api.acknowledge(interaction, 4, content="one", components=[row])
    assert interaction.original is not None
    press = await member.start_press(interaction.original, "Again")
    await api.webhook("DELETE", interaction, "/messages/@original")
    assert code(await api.acknowledge(press, 7, content="two")) == (404, 10008)


async def test_bad_json_and_a_list_for_an_object_are_refused(api: Api, member: Actor) -> None:
    interaction = await member.start_command("ask", {})
    path = f"/interactions/{interaction.id}/{interaction.token}/callback"
    assert code(await api.call("POST", path, data=b"{")) == (400, 50109)
    assert code(await api.call("POST", path, [1])) == (400, 50035)


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


async def test_trouble_comes_as_often_as_asked_for_and_then_goes(api: Api, sandbox: Sandbox) -> None:
    sandbox.trouble("/users", status=429, retry_after=0.25)
    async with aiohttp.ClientSession() as session, session.get(f"{sandbox.api_url}/users/@me") as limited:
        assert limited.status == 429
        assert limited.headers["Via"]
        assert (await limited.json())["retry_after"] == 0.25
    assert (await api.call("GET", "/users/@me"))[0] == 200
    sandbox.trouble("/users", status=503)
    assert (await api.call("GET", "/users/@me"))[0] == 503


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
