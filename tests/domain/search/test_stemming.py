import pytest

from bot.domain.search.stemming import stem, without_particles


@pytest.mark.parametrize(
    ("forms", "same"),
    [
        (("deport", "deports", "deported", "deporting", "deportation", "deportations"), True),
        (("repatriate", "repatriated", "repatriation", "repatriating"), True),
        (("policy", "policies"), True),
        (("escape", "escaped", "escaping", "escapes"), True),
        (("universe", "university"), False),
        (("nine", "nines"), True),
    ],
)
def test_words_that_differ_in_their_ending_have_one_stem(forms: tuple[str, ...], same: bool) -> None:
    assert (len({stem(form) for form in forms}) == 1) is same


@pytest.mark.parametrize("word", ["난민", "难民", "café", "25000", ""])
def test_what_is_no_english_word_stays_as_it_is(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(
    ("word", "bare"),
    [("중국에서는", "중국"), ("난민인가요", "난민"), ("송환되나요", "송환"), ("회의", "회의"), ("나라", "나라")],
)
def test_korean_words_lose_their_grammar(word: str, bare: str) -> None:
    assert without_particles(word) == bare
