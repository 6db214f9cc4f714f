from collections.abc import Mapping

import pytest

from bot.domain.lint.rule import Rule
from bot.domain.lint.rules.doubled_positions import doubled_positions
from bot.domain.lint.rules.false_silences import false_silences
from bot.domain.lint.rules.late_positions import late_positions
from bot.domain.lint.rules.missing_positions import missing_positions
from bot.domain.lint.rules.unfounded_positions import unfounded_positions
from tests.builders import a_brief, a_document, a_narration, a_quotation, a_survey

PAPER = a_document("a-paper", "“It is legal,” Hong Lei of China said. Others of China say so too. Laos agreed.")
LEGAL = a_quotation(PAPER, "legal", "It is legal", "Hong Lei", actor="China")
OTHERS = a_narration(PAPER, "others", "Others of China say so too", speaker="China")
LAOS = a_narration(PAPER, "laos", "Laos agreed", actor="Laos")
CHINA = {"actor": "China", "text": "It is legal.", "rests_on": ["legal"]}
SILENT = {"actor": "North Korea", "silent": True}


def found(rule: Rule, accuses: list[str], *positions: Mapping[str, object]) -> list[str]:
    brief = a_brief("b", "B", rests_on="legal", accuses=accuses, positions=positions)
    return [finding.what for finding in rule(a_survey(PAPER, LEGAL, OTHERS, LAOS, brief))]


def test_whoever_is_accused_has_a_position_or_is_silent() -> None:
    assert found(missing_positions, ["China", "North Korea"], CHINA, SILENT) == []
    assert found(missing_positions, ["China", "Laos"], CHINA) == ["the brief accuses 'Laos', which has no position"]


def test_the_accused_speak_first() -> None:
    laos = {"actor": "Laos", "text": "It agreed.", "rests_on": ["laos"]}
    assert found(late_positions, ["China"], CHINA, laos) == []
    assert found(late_positions, ["China"], laos, CHINA) == ["the position of 'Laos' comes before that of 'China'"]


def test_nobody_has_two_positions() -> None:
    assert found(doubled_positions, [], CHINA, CHINA) == ["'China' has two positions"]


def test_silence_is_proved() -> None:
    assert found(false_silences, [], SILENT) == []
    silent = {"actor": "China", "silent": True}
    assert found(false_silences, [], silent) == ["'China' is not silent: 'legal' has its words"]


@pytest.mark.parametrize("reference", ["legal", "others"])
def test_a_position_rests_on_words_of_its_actor(reference: str) -> None:
    position = {"actor": "China", "text": "It is legal.", "rests_on": [reference, "laos"]}
    assert found(unfounded_positions, [], position) == []


def test_a_position_that_rests_on_others_words_alone_is_refused() -> None:
    position = {"actor": "China", "text": "It is legal.", "rests_on": ["laos"]}
    assert found(unfounded_positions, [], position) == ["nothing that this rests on has 'China' as its actor"]
