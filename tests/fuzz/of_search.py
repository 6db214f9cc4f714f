"""What is tried of search: what is asked for, half typed, cited, dated or called by its receipt."""

from contextlib import suppress
from typing import get_args

from bot.cards.about import receipt_card
from bot.cards.escape import label
from bot.cards.search import ask_card, elsewhere_card, nothing_card
from bot.domain.date import NotADateError, PartialDate
from bot.domain.model import Kind
from bot.domain.receipts import could_be_of, is_genuine
from bot.domain.search import best_names
from bot.domain.search.years import is_only_a_year, month_in, year_in
from bot.domain.text.dates import mentions, weekdays
from bot.domain.text.numbers import numbers
from tests.fuzz.cards import english, holds, options
from tests.shipped import finder, library

REFERENCES = (
    *("33(1)", "art. 33 refugee convention", "CAT 3", "Art. 33 para 1"),
    *("난민협약 33조 1항", "article thirty-three", "IV", "四条"),
    *("Articles 31 to 33 and 1F(b)", "§ 12", "ICCPR 12(2), 14", "who is bound by the refugee convention", "첫째 조"),
)  # fmt: skip

DATES = (
    "2005-02-04",
    "in 2005",
    "2013년 5월",
    "3 May 2005",
    "May 2013",
    "25,000 people in 1951",
    "twenty-five thousand",
    "1.5만 명",
)

RECEIPTS = ("non-refoulement@3f9c2a1b", "numbers@00000000", "article:x@12345678", "2f9a3c1b")


def citation(text: str) -> None:
    known = finder().citations
    reading = known.read(text)
    for found in reading.citations:
        assert found.instrument in library().instruments, "an instrument that we have not"
        if found.article:
            again = known.read(known.printed(found))
            assert found.article in {each.article for each in again.citations}, "printed it cites something else"
    for start, end in known.within(text):
        assert 0 <= start < end <= len(text), "a range outside the text"
    known.unnamed(text, "x")
    finder().bound(text)
    finder().bound_state(text)
    finder().cited(text)


def dates(text: str) -> None:
    year = year_in(text)
    assert year is None or 1_000 <= year < 2_100, "no year"
    month = month_in(text)
    assert month is None or 1 <= month <= 12, "no month"
    is_only_a_year(text)
    mentions(text)
    weekdays(text)
    for number in numbers(text):
        assert 0 <= number.start < number.end <= len(text), "a range outside the text"
    for part in text.split()[:20]:
        with suppress(NotADateError):
            assert PartialDate.parse(part).iso == part, "written again it is another"


def question(text: str) -> None:
    answer = finder().search(text)
    items: list[tuple[Kind, str]] = [(hit.kind, hit.id) for hit in answer.results]
    assert answer.outcome == "none" or items, "nothing to show"
    assert all(kind in get_args(Kind) for kind, _ in items), "an unknown kind"
    for card in (
        nothing_card(library(), items, text, options()),
        *(make(library(), items, text, options()) for make in (ask_card, elsewhere_card) if items),
    ):
        holds(card, options().words)
    finder().boundary(text)
    finder().search(text, kinds={"quotation"}, where=lambda _, key: key < "m")


def suggestion(text: str) -> None:
    found = [
        *finder().complete(text),
        *finder().suggest(text),
        *finder().complete(text, kinds={"article", "instrument"}),
    ]
    for hit in found:
        assert label(hit.id, 100) == hit.id, "an id that Discord does not take"


def receipt(text: str) -> None:
    holds(receipt_card(library(), text, english().words, frozenset(), "en"), english().words)
    is_genuine(text)
    could_be_of("brief:numbers", text)
    best_names(text, ["Robert King", "김동식", "UNHCR"])
