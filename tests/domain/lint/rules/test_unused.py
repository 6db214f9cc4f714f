from bot.domain.lint.coverage import Coverage, coverage
from bot.domain.lint.rules.unused_items import unused_items
from bot.domain.lint.rules.unused_words import unused_words
from tests.builders import (
    a_brief,
    a_document,
    a_figure,
    a_library,
    a_narration,
    a_note,
    a_person,
    a_quotation,
    a_survey,
    an_article,
    an_instrument,
)

PAPER = a_document("a-paper", "It says: “Words of hers,” and more.", "No state may return people.", "The law is old.")
QUOTED = a_quotation(PAPER, "quoted", "Words of hers", "Ann")
MORE = a_narration(PAPER, "more", "and more")
WORDED = a_narration(PAPER, "worded", "No state may return people", compares="a-treaty-3")
LAW = a_narration(PAPER, "law", "The law is old")
TREATY = an_instrument("a-treaty", "Treaty", an_article("3", "No State shall return anyone."), reported=["law"])


def test_what_a_brief_an_instrument_or_a_comparison_uses_is_used() -> None:
    brief = a_brief(
        "b", "B", rests_on="quoted", claims=[{"text": "It.", "rests_on": ["more"]}], notes=["n"], figures=["f"]
    )
    survey = a_survey(PAPER, QUOTED, MORE, WORDED, LAW, TREATY, a_note("n"), a_figure("f", "How many?"), brief)
    assert list(unused_items(survey)) == []


def test_what_nobody_uses_is_named() -> None:
    survey = a_survey(PAPER, QUOTED, WORDED, LAW, a_note("n"), a_figure("f", "How many?"))
    assert {finding.spot.id for finding in unused_items(survey)} == {"quoted", "worded", "law", "n", "f"}
    assert not any(finding.warning for finding in unused_items(survey))


def test_words_that_stand_nowhere_are_only_a_warning() -> None:
    survey = a_survey(
        PAPER,
        QUOTED,
        a_person("ann", "Ann"),
        a_person("bob", "Bob"),
        a_brief("b", "B", "China answered.", rests_on="quoted"),
        names_ok=["China", "Narnia"],
        labels={"press": "Press", "radio": "Radio"},
        groups={"all": "All", "some": "Some"},
    )
    findings = list(unused_words(survey))
    assert [(finding.spot.id, finding.spot.path) for finding in findings] == [
        ("bob", ()),
        ("wording", ("names_ok", 1)),
        ("wording", ("labels", "radio")),
        ("wording", ("groups", "some")),
    ]
    assert all(finding.warning for finding in findings)


def test_coverage_counts_what_is_used_of_each_document() -> None:
    other = a_document("b-paper", "Nothing of this is registered.")
    library = a_library(PAPER, other, QUOTED, MORE, WORDED, LAW, TREATY, a_brief("b", "B", rests_on="quoted"))
    assert coverage(library) == [Coverage("a-paper", 1, 1, 3, 2), Coverage("b-paper", 0, 0, 0, 0)]
