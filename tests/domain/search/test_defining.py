"""What a question asks the meaning of is found beside other talk, and not where the talk makes it another question."""

import pytest

from bot.domain.search import Finder
from tests.builders import a_brief, a_library, a_term, a_wording
from tests.domain.search.answers import named

LIBRARY = a_library(
    a_brief(
        "wreckers", "Who are the wreckers?", aliases=("salvage rights of wreckers", "port state control of wreckers")
    ),
    a_term("salvage", "salvage", "Saving a ship.", aliases=("해난구조", "海难救助", "海難救助")),
    a_term("flotsam", "flotsam", "What floats from a wreck.", aliases=("표류물", "漂流物", "漂流貨物")),
    a_term("ospar", "OSPAR", "An organisation for the sea."),
    a_term("port-state", "port state", "The state of a port.", aliases=("항만국", "港口国", "寄港国")),
    wording=a_wording(stop_words=("a", "the", "of", "and", "what", "is", "does", "it", "in", "my")),
)
FINDER = Finder(LIBRARY)


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("what does 'salvage' mean, sounds like a garage sale", "term:salvage"),
        ("whats ospar lol sounds like a boyband", "term:ospar"),
        ("is a port state north or south, i always forget", "term:port-state"),
        ("flotsam?? saw it in a comment, what is it", "term:flotsam"),
        ("OSPAR는 뭐 하는 데예요? 밴드 이름 아니지?", "term:ospar"),
        ("OSPAR 是什么机构, 听起来好酷", "term:ospar"),
        ("OSPARってどんな団体?バンドかと思った", "term:ospar"),
        ("항만국이 무슨 뜻임", "term:port-state"),
        ("海难救助是干嘛的", "term:salvage"),
        ("漂流貨物って何のこと?", "term:flotsam"),
    ],
)
def test_a_name_is_found_beside_talk_that_says_nothing(question: str, entry: str) -> None:
    answer = FINDER.search(question)
    assert (answer.outcome, named(answer)[0]) == ("match", entry)


@pytest.mark.parametrize(
    "question",
    [
        "difference between salvage and flotsam",
        "salvage vs flotsam whats the diff",
        "salvage and flotsam, are they the same thing",
        "해난구조와 표류물 차이가 뭐야",
        "海难救助和漂流物有什么区别",
        "海難救助と漂流貨物の違いを教えて",
    ],
)
def test_what_is_compared_is_asked_about_in_the_order_in_which_it_is_named(question: str) -> None:
    answer = FINDER.search(question)
    assert (answer.outcome, named(answer)[:2]) == ("ask", ["term:salvage", "term:flotsam"])


@pytest.mark.parametrize(
    "question",
    [
        "what does salvage mean, and do wreckers have a right to it",
        "salvage in the garage, again",
        "what does foster salvage mean",
    ],
)
def test_where_more_is_said_nothing_is_taken_for_the_whole(question: str) -> None:
    assert FINDER.search(question).results[:1] != FINDER.search("salvage").results[:1]
