import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.domain.language import is_word, meant, words

COMMON = [word for label in ("grammar", "light", "common") for word in words("english")[label] if len(word) > 4]


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        *(("betwen", "between"), ("waht", "what"), ("thier", "their"), ("hw", "how"), ("teh", "the")),
        *(("gov", "government"), ("intl", "international"), ("defintion", "definition"), ("maby", "many")),
    ],
)
def test_a_slip_in_a_common_word_is_put_right(typed: str, word: str) -> None:
    found = meant(typed)
    assert found
    assert found.word == word


@pytest.mark.parametrize("typed", ["nba", "bts", "kpop", "cedaw", "x", "", "33", "남민", "难民"])
def test_a_name_and_what_is_no_english_word_are_left_alone(typed: str) -> None:
    assert meant(typed) is None


@given(word=st.sampled_from(COMMON), data=st.data())
def test_a_word_with_two_letters_exchanged_is_taken_for_one_that_is_one_slip_away(
    word: str, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(word) - 2))
    typed = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    assume(not is_word(typed))
    found = meant(typed)
    assert found
    assert is_word(found.word)
    assert found.sure == 1 or OSA.distance(typed, found.word) == 1


@given(st.text())
def test_whatever_is_typed_what_is_meant_is_a_word(typed: str) -> None:
    found = meant(typed)
    assert found is None or (is_word(found.word) and 0 < found.sure <= 1)
