"""A question that is read once is answered like its text, whoever asks first and in whatever order."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.law import Party
from bot.domain.library import Library
from bot.domain.model import Kind
from bot.domain.search import Finder, Weights
from bot.domain.search.answer import Wanted
from bot.domain.search.entries import entries
from bot.domain.search.index import Index
from bot.domain.search.lexicon import Lexicon
from bot.domain.search.rank import Ranker
from tests.builders import (
    a_boundary,
    a_brief,
    a_library,
    a_person,
    a_term,
    a_wording,
    an_article,
    an_instrument,
)


def _library() -> Library:
    return a_library(
        a_brief("ferry", "When does the ferry leave?", "It leaves at noon.", aliases=("ferry timetable", "뱃시간")),
        a_brief("lighthouse", "Who keeps the lighthouse?", "A keeper keeps it.", aliases=("beacon", "등대지기")),
        a_term("pier", "pier", "A structure that reaches into the water."),
        an_instrument(
            "sea-treaty",
            "Sea Treaty",
            an_article("3", "Everyone may sail."),
            parties=(Party(state="Aland", standing="not verified"),),
        ),
        a_person("ann-smith", "Ann Smith"),
        a_boundary("smuggling", ("smuggle", "밀수"), ("ferry", "배")),
        wording=a_wording(stop_words=("the", "what"), light_words=("why",)),
    )


LIBRARY = _library()
FINDER = Finder(LIBRARY)
INDEX = Index(entries(LIBRARY), Lexicon(LIBRARY.wording), Weights())
RANKER = Ranker(INDEX, Weights())
RANKED = frozenset[Kind](("brief", "term", "instrument"))
WORDS = st.sampled_from(
    (
        *(
            "ferry",
            "fery",
            "timetable",
            "lighthouse",
            "lihgthouse",
            "beacon",
            "pier",
            "why",
            "what",
            "fe",
            "lig",
            "tre",
        ),
        *("sea treaty", "art. 3", "99", "RATIFIED", "signatory?", "who is", "Ann Smith", "said"),
        *("smuggle", "smugle", "밀수", "뱃시간", "등대지기"),
    )
)
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)
CALLS = {
    "boundary": FINDER.boundary,
    "bound": FINDER.bound,
    "search": FINDER.search,
    "suggest": FINDER.suggest,
    "complete": FINDER.complete,
}


@given(TEXTS, st.permutations(list(CALLS)))
def test_a_question_that_is_read_once_is_answered_like_its_text(text: str, order: list[str]) -> None:
    question = FINDER.read(text)
    assert [CALLS[name](question) for name in order] == [CALLS[name](text) for name in order]


@given(TEXTS)
def test_what_is_counted_for_one_kind_alone_has_the_scores_that_it_has_among_all(text: str) -> None:
    tokens = INDEX.tokens(text)
    among_all = RANKER.rank(tokens, 99, Wanted(RANKED)).scored
    for kind in RANKED:
        alone = RANKER.rank(tokens, 99, Wanted({kind})).scored
        assert alone == tuple(each for each in among_all if RANKER.kind(each) == kind)
