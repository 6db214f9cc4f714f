"""Every refusal of the REST API that is not about what is asked for."""

import aiohttp

from discord_sandbox import Actor, Sandbox
from tests.discord_sandbox.rest.api import Api, code


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


async def test_bad_json_and_a_list_for_an_object_are_refused(api: Api, member: Actor) -> None:
    interaction = await member.start_command("ask", {})
    path = f"/interactions/{interaction.id}/{interaction.token}/callback"
    assert code(await api.call("POST", path, data=b"{")) == (400, 50109)
    assert code(await api.call("POST", path, [1])) == (400, 50035)


async def test_trouble_comes_as_often_as_asked_for_and_then_goes(api: Api, sandbox: Sandbox) -> None:
    sandbox.trouble("/users", status=429, retry_after=0.25)
    async with aiohttp.ClientSession() as session, session.get(f"{sandbox.api_url}/users/@me") as limited:
        assert limited.status == 429
        assert limited.headers["Via"]
        assert (await limited.json())["retry_after"] == 0.25
    assert (await api.call("GET", "/users/@me"))[0] == 200
    sandbox.trouble("/users", status=503)
    assert (await api.call("GET", "/users/@me"))[0] == 503
