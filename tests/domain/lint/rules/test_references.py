import pytest

from bot.domain.lint.engine import lint
from bot.domain.lint.rules.repeated_references import repeated_references
from bot.domain.lint.rules.self_references import self_references
from bot.domain.lint.rules.unknown_references import unknown_references
from bot.domain.model import Item
from bot.domain.problem import Section
from tests.builders import (
    a_boundary,
    a_brief,
    a_document,
    a_figure,
    a_library,
    a_narration,
    a_note,
    a_survey,
    a_term,
    an_article,
    an_event,
    an_instrument,
    found_by,
)

PAPER = a_document("a-paper", "Some words stand here.", "Others stand there.")
WORDS = a_narration(PAPER, "some-words", "Some words stand here")
TREATY = an_instrument("a-treaty", "Treaty", an_article("3", "No State shall return anyone."))
NOTE = a_note("a-note")
FIGURE = a_figure(
    "a-figure",
    "How many?",
    statements=[{"low": 1, "as_of": "2013", "counts": "x", "holder": "x", "rests_on": ["some-words"]}],
)
BRIEF = a_brief("a-brief", "A brief", rests_on="some-words")
RULES = (unknown_references, repeated_references, self_references)
KNOWN = (PAPER, WORDS, TREATY, NOTE, FIGURE, BRIEF)


def test_ids_that_are_there_are_left_alone() -> None:
    brief = a_brief(
        "b-brief",
        "B",
        rests_on="some-words",
        figures=["a-figure"],
        articles=["a-treaty-3"],
        notes=["a-note"],
        see_also=["a-brief"],
    )
    term = a_term("t", "Term", used_in=["some-words", "article:a-treaty-3"], see_also=["a-brief"])
    event = an_event("e", "It was.", "note:a-note", topics=["a-brief"])
    assert found_by(a_survey(*KNOWN, brief, term, event), *RULES) == []


@pytest.mark.parametrize(
    ("item", "what", "mend"),
    [
        (a_brief("b", "B", rests_on="some-word"), "there is no evidence 'some-word'", "did you mean 'some-words'?"),
        (a_brief("b", "B", rests_on="a-note"), "there is no evidence 'a-note'", "write note:a-note"),
        (
            a_brief("b", "B", rests_on="article:a-treaty-4"),
            "there is no article 'article:a-treaty-4'",
            "did you mean 'article:a-treaty-3'?",
        ),
        (
            a_brief("b", "B", rests_on="note:some-words"),
            "there is no note 'note:some-words'",
            "write some-words: evidence",
        ),
        (a_term("t", "T", used_in=["note:b-note"]), "there is no note 'note:b-note'", "did you mean 'note:a-note'?"),
        (a_term("t", "T", see_also=["b-brief"]), "there is no brief or term 'b-brief'", "did you mean 'a-brief'?"),
        (an_event("e", "It was.", "some-words", topics=["zzz"]), "there is no brief 'zzz'", "correct the id"),
        (a_boundary("x", ["how"], instead=["a-breif"]), "there is no brief 'a-breif'", "did you mean 'a-brief'?"),
        (
            a_brief("b", "B", rests_on="some-words", group="alle"),
            "there is no group of wording.yaml 'alle'",
            "did you mean 'all'?",
        ),
        (
            a_narration(PAPER, "o", "Others stand there", label="pres"),
            "there is no label of wording.yaml 'pres'",
            "did you mean 'press'?",
        ),
        (
            a_narration(PAPER, "o", "Others stand there", compares="a-treaty-33"),
            "there is no article 'a-treaty-33'",
            "did you mean 'a-treaty-3'?",
        ),
        (
            an_instrument("b-treaty", "B", reported=["some-wards"]),
            "there is no evidence 'some-wards'",
            "did you mean 'some-words'?",
        ),
        (a_brief("b", "B", rests_on="some-words", see_also=["b"]), "'b' names itself", "remove it"),
        (
            a_brief("b", "B", rests_on="some-words", notes=["a-note", "a-note"]),
            "'a-note' is in this list twice",
            "remove one of the two",
        ),
    ],
)
def test_an_id_that_nothing_has_is_named_with_the_nearest_one(item: Item, what: str, mend: str) -> None:
    findings = found_by(a_survey(*KNOWN, item), *RULES)
    assert {finding.what for finding in findings} == {what}
    assert all(finding.mend.startswith(mend) for finding in findings)


def test_what_could_not_be_read_is_not_reported_again_by_those_who_name_it() -> None:
    library = a_library(PAPER, BRIEF)
    named = [finding for finding in lint(library, a_survey().today) if "there is no" in finding.what]
    assert named
    broken: frozenset[tuple[Section, str]] = frozenset({("evidence", "some-words")})
    assert not [finding for finding in lint(library, a_survey().today, broken) if "there is no" in finding.what]
