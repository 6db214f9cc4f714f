# ruff: noqa: RUF001 - the texts are in several scripts and with every sort of mark
"""The verdicts of `verify`, a test for each sentence of the contract."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.verdict import Check, Checker
from tests.builders import a_document, a_library, a_narration, a_person, a_quotation, an_article, an_instrument

FIRST = a_document(
    "first-paper",
    "A Story",
    "“Many people in the border towns have given food and shelter to those who came across the river,” Ann Smith said. "
    "“Some of them did not stay for more than three days.”",
    "The ministry rejected the report on Monday, saying that it had never asked anybody to send the group back home.",
    "However, the agency had been allowed no access to the nine people held in the town.",
    publisher="First Paper",
)
SECOND = a_document(
    "second-paper",
    "Many people in the border towns have given food and shelter to those who came across the river.",
    "하늘은 파랗고 바다는 깊다고 그 사람은 말했다. 아무도 돌려보내지 않겠다고 약속했다.",
    "外交部发言人表示，这些人是非法入境者，中国依法处理有关问题。",
    publisher="Second Paper",
)
TREATY = an_instrument(
    "river-treaty",
    "River Treaty",
    an_article(
        "33",
        "No State shall return a traveller in any manner whatsoever to the place from which that traveller fled.",
        "The benefit of this provision may not be claimed by a traveller who is a danger to the country.",
    ),
)
SHELTER = a_quotation(
    FIRST,
    "shelter",
    "Many people in the border towns have given food and shelter to those who came across the river,",
    "Ann Smith",
    actor="Helpers",
)
REJECTED = a_narration(FIRST, "rejected", "The ministry rejected the report on Monday", speaker="River ministry")
LIBRARY = a_library(
    FIRST, SECOND, TREATY, SHELTER, REJECTED, a_person("ann-smith", "Ann Smith", "Smith"), a_person("bob", "Bob King")
)
CHECKER = Checker(LIBRARY)
WORDS = "Many people in the border towns have given food and shelter to those who came across the river"


def check(text: str) -> Check:
    return CHECKER.check(text)


def changed(text: str) -> list[tuple[str, str, str]]:
    return [(difference.kind, difference.text, difference.source) for difference in check(text).differences]


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
    assert (found.verdict, found.document, found.paragraph) == ("exact", "river-treaty", "33")


def test_a_text_near_a_passage_is_altered_and_shows_what_the_document_has() -> None:
    found = check("The ministry accepted the report on Monday, saying that it had never asked anybody")
    assert (found.verdict, found.document, found.paragraph) == ("altered", "first-paper", 3)
    assert found.source_words == "The ministry rejected the report on Monday, saying that it had never asked anybody"
    assert [(d.kind, d.text, d.source) for d in found.differences] == [("words", "accepted", "rejected")]


def test_a_near_text_is_not_taken_apart_even_if_each_of_its_quotations_is_exact() -> None:
    found = check(f"“{WORDS},” Ann Smith lied. “Some of them did not stay for more than three days.”")
    assert found.verdict == "altered"
    assert [(d.text, d.source) for d in found.differences] == [("lied", "said")]


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
    ("text", "verdict"),
    [
        (f"The Helpers' Ann Smith, one of those who have given food and shelter, put it so: “{WORDS}”", "exact"),
        (f"“{WORDS},” Ann Smith said and laughed.", "altered"),
        (f"“{WORDS},” Ann Smith said.", "exact"),
        ('Of the town it says: "Some of them did not stay", and "for more than three days" too.', "altered"),
    ],
)
def test_words_beside_a_quotation_are_talk_unless_they_retell_what_stands_there(text: str, verdict: str) -> None:
    assert check(text).verdict == verdict


def test_words_around_a_small_quotation_that_are_the_documents_count() -> None:
    paper = a_document(
        "p", "The report said that there had been “trouble” at the gate, and that nobody had been hurt in it."
    )
    checker = Checker(a_library(paper))
    assert (
        checker.check("The report said that there had been “trouble” at the gate, and that nobody had been").verdict
        == "exact"
    )
    changed = "The report said that there had been “trouble” at the gate, and that somebody had been hurt in it."
    assert checker.check(changed).verdict == "altered"


def test_single_marks_never_delimit() -> None:
    assert check(f"Nobody believes me when I tell them what I heard, which is '{WORDS}'").verdict == "altered"


@pytest.mark.parametrize("mark", ["…", "...", "[…]", " [...] ", " … "])
def test_segments_that_stand_in_order_in_one_paragraph_are_exact(mark: str) -> None:
    found = check(f"Many people in the border towns{mark}came across the river")
    assert (found.verdict, found.omitted) == ("exact", ("have given food and shelter to those who",))


def test_segments_in_another_order_are_not_exact() -> None:
    assert check("came across the river … Many people in the border towns").verdict != "exact"


def test_segments_of_two_paragraphs_are_not_exact() -> None:
    assert check("Some of them did not stay … The ministry rejected the report").verdict != "exact"


@pytest.mark.parametrize(
    ("text", "kind", "left_out"),
    [
        ("Some of them did … stay for more than three days", "negation", "not"),
        ("Some of them did not stay for more than … days", "number", "three"),
        ("saying that it had … asked anybody", "negation", "never"),
    ],
)
def test_an_ellipsis_over_a_negation_or_a_number_is_altered(text: str, kind: str, left_out: str) -> None:
    assert check(text).verdict == "altered"
    assert changed(text) == [(kind, "", left_out)]


def test_an_ellipsis_over_an_exception_is_altered() -> None:
    paper = a_document("p", "They may leave the country at any time except in winter when the river is frozen over.")
    found = Checker(a_library(paper)).check("They may leave the country at any time … when the river is frozen over.")
    assert (found.verdict, found.differences[0].kind) == ("altered", "exception")


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


def test_the_first_carrier_in_register_order_comes_first_and_the_others_are_named() -> None:
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


def test_the_json_has_the_fields_of_the_contract() -> None:
    assert check(WORDS).as_json() == {
        "verdict": "exact",
        "document": "first-paper",
        "paragraph": 2,
        "also": [["second-paper", 1]],
        "quotation": "shelter",
        "source_words": WORDS,
        "differences": [],
        "attribution": None,
    }


def test_an_absent_text_has_no_place() -> None:
    assert check("The moon is made of green cheese and everybody knows it.").as_json() == {
        "verdict": "absent",
        "document": None,
        "paragraph": None,
        "also": [],
        "quotation": None,
        "source_words": None,
        "differences": [],
        "attribution": None,
    }


def test_words_of_the_document_itself_are_no_quotation() -> None:
    found = check("The ministry rejected the report on Monday")
    assert (found.evidence, found.quotation) == ("rejected", None)


def test_words_from_the_end_of_one_paragraph_into_the_next_are_not_exact() -> None:
    assert check("send the group back home. However, the agency had been allowed").verdict != "exact"


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("asked anybody to send the group back home", "it had never"),
        ("stay for more than three days", "them did not"),
        ("The ministry rejected the report", None),
        ("saying that it had never asked anybody", None),
    ],
)
def test_a_negation_cut_off_just_before_exact_words_is_told(text: str, before: str | None) -> None:
    found = check(text)
    assert (found.verdict, found.before) == ("exact", before)


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
    words = LONG.split()
    if words[place] != other:
        words[place] = other
        # The words that are left may stand exactly when the first or the last one was taken away.
        taken_from_an_end = not other and place in {0, len(words) - 1}
        assert LONG_CHECKER.check(" ".join(words)).verdict == ("exact" if taken_from_an_end else "altered")


@pytest.mark.parametrize(
    "text",
    [
        f"> {WORDS}",
        f">>> {WORDS}\n",
        f"  \n{WORDS}  ",
        f"**{WORDS}**",
        f"||{WORDS}||",
        f"*“{WORDS}.”*",
        f"{WORDS} https://example.org/a_b?c=d",
        f"{WORDS} <:yes:123456789> 👍🏽",
        f"[{WORDS}](https://example.org)",
        f"<@123456789> {WORDS}",
        WORDS.replace(" ", "  \n"),
        WORDS.replace(" ", "\u00a0"),
        f"> {WORDS[:30]}\n> {WORDS[31:]}" if WORDS[30] == " " else f"> {WORDS}",
    ],
)
def test_the_dress_of_a_chat_message_is_no_difference(text: str) -> None:
    assert check(text).verdict == "exact"


def test_straight_and_curly_marks_are_the_same() -> None:
    assert check(f'"{WORDS}," Ann Smith said. "Some of them did not stay').verdict == "exact"


def test_a_quotation_with_marks_inside_is_one_quotation() -> None:
    paper = a_document(
        "p", "“He called them ‘guests’ and said that “travellers” was a word for other people,” she said."
    )
    checker = Checker(a_library(paper))
    assert (
        checker.check('Listen to this. "He called them \'guests\' and said that "travellers" was a word"').verdict
        == "exact"
    )


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


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        (f'Ann Smith: "{WORDS}"', "same"),
        (f'"{WORDS}" - Smith', "same"),
        (f'First Paper wrote: "{WORDS}"', "same"),
        (f'Second Paper wrote: "{WORDS}"', "same"),
        (f'Bob King said "{WORDS}"', "other"),
        (f'What a line by the River ministry: "{WORDS}"', "other"),
        (f'As Ann Smith said in 1999: "{WORDS}"', "other"),
        (f'As Ann Smith said in 2013: "{WORDS}"', "same"),
        (f'Somebody said in 1999: "{WORDS}"', "other"),
        (f'Somebody told me: "{WORDS}"', None),
        (f"“{WORDS}”", None),
        ('River Treaty: "No State shall return a traveller in any manner whatsoever"', "same"),
        ('Bob King: "No State shall return a traveller in any manner whatsoever"', "other"),
    ],
)
def test_a_speaker_or_date_named_around_the_words_is_compared_with_the_librarys(
    text: str, attribution: str | None
) -> None:
    found = check(text)
    assert (found.verdict, found.attribution) == ("exact", attribution)


def test_a_year_in_the_name_of_a_treaty_is_no_date_of_the_words() -> None:
    treaty = an_instrument("old-treaty", "1951 Treaty", an_article("3", "Everyone may cross the river at any time."))
    paper = a_document("p", "The 1951 Treaty says that “everyone may cross the river” here.", publisher="New Paper")
    found = Checker(a_library(treaty, paper)).check('1951 Treaty: "Everyone may cross the river at any time."')
    assert found.attribution == "same"


def test_words_that_repeat_in_a_paragraph_are_laid_along_the_right_place() -> None:
    paper = a_document("p", "It made the crime of leaving a “crime of treachery against the nation,” and said so.")
    found = Checker(a_library(paper)).check("crime of treachery against our nation")
    assert (found.verdict, [(d.text, d.source) for d in found.differences]) == ("altered", [("our", "the")])


def test_a_changed_word_beside_a_long_ellipsis_is_altered() -> None:
    gap = (
        "with a very long title that goes on and on about many things of which nobody had heard before that day at all"
    )
    paper = a_document(
        "p", f"China has allowed an agreement with its neighbour, {gap}, signed in July to replace its duties."
    )
    found = Checker(a_library(paper)).check(
        "China has allowed an agreement with its enemy … signed in July to replace its duties."
    )
    assert found.verdict == "altered"


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
