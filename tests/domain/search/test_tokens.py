from hypothesis import given
from hypothesis import strategies as st

from bot.domain.search.tokens import runs
from bot.domain.text.folding import SEARCHED


def test_a_folded_text_is_cut_where_the_script_changes() -> None:
    assert [(run.text, run.script) for run in runs("nk탈북자25 难民の條 café")] == [
        ("nk", "latin"),
        ("탈북자", "hangul"),
        ("25", "digits"),
        ("难民の條", "unspaced"),
        ("café", "latin"),
    ]


def test_a_run_is_compared_without_its_grammar() -> None:
    assert [run.key for run in runs("deported 중국에서는")] == ["deport", "중국"]


@given(st.text())
def test_runs_are_all_the_letters_and_digits_of_a_text_in_order(text: str) -> None:
    folded = SEARCHED(text)
    letters = [character for run in runs(folded) for character in run.text if character.isalnum()]
    assert letters == [character for character in folded if character.isalnum()]
