"""*Report a problem*: to the moderators without a name, or to whoever is named as contact."""

from bot.chat.actions.report import LONGEST
from discord_sandbox import Actor, Permission, Reply, Sandbox
from tests.journeys.conftest import Start, server_id

KIND = "Wrong number"


def filled(words: str, kind: str = "other") -> dict[str, str]:
    return {"What is wrong?": words, "What kind of problem is it?": kind}


def rules(sandbox: Sandbox, contact: str = "") -> str:
    places = sandbox.population.places
    lines = [
        f"contact: {contact}" if contact else "",
        "servers:",
        f"  {server_id(sandbox)}:",
        f"    reports_channel: {places['desk'].channel.id}",
    ]
    return "\n".join(lines)


async def opened(actor: Actor) -> Reply:
    reply = await actor.command("brief", topic="numbers")
    return await actor.choose(reply, reply.selects[0].custom_id, "Report a problem")


async def test_a_report_reaches_the_moderators_without_the_name_of_its_writer(sandbox: Sandbox, start: Start) -> None:
    bot = await start(rules(sandbox))
    member = sandbox.actor()
    form = await opened(member)
    assert "moderators of this server" in form.text()
    sent = await member.submit(form, filled("It is @everyone 300,000.", "number"))
    await sent.settled()
    assert sent.ephemeral
    assert "Thank you" in sent.text()
    [arrived] = sandbox.population.places["desk"].channel.messages.values()
    assert r"It is \@everyone 300,000." in arrived.text()
    assert KIND in arrived.text()
    assert bot.current.snapshot.library.briefs["numbers"].title in arrived.text()
    assert "Mina" not in str(arrived.payload)
    assert member.user.id not in str(arrived.payload)
    assert not arrived.payload["mention_everyone"]
    assert (await bot.counts())["brief", "reported", "numbers"] == 1
    assert b"300,000" not in (bot.folder / "usage.sqlite3").read_bytes()
    assert not sandbox.refusals


async def test_a_form_opened_before_a_restart_arrives_after_it(sandbox: Sandbox, start: Start) -> None:
    first = await start(rules(sandbox))
    member = sandbox.actor()
    form = await opened(member)
    await first.stop()
    await start(rules(sandbox))
    sent = await member.submit(form, filled("A slip."))
    await sent.settled()
    assert "Thank you" in sent.text()
    assert len(sandbox.population.places["desk"].channel.messages) == 1


async def test_the_longest_report_arrives_whole(sandbox: Sandbox, start: Start) -> None:
    await start(rules(sandbox))
    member = sandbox.actor()
    form = await opened(member)
    words = ("# *a* " * LONGEST)[:LONGEST]
    sent = await member.submit(form, filled(words, "tone"))
    await sent.settled()
    assert "Thank you" in sent.text()
    [arrived] = sandbox.population.places["desk"].channel.messages.values()
    assert arrived.text().replace("\\", "").count("*a*") == words.count("*a*")


async def test_without_a_channel_the_contact_is_shown_instead(sandbox: Sandbox, start: Start) -> None:
    await start("contact: the editors, editors@example.org\n")
    reply = await opened(sandbox.actor())
    assert reply.ephemeral
    assert r"editors\@example.org" in reply.text()


async def test_without_channel_and_contact_it_is_said_whom_to_tell(sandbox: Sandbox, start: Start) -> None:
    await start()
    reply = await opened(sandbox.actor())
    assert reply.ephemeral
    assert "moderator" in reply.text()


async def test_a_report_that_cannot_be_delivered_shows_the_contact(sandbox: Sandbox, start: Start) -> None:
    bot = await start(rules(sandbox, contact="the editors"))
    member = sandbox.actor()
    form = await opened(member)
    sandbox.deny_bot(sandbox.population.places["desk"].channel, Permission.VIEW_CHANNEL)
    sent = await member.submit(form, filled("A slip."))
    await sent.settled()
    assert "the editors" in sent.text()
    assert (await bot.counts())["brief", "denied", "numbers"] == 1


async def test_a_report_from_a_public_card_is_private_to_its_writer(sandbox: Sandbox, start: Start) -> None:
    await start(rules(sandbox))
    reply = await sandbox.actor().command("brief", topic="numbers", public=True)
    other = sandbox.actor("other")
    form = await other.choose(reply.message, reply.selects[0].custom_id, "Report a problem")
    sent = await other.submit(form, filled("A slip.", "law"))
    await sent.settled()
    assert sent.ephemeral
    assert len(sandbox.actor("member").messages()) == 1
