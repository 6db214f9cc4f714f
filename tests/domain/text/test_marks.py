import pytest

from bot.domain.text.marks import quoted_ranges


@pytest.mark.parametrize(
    ("paragraph", "quoted"),
    [
        ("he said “one” and “two”", ["one", "two"]),
        ('he said "one" and "two"', ["one", "two"]),
        ("“an outer “inner” one”", ["an outer “inner"]),
        ('he said "and so', ["and so"]),
        ("nobody said anything", []),
    ],
)
def test_what_stands_between_double_marks_is_quoted(paragraph: str, quoted: list[str]) -> None:
    assert [paragraph[start:end] for start, end in quoted_ranges(paragraph)] == quoted
