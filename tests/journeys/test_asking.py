"""A member asks, reads on, and asks for something that is not there."""

from bot.sandbox import Sandbox


async def test_a_briefing_is_answered_privately_with_its_sources(sandbox: Sandbox, bot: object) -> None:
    reply = await sandbox.actor().command("brief", topic="non-refoulement")
    assert reply.ephemeral
    assert "non-refoulement@" in reply.text()
    assert not sandbox.refusals
    print(reply.text())
    print([b.label for b in reply.buttons])
