from hypothesis import given
from hypothesis import strategies as st

from bot.domain.verdict.stretches import stretches


def texts(file: str) -> list[str]:
    return [stretch.text for stretch in stretches(file)]


def test_paragraphs_items_and_headings_are_sections_of_their_own() -> None:
    file = "# Title\nOne line,\nand its rest.\n\n- an item\n- another,\n  with a second line\n1. a third"
    assert texts(file) == [
        "# Title",
        "One line,\nand its rest.",
        "- an item",
        "- another,\n  with a second line",
        "1. a third",
    ]


def test_who_is_named_before_and_after_a_block_quote_belongs_to_it() -> None:
    file = "A King said:\n\n> The words\n> go on.\n\n— A King, 2011\n\nSomething else."
    assert texts(file) == ["A King said:\n\n> The words\n> go on.\n\n— A King, 2011", "Something else."]


def test_a_quotation_over_several_paragraphs_is_one() -> None:
    assert texts("“It began.\n\n“It went on.\n\n“It ended.”\n\n“Another.”") == [
        "“It began.\n\nIt went on.\n\nIt ended.”",
        "“Another.”",
    ]


def test_lines_as_long_as_paragraphs_are_paragraphs() -> None:
    one, two = "“" + "words " * 30 + "end.”", "“" + "more " * 30 + "end.”"
    assert texts(f"{one}\n{two}") == [one, two]


@given(st.text(alphabet='ab \n>-“”"—:.#1)'))
def test_no_word_of_a_file_is_lost_and_lines_are_counted(file: str) -> None:
    found = stretches(file)
    kept = "".join(stretch.text for stretch in found)
    assert [each for each in file if each.isalnum()] == [each for each in kept if each.isalnum()]
    lines = file.split("\n")
    for stretch in found:
        assert stretch.text.split("\n")[0] == lines[stretch.line - 1]
