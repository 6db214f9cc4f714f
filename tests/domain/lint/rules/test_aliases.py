from bot.domain.lint.rules.shared_aliases import shared_aliases
from tests.builders import a_brief, a_figure, a_survey, a_term


def test_an_alias_leads_to_one_brief() -> None:
    first = a_brief("first", "A", aliases=["Laos nine", "orphans"])
    second = a_brief("second", "B", aliases=["LAOS  NINE"])
    (finding,) = shared_aliases(a_survey(first, second))
    assert (finding.spot.id, finding.what) == ("second", "'LAOS  NINE' is an alias of 'first' too")


def test_an_alias_is_given_once() -> None:
    (finding,) = shared_aliases(a_survey(a_term("t", "Term", aliases=["word", "Word"])))
    assert finding.what == "'Word' is twice here"


def test_a_brief_and_a_figure_may_share_an_alias() -> None:
    brief = a_brief("b", "B", aliases=["how many"])
    assert list(shared_aliases(a_survey(brief, a_figure("f", "How many?", aliases=["how many"])))) == []
