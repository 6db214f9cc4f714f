"""Each of the members' commands, asked as people ask."""

import re
from datetime import date
from pathlib import Path

import pytest

from bot.domain import receipts
from bot.usage.key import read_keys
from bot.usage.schema import TABLES
from discord_sandbox import Callback, Sandbox
from tests.journeys.conftest import Running


async def test_topics_leads_to_every_briefing(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    reply = await member.command("topics")
    titles = [option.label for select in reply.selects for option in select.options]
    assert len(titles) == len(bot.current.snapshot.library.briefs)
    opened = await member.choose(reply, reply.selects[0].custom_id, titles[0])
    assert titles[0] in opened.text()


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("reference", ["33(1)", "Art. 33 refugee convention", "refugee-convention-33", "CSR51 33"])
async def test_an_article_is_found_by_its_reference(sandbox: Sandbox, reference: str) -> None:
    reply = await sandbox.actor().command("treaty", reference=reference)
    assert reply.text().startswith("## 1951 Refugee Convention, Article 33")


@pytest.mark.usefixtures("bot")
async def test_an_article_that_is_not_stored_is_never_replaced_by_a_neighbour(sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("treaty", reference="refugee convention art. 34")
    assert "1951 Refugee Convention, Article 34" in reply.text()
    assert "Not stored here" in reply.text()
    assert all("Article 34" not in option.label for option in reply.selects[0].options)


@pytest.mark.usefixtures("bot")
async def test_a_number_that_several_treaties_have_is_asked_about(sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("treaty", reference="article 1")
    assert len(reply.selects[0].options) > 1


@pytest.mark.usefixtures("bot")
async def test_the_name_of_a_treaty_alone_gives_the_treaty(sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("treaty", reference="convention against torture")
    assert "Convention against Torture" in reply.text().splitlines()[0]


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("who is bound", "## Who is bound by what"),
        ("parties:china", "## China and the treaties"),
        ("which treaties is Laos party to", "## Laos and the treaties"),
        ("laos", "## Laos and the treaties"),
        ("북한", "## North Korea and the treaties"),
        ("is Laos party to the refugee convention", "## 1951 Refugee Convention"),
        ("iccpr-12-2", "## Covenant on Civil and Political Rights, Article 12"),
    ],
)
async def test_who_is_bound_is_answered_by_treaty(sandbox: Sandbox, asked: str, title: str) -> None:
    reply = await sandbox.actor().command("treaty", reference=asked)
    assert reply.text().splitlines()[0] == title


@pytest.mark.usefixtures("bot")
async def test_a_question_of_who_is_bound_is_no_question_about_china(sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("brief", topic="is South Korea party to the refugee convention")
    assert reply.text().startswith("## 1951 Refugee Convention")


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("has Vietnam ratified CAT", "- Vietnam:"),
        ("老挝批准禁止酷刑公约了吗", "- Laos:"),
        ("when was CAT adopted", "Convention against Torture and Other"),
    ],
)
async def test_the_state_or_the_day_that_is_asked_about_stands_first(sandbox: Sandbox, asked: str, first: str) -> None:
    for reply in (
        await sandbox.actor().command("treaty", reference=asked),
        await sandbox.actor().command("brief", topic=asked),
    ):
        title, line, *_ = (each for each in reply.text().splitlines() if each and not each.startswith("-# Page"))
        assert "Convention against Torture" in title
        assert line.replace("*", "").startswith(first)


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(("command", "option"), [("treaty", "reference"), ("brief", "topic")])
async def test_an_article_that_is_not_stored_is_said_to_be_so_and_what_is_held_of_its_treaty_offered(
    sandbox: Sandbox, command: str, option: str
) -> None:
    reply = await sandbox.actor().command(command, **{option: "ICCPR article 7"})
    assert "Covenant on Civil and Political Rights, Article 7" in reply.text()
    assert [choice.label for choice in reply.selects[0].options] == [
        "Covenant on Civil and Political Rights, Article 12"
    ]


@pytest.mark.usefixtures("bot")
async def test_the_list_of_treaties_leads_to_who_is_bound_and_that_to_each_state(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    table = await member.press(await member.command("treaty"), "Who is bound")
    state = await member.choose(table, table.selects[0].custom_id, "Vietnam")
    assert "ratified 5 February 2015" in state.text()
    again = await member.press(state, "All states")
    assert again.text().startswith("## Who is bound by what")


@pytest.mark.usefixtures("bot")
async def test_what_is_typed_offers_who_is_bound_first_where_that_is_asked(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    (first, *_) = await member.type("treaty", "reference", "which treaties is china party to")
    assert first.name == "China and the treaties"


async def test_quotations_are_found_by_speaker_and_document(sandbox: Sandbox, bot: Running) -> None:
    reply = await sandbox.actor().command("quote", speaker="Ann Buwalda", document="wnd-2005")
    expected = [
        evidence
        for evidence in bot.current.snapshot.library.quotations.values()
        if evidence.speaker == "Ann Buwalda"
        and "wnd-2005" in {evidence.document, *(carrier.document for carrier in evidence.also_in)}
    ]
    assert f"{len(expected)} quotation" in reply.text().splitlines()[0]


@pytest.mark.usefixtures("bot")
async def test_words_and_a_speaker_together_narrow_the_search(sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("quote", search="persistently sought", speaker="ann-buwalda")
    assert "“persistently sought”" in reply.text()
    other = await sandbox.actor().command("quote", search="persistently sought", speaker="hong-lei")
    assert "Ann Buwalda" not in other.text()


@pytest.mark.usefixtures("bot")
async def test_quote_alone_offers_whose_words_there_are_and_turns_their_pages_in_place(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    reply = await member.command("quote")
    speakers, documents = reply.selects
    most = speakers.options[0]
    assert (most.label, (most.description or "").split()[1]) == ("Ann Buwalda", "quotations")
    assert "CNSNews" in " ".join(option.value for option in documents.options).replace("cnsnews", "CNSNews")
    assert "“" not in reply.text()
    first = await member.choose(reply, speakers.custom_id, most.label)
    assert first.text().startswith("## Ann Buwalda: ")
    assert "Page 1 of" in first.text()
    assert "fragment" not in first.text()
    second = await member.press(first, "Next")
    assert second.message.id == first.message.id
    assert second.text().startswith("## Ann Buwalda: ")
    assert "Page 2 of" in second.text()


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(("command", "title"), [("topics", "briefings"), ("source", "Our ")])
async def test_lists_turn_their_pages_in_place_with_their_menu_on_each(
    sandbox: Sandbox, command: str, title: str
) -> None:
    member = sandbox.actor()
    first = await member.command(command)
    assert title in first.text().splitlines()[0]
    second = await member.press(first, "Next")
    assert second.message.id == first.message.id
    assert "Page 2 of" in second.text()
    assert [option.label for option in second.selects[0].options] == [
        option.label for option in first.selects[0].options
    ]


@pytest.mark.usefixtures("bot")
async def test_a_speaker_nobody_knows_is_asked_about(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    reply = await member.command("quote", speaker="Abraham Lincoln")
    assert "Abraham Lincoln" in reply.text()
    named = reply.selects[0].options[0].label
    chosen = await member.choose(reply, reply.selects[0].custom_id, named)
    assert named in chosen.text()


@pytest.mark.usefixtures("bot")
async def test_a_timeline_is_of_one_topic_or_of_all(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    of_one = await member.command("timeline", topic="nine-laos-2013")
    assert "The nine returned from Laos, 2013" in of_one.text().splitlines()[0]
    of_all = await member.command("timeline")
    assert of_all.text().startswith("## Timeline")


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("typed", "event"),
    [
        ("2013", "2013"),
        ("in 2005", "2005"),
        ("1951년", "28 July 1951"),
        ("what happened in 1951?", "28 July 1951"),
        ("May 2013", "10 May 2013"),
        ("2015년 11월", "November 2015"),
    ],
)
async def test_a_timeline_opens_at_the_year_that_was_typed(sandbox: Sandbox, typed: str, event: str) -> None:
    member = sandbox.actor()
    reply = await member.command("timeline", topic=typed)
    assert reply.text().startswith("## Timeline\n")
    assert event in reply.text()
    assert "Page " in reply.text()
    turned = await member.press(reply, "Next")
    assert turned.message.id == reply.message.id


@pytest.mark.usefixtures("bot")
async def test_what_is_hidden_is_shown_on_the_page_on_which_it_stands(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    page = await member.command("timeline", topic="2013")
    number = page.text().splitlines()[1]
    shown = await member.press(page, "Show")
    assert shown.message.id == page.message.id
    assert shown.text().splitlines()[1].split(" of ")[0] == number.split(" of ")[0]


@pytest.mark.usefixtures("bot")
async def test_years_are_offered_while_they_are_typed_and_open_the_timeline_there(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    for typed in ("195", "1951", "in 1951"):
        first = (await member.type("timeline", "topic", typed))[0]
        assert first.name.startswith("1951: ")
        assert first.value == "1951"
    assert "28 July 1951" in (await member.command("timeline", topic="1951")).text()


@pytest.mark.usefixtures("bot")
async def test_a_year_without_events_leads_to_the_nearest(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    reply = await member.command("timeline", topic="1970")
    assert "Nothing in our timeline is dated 1970." in reply.text()
    labels = [option.label for option in reply.selects[0].options]
    assert labels == ["Events of 1967", "Events of 1982"]
    chosen = await member.choose(reply, reply.selects[0].custom_id, labels[1])
    assert "24 September 1982" in chosen.text()


@pytest.mark.usefixtures("bot")
async def test_a_topic_with_a_year_opens_the_timeline_of_the_topic_there(sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("timeline", topic="nine returned from Laos 2013")
    assert reply.text().startswith("## Timeline: The nine returned from Laos, 2013")
    assert "2013" in reply.text().split("\n", 2)[2]


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("command", "option", "value", "expected"),
    [
        ("define", "term", "Hong Lei", "## Hong Lei"),
        ("brief", "topic", "who was hong lei?", "## Hong Lei"),
        ("define", "term", "refoulement", "## refoulement"),
        ("source", "document", "cecc-2006", "Congressional-Executive Commission on China"),
        ("figures", "topic", "how many have left", "How many North Koreans have left?"),
        ("check", "text", "persistently sought", "Exact"),
        (
            "check",
            "text",
            "Chinese border authorities inspected their travel documents and refused their exit.",
            "Altered",
        ),
        ("check", "text", "The moon is made of cheese.", "Not in our library"),
    ],
)
async def test_each_command_answers_what_it_is_for(
    sandbox: Sandbox, command: str, option: str, value: str, expected: str
) -> None:
    reply = await sandbox.actor().command(command, **{option: value})
    assert expected in reply.text()
    assert reply.ephemeral
    assert not sandbox.refusals


@pytest.mark.usefixtures("bot")
async def test_help_offers_what_is_on_here_to_be_clicked(sandbox: Sandbox) -> None:
    member = await sandbox.actor().command("help")
    assert "</brief:" in member.text()
    assert "</desk reload:" not in member.text()
    moderator = await sandbox.actor("moderator").command("help")
    assert "</desk reload:" in moderator.text()


async def test_about_tells_whether_a_receipt_is_current(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    receipt = receipts.of_brief(bot.current.snapshot.library, "numbers")
    assert "is current" in (await member.command("about", receipt=receipt)).text()
    old = f"{receipt.partition('@')[0]}@00000000"
    assert "is current" not in (await member.command("about", receipt=old)).text()


async def test_a_long_text_is_checked_whole_and_its_answer_is_not_cut(sandbox: Sandbox, bot: Running) -> None:
    words = [evidence.text for evidence in bot.current.snapshot.library.quotations.values() if len(evidence.text) > 60]
    text = " ".join(f'"{quotation}"' for quotation in words)[:5_900]
    reply = await sandbox.actor().command("check", text=text)
    _, _, of = reply.text().partition("Page 1 of ")
    await reply.settled(follow_ups=int(of.split()[0]) - 1 if of else 0)
    said = "".join(message.text() for message in reply.messages)
    assert len(re.findall(r"\*\*\d+\. ", said)) == text.count('"') // 2
    assert all(message.ephemeral for message in reply.messages)
    assert not sandbox.refusals


async def test_privacy_promises_a_key_that_ends_only_where_there_is_one_and_several_servers(
    sandbox: Sandbox, bot: Running, tmp_path: Path
) -> None:
    fixed = (await sandbox.actor().command("privacy")).text()
    assert "a key that does not end" in fixed
    bot.usage.keys = read_keys(None, tmp_path / "usage.key", date(2026, 1, 1))
    renewed = (await sandbox.actor().command("privacy")).text()
    assert "a key that does not end" not in renewed
    assert ("A key lasts 31 days" in renewed) == (len(bot.client.guilds) > 1)
    assert ("I am in one server only" in renewed) == (len(bot.client.guilds) == 1)


async def test_all_that_is_kept_opens_in_the_place_of_the_short_answer_and_turns_page_by_page(
    sandbox: Sandbox, bot: Running
) -> None:
    member = sandbox.actor()
    reply = await member.command("privacy")
    told = ""
    for label in ("Every file, table and column", "Next", "Next"):
        reply = await member.press(reply, label)
        assert reply.callback is Callback.UPDATE
        told += reply.text()
    assert all(f"`{name}`" in told for table in TABLES for name in (table.name, *(one.name for one in table.columns)))
    assert "usage.key" in told
    assert "Next" not in [button.label for button in reply.buttons]
    back = await member.press(reply, "In short")
    assert "there is no column for it" in back.text()
    assert (await bot.counts())["privacy", "shown", ""] == 5
