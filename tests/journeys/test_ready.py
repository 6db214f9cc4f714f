"""What is kept ready for the next who asks: never out of date, and nothing of anybody."""

from dataclasses import replace
from types import MappingProxyType

from bot.chat.ready import Ready
from bot.content.moderation import ServerRules
from discord_sandbox import Sandbox
from tests.journeys.canaries import never, settled_here, traces, typed
from tests.journeys.conftest import Running, Start, home_of, server_id

BRIEF = "non-refoulement"
SUPPORT = "Talk to us in help-desk."


async def test_no_answer_is_older_than_what_is_in_force(sandbox: Sandbox, start: Start) -> None:
    bot = await start()
    member, current = sandbox.actor(), bot.current
    title = current.snapshot.library.briefs[BRIEF].title
    noted = next(key for key, one in current.snapshot.library.briefs.items() if one.content_note)

    async def asked(topic: str = BRIEF) -> str:
        return (await member.command("brief", topic=topic)).text()

    async def suggested() -> list[object]:
        return [each.value for each in await member.type("brief", "topic", title[:12])]

    first = await asked()
    assert await asked() == first
    assert SUPPORT not in await asked(noted)
    assert BRIEF in await suggested()
    korean = sandbox.actor(locale="ko")
    assert (await korean.command("brief", topic=BRIEF)).text() != first

    brief = current.snapshot.library.briefs[BRIEF].model_copy(update={"title": "What has changed?"})
    library = replace(current.snapshot.library, briefs={**current.snapshot.library.briefs, BRIEF: brief})
    before, current.snapshot = current.snapshot, replace(current.snapshot, library=library)
    assert "What has changed?" in await asked()
    current.snapshot = replace(before, moderation=before.moderation.model_copy(update={"support": {"en": SUPPORT}}))
    assert SUPPORT in await asked(noted)
    current.snapshot = before
    assert await asked() == first

    here = server_id(sandbox)
    current.put_uploaded(MappingProxyType({here: ServerRules(posting="nobody")}))
    reply = await member.command("brief", topic=BRIEF)
    assert "Post to channel" not in str(reply.payload)
    current.put_uploaded(MappingProxyType({here: ServerRules(hidden=(BRIEF,))}))
    away = sandbox.actor("member", "dm")
    assert BRIEF in [each.value for each in await away.type("brief", "topic", title[:12])]
    assert BRIEF not in await suggested()
    assert title in (await away.command("brief", topic=BRIEF)).text()
    assert title not in await asked()
    current.put_uploaded(MappingProxyType({}))
    assert await asked() == first
    assert BRIEF in await suggested()


async def test_nothing_of_anybody_is_kept_ready(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    title = bot.current.snapshot.library.briefs[BRIEF].title
    for text in (BRIEF, title, title[:9], *typed(sandbox)):
        await member.type("brief", "topic", text)
        private = await member.command("brief", topic=text[:6000])
        if "Post to channel" in str(private.payload):
            await member.press(private, "Post to channel")
        await member.command("brief", topic=text[:6000], public=True)
    await bot.idle()
    kept = Ready.of(bot.current.snapshot)
    assert len(kept.cards) > 1
    assert len(kept.suggestions) > 1
    said = repr([*kept.cards.items(), *kept.suggestions.items()])
    assert BRIEF in said
    home = home_of(sandbox)
    assert traces(said.encode(), never(sandbox, home) | settled_here(sandbox, home)) == set()
