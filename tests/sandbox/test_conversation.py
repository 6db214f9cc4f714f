from bot.sandbox import Sandbox
from tests.sandbox.tiny_bot import TinyBot


async def test_a_command_is_answered_with_a_card_only_the_asker_sees(sandbox: Sandbox, bot: TinyBot) -> None:
    reply = await sandbox.actor().command("fruit", name="cherry")
    assert "## cherry" in reply.text()
    assert reply.ephemeral
    assert [button.label for button in reply.buttons] == [
        "Where it stands",
        "Count to 1",
        "Report a problem",
        "Post to channel",
    ]
    assert not sandbox.refusals
