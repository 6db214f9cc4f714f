import pytest

from bot.domain.lint.rules.empty_narrations import empty_narrations
from bot.domain.lint.rules.misjudged_lengths import misjudged_lengths
from tests.builders import a_brief, a_document, a_narration, a_quotation, a_survey


@pytest.mark.parametrize(("count", "is_fair"), [(59, False), (60, True), (140, True), (141, False)])
def test_a_brief_has_sixty_to_a_hundred_and_forty_words(count: int, is_fair: bool) -> None:
    brief = a_brief("b", "B", " ".join(["word"] * (count - 2)), answer="Two words.")
    assert (list(misjudged_lengths(a_survey(brief))) == []) is is_fair


def test_dashes_are_no_words() -> None:
    brief = a_brief("b", "B", " ".join(["word -"] * 70), answer="Two words.")
    assert list(misjudged_lengths(a_survey(brief))) == []


def test_a_narration_of_a_word_or_two_is_refused_and_a_quotation_is_not() -> None:
    paper = a_document("a-paper", "He speaks of “refoulement,” or forced return.")
    quoted = a_quotation(paper, "quoted", "refoulement", "He")
    told = a_narration(paper, "told", "or forced return")
    assert list(empty_narrations(a_survey(paper, quoted, told))) == []
    (finding,) = empty_narrations(a_survey(paper, a_narration(paper, "short", "forced return")))
    assert finding.what == "'forced return' alone says nothing"
