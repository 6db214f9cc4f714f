"""What could not be read or proved is told once: rules keep silent about what only shows that it is missing."""

from datetime import date

import pytest

from bot.domain.lint.rule import Rule
from bot.domain.lint.rules.distant_speakers import distant_speakers
from bot.domain.lint.rules.lonely_evidence import lonely_evidence
from bot.domain.lint.rules.loose_quotations import loose_quotations
from bot.domain.lint.rules.naked_numbers import naked_numbers
from bot.domain.lint.rules.strange_names import strange_names
from bot.domain.lint.rules.unfounded_positions import unfounded_positions
from bot.domain.lint.rules.unknown_references import unknown_references
from bot.domain.lint.rules.unproved_sayings import unproved_sayings
from bot.domain.lint.rules.unused_items import unused_items
from bot.domain.lint.rules.unused_words import unused_words
from bot.domain.lint.survey import Survey
from bot.domain.model import Item
from bot.domain.problem import Section
from tests.builders import a_brief, a_document, a_figure, a_library, a_note, a_person, a_quotation, a_term

PAPER = a_document("a-paper", "“They had papers,” Hong said.", "Ann", "Bob", "Eve", "Dan", "“Nobody asked,” she said.")
PAPERS = a_quotation(PAPER, "papers", "They had papers", "Hong", flags=["never-alone"])
FAR = a_quotation(PAPER, "far", "Nobody asked", "Hong", said="2013-05-27")
NUMBER = a_term("t", "word", "It is in 12 papers.")
QUOTED = a_note("n", "It was “said so” once.")
POSITION = {"actor": "China", "text": "It is so.", "rests_on": ["papers", "lost"]}
CLAIM = {"text": "It is so.", "rests_on": ["papers", "lost"]}
FIRST_OF_2027 = date(2027, 1, 1)


def speaking(rule: Rule, items: tuple[Item, ...], broken: tuple[Section, str] | None) -> bool:
    return any(rule(Survey(a_library(*items), FIRST_OF_2027, frozenset([broken] if broken else []))))


@pytest.mark.parametrize(
    ("rule", "items", "broken"),
    [
        (unknown_references, (PAPER, a_brief("b", "B", rests_on="lost")), ("evidence", "lost")),
        (unknown_references, (PAPER, a_brief("b", "B", rests_on="lost")), ("evidence", "")),
        (unknown_references, (PAPER, a_brief("b", "B", rests_on="article:law-3")), ("instrument", "law")),
        (unused_items, (PAPER, PAPERS), ("brief", "lost")),
        (unused_items, (a_note("n"),), ("figure", "")),
        (unused_items, (a_figure("f", "How many?"),), ("brief", "lost")),
        (unused_words, (a_person("ann", "Ann"),), ("note", "lost")),
        (strange_names, (a_note("n", "It was Obama who came."),), ("person", "obama")),
        (distant_speakers, (PAPER, FAR), ("person", "hong")),
        (unproved_sayings, (PAPER, FAR), ("note", "lost")),
        (naked_numbers, (PAPER, NUMBER), ("document", "lost")),
        (naked_numbers, (PAPER, NUMBER), ("note", "lost")),
        (loose_quotations, (PAPER, QUOTED), ("document", "lost")),
    ],
)
def test_a_rule_keeps_silent_where_what_is_broken_may_be_what_it_misses(
    rule: Rule, items: tuple[Item, ...], broken: tuple[Section, str]
) -> None:
    assert speaking(rule, items, None)
    assert not speaking(rule, items, broken)


@pytest.mark.parametrize(
    ("rule", "whole", "lacking"),
    [
        (lonely_evidence, {"claims": [CLAIM | {"rests_on": ["papers"]}]}, {"claims": [CLAIM]}),
        (unfounded_positions, {"positions": [POSITION | {"rests_on": ["papers"]}]}, {"positions": [POSITION]}),
        (naked_numbers, {"content_note": "Nine died"}, {"content_note": "Nine died", "figures": ["lost"]}),
    ],
)
def test_a_rule_keeps_silent_about_a_sentence_that_rests_on_something_missing(
    rule: Rule, whole: dict[str, object], lacking: dict[str, object]
) -> None:
    brief = a_brief("b", "B", rests_on="far")
    assert speaking(rule, (PAPER, PAPERS, FAR, brief.model_validate(dict(brief) | whole)), None)
    assert not speaking(rule, (PAPER, PAPERS, FAR, brief.model_validate(dict(brief) | lacking)), None)
