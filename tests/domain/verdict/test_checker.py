# ruff: noqa: RUF001 - the texts are in several scripts and with every sort of mark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.verdict import Checker
from tests.builders import a_document, a_library
from tests.domain.verdict.papers import FIRST, TREATY, WORDS, changed, check


def test_words_that_stand_in_one_paragraph_are_exact_and_its_place_is_the_line_of_the_file() -> None:
    found = check("The ministry rejected the report on Monday, saying that it had never asked anybody")
    assert (found.verdict, found.document, found.paragraph) == ("exact", "first-paper", 3)


def test_words_that_stand_in_one_article_are_exact_and_their_place_is_its_paragraph() -> None:
    found = check("No State shall return a traveller in any manner whatsoever")
    assert (found.verdict, found.document, found.paragraph) == ("exact", "river-treaty", "33(1)")


@pytest.mark.parametrize("numbered", [False, True])
def test_a_whole_article_is_exact_with_or_without_the_numbers_of_its_paragraphs(numbered: bool) -> None:
    first, second = (paragraph.text for paragraph in TREATY.articles[0].paragraphs)
    found = check(f"1. {first}\n2. {second}" if numbered else f"{first} {second}")
    assert (found.verdict, found.document, found.paragraph, found.through) == (
        "exact",
        "river-treaty",
        "33(1)",
        "33(2)",
    )


def test_a_text_near_a_passage_is_altered_and_shows_what_the_document_has() -> None:
    found = check("The ministry accepted the report on Monday, saying that it had never asked anybody")
    assert (found.verdict, found.document, found.paragraph) == ("altered", "first-paper", 3)
    assert found.source_words == "The ministry rejected the report on Monday, saying that it had never asked anybody"
    assert [(d.kind, d.text, d.source) for d in found.differences] == [("words", "accepted", "rejected")]


def test_a_few_words_between_two_quotations_are_the_writers() -> None:
    found = check(f"“{WORDS},” Ann Smith lied. “Some of them did not stay for more than three days.”")
    assert (found.verdict, [piece.verdict for piece in found.pieces]) == ("exact", ["exact", "exact"])


def test_a_text_near_nothing_is_taken_apart_at_its_double_quotation_marks() -> None:
    found = check(f"I read this yesterday and could not believe it. “{WORDS}” is what they say. What do you think?")
    assert (found.verdict, found.document, len(found.pieces)) == ("exact", "first-paper", 1)


def test_the_worst_verdict_of_several_quotations_wins() -> None:
    found = check(f'Two things I read: "{WORDS}", and later "the moon is made of green cheese and wine".')
    assert [piece.verdict for piece in found.pieces] == ["exact", "absent"]
    assert found.verdict == "absent"


def test_words_outside_the_marks_are_ignored() -> None:
    assert check(f'As somebody put it: "{WORDS}"').verdict == "exact"


@pytest.mark.parametrize(
    "text",
    [
        f"Officials admit that {WORDS[0].lower()}{WORDS[1:]}",
        f"Officials admit that {WORDS}",
        f"{WORDS} because they were paid",
        WORDS.replace("food and shelter", "food and also shelter"),
    ],
)
def test_words_added_before_between_or_after_make_it_altered(text: str) -> None:
    assert check(text).verdict == "altered"


def test_the_first_document_in_register_order_comes_first_and_the_others_are_named() -> None:
    found = check(WORDS)
    assert (found.document, found.paragraph, found.also) == ("first-paper", 2, (("second-paper", 1),))


def test_documents_come_before_instruments() -> None:
    words = "No State shall return a traveller in any manner whatsoever"
    paper = a_document("p", f"The treaty says that “{words}” and more.")
    found = Checker(a_library(paper, TREATY)).check(words)
    assert (found.document, found.also) == ("p", (("river-treaty", "33(1)"),))


def test_a_repeated_paragraph_counts_once() -> None:
    paper = a_document(
        "p", "The same words stand here twice over.", "The same words stand here twice over.", same_as=[(2, 1)]
    )
    found = Checker(a_library(paper)).check("The same words stand here twice over.")
    assert (found.paragraph, found.also) == (1, ())


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("asked anybody to send the group back home", "it had never"),
        ("stay for more than three days", "them did not"),
        ("The ministry rejected the report", None),
        ("return a traveller in any manner", "No State shall"),
        ("be claimed by a traveller who is a danger", "provision may not"),
        ("saying that it had never asked anybody", None),
    ],
)
def test_a_negation_cut_off_just_before_exact_words_is_told(text: str, before: str | None) -> None:
    found = check(text)
    assert (found.verdict, found.before) == ("exact", before)


def test_an_absent_text_has_no_place() -> None:
    found = check("The moon is made of green cheese and everybody knows it.")
    assert (found.verdict, found.document, found.paragraph, found.source_words) == ("absent", None, None, None)


def test_words_of_the_document_itself_are_no_quotation() -> None:
    found = check("The ministry rejected the report on Monday")
    assert (found.evidence, found.quotation) == ("rejected", None)


def test_words_from_the_end_of_one_paragraph_into_the_next_are_exact_and_both_places_told() -> None:
    found = check("send the group back home. However, the agency had been allowed")
    assert (found.verdict, found.paragraph, found.through) == ("exact", 3, 4)


def test_page_furniture_interrupts_nothing_and_nothing_runs_into_it() -> None:
    paper = a_document(
        "p", "They left in the morning.", "Photo by nobody at all", "They came back at night.", not_text=[2]
    )
    checker = Checker(a_library(paper))
    whole = checker.check("They left in the morning. They came back at night.")
    assert (whole.verdict, whole.paragraph, whole.through) == ("exact", 1, 3)
    assert checker.check("They came back at night. Photo by nobody at all").verdict != "exact"
    assert checker.check("Photo by nobody at all").paragraph == 2


def test_words_of_two_documents_are_not_exact() -> None:
    assert check("the nine people held in the town. Many people in the border towns have given food").verdict != "exact"


def test_the_first_of_several_passages_that_are_as_near_is_compared() -> None:
    found = check(WORDS.replace("border", "harbour"))
    assert (found.verdict, found.document) == ("altered", "first-paper")


def test_part_of_a_word_does_not_stand() -> None:
    assert check("any people in the border town").verdict != "exact"


def test_a_change_of_case_is_altered() -> None:
    text = WORDS.replace("border", "Border")
    assert check(text).verdict == "altered"
    assert changed(text) == [("case", "Border", "border")]


def test_negations_come_first_and_numbers_next_among_the_differences() -> None:
    text = "Few of them did stay for more than four days"
    assert check(text).verdict == "altered"
    assert [kind for kind, _, _ in changed(text)] == ["negation", "number", "words"]


LONG = (
    "At the end of the winter the council of the town met in the old hall by the river and heard from the farmers, the "
    "teachers and the two doctors how the people who had come over the ice were fed, where they slept, and what they "
    "asked for before they went on to the south again with the first boats of spring"
)
LONG_CHECKER = Checker(a_library(a_document("p", LONG + ".")))


@given(st.integers(0, len(LONG.split()) - 1), st.sampled_from(["perhaps", "Hall", "5", "not", ""]))
def test_one_word_in_fifty_changed_is_altered_never_exact(place: int, other: str) -> None:
    words: list[str] = [*LONG.split()]
    if words[place] != other:
        words[place] = other
        # The words that are left may stand exactly when the first or the last one was taken away.
        taken_from_an_end = not other and place in {0, len(words) - 1}
        assert LONG_CHECKER.check(" ".join(words)).verdict == ("exact" if taken_from_an_end else "altered")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("아무도 돌려보내지 않겠다고 약속했다", "exact"),
        ("내일은 비가 온다고 하니 우산을 챙기세요", "absent"),
        ("하늘은 파랗고 바다는 얕다고 그 사람은 말했다", "altered"),
        ("这些人是非法入境者，中国依法处理有关问题", "exact"),
        ("这些人是合法入境者，中国依法处理有关问题", "altered"),
        ("今天天气很好，我们去公园散步吧", "absent"),
        (f"기사에 이렇게 나와요: “{WORDS}”", "exact"),
    ],
)
def test_other_scripts_are_checked_as_well(text: str, verdict: str) -> None:
    assert check(text).verdict == verdict


def test_words_that_repeat_in_a_paragraph_are_laid_along_the_right_place() -> None:
    paper = a_document("p", "It made the crime of leaving a “crime of treachery against the nation,” and said so.")
    found = Checker(a_library(paper)).check("crime of treachery against our nation")
    assert (found.verdict, [(d.text, d.source) for d in found.differences]) == ("altered", [("our", "the")])


def test_an_altered_text_may_name_somebody_else_too() -> None:
    found = check("Bob King: The ministry accepted the report on Monday, saying that it had never asked anybody")
    assert (found.verdict, found.attribution) == ("altered", "other")


@pytest.mark.parametrize("text", ["", " ", "…", '""', "“”", "?!", "> ", "<@1>", "\u200b", '"', "「」"])
def test_a_text_without_words_is_absent(text: str) -> None:
    assert check(text).verdict == "absent"


@given(st.text(max_size=6000))
def test_any_text_at_all_gets_a_verdict(text: str) -> None:
    assert check(text).verdict in {"exact", "altered", "absent"}


@given(st.data())
def test_every_run_of_words_of_a_document_is_exact(data: st.DataObject) -> None:
    words = FIRST.paragraphs[data.draw(st.integers(1, 3))].split()
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    assert check(" ".join(words[start:end])).verdict == "exact"
