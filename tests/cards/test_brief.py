from dataclasses import replace

import pytest

from bot.cards.address import Address
from bot.cards.card import Card, Choice, Press, Text
from bot.cards.layout.plain import plain
from bot.cards.options import Options
from bot.cards.references import NO_BREAK, raised_all
from bot.domain import receipts
from bot.domain.date import PartialDate
from bot.domain.library import Library
from bot.domain.model import Claim, Position
from bot.words.catalogue import Words
from tests.builders import (
    a_brief,
    a_document,
    a_library,
    a_narration,
    a_note,
    a_quotation,
    an_article,
    an_instrument,
)
from tests.cards.shown import led_to, markdown, shown


def brief(library: Library, key: str, view: str, options: Options, *, opened: bool = False) -> Card:
    return shown(library, Address("brief", key, view, opened=opened), options)


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


def test_a_number_stands_for_a_place_and_is_explained_among_the_sources(library: Library, options: Options) -> None:
    assert "- A spokesman said that nobody was. ¹" in markdown(brief(library, "returns", "card", options))
    sources = markdown(brief(library, "returns", "sources", options))
    assert "¹ A Paper, 4 June 2013, paragraph 1 · [link](<https://paper.example/1>)\n> " in sources
    assert "\n-# quotation, **A Spokesman**, ministry" in sources
    assert "² A Digest (likely), February 2005 (date inferred), paragraph 1" in sources


def test_a_document_and_a_speaker_are_told_in_full_once_and_after_that_in_few_words(options: Options) -> None:
    paper = a_document(
        "p", "“Nobody came,” she said.", "“Nobody went,” she said.", url="https://paper.example/1", short="Paper"
    )
    quotations = [
        a_quotation(paper, "came", "Nobody came", "She", role="mayor"),
        a_quotation(paper, "went", "Nobody went", "She", role="mayor"),
    ]
    answer = Claim(text="She denied it.", rests_on=("came", "went"))
    one = a_brief("b", "Who?", rests_on="came").model_copy(update={"answer": answer})
    library = a_library(paper, *quotations, one)
    assert markdown(brief(library, "b", "sources", options)).splitlines()[:6] == [
        "¹ A Paper, 4 June 2013, paragraph 1 · [link](<https://paper.example/1>)",
        "> **“Nobody came”**",
        "-# quotation, **She**, mayor · Press",
        "² [Paper 2013, paragraph 2](<https://paper.example/1>)",
        "> **“Nobody went”**",
        "-# quotation, **She**",
    ]


def test_the_sources_show_the_sentence_that_a_quotation_stands_in(library: Library, options: Options) -> None:
    sources = markdown(brief(library, "returns", "sources", options))
    assert "> “**We returned nobody**,” the spokesman said, and left the room at once." in sources


def test_what_stands_at_one_place_has_the_place_once_and_its_number_each_time(options: Options) -> None:
    paper = a_document("p", "Nobody came at all. “Nobody came,” she said. Nobody saw them. “Nobody went,” he said.")
    came, went = a_quotation(paper, "came", "Nobody came", "She"), a_quotation(paper, "went", "Nobody went", "He")
    told, saw = a_narration(paper, "told", "Nobody came at all"), a_narration(paper, "saw", "Nobody saw them")
    rests_on = ("came", "went", "told", "saw")
    answer = Claim(text="Both denied it.", rests_on=rests_on)
    one = a_brief("b", "Who?", rests_on="came").model_copy(update={"answer": answer})
    library = a_library(paper, came, went, told, saw, one)
    assert markdown(brief(library, "b", "sources", options)).splitlines()[:6] == [
        "¹ A Paper, 4 June 2013, paragraph 1",
        "> “**Nobody came**,” she said.",
        "-# quotation, **She** · Press",
        "> **“Nobody went”**",
        "-# ¹ quotation, **He** · Press",
        "-# ¹ narration, **A Paper**, in its own words · Press",
    ]


def test_the_sources_of_a_claim_keep_back_what_is_distressing(library: Library, options: Options) -> None:
    assert "> *hidden; press Show*" in markdown(brief(library, "hard", "sources", options))
    assert "They were beaten in the camps" in markdown(brief(library, "hard", "sources", options, opened=True))


def test_a_narration_is_read_among_the_sources_as_far_as_the_budget_reaches(options: Options) -> None:
    paper = a_document("p", "It went away. It came back late.", "A quiet day in the town on the river. " * 3)
    away, back = a_narration(paper, "away", "It went away"), a_narration(paper, "back", "It came back late")
    both = Claim(text="It did both.", rests_on=("away", "back"))
    one = a_brief("b", "What?", rests_on="away").model_copy(update={"answer": both})
    sources = markdown(brief(a_library(paper, away, back, one), "b", "sources", options))
    assert "> It went away\n" in sources
    assert "> It came back late\n" in sources
    short = a_document("p", "It went away. It came back late.", "A quiet day on the river.")
    sources = markdown(brief(a_library(short, away, back, one), "b", "sources", options))
    assert "> It went away\n" in sources
    assert "It came back late" not in sources
    assert "the place is named so that you can read them there" in sources


def test_two_passages_of_one_paragraph_have_one_number(options: Options) -> None:
    paper = a_document("p", "“Nobody came,” she said. “Nobody went,” he said.")
    came, went = a_quotation(paper, "came", "Nobody came", "She"), a_quotation(paper, "went", "Nobody went", "He")
    both = Claim(text="Both denied it.", rests_on=("came", "went"))
    library = a_library(paper, came, went, a_brief("b", "Who?", rests_on="came").model_copy(update={"answer": both}))
    assert markdown(brief(library, "b", "card", options)).startswith("Both denied it. ¹\n")


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


def test_the_numbers_behind_a_sentence_take_little_room_and_stay_on_its_line(options: Options) -> None:
    paper = a_document("p", *(f"Nobody came on day {day}, and all was quiet there." for day in "abcd"))
    told = [a_narration(paper, f"n{day}", f"Nobody came on day {day}") for day in "abcd"]
    answer = Claim(text="Nobody came.", rests_on=tuple(each.id for each in told))
    one = a_brief("b", "Who?", rests_on="na").model_copy(update={"answer": answer})
    first, *_ = brief(a_library(paper, *told, one), "b", "card", options).blocks
    assert first == Text("Nobody came.\N{NO-BREAK SPACE}¹\N{EN DASH}\N{WORD JOINER}⁴")


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [((1,), "¹"), ((1, 2), "¹ ²"), ((1, 2, 3), "¹\N{EN DASH}³"), ((1, 3, 4, 5, 6, 9, 10), "¹ ³\N{EN DASH}⁶ ⁹ ¹⁰")],
)
def test_a_run_of_numbers_is_given_by_its_ends(numbers: tuple[int, ...], shown: str) -> None:
    assert raised_all(numbers) == shown


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


def test_on_a_covered_card_show_stands_in_the_place_of_the_quotations(library: Library, options: Options) -> None:
    labels = [
        [one.label for one in brief(library, "hard", "card", options, opened=way).actions] for way in (False, True)
    ]
    assert labels == [["Sources", "Show"], ["Sources", "Quotations"]]


def test_a_distressing_part_is_hidden_until_the_button_is_pressed(library: Library, options: Options) -> None:
    for view in ("short", "card", "quotes", "sources", "full"):
        hidden = brief(library, "hard", view, options)
        assert "beat" not in plain(hidden).replace("Describes beatings.", "").replace("[quotation:beaten]", "")
        assert hidden.blocks[0] == Text("**Content note:** Describes beatings.")
        assert Press("Show", Address("brief", "hard", view, opened=True)) in hidden.actions
        opened = brief(library, "hard", view, options, opened=True)
        assert "beat" in plain(opened).replace("Describes beatings.", "")
        assert "Show" not in [one.label for one in opened.actions]


def test_where_moderators_want_spoilers_a_distressing_part_is_behind_one(library: Library, english: Words) -> None:
    spoilers = Options(english, hide="spoiler")
    assert "||A witness spoke of beatings.|| ¹" in markdown(brief(library, "hard", "card", spoilers))
    assert "||“They were beaten in the camps”||" in markdown(brief(library, "hard", "quotes", spoilers))


def test_what_is_hidden_leaves_a_line_that_counts_it(library: Library, options: Options) -> None:
    assert "- *2 points are hidden; press Show*" in markdown(brief(library, "hard", "card", options))
    assert "point" not in markdown(brief(library, "hard", "card", options, opened=True))


def test_a_position_that_is_hidden_keeps_its_place(library: Library, options: Options) -> None:
    assert "**Witnesses:** *hidden; press Show*" in markdown(brief(library, "returns", "who", options))
    assert "- **Witnesses:** *hidden; press Show*" in markdown(brief(library, "returns", "full", options))


def test_claims_that_are_not_hidden_stand_beside_those_that_are(options: Options) -> None:
    paper = a_document("p", "“Nobody came,” she said. “They were beaten,” he said.")
    said, beaten = (
        a_quotation(paper, "q", "Nobody came", "She"),
        a_quotation(paper, "beaten", "They were beaten", "He", flags=("distressing",)),
    )
    claims = (Claim(text="Nobody came.", rests_on=("q",)), Claim(text="He told of it.", rests_on=("beaten",)))
    one = a_brief("b", "Who?", rests_on="q", content_note="Beatings.").model_copy(update={"claims": claims})
    text = markdown(brief(a_library(paper, said, beaten, one), "b", "card", options))
    assert text.splitlines() == [
        "**Content note:** Beatings.",
        "It depends. ¹",
        "- Nobody came. ¹",
        "- *1 point is hidden; press Show*",
    ]


def test_once_opened_a_briefing_stays_open_in_its_other_views(library: Library, options: Options) -> None:
    opened = brief(library, "hard", "card", options, opened=True)
    of_it = [to for to in led_to(opened) if to.kind == "brief"]
    assert of_it
    assert all(to.opened for to in of_it)
    assert [to.opened for to in led_to(brief(library, "hard", "quotes", options, opened=True))] == [True]


def test_a_content_note_names_where_to_turn_if_the_moderators_do(library: Library, english: Words) -> None:
    support = {"en": "call *us*", "ko": "전화하세요"}
    first = brief(library, "hard", "card", Options(english, support=support)).blocks[0]
    assert isinstance(first, Text)
    assert r"Help: call \*us\*" in first.markdown
    for_koreans = brief(library, "hard", "card", Options(english, support=support, locale="ko")).blocks[0]
    assert isinstance(for_koreans, Text)
    assert "Help: 전화하세요" in for_koreans.markdown


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
