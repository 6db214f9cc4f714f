from dataclasses import replace

import pytest

from bot.cards.address import Address
from bot.cards.card import Card, Choice, Text
from bot.cards.options import Options
from bot.cards.references import NO_BREAK
from bot.domain import receipts
from bot.domain.date import PartialDate
from bot.domain.library import Library
from bot.domain.model import Claim, Position
from bot.words.catalogue import Words
from tests.builders import (
    a_brief,
    a_document,
    a_library,
    a_note,
    a_quotation,
    an_article,
    an_instrument,
)
from tests.cards.shown import brief, led_to, markdown


def chosen(card: Card) -> list[tuple[str, Address]]:
    choices = card.more.choices if card.more else ()
    return [(choice.label, choice.leads_to) for choice in choices if isinstance(choice.leads_to, Address)]


def test_the_first_thing_on_a_card_is_the_answer(library: Library, options: Options) -> None:
    answer = Text("The paper does not settle it.\N{NO-BREAK SPACE}¹")
    assert brief(library, "returns", "card", options).blocks[0] == answer
    note, first, *_ = brief(library, "returns", "full", options).blocks
    assert note == Text("**Content note:** Describes violence.")
    assert first == answer


def test_the_short_card_is_answer_claims_and_one_line_of_sources(library: Library, options: Options) -> None:
    card = brief(library, "returns", "card", options)
    assert markdown(card) == "The paper does not settle it. ¹\n- A spokesman said that nobody was. ¹"
    assert card.footer == (f"¹{NO_BREAK}A Paper 2013 · `{receipts.of_brief(library, 'returns')}`",)
    assert brief(library, "returns", "short", options) == replace(card, address=Address("brief", "returns", "short"))


def test_the_line_of_sources_names_media_articles_and_notes_in_few_words(options: Options) -> None:
    paper = a_document("p", "“Nobody came,” she said.", publisher="A Paper of Record", short="Record")
    treaty = an_instrument("t", "A Treaty", an_article("33"))
    said = Claim(text="Nobody came.", rests_on=("q", "article:t-33", "note:n"))
    one = a_brief("b", "Who?", rests_on="q").model_copy(update={"answer": said})
    library = a_library(paper, treaty, a_note("n"), a_quotation(paper, "q", "Nobody came", "She"), one)
    line, *_ = brief(library, "b", "card", options).footer
    plain_spaces = line.replace(NO_BREAK, " ")
    assert plain_spaces.startswith("¹ Record 2013 · ² A Treaty, Art. 33 · ³ editors' note · `b@")


def test_positions_say_where_and_when_they_were_reported(library: Library, options: Options) -> None:
    state, silent, witnesses = markdown(brief(library, "returns", "who", options, opened=True)).splitlines()[1:]
    media = "A Paper, June 2013; A Digest, February 2005"
    assert state == f"**A State:** Nobody was returned, its spokesman said ({media}). ¹ ²"
    assert silent == "Not quoted in our documents: Another State."
    assert witnesses == "**Witnesses:** One spoke of beatings (A Paper, June 2013). ³"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("says that nobody came.", "**A State** says that nobody came (Record, June 2013). ¹"),
        ("says “Nobody came.”", "**A State** says “Nobody came.” (Record, June 2013). ¹"),
        ("Nobody came.", "**A State:** Nobody came (Record, June 2013). ¹"),
        ("“Nobody came.”", "**A State:** “Nobody came.” (Record, June 2013). ¹"),
        ("아무도 오지 않았다.", "**A State:** 아무도 오지 않았다 (Record, June 2013). ¹"),
    ],
)
def test_a_position_that_begins_in_lower_case_goes_on_from_its_actors_name(
    options: Options, text: str, line: str
) -> None:
    paper = a_document("p", "“Nobody came,” she said.", publisher="A Paper of Record", short="Record")
    said = Position(actor="A State", text=text, rests_on=("q",))
    quotation = a_quotation(paper, "q", "Nobody came", "She")
    library = a_library(paper, quotation, a_brief("b", "Who?", rests_on="q", positions=(said,)))
    assert markdown(brief(library, "b", "who", options)) == line


def test_the_silent_stand_in_one_line_where_the_first_of_them_stands(options: Options) -> None:
    paper = a_document("p", "“Nobody came,” she said.")
    positions = (
        Position(actor="The Accused", silent=True),
        Position(actor="A State", text="says so.", rests_on=("q",)),
        Position(actor="Another", silent=True),
    )
    quotation = a_quotation(paper, "q", "Nobody came", "She")
    library = a_library(paper, quotation, a_brief("b", "Who?", rests_on="q", positions=positions))
    lines = markdown(brief(library, "b", "who", options)).splitlines()
    assert lines == [
        "Not quoted in our documents: The Accused, Another.",
        "**A State** says so (A Paper, June 2013). ¹",
    ]


def test_a_position_that_rests_on_a_note_names_the_notes_publisher(options: Options) -> None:
    said = Position(actor="A State", text="says so.", rests_on=("note:n",))
    library = a_library(a_note("n"), a_brief("b", "Who?", rests_on="note:n", positions=(said,)))
    assert markdown(brief(library, "b", "who", options)) == "**A State** says so (A library, 2014). ¹"


def test_figures_stand_side_by_side_with_all_that_belongs_to_each(library: Library, options: Options) -> None:
    text = markdown(brief(library, "returns", "full", options))
    assert "- **up to 7** · people who came back · D, as of 2005 ⁴" in text
    assert "- **at least 300,000** · people in hiding · A, via C, as of 2006 ⁴" in text
    assert "- **10,000 to 30,000** · people in hiding · B, as of 2007 ⁴" in text


def test_what_is_not_from_the_documents_says_so_and_names_its_source(library: Library, options: Options) -> None:
    text = markdown(brief(library, "returns", "full", options))
    assert "**From outside our documents**\n- A second list differs.\n-# *A page*, A library, 2014" in text
    notes = markdown(brief(library, "returns", "notes", options))
    assert notes == "A second list differs.\n-# *A page*, A library, 2014"


def test_the_small_print_of_everything_says_who_when_as_of_and_which_wording(
    library: Library, options: Options
) -> None:
    card = brief(library, "returns", "full", options)
    assert card.blocks[-1] == Text(
        "-# ¹ ³ ⁴ A Paper, 4 June 2013 · ² A Digest (likely), February 2005 (date inferred)\n-# Press\n"
        "-# Compared with its sources 22 November 2026\n"
        "-# Documents of 2005 to 2013; things may have changed."
    )
    assert card.footer == (f"As of 2013 · `{receipts.of_brief(library, 'returns')}`",)


@pytest.mark.parametrize(
    ("view", "title"),
    [
        ("sources", "Sources"),
        ("who", "Who says what"),
        ("quotes", "Quotations"),
        ("treaty", "Treaty text"),
        ("figures", "Figures"),
        ("notes", "From outside our documents"),
    ],
)
def test_a_view_says_over_it_which_it_is(library: Library, options: Options, view: str, title: str) -> None:
    assert brief(library, "returns", view, options).title == f"{title}: Who was returned?"


def test_a_review_that_is_overdue_is_said_and_one_that_is_not_is_not(library: Library, options: Options) -> None:
    late, early = (replace(options, today=PartialDate(year, 1, 1)) for year in (2028, 2027))
    assert "A new review was due on 22 November 2027." in brief(library, "returns", "card", late).footer
    assert not any("review was due" in line for line in brief(library, "returns", "card", early).footer)


def test_a_reader_of_another_language_is_told_that_the_content_is_english(library: Library, korean: Words) -> None:
    card = brief(library, "returns", "card", Options(korean))
    assert "내용은 영어로 제공됩니다." in card.footer
    assert "The paper does not settle it." in markdown(card)


def test_only_views_that_have_something_to_show_can_be_opened(library: Library, options: Options) -> None:
    returns, hard = (brief(library, key, "card", options, opened=True) for key in ("returns", "hard"))
    assert [address.view for address in led_to(returns)] == ["sources", "who", "quotes"]
    assert [address.view for address in led_to(hard)] == ["sources", "quotes"]
    silent = Position(actor="A State", silent=True)
    nobody = library.briefs["hard"].model_copy(update={"positions": (silent,)})
    told = brief(replace(library, briefs={"hard": nobody}), "hard", "card", options, opened=True)
    assert [address.view for address in led_to(told)] == ["sources", "quotes"]
    assert chosen(returns) == [
        ("Treaty text", Address("brief", "returns", "treaty", opened=True)),
        ("Figures", Address("brief", "returns", "figures", opened=True)),
        ("From outside our documents", Address("brief", "returns", "notes", opened=True)),
        ("Timeline", Address("timeline", "returns")),
        ("What happened in the camps?", Address("brief", "hard")),
        ("Everything", Address("brief", "returns", "full", opened=True)),
    ]
    assert chosen(hard) == [
        ("Timeline", Address("timeline", "hard")),
        ("Everything", Address("brief", "hard", "full", opened=True)),
    ]


def test_what_to_read_next_is_among_more_and_says_that_it_is(library: Library, options: Options) -> None:
    menu = brief(library, "returns", "card", options).more
    assert menu is not None
    assert Choice("What happened in the camps?", Address("brief", "hard"), "Read next") in menu.choices


@pytest.mark.parametrize("view", ["sources", "who", "quotes", "treaty", "figures", "notes", "full"])
def test_every_view_leads_back_to_the_card_and_pages_by_the_screen(
    library: Library, options: Options, view: str
) -> None:
    for opened in (False, True):
        card = brief(library, "returns", view, options, opened=opened)
        assert led_to(card)[0] == Address("brief", "returns", opened=opened)
        assert card.by_screen


def test_a_number_the_editors_inferred_is_shown_as_inferred(options: Options) -> None:
    paper = a_document("p", "“Nobody came,” she said.")
    quotation = a_quotation(paper, "q", "Nobody came", "She")
    claim = Claim(text="It was 2004.", rests_on=("q",), number_ok="2004 is the year of the paper")
    library = a_library(paper, quotation, a_brief("b", "When?", rests_on="q").model_copy(update={"answer": claim}))
    assert "It was 2004. *(inferred: 2004 is the year of the paper)* ¹" in markdown(
        brief(library, "b", "card", options)
    )


@pytest.mark.parametrize("view", ["card", "short", "sources", "who", "quotes", "treaty", "figures", "notes", "full"])
def test_every_view_is_of_the_same_wording(library: Library, options: Options, view: str) -> None:
    assert any(
        receipts.of_brief(library, "returns") in line for line in brief(library, "returns", view, options).footer
    )


def test_articles_of_a_brief_are_shown_whole(library: Library, options: Options) -> None:
    text = markdown(brief(library, "returns", "treaty", options))
    assert (
        "**1.** No State shall return a refugee to a territory where his life would be threatened.\n**2.** But." in text
    )
