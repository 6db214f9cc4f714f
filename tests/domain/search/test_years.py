import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.search.years import is_only_a_year, month_in, year_in


@pytest.mark.parametrize(
    ("typed", "year"),
    [
        ("1951", 1951),
        ("2013", 2013),
        ("in 2005", 2005),
        ("the year 1951?", 1951),
        ("What happened in 2013?", 2013),
        ("1951년", 1951),
        ("2013년에 무슨 일이 있었나요?", 2013),
        ("2013年", 2013),
        ("\uff12\uff10\uff11\uff13", 2013),
        ("2005-2006", 2005),
    ],
)
def test_a_question_about_a_year_is_known_as_one(typed: str, year: int) -> None:
    assert is_only_a_year(typed)
    assert year_in(typed) == year


@pytest.mark.parametrize(
    "typed", ["", "Laos", "Laos 2013", "refugee convention 1951", "12", "19511", "33(1)", "2013 9"]
)
def test_other_words_or_numbers_are_about_something_else(typed: str) -> None:
    assert not is_only_a_year(typed)


@pytest.mark.parametrize(
    ("typed", "year"), [("Laos 2013", 2013), ("20130", None), ("the nine", None), ("a1951b", 1951)]
)
def test_the_first_year_in_a_text_is_found(typed: str, year: int | None) -> None:
    assert year_in(typed) == year


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read(typed: str) -> None:
    assert not is_only_a_year(typed) or year_in(typed) is not None


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("May 2013", 5),
        ("in sept. 2005", 9),
        ("2013년 5월에 무슨 일이 있었나요?", 5),
        ("2013年12月", 12),
        ("2013-05", 5),
        ("2013-05-28", 5),
        ("2013", None),
        ("2005-2006", None),
        ("12", None),
    ],
)
def test_the_month_beside_a_year_is_read_in_words_and_in_digits(typed: str, month: int | None) -> None:
    assert month_in(typed) == month


@pytest.mark.parametrize(
    "typed", ["May 2013", "in sept. 2005", "2013년 5월에 무슨 일이 있었나요?", "2013年12月", "2013-05"]
)
def test_a_question_about_a_month_of_a_year_is_about_nothing_else(typed: str) -> None:
    assert is_only_a_year(typed)
