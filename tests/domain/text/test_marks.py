# ruff: noqa: RUF001 - the texts have every sort of mark
import pytest

from bot.domain.text.marks import quotations, quoted_ranges


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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Er sagte „sie mussten zurück“ und ging.", ["sie mussten zurück"]),
        ("Er sagte »sie mussten zurück« und ging.", ["sie mussten zurück"]),
        ("Il a dit « ils ont dû rentrer » hier.", [" ils ont dû rentrer "]),
        ("彼は「帰らなければならない」と言った。", ["帰らなければならない"]),
        ("彼は『帰らなければならない』と言った。", ["帰らなければならない"]),
        (
            "‘They had to go back,’ he said, ‘and nobody asked the workers’ friends.’",
            ["They had to go back,", "and nobody asked the workers’ friends."],
        ),
        ("The workers' friends and the teachers' friends had to go back.", []),
        ("They called them ‘guests’ here.", []),
        ("“They had to,” he said. “Nobody asked", ["They had to,", "Nobody asked"]),
    ],
)
def test_marks_of_every_script_hold_a_quotation(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_ranges(text)] == words


def test_in_a_pasted_text_curly_marks_nest_and_one_never_closed_holds_nothing() -> None:
    text = "He said “they called it “home” and left” and “then"
    assert [text[start:end] for start, end in quotations(text)] == ["they called it “home” and left"]
