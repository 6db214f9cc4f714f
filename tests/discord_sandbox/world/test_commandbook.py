"""Registering commands over REST."""

from typing import Any

import aiohttp
import pytest

from discord_sandbox import Sandbox
from tests.discord_sandbox.rest.api import Api, code

ASK: dict[str, Any] = {
    "name": "ask",
    "description": "Asks",
    "description_localizations": {"ko": "묻기"},
    "options": [{"type": 3, "name": "what", "description": "What", "name_localizations": {"ko": "무엇"}}],
}
LOOK: dict[str, Any] = {"name": "look", "description": "Looks"}


@pytest.fixture
async def api(sandbox: Sandbox):  # noqa: ANN201 - pytest gives what it yields
    async with aiohttp.ClientSession() as session:
        yield Api(session, sandbox)


@pytest.fixture
def path(sandbox: Sandbox) -> str:
    return f"/applications/{sandbox.application_id}/commands"


async def test_an_overwrite_keeps_the_ids_of_names_that_stay(api: Api, path: str) -> None:
    first = (await api.call("PUT", path, [ASK, LOOK]))[1]
    second = (await api.call("PUT", path, [{**ASK, "description": "Asks again"}]))[1]
    assert [command["id"] for command in second] == [first[0]["id"]]
    assert second[0]["version"] != first[0]["version"]
    assert [command["name"] for command in (await api.call("GET", path))[1]] == ["ask"]


async def test_translations_come_back_only_when_asked_for(api: Api, path: str) -> None:
    await api.call("PUT", path, [ASK])
    plain = (await api.call("GET", path))[1][0]
    assert "description_localizations" not in plain
    assert "name_localizations" not in plain["options"][0]
    whole = (await api.call("GET", f"{path}?with_localizations=true"))[1][0]
    assert whole["description_localizations"] == {"ko": "묻기"}
    assert whole["options"][0]["name_localizations"] == {"ko": "무엇"}


async def test_a_command_is_created_replaced_read_changed_and_removed(api: Api, path: str) -> None:
    status, created = await api.call("POST", path, ASK)
    assert status == 201
    assert created["integration_types"] == [0]
    status, replaced = await api.call("POST", path, ASK)
    assert (status, replaced["id"]) == (200, created["id"])
    one = f"{path}/{created['id']}"
    assert (await api.call("GET", one))[1]["name"] == "ask"
    assert (await api.call("PATCH", one, {"description": "New"}))[1]["description"] == "New"
    assert code(await api.call("PATCH", one, {"description": "x" * 101})) == (400, 50035)
    assert (await api.call("DELETE", one)) == (204, None)
    for method in ("GET", "PATCH", "DELETE"):
        assert code(await api.call(method, one, {})) == (404, 10063)


async def test_a_bad_command_changes_nothing(api: Api, path: str) -> None:
    await api.call("PUT", path, [ASK])
    status, said = await api.call("PUT", path, [LOOK, {**ASK, "name": "Ask"}])
    assert status == 400
    assert said["errors"]["1"]["name"]["_errors"][0]["code"] == "APPLICATION_COMMAND_INVALID_NAME"
    assert code(await api.call("PUT", path, {})) == (400, 50035)
    assert [command["name"] for command in (await api.call("GET", path))[1]] == ["ask"]


async def test_a_servers_own_commands_are_offered_there_alone(api: Api, sandbox: Sandbox) -> None:
    guild = sandbox.population.places["server"].channel.guild
    assert guild is not None
    path = f"/applications/{sandbox.application_id}/guilds/{guild.id}/commands"
    command = (await api.call("POST", path, LOOK))[1]
    assert command["guild_id"] == guild.id
    assert [one["name"] for one in sandbox.actor().commands()] == ["look"]
    assert sandbox.actor(where="elsewhere").commands() == []
    interaction = await sandbox.actor().start_command("look", {})
    assert interaction.payload["data"]["guild_id"] == guild.id


async def test_another_application_and_an_unknown_server_are_refused(api: Api, sandbox: Sandbox) -> None:
    assert code(await api.call("GET", "/applications/1/commands")) == (404, 10002)
    unknown = f"/applications/{sandbox.application_id}/guilds/1/commands"
    assert code(await api.call("GET", unknown)) == (404, 10004)


async def test_subcommands_travel_below_their_groups(api: Api, path: str, sandbox: Sandbox) -> None:
    leaf = {"type": 1, "name": "leaf", "description": "Leaf", "options": ASK["options"]}
    branch = {"type": 2, "name": "branch", "description": "Branch", "options": [leaf]}
    await api.call("PUT", path, [{"name": "tree", "description": "Tree", "options": [branch]}])
    interaction = await sandbox.actor().start_command("tree branch leaf", {"what": "words"})
    assert interaction.payload["data"]["options"] == [
        {
            "name": "branch",
            "type": 2,
            "options": [{"name": "leaf", "type": 1, "options": [{"name": "what", "type": 3, "value": "words"}]}],
        }
    ]
