"""A member asks, reads on, and asks for something that is not there."""

import re

import pytest

from bot.domain import receipts
from discord_sandbox import Callback, Sandbox
from tests.journeys.conftest import Running, Start, server_id


async def test_a_briefing_is_answered_for_the_asker_alone_with_its_receipt(sandbox: Sandbox, bot: Running) -> None:
    reply = await sandbox.actor().command("brief", topic="non-refoulement")
    assert reply.ephemeral
    assert reply.text().startswith("## What is non-refoulement?")
    assert receipts.of_brief(bot.current.snapshot.library, "non-refoulement") in reply.text()
    assert not sandbox.refusals


async def test_the_answer_is_short_unless_its_asker_wants_everything(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    full = await member.command("brief", topic="non-refoulement", length="full")
    short = await member.command("brief", topic="non-refoulement", length="short")
    plain = await member.command("brief", topic="non-refoulement")
    answer = bot.current.snapshot.library.briefs["non-refoulement"].answer.text
    assert answer[:60] in short.text()
    assert plain.text() == short.text()
    assert "Page 1 of" in full.text()
    assert [button.label for button in short.buttons] == ["Sources", "Who says what", "Quotations", "Post to channel"]


async def test_the_length_is_as_the_moderators_say_unless_its_asker_says(sandbox: Sandbox, start: Start) -> None:
    await start(f"servers: {{{server_id(sandbox)}: {{length: full}}}}\n")
    member = sandbox.actor()
    assert "Page 1 of" in (await member.command("brief", topic="non-refoulement")).text()
    assert "Page 1 of" in (await member.command("brief", topic="what is non refoulment")).text()
    assert "Page 1 of" not in (await member.command("brief", topic="non-refoulement", length="short")).text()
    assert "Page 1 of" not in (await sandbox.actor("member", "dm").command("brief", topic="numbers")).text()


@pytest.mark.usefixtures("bot")
async def test_what_more_there_is_opens_from_a_menu_in_place(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    reply = await member.command("brief", topic="non-refoulement")
    [more] = reply.selects
    treaty = await member.choose(reply, more.custom_id, "Treaty text")
    assert treaty.callback is Callback.UPDATE
    assert treaty.text().startswith("## Treaty text: What is non-refoulement?")
    back = await member.press(treaty, "Back to the briefing")
    assert back.text() == reply.text()
    everything = await member.choose(back, more.custom_id, "Everything")
    assert everything.message.id == reply.message.id
    second = await member.press(everything, "Next")
    assert "Page 2 of" in second.text()


async def test_a_problem_is_reported_from_the_menu(sandbox: Sandbox, start: Start) -> None:
    desk = sandbox.population.places["desk"].channel
    bot = await start(f"servers: {{{server_id(sandbox)}: {{reports_channel: {desk.id}}}}}\n")
    member = sandbox.actor()
    reply = await member.command("brief", topic="non-refoulement")
    form = await member.choose(reply, reply.selects[0].custom_id, "Report a problem")
    assert form.callback is Callback.MODAL
    await member.submit(form, {"kind": "number", "words": "It says four."})
    await bot.idle()
    assert "What is non-refoulement?" in sandbox.actor("moderator", "desk").messages()[-1].text()


async def test_suggestions_come_from_the_first_letter_and_lead_to_the_briefing(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    start = await member.type("brief", "topic", "")
    assert 0 < len(start) <= 25
    assert all(choice.value in bot.current.snapshot.library.briefs for choice in start)
    choices = await member.type("brief", "topic", "non-refoul")
    assert choices[0].value == "non-refoulement"
    reply = await member.command("brief", topic=choices[0].value)
    assert "What is non-refoulement?" in reply.text()


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("typed", ["x" * 100, "🧨", "\u202eevil", "';--", "**", "난민", " "])
async def test_no_typing_is_too_odd_for_suggestions(sandbox: Sandbox, typed: str) -> None:
    for command, option in [("quote", "search"), ("quote", "speaker"), ("treaty", "reference"), ("brief", "topic")]:
        choices = await sandbox.actor().type(command, option, typed)
        assert len(choices) <= 25
    assert not sandbox.refusals


async def test_a_filled_in_speaker_narrows_the_suggested_quotations(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    speaker = (await member.type("quote", "speaker", "buwalda"))[0]
    choices = await member.type("quote", "search", "", speaker=speaker.value)
    assert choices
    quotations = bot.current.snapshot.library.quotations
    assert {quotations[str(choice.value)].speaker for choice in choices} == {"Ann Buwalda"}


@pytest.mark.usefixtures("bot")
async def test_free_text_finds_the_briefing(sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("brief", topic="what is non refoulment")
    assert reply.text().startswith("## What is non-refoulement?")


@pytest.mark.usefixtures("bot")
async def test_several_close_topics_are_offered_and_none_is_chosen(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    reply = await member.command("brief", topic="the nine")
    values = [option.label for option in reply.selects[0].options]
    assert {"The nine returned from Laos, 2013", "The nine detained in Vietnam, 2015"} <= set(values)
    chosen = await member.choose(reply, reply.selects[0].custom_id, "The nine returned from Laos, 2013")
    assert chosen.callback is Callback.UPDATE
    assert chosen.text().startswith("## The nine returned from Laos, 2013")


async def test_an_unknown_topic_is_said_to_be_unknown_and_the_nearest_are_offered(
    sandbox: Sandbox, bot: Running
) -> None:
    member = sandbox.actor()
    reply = await member.command("brief", topic="football results")
    assert reply.ephemeral
    assert "football results" in reply.text()
    nearest = await member.choose(reply, reply.selects[0].custom_id, reply.selects[0].options[0].label)
    assert nearest.callback is Callback.UPDATE
    assert (await bot.counts())["brief", "none", ""] == 1


@pytest.mark.usefixtures("bot")
async def test_what_was_typed_comes_back_escaped(sandbox: Sandbox) -> None:
    typed = "@everyone <@1234> [click](https://evil.example) ||x|| # zzz"
    reply = await sandbox.actor().command("brief", topic=typed)
    assert r"\@everyone \<\@1234\> \[click\](https\://evil.example)" in reply.text()
    assert reply.payload["mentions"] == []
    assert not reply.payload["mention_everyone"]


async def test_a_boundary_is_answered_with_its_fixed_reply_and_counted_as_one(sandbox: Sandbox, bot: Running) -> None:
    boundary = bot.current.snapshot.library.boundaries["routes-and-crossings"]
    reply = await sandbox.actor().command("figures", topic="how do i cross the river safely")
    assert boundary.name in reply.text()
    assert "Post to channel" not in [button.label for button in reply.buttons]
    assert (await bot.counts())["figures", "boundary", boundary.id] == 1


@pytest.mark.parametrize(
    ("locale", "typed", "language"),
    [
        ("en-US", "怎么越过边境", "zh"),
        ("en-US", "どうやって国境を越えるの", "ja"),
        ("zh-TW", "how do i cross the river safely", "zh"),
        ("en-US", "how do i cross the river safely", "en"),
    ],
)
async def test_a_boundary_is_answered_in_the_language_of_whoever_asks(
    sandbox: Sandbox, bot: Running, locale: str, typed: str, language: str
) -> None:
    boundary = bot.current.snapshot.library.boundaries["routes-and-crossings"]
    reply = await sandbox.actor(locale=locale).command("brief", topic=typed)
    assert boundary.reply[language][:20] in reply.text()


@pytest.mark.usefixtures("bot")
async def test_views_of_a_briefing_open_in_place_and_lead_back(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    reply = await member.command("brief", topic="non-refoulement")
    quotations = await member.press(reply, "Quotations")
    assert quotations.callback is Callback.UPDATE
    assert quotations.message.id == reply.message.id
    article = await member.press(quotations, next(b.label for b in quotations.buttons if "briefing" in b.label.lower()))
    assert article.text().startswith("## What is non-refoulement?")


@pytest.mark.usefixtures("bot")
async def test_pages_turn_in_place(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    first = await member.command("timeline")
    second = await member.press(first, "Next")
    assert second.message.id == first.message.id
    assert "Page 2 of" in second.text()
    back = await member.press(second, "Previous")
    assert "Page 1 of" in back.text()


async def test_buttons_work_after_a_restart(sandbox: Sandbox, start: Start) -> None:
    before = await start()
    member = sandbox.actor()
    reply = await member.command("brief", topic="non-refoulement")
    await before.stop()
    await start()
    treaty = await member.choose(reply, reply.selects[0].custom_id, "Treaty text")
    assert "No Contracting State shall expel or return" in treaty.text()


async def test_the_interface_speaks_korean_and_says_that_the_content_is_english(sandbox: Sandbox, bot: Running) -> None:
    reply = await sandbox.actor(locale="ko").command("brief", topic="non-refoulement")
    labels = [button.label for button in reply.buttons]
    assert "채널에 올리기" in labels
    assert "Post to channel" not in labels
    assert bot.current.snapshot.library.briefs["non-refoulement"].title in reply.text()
    assert any("가" <= letter <= "힣" for letter in reply.text())


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("place", ["server", "dm", "elsewhere", "quiet", "group"])
async def test_members_commands_work_wherever_discord_offers_them(sandbox: Sandbox, place: str) -> None:
    member = sandbox.actor("member", place)
    assert {command["name"] for command in member.commands()} >= {"brief", "check", "Check quotation"}
    reply = await member.command("brief", topic="numbers")
    assert reply.ephemeral
    sources = await member.press(reply, "Sources")
    assert sources.callback is Callback.UPDATE
    assert not sandbox.refusals


async def test_what_is_asked_is_counted_without_who_or_what_was_typed(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    reply = await member.command("brief", topic="non-refoulement")
    await member.press(reply, "Quotations")
    await member.command("brief", topic="zebra crossings of Paris")
    counts = await bot.counts()
    assert counts["brief", "match", "non-refoulement"] == 1
    assert counts["brief", "shown", "non-refoulement"] == 1
    stored = (bot.folder / "usage.sqlite3").read_bytes()
    assert b"zebra" not in stored
    assert member.user.id.encode() not in stored
    assert server_id(sandbox).encode() not in stored


async def test_what_is_distressing_is_behind_a_button_or_a_spoiler_as_the_moderators_say(
    sandbox: Sandbox, start: Start
) -> None:
    first = await start("support: talk to somebody you trust\n")
    distressing = first.current.snapshot.library.briefs["punishment-on-return"].claims[0].text[:60]
    member = sandbox.actor()
    reply = await member.command("brief", topic="punishment-on-return")
    covered = reply.text()
    assert "||" not in covered
    assert distressing not in covered
    assert "talk to somebody you trust" in covered
    shown = await member.press(reply, "Show")
    assert shown.callback is Callback.UPDATE
    assert distressing in shown.text()
    await first.stop()
    await start("content_notes: spoiler\n")
    spoiler = await member.command("brief", topic="punishment-on-return")
    assert "||" in spoiler.text()
    assert "Show" not in [button.label for button in spoiler.buttons]


async def test_a_chart_comes_with_its_alternative_text_and_goes_with_its_card(sandbox: Sandbox, bot: Running) -> None:
    await bot.current.draw()
    member = sandbox.actor()
    listed = await member.command("figures")
    question = bot.current.snapshot.library.figures["ages-of-the-nine"].question
    figure = await member.choose(listed, listed.selects[0].custom_id, question)
    assert figure.callback is Callback.UPDATE
    while not figure.payload["attachments"]:
        figure = await member.press(figure, "Next")
    [picture] = figure.payload["attachments"]
    assert picture["filename"] == "ages-of-the-nine.png"
    assert "14 to 18" in picture["description"]
    pressed = await member.press(figure, "Post to channel")
    await bot.idle()
    assert len(pressed.follow_ups[0].payload["attachments"]) == 1
    while not figure.selects:
        figure = await member.press(figure, "Next")
    used = figure.selects[0]
    brief = await member.choose(figure, used.custom_id, used.options[0].label)
    assert brief.payload["attachments"] == []
    assert not sandbox.refusals


@pytest.mark.parametrize("typed", ["what is a kyohwaso", "CAT 3", "christian today", "who is a refugee", "numbers"])
async def test_choosing_the_first_suggestion_and_asking_as_it_is_typed_lead_to_the_same(
    sandbox: Sandbox, bot: Running, typed: str
) -> None:
    member = sandbox.actor()
    found = bot.current.snapshot.finder.search(typed)
    first, *_ = await member.type("brief", "topic", typed)
    chosen, asked = await member.command("brief", topic=first.value), await member.command("brief", topic=typed)
    if found.outcome == "match":
        assert chosen.text() == re.sub(r" \[Not what I meant\]| \| Not what I meant", "", asked.text())
    assert not sandbox.refusals


async def test_where_nothing_is_near_the_groups_lead_to_their_topics(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    reply = await member.command("brief", topic="minecraft server ip")
    said = bot.current.snapshot.library.introduction("en")
    assert said is not None
    assert said.subject in reply.text().replace("\\", "")
    [menu] = reply.selects
    group = menu.options[0]
    opened = await member.choose(reply, menu.custom_id, group.value)
    assert f"**{group.label}**" in opened.text()


async def test_what_the_library_has_in_another_kind_is_offered_and_never_said_to_be_missing(
    sandbox: Sandbox, bot: Running
) -> None:
    for command in ("source", "quote"):
        reply = await sandbox.actor().command(command, document="economic migrants")
        assert reply.text().startswith("## Nothing of that kind")
        assert "does not cover" not in reply.text()
        assert any(choice.value.startswith("v1:brief:") for select in reply.selects for choice in select.options)
    assert {outcome for _, outcome, _ in await bot.counts()} == {"none"}


async def test_a_quotation_is_cited_from_its_card_and_back(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    evidence = bot.current.snapshot.library.quotations["cns-refrain"]
    reply = await member.command("quote", search="cns-refrain")
    plainly = await member.press(reply, "Cite")
    assert f"```\n“{evidence.text}”\n" in plainly.text()
    note = await member.press(plainly, "Footnote")
    assert evidence.text not in note.text()
    assert "accessed" in note.text()
    back = await member.press(note, "Back")
    assert back.text() == reply.text()
    assert not sandbox.refusals


async def test_what_came_nearest_is_counted_by_its_id_where_nothing_was_surely_found(
    sandbox: Sandbox, bot: Running
) -> None:
    member = sandbox.actor()
    for _ in range(2):
        await member.command("brief", topic="the nine")
    counts = await bot.counts()
    (subject,) = [subject for command, outcome, subject in counts if (command, outcome) == ("brief", "ask")]
    assert subject in bot.current.snapshot.library.briefs
