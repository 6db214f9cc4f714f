import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.verdict import Checker
from bot.domain.verdict.report import LONGEST, MOST, report_on
from bot.domain.verdict.textfile import LARGEST, UnfitFileError, refuse_unread, text_in
from tests.builders import a_document, a_library

PAPER = a_document(
    "a-paper",
    "The keeper of the harbour said that no boat was turned away on the day of the great storm.",
    "Nobody in the town had seen the lamps of the eastern pier burn through that night.",
)
CHECKER = Checker(a_library(PAPER))
EXACT = "no boat was turned away on the day of the great storm"
ALTERED = "every boat was turned away on the day of the great storm"


def test_each_quotation_has_its_verdict_and_its_line() -> None:
    report = report_on(CHECKER, f"A line.\n\nHe said “{EXACT}”.\n\nShe said:\n“{ALTERED}”.\n")
    assert [(one.line, one.check.verdict) for one in report.found] == [(3, "exact"), (6, "altered")]
    assert report.marked
    assert report.altered
    assert [one.check.verdict for one in report.gravest] == ["altered"]
    assert report.counts == {"altered": 1, "exact": 1}


def test_where_nothing_is_marked_each_paragraph_is_checked() -> None:
    report = report_on(CHECKER, f"{EXACT}\n\nThe moon is made of green cheese, they say.\n")
    assert not report.marked
    assert [one.check.verdict for one in report.found] == ["exact", "absent"]
    assert not report.altered


def test_as_many_as_can_be_checked_are_and_one_more_is_refused() -> None:
    assert len(report_on(CHECKER, f"“{EXACT}”\n\n" * MOST).found) == MOST
    with pytest.raises(UnfitFileError) as refused:
        report_on(CHECKER, f"“{EXACT}”\n\n" * (MOST + 1))
    assert (refused.value.cause, refused.value.number) == ("quotations", MOST + 1)


def test_what_is_too_long_to_be_checked_is_named_by_its_line() -> None:
    report = report_on(CHECKER, f"“{EXACT}”\n\n“{'word ' * LONGEST}”\n")
    assert len(report.found) == 1
    assert report.unchecked == (3,)


@pytest.mark.parametrize("text", ["", "\n \n", "![](https://example.org/a.png)", "---\n***"])
def test_a_file_without_words_is_refused(text: str) -> None:
    with pytest.raises(UnfitFileError, match="words"):
        report_on(CHECKER, text)


@given(st.text(max_size=300))
def test_whatever_stands_in_a_file_is_reported_or_refused(text: str) -> None:
    try:
        report = report_on(CHECKER, text)
    except UnfitFileError:
        return
    assert report.found
    assert all(1 <= one.line <= text.count("\n") + 1 for one in report.found)


def test_endings_and_sizes_are_refused_by_what_is_said_of_a_file() -> None:
    refuse_unread("A.MD", LARGEST)
    for name, size, cause in (("a.pdf", 1, "ending"), ("a.txt.exe", 1, "ending"), ("a.md", LARGEST + 1, "size")):
        with pytest.raises(UnfitFileError, match=cause):
            refuse_unread(name, size)


def test_text_is_utf8_with_or_without_its_mark_and_with_any_line_ends() -> None:
    assert text_in("\ufeffa\r\nb\rc".encode()) == "a\nb\nc"
    for content in (b"\xff\xfea\0", b"a\0", "é".encode("latin-1")):
        with pytest.raises(UnfitFileError, match="encoding"):
            text_in(content)
