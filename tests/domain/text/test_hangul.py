import pytest

from bot.domain.text.hangul import are_initials, initials, spell


@pytest.mark.parametrize("typed", ["강", "강ㅈ", "강젯", "강제소", "강제송", "강제송화", "강제송환"])
def test_each_state_of_a_word_while_it_is_composed_begins_its_spelling(typed: str) -> None:
    assert spell("강제송환").startswith(spell(typed))


def test_initials_are_the_first_letters_of_the_syllables() -> None:
    assert initials("강제송환") == "ㄱㅈㅅㅎ"
    assert initials("UN난민") == ""


def test_letters_typed_alone_are_initials() -> None:
    assert are_initials("ㄱㅈㅅㅎ")
    assert not are_initials("강제")
