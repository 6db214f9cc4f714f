"""What may stand in a text is told without looking for it, and never wrongly ruled out."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.search.openings import Openings

PHRASES = ("who signed", "stand for", "signed", "무슨 뜻", "什么意思", "wtoとは")
OPENINGS = Openings(PHRASES)


@given(st.sampled_from(PHRASES), st.text("ab 뜻思と", max_size=5), st.text("ab 뜻思と", max_size=5))
def test_a_text_in_which_a_phrase_stands_is_never_ruled_out(phrase: str, before: str, after: str) -> None:
    between = " " if phrase.isascii() else ""
    assert OPENINGS.may_stand_in(f"{before}{between}{phrase}{between}{after}")


def test_most_texts_are_ruled_out_by_the_longest_word_of_each_phrase() -> None:
    assert not OPENINGS.may_stand_in("who keeps the lighthouse")
    assert not OPENINGS.may_stand_in("standing for nothing")
    assert not OPENINGS.may_stand_in("등대지기")
