from dataclasses import replace

import pytest

from bot.cards.card import Card, Menu
from bot.cards.diff import differing
from bot.cards.layout.pages import pages
from bot.cards.layout.plain import plain
from bot.cards.options import Options
from bot.cards.verdict import verdict_card
from bot.domain.library import Library
from bot.domain.verdict import Check, Checker
from tests.builders import a_document, a_library


def verdict(library: Library, text: str, options: Options) -> Card:
    return verdict_card(library, Checker(library).check(text), options)


def test_exact_words_are_shown_with_who_said_them_and_where(library: Library, options: Options) -> None:
    card = verdict(library, "We returned nobody", options)
    assert card.title == "Exact"
    text = plain(card)
    assert "> “We returned nobody”\nA Spokesman, ministry\nA Paper, 4 June 2013, paragraph 1 · Press" in text
    (menu,) = (block for block in card.blocks if isinstance(block, Menu))
    assert [str(choice.leads_to) for choice in menu.choices] == [
        "v1:quotation:denial:card:1",
        "v1:document:a-paper:card:1",
    ]


def test_among_several_what_turns_the_meaning_is_told_once(library: Library, options: Options) -> None:
    altered = "“No State shall not return a refugee to a territory where his life would be threatened.”"
    alone = plain(verdict(library, altered, options))
    among = plain(verdict(library, f"{altered} “We returned nobody”", options))
    assert "only in the text you gave" in alone
    assert "only in the text you gave" not in among
    assert "A negation is added" in among


def test_a_negation_cut_off_just_before_exact_words_is_shown(options: Options) -> None:
    paper = a_document("a-paper", "The keeper said that he did not close the harbour to any boat that day.")
    library = a_library(paper)
    cut = plain(verdict(library, "close the harbour to any boat that day", options))
    assert "stands just before these words; read them together" in cut
    assert "did not" in cut
    assert "just before" not in plain(verdict(library, "he did not close the harbour to any boat that day", options))


def test_an_altered_quotation_shows_the_difference_and_says_what_turns_its_meaning(
    library: Library, options: Options
) -> None:
    card = verdict(
        library, "No State shall not return a refugee to a territory where his life would be threatened.", options
    )
    assert card.title == "Altered: a negation is added"
    text = plain(card).replace("\N{NO-BREAK SPACE}", " ")
    assert "> No State shall [+ not] return a refugee" in text
    assert "[+ words] only in the text you gave" in text
    assert "- A negation is added: the text has “not”." in text
    assert "A Treaty, Article 33(1)" in text


def test_how_a_text_ends_is_no_difference(library: Library, options: Options) -> None:
    text = plain(verdict(library, "Officials wrote that some 300,000 people had fled.", options))
    assert "fled\n" in text
    assert "[+ .]" not in text.replace("\N{NO-BREAK SPACE}", " ")


def test_what_is_not_found_is_not_called_false(library: Library, options: Options) -> None:
    text = plain(verdict(library, "Purple elephants sing to @everyone here", options))
    assert "That does not mean that it is false or was never said." in text
    assert "> Purple elephants sing to @everyone here" in text
    marked = str(verdict(library, "Purple elephants sing to @everyone here", options).blocks[0])
    assert r"to \\@everyone here" in marked


def test_every_quotation_of_a_message_has_its_own_verdict(library: Library, options: Options) -> None:
    message = "A Witness claims “We returned nobody” and also “Purple elephants sing in the evening sun”, he wrote."
    text = plain(verdict(library, message, options))
    assert "2 quotations were found in the text and checked." in text
    assert "1. Exact words, another speaker" in text
    assert "2. Not in our library" in text
    assert "Careful: the text names another speaker or date than our library does." in text


def test_a_text_measured_as_a_whole_stands_first_and_names_what_was_too_short(
    library: Library, options: Options
) -> None:
    short = Check("exact", "refugee", "a-treaty", "33(1)", source_words="refugee", short=True)
    whole = Check(
        "altered", "A State shall return a refugee", "a-treaty", "33(1)", source_words="No State shall return"
    )
    card = verdict_card(library, replace(whole, pieces=(short,)), options)
    assert card.title == "Altered"
    assert "Too little to tell by itself: “refugee”" in plain(card)
    told = plain(verdict_card(library, replace(whole, pieces=(short, Check("absent", "purple elephants"))), options))
    assert told.startswith("Altered (1 of 2)")
    assert "The text as a whole: Altered" in told
    assert "1. Not in our library" in told


def test_of_many_quotations_the_gravest_are_told_in_full_and_none_is_left_out(
    library: Library, options: Options
) -> None:
    absent = tuple(Check("absent", f"purple elephants {number}") for number in range(9))
    card = verdict_card(library, replace(absent[0], pieces=absent), options)
    text = plain(card)
    assert all(f"{number}. Not in our library" in text for number in range(1, 10))
    assert len(pages(card, options.words)) == 1


def test_of_three_quotations_one_is_told_whole_and_the_others_in_a_line_each(
    library: Library, options: Options
) -> None:
    absent = tuple(Check("absent", "purple elephants that sing in the evening sun of every day") for _ in range(3))
    text = plain(verdict_card(library, replace(absent[0], pieces=absent), options))
    assert text.count("evening sun of every day") == 1
    assert "2. Not in our library: purple elephants that sing in…" in text


def test_distressing_words_that_are_found_stand_behind_a_spoiler(library: Library, options: Options) -> None:
    for text in ("They were beaten in the camps", "They were beaten badly in the camps"):
        blocks = str(verdict(library, text, options).blocks[0])
        assert "||" in blocks
        assert "beaten" not in blocks[: blocks.index("||")]


@pytest.mark.parametrize(
    ("original", "other", "shown"),
    [
        ("No State shall return", "no State may return", r"\[- ~~No~~\] \[\+ **no**\] State"),
        ("where his life", "where his or his life", r"where his \[\+ **or his**\] life"),
    ],
)
def test_marks_say_what_is_left_out_and_what_is_added(original: str, other: str, shown: str) -> None:
    marked = differing(original, other)
    assert marked is not None
    assert marked.replace("\N{NO-BREAK SPACE}", " ").replace("\N{MINUS SIGN}", "-").startswith(shown)


def test_of_a_fragment_what_stands_around_it_is_not_left_out() -> None:
    assert differing("No State shall return anybody to danger", "return anybody", fragment=True) == (
        "[…] return anybody […]"
    )


def test_a_text_that_shares_too_little_is_not_compared() -> None:
    assert differing("No State shall return a refugee", "the rule that people must not be sent home") is None
