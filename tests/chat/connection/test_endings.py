import discord
import pytest
import yarl

from bot.chat.connection.allowance import Allowance
from bot.chat.connection.endings import CLOSE_CODES, FAULTS, NO_TOKEN, NOT_THIS_BOT, TO_MEND, ending
from bot.chat.connection.internals import talk_to
from bot.chat.connection.login import log_in
from bot.chat.connection.patience import Pace
from bot.chat.connection.server import ServerError
from bot.chat.connection.session import stay_connected
from tests.chat.connection.conftest import Client
from tests.chat.connection.scripted_server import TOKEN, ScriptedServer, close, serve


@pytest.mark.parametrize("code", [4004, 4010, 4011, 4012, 4013, 4014])
async def test_every_close_code_that_is_for_good_has_a_sentence_and_an_exit_code(client: Client, code: int) -> None:
    async with ScriptedServer(close(code)) as server:
        talk_to(server.api, yarl.URL(server.gateway))
        await client.login(TOKEN)
        with pytest.raises(discord.ConnectionClosed) as caught:
            await stay_connected(client, Pace(), Allowance())
    end = ending(caught.value, "Discord")
    assert str(code) in str(end)
    assert end.exit_code == (NO_TOKEN if code == 4004 else NOT_THIS_BOT)


def test_every_close_code_has_a_sentence_of_its_own() -> None:
    assert len({sentence for _, sentence in CLOSE_CODES.values()}) == len(CLOSE_CODES)


@pytest.mark.parametrize("path", ["/users/@me", "/oauth2/applications/@me"])
async def test_a_page_in_the_place_of_a_login_ends_in_a_sentence(client: Client, path: str) -> None:
    async with ScriptedServer(serve(), troubles={path: [200]}) as server:
        talk_to(server.api, yarl.URL(server.gateway))
        with pytest.raises(ServerError, match="not Discord") as caught:
            await log_in(client, TOKEN)
    end = ending(caught.value, "Discord")
    assert end.exit_code == TO_MEND
    assert "html" not in str(end)


async def test_what_goes_wrong_after_a_login_is_not_blamed_on_the_server(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken() -> None:
        raise LookupError

    monkeypatch.setattr(client, "setup_hook", broken)
    async with ScriptedServer(serve()) as server:
        talk_to(server.api, yarl.URL(server.gateway))
        with pytest.raises(LookupError):
            await log_in(client, TOKEN)


@pytest.mark.parametrize(("status", "exit_code"), [(401, NO_TOKEN), (403, TO_MEND), (503, TO_MEND)])
async def test_what_a_login_comes_to_is_said_in_a_sentence(client: Client, status: int, exit_code: int) -> None:
    async with ScriptedServer(serve(), troubles={"/users/@me": [status]}) as server:
        talk_to(server.api, yarl.URL(server.gateway))
        with pytest.raises(FAULTS) as caught:
            await client.login(TOKEN)
    end = ending(caught.value, "Discord")
    assert end.exit_code == exit_code
    assert str(end).endswith(".")
    assert TOKEN not in str(end)
    assert "html" not in str(end)
