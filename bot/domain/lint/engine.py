"""Reads the library as a strict editor would: naked numbers, loose quotation marks, unsupported claims, stale reviews.

Each module of `rules` holds one rule, declared with its code, its reason and two examples. A rule is given a `Survey`
and yields what it finds; rules know nothing of each other, and what two of them need stands beside the package. Words
about the subject come from `wording.yaml`.
"""

from datetime import date

from bot.domain.garbage import collector_at_rest
from bot.domain.library import Library
from bot.domain.lint.rule import Rule
from bot.domain.lint.rules.corrections_to_come import corrections_to_come
from bot.domain.lint.rules.counted_claims import counted_claims
from bot.domain.lint.rules.cut_off_sentences import cut_off_sentences
from bot.domain.lint.rules.disordered_laws import disordered_laws
from bot.domain.lint.rules.disordered_reviews import disordered_reviews
from bot.domain.lint.rules.distant_speakers import distant_speakers
from bot.domain.lint.rules.divided_speakers import divided_speakers
from bot.domain.lint.rules.documents_to_come import documents_to_come
from bot.domain.lint.rules.doubled_positions import doubled_positions
from bot.domain.lint.rules.dropped_hedges import dropped_hedges
from bot.domain.lint.rules.early_as_of import early_as_of
from bot.domain.lint.rules.early_reviews import early_reviews
from bot.domain.lint.rules.echoing_notes import echoing_notes
from bot.domain.lint.rules.empty_narrations import empty_narrations
from bot.domain.lint.rules.empty_paragraphs import empty_paragraphs
from bot.domain.lint.rules.false_silences import false_silences
from bot.domain.lint.rules.idle_number_excuses import idle_number_excuses
from bot.domain.lint.rules.idle_omission_excuses import idle_omission_excuses
from bot.domain.lint.rules.idle_wording_excuses import idle_wording_excuses
from bot.domain.lint.rules.invented_hedges import invented_hedges
from bot.domain.lint.rules.late_positions import late_positions
from bot.domain.lint.rules.late_sayings import late_sayings
from bot.domain.lint.rules.loaded_words import loaded_words
from bot.domain.lint.rules.lonely_evidence import lonely_evidence
from bot.domain.lint.rules.long_answers import long_answers
from bot.domain.lint.rules.long_claims import long_claims
from bot.domain.lint.rules.long_pieces import long_pieces
from bot.domain.lint.rules.loose_quotations import loose_quotations
from bot.domain.lint.rules.many_notes import many_notes
from bot.domain.lint.rules.misdated_names import misdated_names
from bot.domain.lint.rules.misjudged_lengths import misjudged_lengths
from bot.domain.lint.rules.mismatched_addresses import mismatched_addresses
from bot.domain.lint.rules.missing_content_notes import missing_content_notes
from bot.domain.lint.rules.missing_hedges import missing_hedges
from bot.domain.lint.rules.missing_positions import missing_positions
from bot.domain.lint.rules.mistaken_comparisons import mistaken_comparisons
from bot.domain.lint.rules.mistaken_receipts import mistaken_receipts
from bot.domain.lint.rules.naked_numbers import naked_numbers
from bot.domain.lint.rules.old_addresses import old_addresses
from bot.domain.lint.rules.only_notes import only_notes
from bot.domain.lint.rules.overdrawn_documents import overdrawn_documents
from bot.domain.lint.rules.overdue_reviews import overdue_reviews
from bot.domain.lint.rules.placeholders import placeholders
from bot.domain.lint.rules.repeated_evidence import repeated_evidence
from bot.domain.lint.rules.repeated_references import repeated_references
from bot.domain.lint.rules.repeated_sentences import repeated_sentences
from bot.domain.lint.rules.reversed_events import reversed_events
from bot.domain.lint.rules.self_references import self_references
from bot.domain.lint.rules.shared_aliases import shared_aliases
from bot.domain.lint.rules.sources_to_come import sources_to_come
from bot.domain.lint.rules.strange_names import strange_names
from bot.domain.lint.rules.surer_words import surer_words
from bot.domain.lint.rules.turned_senses import turned_senses
from bot.domain.lint.rules.unanswered_examples import unanswered_examples
from bot.domain.lint.rules.undated_statements import undated_statements
from bot.domain.lint.rules.unfounded_citations import unfounded_citations
from bot.domain.lint.rules.unfounded_positions import unfounded_positions
from bot.domain.lint.rules.unknown_references import unknown_references
from bot.domain.lint.rules.unlocked_articles import unlocked_articles
from bot.domain.lint.rules.unnamed_holders import unnamed_holders
from bot.domain.lint.rules.unnamed_speakers import unnamed_speakers
from bot.domain.lint.rules.unpaired_marks import unpaired_marks
from bot.domain.lint.rules.unproved_as_of import unproved_as_of
from bot.domain.lint.rules.unproved_bounds import unproved_bounds
from bot.domain.lint.rules.unproved_event_dates import unproved_event_dates
from bot.domain.lint.rules.unproved_sayings import unproved_sayings
from bot.domain.lint.rules.unsourced_parties import unsourced_parties
from bot.domain.lint.rules.unsupported_names import unsupported_names
from bot.domain.lint.rules.untimely_standing import untimely_standing
from bot.domain.lint.rules.unused_items import unused_items
from bot.domain.lint.rules.unused_words import unused_words
from bot.domain.lint.rules.years_to_come import years_to_come
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Section
from bot.domain.search import Finder

RULES: tuple[Rule, ...] = (
    unknown_references,
    repeated_references,
    self_references,
    unused_items,
    unused_words,
    shared_aliases,
    placeholders,
    misjudged_lengths,
    missing_content_notes,
    early_reviews,
    disordered_reviews,
    overdue_reviews,
    old_addresses,
    unanswered_examples,
    mistaken_receipts,
    only_notes,
    lonely_evidence,
    unfounded_citations,
    naked_numbers,
    idle_number_excuses,
    unpaired_marks,
    loose_quotations,
    loaded_words,
    surer_words,
    dropped_hedges,
    idle_wording_excuses,
    unproved_bounds,
    invented_hedges,
    missing_hedges,
    undated_statements,
    unnamed_holders,
    unproved_event_dates,
    reversed_events,
    unproved_as_of,
    early_as_of,
    years_to_come,
    documents_to_come,
    corrections_to_come,
    late_sayings,
    unproved_sayings,
    sources_to_come,
    mismatched_addresses,
    untimely_standing,
    strange_names,
    unsupported_names,
    unnamed_speakers,
    distant_speakers,
    divided_speakers,
    missing_positions,
    doubled_positions,
    late_positions,
    false_silences,
    unfounded_positions,
    empty_paragraphs,
    repeated_evidence,
    empty_narrations,
    turned_senses,
    cut_off_sentences,
    idle_omission_excuses,
    long_pieces,
    overdrawn_documents,
    unlocked_articles,
    disordered_laws,
    unsourced_parties,
    misdated_names,
    mistaken_comparisons,
    long_answers,
    long_claims,
    counted_claims,
    many_notes,
    repeated_sentences,
    echoing_notes,
)
"""Every rule, in the order of the codes: V2xx parts, V3xx proofs, V4xx dates, V5xx people, V6xx documents and law,
V9xx length."""


@collector_at_rest()
def lint(
    library: Library,
    today: date,
    broken: frozenset[tuple[Section, str]] = frozenset(),
    finder: Finder | None = None,
) -> list[Finding]:
    """Everything that the rules have to say about a library.

    `today` is the day that reviews are due by. `broken` are items left out of the library because they could not be
    read or proved, each by its section and id; an empty id stands for a file of which not even the ids are known. What
    merely follows from their absence is not reported. `finder` is one of this library, where it has been built already.
    """
    survey = Survey(library, today, broken, finder)
    return [finding for rule in RULES for finding in rule(survey)]
