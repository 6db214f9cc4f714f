"""Search on libraries about something else: what was fitted to the shipped one must not be all that it can do."""

from dataclasses import replace

import pytest

from bot.domain.library import Library
from bot.domain.model import Wording
from bot.domain.search import Finder
from tests.golden.elsewhere import FOLDER, library_of, questions_of, shares_a_word
from tests.golden.loader import questions
from tests.golden.tally import Tally, count

pytestmark = pytest.mark.no_cover  # thousands of searches, which take the ways that others take

LIBRARIES = sorted(FOLDER.glob("*.yaml"), key=lambda file: file.stem)


@pytest.fixture(scope="module")
def wording(shipped: Library) -> Wording:
    return shipped.wording


@pytest.fixture(scope="module")
def tallies(wording: Wording) -> dict[str, Tally]:
    """By the library's name: its questions that share a word with their entry, and the shipped library's as foreign."""
    foreign = [replace(each, wanted="none", accepted=()) for each in questions()]
    found: dict[str, Tally] = {}
    for file in LIBRARIES:
        library = library_of(file, wording)
        own = [each for each in questions_of(file) if shares_a_word(each, library)]
        found[file.stem] = count(Finder(library), [*own, *foreign])
    return found


def test_every_entry_has_three_other_names_and_three_questions_that_are_none_of_them(wording: Wording) -> None:
    for file in LIBRARIES:
        briefs, asked = library_of(file, wording).briefs, questions_of(file)
        assert len(asked) == 3 * len(briefs) >= 60
        for brief in briefs.values():
            assert len({brief.title.lower(), *(alias.lower() for alias in brief.aliases)}) == 4
        names = {name.lower() for brief in briefs.values() for name in (brief.title, *brief.aliases)}
        assert not names & {question.text.lower() for question in asked}


def test_few_questions_that_can_be_answered_are_refused(tallies: dict[str, Tally]) -> None:
    refused = {name: len(tally.refused) / tally.answerable for name, tally in tallies.items()}
    assert refused["lending"] <= 0.20
    assert refused["pool"] <= 0.22


def test_few_wrong_answers_are_given_with_confidence(tallies: dict[str, Tally]) -> None:
    wrong = sum(len(tally.wrong_confident) for tally in tallies.values())
    assert wrong <= 0.03 * sum(tally.answerable for tally in tallies.values())


def test_what_is_asked_of_the_shipped_library_is_hardly_ever_answered_by_another(tallies: dict[str, Tally]) -> None:
    for tally in tallies.values():
        assert len(tally.off_topic_answered) <= 0.005 * tally.off_topic
