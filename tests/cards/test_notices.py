"""Cards that answer something typed, or tell about the bot itself."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.about import about_card, receipt_card
from bot.cards.address import Address
from bot.cards.card import Card, Enclosed, Menu, Text
from bot.cards.desk import Status, problems_card, reloaded_card, status_card
from bot.cards.failure import cooldown_card, denied_card, failed_card, gone_card, off_card, outdated_card
from bot.cards.help import help_card
from bot.cards.kinds import KINDS
from bot.cards.layout.limits import fits
from bot.cards.layout.pages import pages
from bot.cards.layout.plain import plain
from bot.cards.options import Options
from bot.cards.posted import posted_card
from bot.cards.privacy import Kept, kept_card, privacy_card
from bot.cards.routes import card_at
from bot.cards.search import ask_card, found_card, found_quotations_card, nothing_card
from bot.domain import receipts
from bot.domain.changes import changes
from bot.domain.library import Library
from bot.domain.model import Answered, Introduction
from bot.domain.policy import Setting
from bot.domain.problem import Problem
from bot.usage.privacy import FILES
from bot.usage.schema import TABLES
from bot.words.catalogue import Catalogue, Words
from tests.builders import KEPT, a_brief, a_library, a_note

WORDS = Catalogue.load().words("en")


def menus(card: Card) -> list[Menu]:
    return [block for block in card.blocks if isinstance(block, Menu)]


def test_a_single_match_that_is_not_sure_is_not_said_to_be_several(library: Library, options: Options) -> None:
    card = ask_card(library, [("brief", "returns")], "return*", options)
    assert plain(card).startswith("Do you mean this?\n\nThis may fit “return*”.")


def test_several_matches_are_a_choice_by_kind(library: Library, options: Options) -> None:
    card = ask_card(library, [("brief", "returns"), ("article", "a-treaty-33")], "return*", options)
    assert "Several entries fit “return*”." in plain(card)
    assert [(choice.leads_to, choice.description) for choice in menus(card)[0].choices] == [
        (Address("brief", "returns"), "Briefing"),
        (Address("article", "a-treaty-33"), "Article"),
    ]


def test_where_nothing_is_near_the_groups_are_offered_and_what_the_library_is_about(
    library: Library, options: Options
) -> None:
    said = Introduction(id="en", subject="Whom a state *returned*.", drawn_from="two papers")
    card = nothing_card(replace(library, introductions={"en": said}), [], "elephants", options)
    assert "nothing in it comes near" in plain(card)
    assert "About: Whom a state *returned*." in plain(card)
    filled = {brief.group for brief in library.briefs.values()}
    assert [choice.leads_to for choice in menus(card)[0].choices] == [Address("topics", group) for group in filled]


def test_no_match_says_that_the_library_does_not_cover_it_and_offers_the_nearest(
    library: Library, options: Options
) -> None:
    card = nothing_card(library, [("brief", "returns")], "elephants", options)
    assert "The library does not cover “elephants”. That says nothing about whether it is true." in plain(card)
    assert menus(card)[0].choices[0].leads_to == Address("brief", "returns")


@given(st.text(max_size=6000))
def test_whatever_was_typed_fits_and_is_repeated_harmlessly(typed: str) -> None:
    library = a_library(a_brief("b", "A briefing"))
    for card in (
        ask_card(library, [("brief", "b")], typed, Options(WORDS)),
        nothing_card(library, [], typed, Options(WORDS)),
    ):
        assert fits(card, WORDS) == []
        assert len(pages(card, WORDS)) == 1
        (text,) = (block.markdown for block in card.blocks if isinstance(block, Text))
        assert "@" not in text.replace(r"\@", "")


def test_a_found_briefing_with_a_content_note_shows_the_note_and_not_the_answer(
    library: Library, options: Options
) -> None:
    text = plain(found_card(library, ["returns", "hard"], options))
    assert "Who was returned?\nThe paper does not settle it." in text
    assert "What happened in the camps?\nContent note: Describes beatings." in text
    assert "A witness spoke" not in text


def test_sentences_are_in_full_and_fragments_and_what_no_screen_holds_in_a_menu(
    library: Library, options: Options
) -> None:
    assert menus(found_quotations_card(library, ["denial", "beaten"], "nobody", options)) == []
    card = found_quotations_card(library, ["fragment", "denial", "beaten"], "nobody", options)
    assert "“We returned nobody”" in plain(card)
    assert "“returned nobody”" not in plain(card)
    (more,) = menus(card)
    assert [choice.label for choice in more.choices] == ["A Spokesman"]
    more = menus(found_quotations_card(library, ["denial", "beaten", "denial", "beaten", "denial"], "nobody", options))[
        0
    ]
    assert {(choice.label, choice.description) for choice in more.choices} == {
        ("A Witness", ""),
        ("A Spokesman", "We returned nobody"),
    }


def test_about_counts_what_there_is_and_tells_how_to_report(library: Library, english: Words) -> None:
    text = plain(about_card(library, english, "1.2", "write to *us*", takes_reports=True))
    assert text.startswith("Verbatim 1.2\n")
    assert "2 briefings, 3 quotations, 2 articles, 1 figure, 1 glossary entry, 2 documents" in text
    assert "Last compared with its sources 22 November 2026." in text
    assert "Press Report a problem on the card.\nwrite to *us*\n" in text


def test_about_says_nothing_of_reports_where_nobody_receives_them(library: Library, english: Words) -> None:
    assert "wrong" not in plain(about_card(library, english, "1.2", None, takes_reports=False))


def test_about_says_what_the_library_is_about_and_of_which_years(library: Library, english: Words) -> None:
    said = Introduction(
        id="en", subject="Whom a state returned.", drawn_from="two papers", questions=("Who *was* it?",)
    )
    text = plain(about_card(replace(library, introductions={"en": said}), english, "1", None, takes_reports=False))
    first, last = library.years[0], library.years[-1]
    assert "About: Whom a state returned.\n" in text
    assert "Drawn from two papers. The documents date" in text
    assert str(first) in text
    assert str(last) in text
    assert "You could ask: “Who *was* it?”" in text


def test_a_receipt_is_current_until_the_answer_changes(library: Library, english: Words) -> None:
    receipt = receipts.of_brief(library, "returns")
    assert f"{receipt} is current" in plain(receipt_card(library, f" `{receipt}`", english))
    changed = replace(library, notes={"a-note": a_note("a-note", "It says something else.")})
    text = plain(receipt_card(changed, receipt, english))
    assert f"{receipt} is of an earlier wording" in text
    assert f"It is now {receipts.of_brief(changed, 'returns')}." in text


@pytest.mark.parametrize(("kind", "key"), [("timeline", "returns"), ("instrument", "a-law")])
def test_timelines_and_laws_have_receipts_of_their_own(
    library: Library, english: Words, kind: Answered, key: str
) -> None:
    receipt = KINDS[kind].receipt(library, key)
    card = card_at(library, Address(kind, key), Options(english))
    assert card is not None
    assert any(f"`{receipt}`" in line for line in card.footer)
    answer = receipt_card(library, receipt, english)
    assert f"{receipt} is current" in plain(answer)
    (menu,) = (block for block in answer.blocks if isinstance(block, Menu))
    assert [choice.leads_to for choice in menu.choices] == [Address(kind, key)]
    fled = library.evidence["fled"].model_copy(update={"context": "Of another year."})
    changed = replace(
        library, notes={"a-note": a_note("a-note", "Otherwise.")}, evidence={**library.evidence, "fled": fled}
    )
    assert f"{receipt} is of an earlier wording" in plain(receipt_card(changed, receipt, english))


def test_the_receipt_of_a_list_is_that_of_the_library(library: Library, english: Words) -> None:
    receipt = receipts.of_library(library)
    assert receipt.startswith(f"library@{library.digest[:6]}")
    assert "is the library in force" in plain(receipt_card(library, receipt, english))
    older = receipts.of_library(replace(library, notes={}))
    assert f"{older} is an older library" in plain(receipt_card(library, older, english))
    assert "is not a receipt of ours" in plain(receipt_card(library, "library@00000000", english))


@pytest.mark.parametrize("typed", ["nonsense", "@everyone", "a@123", "x" * 5900, "returns@3F9C2A1B", ""])
def test_what_is_no_receipt_is_said_to_be_none(library: Library, english: Words, typed: str) -> None:
    card = receipt_card(library, typed, english)
    assert "is not a receipt" in plain(card)
    assert fits(card, english) == []


def test_a_receipt_of_something_removed_says_so(library: Library, english: Words) -> None:
    receipt = receipts.of_brief(library, "hard")
    without = replace(library, briefs={"returns": library.briefs["returns"]})
    text = plain(receipt_card(without, receipt, english))
    assert f"{receipt} was given out here" in text
    assert "nothing of that name now" in text


@given(st.sampled_from(["returns", "hard", "gone", "library"]), st.integers(0, 16**8 - 1))
def test_a_receipt_that_was_made_up_is_told_from_one_that_has_changed(name: str, digits: int) -> None:
    receipt = f"{name}@{digits:08x}"
    told = plain(receipt_card(a_library(a_note("a-note", "A list.")), receipt, WORDS))
    assert ("is not a receipt of ours" in told) is not receipts.is_genuine(receipt)


def test_one_wrong_digit_of_a_receipt_is_nearly_always_noticed(library: Library) -> None:
    receipt = receipts.of_brief(library, "returns")
    name, digits = receipt.split("@")
    slips = [f"{name}@{digits[:at]}{one}{digits[at + 1 :]}" for at in range(8) for one in "0123456789abcdef"]
    passing = [slip for slip in slips if slip != receipt and receipts.is_genuine(slip)]
    assert len(passing) <= 3, passing


def test_help_names_the_commands_that_are_on_and_the_desk_to_moderators_alone(library: Library, english: Words) -> None:
    mentions = {"brief": "</brief:1>", "desk reload": "</desk reload:2>"}
    member, moderator = (plain(help_card(library, english, mentions, is_moderator)) for is_moderator in (False, True))
    assert "- </brief:1> " in member
    assert "desk" not in member
    assert "\n</desk reload:2>" in moderator
    assert "/quote" not in moderator


def test_privacy_explains_every_table_column_and_file_that_is_kept(english: Words, korean: Words) -> None:
    for words in (english, korean):
        card = kept_card(words, KEPT)
        lines = [line for line in plain(card).splitlines() if line.startswith("- ")]
        assert len(lines) == sum(len(table.columns) for table in TABLES) + len(FILES)
        for table in TABLES:
            assert f"`{table.name}`" in str(card.blocks)
            assert all(f"`{column.name}`: " in str(card.blocks) for column in table.columns)
        assert all(name.partition("/")[0].rstrip("…") in str(card.blocks) for file in FILES for name in file.names)
        assert fits(card, words) == []


@pytest.mark.parametrize("build", [privacy_card, kept_card])
def test_the_promise_of_a_key_that_ends_is_not_given_where_it_would_not_be_true(
    build: Callable[[Words, Kept], Card],
) -> None:
    promise = WORDS("privacy.key", days="31")
    fixed, alone = WORDS("privacy.key-fixed"), WORDS("privacy.one-server")
    told = {
        (is_fixed, one): str(build(WORDS, replace(KEPT, key_is_fixed=is_fixed, one_server=one)).blocks)
        for is_fixed in (False, True)
        for one in (False, True)
    }
    assert {case for case, text in told.items() if promise in text} == {(False, False)}
    assert {case for case, text in told.items() if fixed in text} == {(True, False), (True, True)}
    assert {case for case, text in told.items() if alone in text} == {(False, True), (True, True)}


@pytest.mark.parametrize("build", [privacy_card, kept_card])
def test_privacy_says_that_nothing_is_counted_where_that_is_so(build: Callable[[Words, Kept], Card]) -> None:
    text = str(build(WORDS, replace(KEPT, days=None)).blocks)
    assert "Nothing is counted now." in text
    assert "400" not in text
    assert WORDS("privacy.short-counts") not in text


def test_every_failure_says_what_happened_and_what_can_be_done(english: Words, korean: Words) -> None:
    assert "`1a2b3c4d`" in str(failed_card(english, "1a2b3c4d").blocks)
    assert "Try again in 5 seconds." in plain(cooldown_card(english, 5))
    assert "Ask a moderator." in plain(denied_card(english, "Ask a moderator."))
    assert "`/topics`" in str(gone_card(english).blocks)
    assert "`/help`" in str(outdated_card(english).blocks)
    assert "switched off </quote:1> in this place" in plain(off_card(english, "</quote:1>"))
    for card in (failed_card(korean, "1"), gone_card(korean), outdated_card(korean), cooldown_card(korean, 1)):
        assert fits(card, korean) == []


def test_a_posted_card_says_first_who_posted_it(english: Words) -> None:
    card = posted_card(Card("T", (), Address("brief", "b"), footer=("As of 2006",)), english, r"Ana \(\@ana\)")
    assert card.footer == (r"Posted by Ana \(\@ana\)", "As of 2006")


PROBLEM = Problem("briefs/topics/a.yaml", 12, "there is no '*x*'", "write y", warning=True, code="V201")


def test_the_desk_sees_the_library_its_warnings_and_why_each_setting_holds(library: Library, english: Words) -> None:
    settings = [Setting("cooldown", "5", "shipped", ""), Setting("posting", "nobody", "channel", "42")]
    status = Status(
        server="7",
        channel="42",
        loaded=datetime(2026, 11, 22, 6, 5, tzinfo=UTC),
        version="1.2",
        uptime=timedelta(hours=26, minutes=3, seconds=9),
        settings=settings,
        settings_digest="0123456789abcdef",
        from_discord=False,
        set_aside=False,
        unread=False,
        amiss=(("reports_channel", "404", "missing"),),
        reports_refused=False,
        unsent=("- `weekly`: refused",),
        warnings=(PROBLEM,),
        paths=True,
    )
    text = plain(status_card(library, status, english))
    assert f"Library: {receipts.of_library(library)}\nDigests: library {library.digest[:12]}, " in text
    assert "settings 0123456789ab\n" in text
    assert "Here: server 7, channel 42" in text
    assert "- reports_channel: 404 does not exist" in text
    assert "did not take the last report" not in text
    assert "Loaded 22 November 2026, 06:05 UTC" in text
    assert "Version 1.2, running for 26 hours 3 minutes" in text
    assert "For this channel\n- posting: nobody" in text
    assert "As shipped\ncooldown: 5" in text
    assert "- briefs/topics/a.yaml:12 V201 there is no '*x*'; write y" in text
    unseen = plain(status_card(library, replace(status, paths=False), english))
    assert "- V201 there is no '*x*'; write y" in unseen
    assert "a.yaml" not in unseen


def test_a_reload_tells_what_is_new_gone_and_changed(library: Library, english: Words) -> None:
    briefs = {"returns": library.briefs["returns"].model_copy(update={"title": "Who?"}), "new": a_brief("new", "New")}
    renewed = replace(library, briefs=briefs)
    text = plain(
        reloaded_card(changes(library, renewed), renewed, english, moderation=("posting", "servers.…visibility"))
    )
    assert "+1 briefing, \N{MINUS SIGN}1 briefing\nThe moderators' file has changed and is in force: posting, " in text
    assert "servers.…visibility" in text
    assert "- returns (briefing) changed: title\n- new (briefing) added\n- hard (briefing) removed" in text
    assert receipts.of_library(renewed) in text


def test_a_reload_that_changes_nothing_says_so(library: Library, english: Words) -> None:
    card = reloaded_card(changes(library, library), library, english, moderation=())
    assert "Nothing in the library has changed.\nThe moderators' file has not changed." in plain(card)


def test_problems_that_do_not_fit_a_card_are_all_in_a_file(english: Words) -> None:
    problems = [replace(PROBLEM, line=line) for line in range(1, 200)]
    card = problems_card(problems, english)
    assert card.title == "Not reloaded: 199 problems"
    assert len(pages(card, english)) == 1
    assert fits(card, english) == []
    (file,) = [block for block in card.blocks if isinstance(block, Enclosed)]
    assert all(f"a.yaml:{line}: V201 " in file.content.decode() for line in range(1, 200))
    few = problems_card(problems[:3], english)
    assert not [block for block in few.blocks if isinstance(block, Enclosed)]
    assert all(f"a.yaml:{line} " in plain(few) for line in range(1, 4))
