"""Where the link comes from by which the bot is added."""

import logging

import pytest

from bot.chat.connection.connect import Login, application
from bot.chat.connection.endings import NO_TOKEN, CannotConnectError
from bot.chat.connection.invitation import tell_link, to_server
from discord_sandbox import Sandbox
from tests.journeys.conftest import Running


async def test_where_a_token_does_not_tell_the_server_is_asked(sandbox: Sandbox, bot: Running) -> None:
    login = Login(sandbox.token, bot.folder / "commands.sha256", sandbox.api_url)
    assert await application(login) == bot.client.application_id


async def test_a_token_that_opens_nothing_has_no_link(sandbox: Sandbox, bot: Running) -> None:
    login = Login("nonsense", bot.folder / "commands.sha256", sandbox.api_url)
    with pytest.raises(CannotConnectError, match="does not know this token") as refused:
        await application(login)
    assert refused.value.exit_code == NO_TOKEN


async def test_after_the_login_the_log_has_the_link(bot: Running, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    await tell_link(bot.client)
    assert to_server(bot.client.application_id or 0) in caplog.text
