import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.search.keyslips import HangulSlips, Keyslips

WORDS = ("broker", "border", "kids", "die", "crossing", "executed", "repatriated")
KEYSLIPS = Keyslips(WORDS)
HANGUL = HangulSlips([("압록강", 0), ("연락처", 1), ("보내질", 2), ("건너", 3), ("죽고 싶".replace(" ", ""), 4)])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("borker", "broker border"),
        ("brker", "broker"),
        ("brookerr", None),
        ("vroker", "broker"),
        ("kidds", "kids"),
        ("kisd", "kids"),
        ("kiws", None),
        ("dei", "die"),
        ("dye", None),
        ("ied", None),
        ("crosssing", "crossing"),
        ("repatraitd", "repatriated"),
        ("xecuted", None),
        ("", None),
    ],
)
def test_a_word_is_meant_where_fingers_slip_so(typed: str, meant: str | None) -> None:
    assert KEYSLIPS.meant(typed) == frozenset((meant or "").split())


@given(st.sampled_from([word for word in WORDS if len(word) > 5]), st.integers(1, 4), st.sampled_from("dos"))
def test_every_letter_may_be_left_out_doubled_or_exchanged(word: str, place: int, slip: str) -> None:
    letter, following = word[place], word[place + 1]
    between = {"d": "", "o": letter * 2}.get(slip)
    typed = (
        word[:place] + following + letter + word[place + 2 :]
        if between is None
        else word[:place] + between + word[place + 1 :]
    )
    assert typed == word or word in KEYSLIPS.meant(typed)


def hangul(text: str, known: tuple[str, ...] = ()) -> set[int]:
    return HANGUL.within((word, word in known) for word in text.split())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("압로강 어디", {0}),
        ("압룍강", {0}),
        ("연라처 좀", {1}),
        ("선너는", {3}),
        ("죽고 십어요", {4}),
        ("보내지면", set[int]()),
        ("보내지", {2}),
        ("강물", set[int]()),
        ("", set[int]()),
    ],
)
def test_a_korean_word_is_found_with_one_slip_letter_by_letter(typed: str, found: set[int]) -> None:
    assert hangul(typed) == found


def test_what_is_a_word_by_itself_is_no_slip() -> None:
    assert hangul("압로강 어디", known=("압로강",)) == set()


@given(st.text(alphabet="압록강연락처가나다 abc", max_size=30))
def test_any_text_can_be_looked_through(text: str) -> None:
    assert hangul(text) <= {0, 1, 2, 3, 4}
