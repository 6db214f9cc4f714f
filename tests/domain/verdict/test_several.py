from dataclasses import replace

from bot.domain.verdict import Checker
from bot.domain.verdict.gist import gist, gravity, pieces_of
from bot.domain.verdict.several import check_several
from bot.domain.verdict.verdict import Check, Difference
from bot.domain.verdict.wordless import has_words
from tests.builders import a_document, a_library

PAPER = a_document("a-paper", "The keeper said that no boat was turned away on the day of the great storm.")
CHECKER = Checker(a_library(PAPER))
EXACT = "no boat was turned away on the day of the great storm"
ALTERED = "every boat was turned away on the day of the great storm"


def test_words_beside_a_quotation_are_not_called_absent() -> None:
    found = check_several(CHECKER, ("look what I have found today", "Some Page of the Web", EXACT))
    assert found.verdict == "exact"


def test_an_altered_text_is_not_hidden_by_an_exact_one() -> None:
    found = check_several(CHECKER, (f"“{EXACT}”", ALTERED))
    assert found.verdict == "altered"
    assert {piece.verdict for piece in found.pieces} == {"exact", "altered"}


def test_texts_without_anything_of_ours_are_absent() -> None:
    assert check_several(CHECKER, ("the moon is made of cheese", "and so on and so forth")).verdict == "absent"


def test_the_gravest_goes_first() -> None:
    negation = Check("altered", "a", differences=(Difference("negation", "", "not"),))
    words = Check("altered", "a", differences=(Difference("words", "a", "b"),))
    other = Check("exact", "a", attribution="other")
    goes_on = Check("exact", "a", follows="provided that")
    absent, short = Check("absent", "a"), Check("exact", "a", short=True, attribution="other")
    marked, exact = Check("exact", "a", marks_a_change=True), Check("exact", "a")
    order = [negation, words, other, goes_on, absent, short, marked, exact]
    assert sorted([exact, short, *order[:2], absent, marked, goes_on, other], key=gravity) == order
    assert [gist(one) for one in order[2:]] == ["other", "goes on", "absent", "short", "marked", "exact"]


def test_a_text_measured_as_a_whole_stands_before_its_pieces() -> None:
    short = Check("exact", "refouler", source_words="refouler", short=True)
    other = Check("exact", "a longer one", source_words="a longer one")
    whole = Check("altered", "all of it", source_words="all of that", pieces=(short, other))
    assert pieces_of(whole) == (whole, other)
    assert pieces_of(replace(short, pieces=(short,))) == (short,)


def test_of_our_own_cards_only_what_is_quoted_is_checked() -> None:
    texts = (f"Nobody says that {ALTERED}", f"He says “{EXACT}” here")
    assert check_several(CHECKER, texts).verdict == "altered"
    assert check_several(CHECKER, texts, quoted_only=True).verdict == "exact"
    assert check_several(CHECKER, (ALTERED,), quoted_only=True).verdict == "altered"


def test_our_own_cards_accuse_nobody(checker: Checker) -> None:
    text = "“China must afford unimpeded access to these refugees,” Robert King said."
    assert check_several(checker, (text,)).attribution == "other"
    assert check_several(checker, (text,), quoted_only=True).attribution is None


def test_letters_that_show_nothing_are_no_words() -> None:
    for text in (
        "\u3164",
        "\u200b",
        "```\n```",
        "<:a:123456789012345678>",
        "https://example.org",
        "👍",
        "…?!",
        "\u2800",
        "@everyone",
        "1. ",
    ):
        assert not has_words(text), text
    for text in ("a", "난민", "難民", "300,000", "\u3164a"):
        assert has_words(text), text
