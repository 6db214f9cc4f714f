"""Finds what a half-typed, misspelt, Korean or roundabout question may mean, and says when it means nothing we have."""

from bot.domain.search.answer import Answer, Hit, Outcome, Where
from bot.domain.search.bound import Bound
from bot.domain.search.deciding import Thresholds
from bot.domain.search.finder import Finder
from bot.domain.search.names import best_names
from bot.domain.search.question import Question
from bot.domain.search.weights import Weights

__all__ = [
    "Answer",
    "Bound",
    "Finder",
    "Hit",
    "Outcome",
    "Question",
    "Thresholds",
    "Weights",
    "Where",
    "best_names",
]
