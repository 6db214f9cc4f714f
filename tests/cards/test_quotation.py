from bot.cards.address import Address
from bot.cards.card import Press, Section, Text
from bot.cards.layout.plain import plain
from bot.cards.options import Options
from bot.cards.routes import card_at, every_card
from bot.domain.library import Library
from bot.domain.model import Departure
from bot.words.catalogue import Words
from tests.builders import a_document, a_library, a_quotation
from tests.cards.shown import shown


def test_a_quotation_has_its_speaker_role_document_date_and_label(library: Library, options: Options) -> None:
    text = shown(library, Address("quotation", "denial"), options).blocks[0]
    assert isinstance(text, Text)
    assert text.markdown == (
        "> “We returned nobody”\n**A Spokesman**, ministry\n-# A Paper, 4 June 2013, paragraph 1 · Press"
    )


def test_second_hand_words_say_through_whom_and_how_they_depart(library: Library, options: Options) -> None:
    text = plain(shown(library, Address("quotation", "fragment"), options))
    assert "A Spokesman, ministry, via A Paper" in text
    assert "paragraph 1 · Press · fragment · second-hand" in text
    assert (
        "As quoted in A Digest; the original differs: Two words are missing. The original: “We returned nobody”" in text
    )


def test_words_whose_original_nobody_has_seen_are_not_said_to_differ_from_it(options: Options) -> None:
    paper = a_document("a-paper", "“Let them go,” she said.")
    words = a_quotation(paper, "go", "Let them go", "She", departs=Departure(note="A translation has another verb."))
    text = plain(shown(a_library(paper, words), Address("quotation", "go"), options))
    assert "As quoted in A Paper; the original's wording is not confirmed: A translation has another verb.\n" in text
    assert "differs" not in text


def test_a_day_that_the_editors_infer_is_not_said_to_be_the_day_it_was_said(options: Options) -> None:
    paper = a_document("a-paper", "“Let them go,” she said.")
    words = a_quotation(paper, "go", "Let them go", "She", said="2013-06-03", said_inferred=True)
    text = plain(shown(a_library(paper, words), Address("quotation", "go"), options))
    assert "\nShe, reported 3 June 2013 (date inferred)\n" in text


def test_words_that_must_not_stand_alone_come_with_a_sentence_of_a_briefing(library: Library, options: Options) -> None:
    for address in (
        Address("quotation", "fragment"),
        Address("quotes", "a-digest"),
        Address("brief", "returns", "quotes"),
    ):
        text = plain(shown(library, address, options))
        lead_in = "Not to be read alone. A briefing says: Nobody was returned, its spokesman said.\n> “returned nobody”"
        assert lead_in in text


def test_a_narration_that_no_claim_rests_on_is_on_no_card(library: Library, english: Words) -> None:
    cards = [plain(card) for _, card in every_card(library, english)]
    assert not any("counts 10,000 to 30,000 of them" in text for text in cards)
    assert any(
        "A Paper 2013, paragraph 2: https://paper.example/1\nnarration, A Paper, in its own" in text for text in cards
    )


def test_the_context_marks_the_quoted_words(library: Library, options: Options) -> None:
    button = shown(library, Address("quotation", "denial"), options).actions[0]
    assert button == Press("Show in context", Address("quotation", "denial", "context"))
    text = shown(library, Address("quotation", "denial", "context"), options).blocks[0]
    assert isinstance(text, Text)
    assert "“**We returned nobody**,” the spokesman said, and left the room at once." in text.markdown


def test_a_quotation_whose_context_may_not_be_shown_names_the_place(library: Library, options: Options) -> None:
    hidden = shown(library, Address("quotation", "fragment"), options)
    assert all(action.label != "Show in context" for action in hidden.actions)
    text = plain(shown(library, Address("quotation", "fragment", "context"), options))
    assert "They stand in A Digest (likely), February 2005 (date inferred), paragraph 1." in text


def test_distressing_words_are_covered_on_their_own_card_and_in_lists(library: Library, options: Options) -> None:
    for address in (
        Address("quotation", "beaten"),
        Address("quotation", "beaten", "context"),
        Address("quotes", speaker="a-witness"),
    ):
        assert "beaten" not in plain(shown(library, address, options)).replace("quotation:beaten", "").replace(
            "beaten@", ""
        )
    first = shown(library, Address("quotation", "beaten"), options).blocks[0]
    assert isinstance(first, Section)
    opened = Address("quotation", "beaten", opened=True)
    assert first.button == Press("Show", opened)
    assert "“They were beaten in the camps”" in plain(shown(library, opened, options))


def test_quotations_are_listed_by_document_and_speaker(library: Library, options: Options) -> None:
    assert shown(library, Address("quotes", "a-paper"), options).title == "A Paper: 2 quotations"
    assert shown(library, Address("quotes", speaker="a-spokesman"), options).title == "A Spokesman: 2 quotations"
    both = Address("quotes", "a-paper", speaker="a-spokesman")
    assert shown(library, both, options).title == "A Spokesman: 1 quotation"
    assert card_at(library, Address("quotes", "a-paper", speaker="nobody"), options) is None


def test_a_quotation_leads_to_the_briefings_that_use_it(library: Library, options: Options) -> None:
    assert "Briefings that use this:\n  Who was returned? [brief:returns]" in plain(
        shown(library, Address("quotation", "denial"), options)
    )
