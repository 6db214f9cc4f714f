"""Lengths: a brief is short enough for the middle of a conversation, and evidence long enough to say something."""

from collections.abc import Iterator

from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot
from bot.domain.text.phrases import spaced_words

FEWEST_WORDS = 60
MOST_WORDS = 140
"""In answer and claims together; positions and notes are not counted."""
FEWEST_NARRATED = 3
"""A word or two of a document's own prose stand in many places and say nothing."""


def misjudged_lengths(survey: Survey) -> Iterator[Finding]:
    """Briefs whose answer and claims have too few or too many words."""
    for brief in survey.library.briefs.values():
        texts = [brief.answer.text, *(claim.text for claim in brief.claims)]
        length = sum(1 for text in texts for _ in spaced_words(text))
        if not FEWEST_WORDS <= length <= MOST_WORDS:
            yield Finding(
                Spot("brief", brief.id, ("answer",)),
                f"answer and claims have {length} words together",
                f"a brief has {FEWEST_WORDS} to {MOST_WORDS}; {'say more' if length < FEWEST_WORDS else 'say less'}",
            )


def empty_narrations(survey: Survey) -> Iterator[Finding]:
    """Narrations too short to prove anything."""
    for evidence in survey.library.evidence.values():
        if evidence.kind == "narration" and sum(1 for _ in spaced_words(evidence.text)) < FEWEST_NARRATED:
            what = f"'{evidence.text}' alone says nothing"
            yield Finding(Spot("evidence", evidence.id, ("words",)), what, "take in the sentence around it")
