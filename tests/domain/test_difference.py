from hypothesis import given
from hypothesis import strategies as st

from bot.domain.difference import Piece, differences

sentences = st.lists(st.sampled_from(["no", "State", "shall", "expel", ",", "25,000", "“return”", "or"])).map(" ".join)


def changes(original: str, other: str) -> list[Piece]:
    return [piece for piece in differences(original, other) if piece.kind != "same"]


def test_the_misquoted_article_shows_its_two_added_words() -> None:
    found = changes("where his life or freedom", "where his or his life or freedom")
    assert [(piece.kind, piece.original, piece.other.strip()) for piece in found] == [("added", "", "his or")]


def test_a_word_left_out_and_a_word_changed_are_told_apart() -> None:
    found = changes("No Contracting State shall expel or return", "Any Contracting State shall expel")
    assert [piece.kind for piece in found] == ["changed", "left out"]


def test_a_word_that_differs_in_case_alone_is_the_counterpart_of_the_other() -> None:
    found = changes("No Contracting State shall expel", "a contracting State shall expel")
    assert [(piece.original, piece.other) for piece in found] == [("No Contracting ", "a contracting ")]


def test_a_lone_mark_between_two_changes_is_part_of_them() -> None:
    found = changes("of his race, religion or opinion", "of their colour, faith or opinion")
    assert [piece.original for piece in found] == ["his race, religion "]


def test_a_mark_is_a_difference_of_its_own() -> None:
    assert [piece.other for piece in changes("be threatened", "be threatened,")] == [","]


def test_print_variation_is_no_difference() -> None:
    assert changes("China\u2019s \u201crefugees\u201d", 'China\'s  "refugees"') == []


def test_case_is_a_difference() -> None:
    assert [piece.kind for piece in changes("Contracting State", "contracting State")] == ["changed"]


@given(sentences, sentences)
def test_the_runs_joined_are_both_texts(original: str, other: str) -> None:
    found = differences(original, other)
    assert "".join(piece.original for piece in found) == original
    assert "".join(piece.other for piece in found) == other


@given(st.text(), st.text())
def test_any_two_texts_are_covered_from_beginning_to_end(original: str, other: str) -> None:
    found = differences(original, other)
    assert "".join(piece.original for piece in found) == original
    assert "".join(piece.other for piece in found) == other


@given(sentences)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert changes(text, text) == []
