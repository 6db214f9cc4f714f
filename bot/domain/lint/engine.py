"""Reads the library as a strict editor would: naked numbers, loose quotation marks, unsupported claims, stale reviews.

Each module holds one rule, or a few on one subject. A rule is given a `Survey` and yields what it finds; rules know
nothing of each other. Words about the subject come from `wording.yaml`.
"""

from collections.abc import Callable, Iterator
from datetime import date

from bot.domain.library import Library
from bot.domain.lint.coverage import Coverage, coverage
from bot.domain.lint.rules.aliases import shared_aliases
from bot.domain.lint.rules.budget import overdrawn_budget
from bot.domain.lint.rules.cited import unfounded_citations
from bot.domain.lint.rules.content_notes import missing_content_notes
from bot.domain.lint.rules.dating import unproved_dates, years_to_come
from bot.domain.lint.rules.documents import mistaken_paragraphs
from bot.domain.lint.rules.ellipsis import dishonest_ellipses
from bot.domain.lint.rules.instruments import disordered_dates, misdated_names, mistaken_comparisons, unlocked_articles
from bot.domain.lint.rules.lengths import empty_narrations, misjudged_lengths
from bot.domain.lint.rules.naming import unsupported_names
from bot.domain.lint.rules.numbers import naked_numbers
from bot.domain.lint.rules.passages import impossible_days, repeated_evidence
from bot.domain.lint.rules.people import strange_names
from bot.domain.lint.rules.positions import missing_positions, unfounded_positions
from bot.domain.lint.rules.quotes import loose_quotation_marks
from bot.domain.lint.rules.references import dangling_references
from bot.domain.lint.rules.review import stale_reviews
from bot.domain.lint.rules.sources import impossible_sources, untimely_standing
from bot.domain.lint.rules.speakers import strangers_speaking, two_actors_of_one_speaker
from bot.domain.lint.rules.statements import unproved_statements
from bot.domain.lint.rules.support import lonely_evidence, only_notes
from bot.domain.lint.rules.unused import unused_items, unused_words
from bot.domain.lint.rules.wording import coloured_words
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Section

__all__ = ["Coverage", "coverage", "lint"]

_RULES: tuple[Callable[[Survey], Iterator[Finding]], ...] = (
    dangling_references,
    only_notes,
    lonely_evidence,
    naked_numbers,
    unproved_dates,
    years_to_come,
    unproved_statements,
    loose_quotation_marks,
    unfounded_citations,
    strange_names,
    unsupported_names,
    coloured_words,
    strangers_speaking,
    two_actors_of_one_speaker,
    impossible_days,
    repeated_evidence,
    dishonest_ellipses,
    missing_positions,
    unfounded_positions,
    missing_content_notes,
    overdrawn_budget,
    unlocked_articles,
    disordered_dates,
    misdated_names,
    mistaken_comparisons,
    shared_aliases,
    misjudged_lengths,
    empty_narrations,
    mistaken_paragraphs,
    stale_reviews,
    impossible_sources,
    untimely_standing,
    unused_items,
    unused_words,
)


def lint(library: Library, today: date, broken: frozenset[tuple[Section, str]] = frozenset()) -> list[Finding]:
    """Everything that the rules have to say about a library.

    `today` is the day that reviews are due by. `broken` are items left out of the library because they could not be
    read or proved: a reference to one of them is not reported again.
    """
    survey = Survey(library, today, broken)
    return [finding for rule in _RULES for finding in rule(survey)]
