from dataclasses import replace

import pytest

from bot.cards.address import Address
from bot.cards.card import Card, Menu, Press, Section, Text
from bot.cards.layout.plain import plain
from bot.cards.options import Options
from bot.cards.references import raised_all
from bot.cards.routes import card_at
from bot.domain import receipts
from bot.domain.date import PartialDate
from bot.domain.library import Library
from bot.domain.model import Claim
from bot.words.catalogue import Words
from tests.builders import a_brief, a_document, a_library, a_quotation


def brief(library: Library, key: str, view: str, options: Options, *, opened: bool = False) -> Card:
    card = card_at(library, Address("brief", key, view, opened=opened), options)
    assert card is not None
    return card


def led_to(card: Card) -> list[Address]:
    buttons = (one for one in card.actions if isinstance(one, Press))
    return [button.leads_to for button in buttons if isinstance(button.leads_to, Address)]


def markdown(card: Card) -> str:
    """The text of a card; the spaces that only keep a line together are plain here."""
    texts = (block.markdown for block in card.blocks if isinstance(block, Text | Section))
    return "\n".join(texts).replace("\N{NO-BREAK SPACE}", " ")


def test_the_first_thing_on_a_card_is_the_answer(library: Library, options: Options) -> None:
    answer = Text("The paper does not settle it.\N{NO-BREAK SPACE}¹")
    assert brief(library, "returns", "short", options).blocks[0] == answer
    note, first, *_ = brief(library, "returns", "card", options).blocks
    assert isinstance(note, Section)
    assert first == answer


def test_a_short_card_is_the_answer_alone(library: Library, options: Options) -> None:
    card = brief(library, "returns", "short", options)
    assert len(card.blocks) == 1
    assert card.actions[0] == Press("Full briefing", Address("brief", "returns"), "strong")


def test_a_number_stands_for_a_place_and_is_explained_among_the_sources(library: Library, options: Options) -> None:
    assert "- A spokesman said that nobody was. ¹" in markdown(brief(library, "returns", "card", options))
    sources = markdown(brief(library, "returns", "sources", options))
    assert "¹ A Paper, 4 June 2013, paragraph 1\n-# quotation, **A Spokesman**, ministry" in sources
    assert "² A Digest (likely), February 2005 (date inferred), paragraph 1" in sources


def test_two_passages_of_one_paragraph_have_one_number(options: Options) -> None:
    paper = a_document("p", "“Nobody came,” she said. “Nobody went,” he said.")
    came, went = a_quotation(paper, "came", "Nobody came", "She"), a_quotation(paper, "went", "Nobody went", "He")
    both = Claim(text="Both denied it.", rests_on=("came", "went"))
    library = a_library(paper, came, went, a_brief("b", "Who?", rests_on="came").model_copy(update={"answer": both}))
    assert markdown(brief(library, "b", "short", options)) == "Both denied it. ¹"


def test_positions_stand_as_written_and_the_silent_have_one_fixed_sentence(library: Library, options: Options) -> None:
    text = markdown(brief(library, "returns", "card", options))
    lines = text[text.index("**Who says what**") :].splitlines()
    assert lines[1] == "- **A State:** Nobody was returned, its spokesman said. ¹ ²"
    assert lines[2] == "- **Another State:** None of our documents has words of this actor."
    assert lines[3].startswith("- **Witnesses:**")


def test_figures_stand_side_by_side_with_all_that_belongs_to_each(library: Library, options: Options) -> None:
    text = markdown(brief(library, "returns", "card", options))
    assert "- **up to 7** · people who came back · D, as of 2005 ⁴" in text
    assert "- **at least 300,000** · people in hiding · A, via C, as of 2006 ⁴" in text
    assert "- **10,000 to 30,000** · people in hiding · B, as of 2007 ⁴" in text


def test_what_is_not_from_the_documents_says_so_and_names_its_source(library: Library, options: Options) -> None:
    text = markdown(brief(library, "returns", "card", options))
    assert "**From outside our documents**\n- A second list differs.\n-# *A page*, A library, 2014" in text


def test_the_small_print_says_who_when_as_of_and_which_wording(library: Library, options: Options) -> None:
    card = brief(library, "returns", "card", options)
    assert card.footer == (
        "¹ ³ ⁴ A Paper, 4 June 2013 · ² A Digest (likely), February 2005 (date inferred)",
        "Press",
        f"As of 2013 · compared with its sources 22 November 2026 · `{receipts.of_brief(library, 'returns')}`",
        "Our documents date from 2005 to 2013; the situation may have changed.",
    )


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [((1,), "¹"), ((1, 2), "¹ ²"), ((1, 2, 3), "¹\N{EN DASH}³"), ((1, 3, 4, 5, 6, 9, 10), "¹ ³\N{EN DASH}⁶ ⁹ ¹⁰")],
)
def test_a_run_of_numbers_is_given_by_its_ends(numbers: tuple[int, ...], shown: str) -> None:
    assert raised_all(numbers) == shown


@pytest.mark.parametrize(
    ("view", "title"),
    [("sources", "Sources"), ("quotes", "Quotations"), ("treaty", "Treaty text"), ("figures", "Figures")],
)
def test_a_view_says_over_it_which_it_is(library: Library, options: Options, view: str, title: str) -> None:
    assert brief(library, "returns", view, options).title == f"{title}: Who was returned?"


def test_a_review_that_is_overdue_is_said_and_one_that_is_not_is_not(library: Library, options: Options) -> None:
    late, early = (replace(options, today=PartialDate(year, 1, 1)) for year in (2028, 2027))
    assert "A new review was due on 22 November 2027." in brief(library, "returns", "card", late).footer
    assert not any("review was due" in line for line in brief(library, "returns", "card", early).footer)


def test_a_reader_of_another_language_is_told_that_the_content_is_english(library: Library, korean: Words) -> None:
    card = brief(library, "returns", "card", Options(korean))
    assert "내용은 문서의 언어인 영어로 제공됩니다." in card.footer
    assert "The paper does not settle it." in markdown(card)


def test_only_views_that_have_something_to_show_have_buttons(library: Library, options: Options) -> None:
    presses = [press for press in brief(library, "hard", "card", options).actions if isinstance(press, Press)]
    led = [press.leads_to for press in presses if isinstance(press.leads_to, Address)]
    assert [(address.kind, address.view) for address in led] == [
        ("brief", "quotes"),
        ("brief", "sources"),
        ("timeline", "card"),
    ]


def test_what_to_read_next_is_a_menu_of_briefings_that_exist(library: Library, options: Options) -> None:
    menu = brief(library, "returns", "card", options).blocks[-1]
    assert isinstance(menu, Menu)
    assert [choice.leads_to for choice in menu.choices] == [Address("brief", "hard")]


def test_a_distressing_part_is_hidden_until_the_button_is_pressed(library: Library, options: Options) -> None:
    for view in ("short", "card", "quotes"):
        hidden = brief(library, "hard", view, options)
        assert "beat" not in plain(hidden).replace("Describes beatings.", "")
        first = hidden.blocks[0]
        assert isinstance(first, Section)
        assert first.markdown.startswith("**Content note:** Describes beatings.")
        assert first.button == Press("Show", Address("brief", "hard", view, opened=True))
        opened = brief(library, "hard", view, options, opened=True)
        assert "beat" in plain(opened).replace("Describes beatings.", "")
        assert isinstance(opened.blocks[0], Text)


def test_where_moderators_want_spoilers_a_distressing_part_is_behind_one(library: Library, english: Words) -> None:
    spoilers = Options(english, hide="spoiler")
    assert "||A witness spoke of beatings.|| ¹" in markdown(brief(library, "hard", "card", spoilers))
    assert "||“They were beaten in the camps”||" in markdown(brief(library, "hard", "quotes", spoilers))


def test_claims_that_are_hidden_leave_a_line_that_counts_them(library: Library, options: Options) -> None:
    assert "- *1 point is hidden; press Show*" in markdown(brief(library, "hard", "card", options))
    assert "point" not in markdown(brief(library, "hard", "card", options, opened=True))


def test_a_position_that_is_hidden_keeps_its_place(library: Library, options: Options) -> None:
    assert "- **Witnesses:** *hidden; press Show*" in markdown(brief(library, "returns", "card", options))


def test_once_opened_a_briefing_stays_open_in_its_other_views(library: Library, options: Options) -> None:
    opened = brief(library, "hard", "card", options, opened=True)
    of_it = [to for to in led_to(opened) if to.kind == "brief"]
    assert of_it
    assert all(to.opened for to in of_it)
    assert [to.opened for to in led_to(brief(library, "hard", "quotes", options, opened=True))] == [True]


def test_a_content_note_names_where_to_turn_if_the_moderators_do(library: Library, english: Words) -> None:
    first = brief(library, "hard", "card", Options(english, support="call *us*")).blocks[0]
    assert isinstance(first, Section)
    assert r"Help: call \*us\*" in first.markdown


def test_a_number_the_editors_inferred_is_shown_as_inferred(options: Options) -> None:
    paper = a_document("p", "“Nobody came,” she said.")
    quotation = a_quotation(paper, "q", "Nobody came", "She")
    claim = Claim(text="It was 2004.", rests_on=("q",), number_ok="2004 is the year of the paper")
    library = a_library(paper, quotation, a_brief("b", "When?", rests_on="q").model_copy(update={"answer": claim}))
    assert "It was 2004. *(inferred: 2004 is the year of the paper)* ¹" in markdown(
        brief(library, "b", "card", options)
    )


@pytest.mark.parametrize("view", ["card", "short", "quotes", "treaty", "figures", "sources"])
def test_every_view_is_of_the_same_wording(library: Library, options: Options, view: str) -> None:
    assert any(
        receipts.of_brief(library, "returns") in line for line in brief(library, "returns", view, options).footer
    )


def test_articles_of_a_brief_are_shown_whole(library: Library, options: Options) -> None:
    text = markdown(brief(library, "returns", "treaty", options))
    assert (
        "**1.** No State shall return a refugee to a territory where his life would be threatened.\n**2.** But." in text
    )
