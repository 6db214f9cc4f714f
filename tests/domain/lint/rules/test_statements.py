import pytest

from bot.domain.lint.rules.invented_hedges import invented_hedges
from bot.domain.lint.rules.missing_hedges import missing_hedges
from bot.domain.lint.rules.undated_statements import undated_statements
from bot.domain.lint.rules.unnamed_holders import unnamed_holders
from bot.domain.lint.rules.unproved_bounds import unproved_bounds
from tests.builders import a_document, a_figure, a_narration, a_note, a_survey, found_by

PAPER = a_document(
    "a-paper",
    "The State Department estimates that between 10,000 and 30,000 people are hiding, the paper says.",
    "More than 25,000 have arrived.",
)
HIDING = a_narration(PAPER, "hiding", "The State Department estimates that between 10,000 and 30,000 people are hiding")
ARRIVED = a_narration(PAPER, "arrived", "More than 25,000 have arrived")
RULES = (unproved_bounds, invented_hedges, missing_hedges, undated_statements, unnamed_holders)
GOOD = {
    "low": 10_000,
    "high": 30_000,
    "as_of": "2013",
    "counts": "people in hiding",
    "holder": "State Department",
    "via": "A Paper",
    "hedge": "estimates",
    "rests_on": ["hiding"],
}


def found(**more: object) -> list[tuple[str | int, str]]:
    figure = a_figure("f", "How many?", statements=[{**GOOD, **more}])
    survey = a_survey(PAPER, HIDING, ARRIVED, a_note("n", "Some 50,000 were there."), figure, hedges=["estimates"])
    return [(finding.spot.path[-1], finding.what) for finding in found_by(survey, *RULES)]


def test_a_statement_that_its_evidence_carries_is_left_alone() -> None:
    assert found() == []
    assert found(low=25_000, high=None, hedge="More than", holder="A Paper", rests_on=["arrived"]) == []
    assert (
        found(low=50_000, high=50_000, as_of="2014", hedge="some", holder="A library", via=None, rests_on=["note:n"])
        == []
    )


@pytest.mark.parametrize(
    ("field", "wrong", "what"),
    [
        ("low", 11_000, "11000 stands in nothing that this statement rests on"),
        ("high", 33_000, "33000 stands in nothing that this statement rests on"),
        ("hedge", "about", "'about' stands in nothing that this statement rests on"),
        ("as_of", "2012", "2012 is no date of what this statement rests on"),
        ("as_of", "2013-05", "May 2013 is no date of what this statement rests on"),
        ("holder", "The Home Office", "'Home' is named neither in the evidence nor beside it in its document"),
        ("via", "Another Paper by Yonhap", "'Another' is named neither in the evidence nor beside it in its document"),
    ],
)
def test_each_part_of_it_is_held_against_the_evidence(field: str, wrong: object, what: str) -> None:
    assert found(**{field: wrong}) == [(field, what)]


def test_the_documents_hedge_may_not_be_left_out() -> None:
    assert found(hedge=None) == [("counts", "the evidence says 'estimates', and the statement has no hedge")]


def test_a_bound_may_be_explained_by_name() -> None:
    assert found(high=31_000, number_ok="31,000 is a rounding") == []
    assert found(high=31_000, number_ok="30,500 is a rounding") != []
