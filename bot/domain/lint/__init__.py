"""Reads the library as a strict editor would: naked numbers, loose quotation marks, unsupported claims, stale reviews.

Each module holds one rule, or a few on one subject. A rule is given a `Survey` and yields what it finds; rules know
nothing of each other. Words about the subject come from `wording.yaml`.
"""

from collections.abc import Callable, Iterator
from datetime import date

from bot.domain.library import Library
from bot.domain.lint.aliases import shared_aliases
from bot.domain.lint.budget import overdrawn_budget
from bot.domain.lint.cited import unfounded_citations
from bot.domain.lint.content_notes import missing_content_notes
from bot.domain.lint.coverage import Coverage, coverage
from bot.domain.lint.dating import unproved_dates, years_to_come
from bot.domain.lint.documents import mistaken_paragraphs
from bot.domain.lint.ellipsis import dishonest_ellipses
from bot.domain.lint.instruments import disordered_dates, misdated_names, mistaken_comparisons, unlocked_articles
from bot.domain.lint.lengths import empty_narrations, misjudged_lengths
from bot.domain.lint.naming import unsupported_names
from bot.domain.lint.numbers import naked_numbers
from bot.domain.lint.passages import impossible_days, repeated_evidence
from bot.domain.lint.people import strange_names
from bot.domain.lint.positions import missing_positions, unfounded_positions
from bot.domain.lint.quotes import loose_quotation_marks
from bot.domain.lint.references import dangling_references
from bot.domain.lint.review import stale_reviews
from bot.domain.lint.sources import impossible_sources, untimely_standing
from bot.domain.lint.speakers import strangers_speaking, two_actors_of_one_speaker
from bot.domain.lint.statements import unproved_statements
from bot.domain.lint.support import lonely_evidence, only_notes
from bot.domain.lint.survey import Survey
from bot.domain.lint.unused import unused_items, unused_words
from bot.domain.lint.wording import coloured_words
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
