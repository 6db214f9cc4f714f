import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text import folding
from bot.domain.text.folding import CASELESS, NAMES, PRINT, SEARCHED
from bot.domain.text.rewriting import Folding, Step, clusters, pattern, table

STEPS = {name: step for name, step in vars(folding).items() if isinstance(step, Step)}

MARKS = " -.,'\u2019\u201c\u00a0\u2014\u2026\n\u200b"
LETTERS = "abIsk25\u0130\u0131\u00e9\u0301\uff21\u96e3\ub9cc\uac15\u1100\u1161\u11a8"
TEXTS = st.one_of(st.text(), st.text(alphabet=MARKS + LETTERS))


@pytest.mark.parametrize("name", STEPS)
@given(text=TEXTS)
def test_a_step_changes_a_text_whole_as_it_does_edit_by_edit(name: str, text: str) -> None:
    step, edited, done = STEPS[name], "", 0
    for start, end, instead in step.edits(text):
        assert done <= start <= end
        edited += text[done:start] + instead
        done = end
    assert edited + text[done:] == step.whole(text)


@pytest.mark.parametrize("name", [name for name, step in STEPS.items() if not step.changes_ascii])
@given(text=st.text(alphabet=st.characters(max_codepoint=127)))
def test_a_step_that_says_so_leaves_plain_ascii_as_it_is(name: str, text: str) -> None:
    assert STEPS[name].whole(text) == text


@pytest.mark.parametrize("fold", [PRINT, CASELESS, NAMES, SEARCHED])
@given(text=TEXTS, data=st.data())
def test_what_a_range_of_a_folded_text_stands_for_folds_to_something_with_that_range(
    fold: Folding, text: str, data: st.DataObject
) -> None:
    folded = fold.traced(text)
    assert folded.text == fold(text)
    if folded.text:
        start = data.draw(st.integers(0, len(folded.text) - 1))
        end = data.draw(st.integers(start + 1, len(folded.text)))
        begun, ended = folded.original(start, end)
        assert 0 <= begun < ended <= len(text)
        assert folded.standing(start, end) == text[begun:ended]


@given(st.text(alphabet="ab \u201c\u201d\u2019\u00a0\u2014\u2026\n\u00e9e\u0301", min_size=1))
def test_every_character_of_a_printed_text_knows_the_original_it_stands_for(text: str) -> None:
    folded = PRINT.traced(text)
    for place, character in enumerate(folded.text):
        start, end = folded.original(place, place + 1)
        assert character in PRINT(f"-{text[start:end]}-")


@given(st.text(), st.sampled_from(["NFC", "NFKC"]))
def test_a_unicode_form_is_that_of_each_cluster_by_itself(text: str, form: str) -> None:
    step = clusters(lambda part: unicodedata.normalize(form, part))  # type: ignore[arg-type]  # one of two literals
    edited, done = "", 0
    for start, end, instead in step.edits(text):
        edited, done = edited + text[done:start] + instead, end
    assert edited + text[done:] == unicodedata.normalize(form, text)  # type: ignore[arg-type]  # the same


@pytest.mark.parametrize("fold", [PRINT, CASELESS, NAMES, SEARCHED])
@given(texts=st.lists(TEXTS))
def test_texts_folded_in_one_go_are_each_folded_as_by_itself(fold: Folding, texts: list[str]) -> None:
    assert fold.each(texts) == [fold(text) for text in texts]


@pytest.mark.parametrize("fold", [PRINT, CASELESS, NAMES, SEARCHED])
@given(text=st.lists(st.sampled_from(["a", "K", "s", "-", " ", "three", "hundred", "million"])).map("".join))
def test_plain_letters_are_folded_by_fewer_steps_to_the_same(fold: Folding, text: str) -> None:
    folded = text
    for step in fold.steps:
        folded = step.whole(folded)
    assert fold(text) == folded


def test_a_range_is_followed_back_through_every_step() -> None:
    folded = Folding(table({"-": "", "…": "..."}), pattern(r"\d+", "number")).traced("a-b … 12-34 c")
    assert folded.text == "ab ... number c"
    assert folded.standing(0, 2) == "a-b"
    assert folded.standing(4, 5) == "…"
    assert folded.standing(7, 13) == "12-34"
    assert folded.standing(9, 10) == "12-34"
    assert folded.standing(14, 15) == "c"
