"""Every refusal of an answer to an interaction, and of what follows it."""

import pytest

from discord_sandbox import Actor, Sandbox
from tests.discord_sandbox.conftest import Clock
from tests.discord_sandbox.rest.api import EPHEMERAL, V2, Api, code


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
