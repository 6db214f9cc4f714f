"""What of a brief is distressing, and how it is covered."""

from bot.cards.address import Address
from bot.cards.card import Press, Text
from bot.cards.layout.plain import plain
from bot.cards.options import Options
from bot.domain.library import Library
from bot.domain.model import Claim
from bot.words.catalogue import Words
from tests.builders import (
    a_brief,
    a_document,
    a_library,
    a_quotation,
)
from tests.cards.shown import brief, led_to, markdown


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
