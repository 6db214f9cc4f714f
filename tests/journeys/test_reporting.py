"""*Report a problem*: to the moderators without a name, or to whoever is named as contact."""

import re

import pytest

from bot.chat.actions.report import LONGEST
from discord_sandbox import Actor, Permission, Reply, Sandbox
from tests.journeys.conftest import Start, server_id
from tests.journeys.presses import pressed

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


def seen(reply: Reply) -> str:
    """What a reader sees of a reply whose text was escaped."""
    return re.sub(r"\\(.)", r"\1", reply.text())


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


@pytest.mark.parametrize("contact", ["the editors, *editors@example.org*", "Ask Ana & Bo in #help…", "write to us!"])
async def test_without_a_channel_the_contact_is_shown_as_it_is_written(
    sandbox: Sandbox, start: Start, contact: str
) -> None:
    await start(f"contact: {contact!r}\n")
    reply = await opened(sandbox.actor())
    assert reply.ephemeral
    assert seen(reply).splitlines()[1:] == [contact]
    about = seen(await sandbox.actor().command("about"))
    assert contact in about.splitlines()


async def test_where_nobody_receives_reports_no_card_offers_one_and_an_old_button_says_whom_to_tell(
    sandbox: Sandbox, start: Start
) -> None:
    bot = await start()
    moderator = sandbox.actor("moderator", "server")
    for actor in (sandbox.actor(), sandbox.actor("member", "dm")):
        private = await actor.command("brief", topic="numbers")
        assert ":report:" not in str(private.payload)
        assert "wrong" not in (await actor.command("about")).text()
    public = await sandbox.actor().command("brief", topic="numbers", public=True)
    assert ":report:" not in str(public.payload)
    told = [line async for _, line in pressed(bot.client, moderator, bot.idle, ["v1:brief:numbers:report:1:card"])]
    assert told == ["## Report a problem"]
    assert "tell a moderator" in moderator.messages()[-1].text()


@pytest.mark.parametrize("contact", ["the editors", ""])
async def test_a_report_that_the_channel_refuses_is_given_back_and_the_desk_is_warned(
    sandbox: Sandbox, start: Start, caplog: pytest.LogCaptureFixture, contact: str
) -> None:
    bot = await start(rules(sandbox, contact=contact))
    member, moderator = sandbox.actor(), sandbox.actor("moderator")
    assert "did not take the last report" not in (await moderator.command("desk status")).text()
    form = await opened(member)
    desk = sandbox.population.places["desk"].channel
    sandbox.deny_bot(desk, Permission.VIEW_CHANNEL)
    words = ("It is **not** `300,000`; see <https://example.org>.\n\n" * 30)[:LONGEST]
    sent = await member.submit(form, filled(words))
    await sent.settled()
    assert sent.ephemeral
    assert f"```\n{words}\n```" in sent.text()
    assert (contact or "tell a moderator") in sent.text()
    assert "did not take the last report" in (await moderator.command("desk status")).text()
    [line] = [record.getMessage() for record in caplog.records if "A report was not taken" in record.getMessage()]
    assert "403" in line
    assert not re.search(r"\d{15,}|300,000", line)
    assert (await bot.counts())["brief", "denied", "numbers"] == 1


@pytest.mark.parametrize("status", [404, 501])
async def test_whatever_the_channel_answers_the_words_are_not_lost_and_one_that_arrives_ends_the_warning(
    sandbox: Sandbox, start: Start, status: int
) -> None:
    await start(rules(sandbox))
    member, moderator = sandbox.actor(), sandbox.actor("moderator")
    forms = [await opened(member), await opened(member)]
    channel = sandbox.population.places["desk"].channel.id
    sandbox.trouble(f"/channels/{channel}/messages", status=status)
    sent = await member.submit(forms[0], filled("Three backticks: ``` end it."))
    await sent.settled()
    assert "Three backticks: ``` end it." in seen(sent)
    assert "did not take the last report" in (await moderator.command("desk status")).text()
    again = await member.submit(forms[1], filled("A slip."))
    await again.settled()
    assert "Thank you" in again.text()
    assert "did not take the last report" not in (await moderator.command("desk status")).text()


async def test_a_report_from_a_public_card_is_private_to_its_writer(sandbox: Sandbox, start: Start) -> None:
    await start(rules(sandbox))
    reply = await sandbox.actor().command("brief", topic="numbers", public=True)
    other = sandbox.actor("other")
    form = await other.choose(reply.message, reply.selects[0].custom_id, "Report a problem")
    sent = await other.submit(form, filled("A slip.", "law"))
    await sent.settled()
    assert sent.ephemeral
    assert len(sandbox.actor("member").messages()) == 1
