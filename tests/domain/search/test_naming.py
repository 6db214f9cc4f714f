"""What is named comes first, and a noun that several names are made of is asked about."""

import pytest

from bot.domain.search import Finder, Weights
from bot.domain.search.answer import Wanted
from bot.domain.search.entries import entries
from bot.domain.search.framing import Framing
from bot.domain.search.index import Index
from bot.domain.search.lexicon import Lexicon
from bot.domain.search.naming import Naming
from bot.domain.search.tokens import runs
from bot.domain.text.folding import SEARCHED
from tests.builders import a_brief, a_document, a_library, a_person, a_term, a_wording, an_article, an_instrument
from tests.domain.search.answers import named

LIBRARY = a_library(
    a_brief(
        "wreckers",
        "Who are the wreckers?",
        "Salvage is what wreckers live on, and salvage is not theft.",
        "The law of salvage says so, and so does the Salvage Convention.",
        aliases=("salvage rights of wreckers", "is salvage theft", "wreck", "salvage convention and wreckers"),
    ),
    a_brief("pilots", "What do pilots do?", aliases=("flotsam", "are they wreckers")),
    a_term("salvage", "salvage", "Saving a ship or what it carries.", aliases=("해난구조", "海难救助", "海難救助")),
    a_term("flotsam", "flotsam and jetsam", "What floats from a wreck.", aliases=("flotsam",)),
    a_term("custom", "customary law", "What states do because they hold it to be the law."),
    an_instrument("salvage", "Salvage Convention", an_article("1"), names=("해난구조협약", "海难救助公约")),
    an_instrument("tonnage", "Convention on Tonnage", an_article("2"), names=("선박톤수협약", "船舶吨位公约")),
    an_instrument("towage", "Towage Protocol", an_article("3")),
    a_document("wreck-today", "Nothing was found.", publisher="The Wreck and Its Day"),
    a_person("ann-smith", "Ann Smith"),
    a_person("bob-smith", "Bob Smith"),
    wording=a_wording(
        stop_words=(
            "a",
            "are",
            "the",
            "they",
            "of",
            "and",
            "what",
            "is",
            "does",
            "say",
            "who",
            "its",
            "day",
            "这",
            "的",
        )
    ),
)
FINDER = Finder(LIBRARY)


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("salvage", "term:salvage"),
        ("what is salvage", "term:salvage"),
        ("what does salvage mean", "term:salvage"),
        ("Salvage?", "term:salvage"),
        ("salvge definition", "term:salvage"),
        ("해난구조란", "term:salvage"),
        ("해난구조가 뭐야", "term:salvage"),
        ("해난구조 뜻이 뭐예요", "term:salvage"),
        ("什么是海难救助", "term:salvage"),
        ("海难救助是什么意思", "term:salvage"),
        ("海難救助とは", "term:salvage"),
        ("海難救助って何ですか", "term:salvage"),
        ("the salvage convention", "instrument:salvage"),
        ("what does the Salvage Convention say", "instrument:salvage"),
        ("해난구조협약", "instrument:salvage"),
        ("海难救助公约是什么", "instrument:salvage"),
        ("customary law", "term:custom"),
        ("wreck and its day", "document:wreck-today"),
        ("wreck", "brief:wreckers"),
    ],
)
def test_what_is_named_comes_before_all_that_speaks_of_it(question: str, entry: str) -> None:
    answer = FINDER.search(question)
    assert (answer.outcome, named(answer)[0]) == ("match", entry)


@pytest.mark.parametrize(
    ("question", "is_name"),
    [
        ("salvage", True),
        ("the salvage", True),
        ("are they salvage", False),
        ("salvage umbrella", False),
        ("这海难救助", False),
    ],
)
def test_more_than_a_name_is_no_name(question: str, *, is_name: bool) -> None:
    index = Index(entries(LIBRARY), Lexicon(LIBRARY.wording), Weights())
    naming = Naming(index, Framing(), Weights().kinds)
    assert bool(naming.named(runs(SEARCHED(question)), index.tokens(question), Wanted(), ())) == is_name


@pytest.mark.parametrize("question", ["is salvage theft", "are they wreckers"])
def test_a_question_that_has_a_name_in_it_is_of_what_it_asks(question: str) -> None:
    assert named(FINDER.search(question))[0].startswith("brief:")


def test_a_brief_whose_title_asks_what_something_is_goes_before_the_term() -> None:
    finder = Finder(a_library(a_brief("tow", "What is towage?"), a_term("towage", "towage"), wording=a_wording()))
    assert named(finder.search("what is towage"))[0] == "brief:tow"
    assert named(finder.search("what is towag"))[0] == "brief:tow"


def test_words_that_define_lead_to_the_term_where_a_brief_has_the_name_too() -> None:
    assert named(FINDER.search("flotsam"))[0] == "brief:pilots"
    assert named(FINDER.search("flotsam meaning"))[0] == "term:flotsam"


def test_words_that_define_make_no_term_of_what_is_only_a_part_of_the_question() -> None:
    assert named(FINDER.search("salvage rights of wreckers とは"))[0] == "brief:wreckers"


@pytest.mark.parametrize(
    "question", ["the convention", "what does the convention say", "convention?", "협약", "协约公约"[2:]]
)
def test_a_noun_of_which_several_are_named_is_asked_about(question: str) -> None:
    answer = FINDER.search(question)
    assert answer.outcome == "ask"
    assert set(named(answer)) >= {"instrument:salvage", "instrument:tonnage"}


def test_a_noun_that_only_one_is_named_by_is_not_asked_about() -> None:
    assert "instrument:salvage" not in named(FINDER.search("the protocol"))


def test_a_name_that_two_people_have_is_asked_about() -> None:
    answer = FINDER.search("who is smith")
    assert answer.outcome == "ask"
    assert named(answer)[:2] == ["person:ann-smith", "person:bob-smith"]


@pytest.mark.parametrize(
    ("question", "core", "kinds"),
    [
        ("what is a buoy", "buoy", {"term"}),
        ("what is the buoy", "buoy", set[str]()),
        ("tell me about the theory", "theory", set[str]()),
        ("부표란 무엇인가요", "부표", {"term"}),
        ("这个公约说了什么", "公约", {"instrument", "document"}),
        ("what is", "what is", set[str]()),
        ("", "", set[str]()),
    ],
)
def test_words_around_a_name_are_taken_away_whole_and_never_all(question: str, core: str, kinds: set[str]) -> None:
    framed = Framing().read(question)
    assert (framed.core, framed.kinds) == (core, kinds)
