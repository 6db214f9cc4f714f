import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.date import PartialDate

partial_dates = st.builds(PartialDate, st.integers(1, 9999)) | st.builds(
    PartialDate, st.integers(1, 9999), st.integers(1, 12), st.none() | st.integers(1, 28)
)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2005", "2005"),
        ("2005-02", "February 2005"),
        ("2005-02-04", "4 February 2005"),
        ("1951-12-10", "10 December 1951"),
    ],
)
def test_a_date_is_shown_as_exactly_as_it_is_known(written: str, shown: str) -> None:
    assert str(PartialDate.parse(written)) == shown


@pytest.mark.parametrize(
    "written", ["05", "2005-13", "2005-02-30", "2005-2", "4 Feb 2005", "2005-02-04\n", "", "2005-00"]
)
def test_what_is_not_a_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        PartialDate.parse(written)


@given(partial_dates)
def test_a_date_is_read_back_as_it_is_written(date: PartialDate) -> None:
    assert PartialDate.parse(date.iso) == date


@given(st.lists(partial_dates))
def test_dates_sort_by_year_month_and_day(dates: list[PartialDate]) -> None:
    keys = [(date.year, date.month or 0, date.day or 0) for date in sorted(dates)]
    assert keys == sorted(keys)
