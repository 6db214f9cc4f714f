"""How well the golden questions are answered, as a table."""

from collections.abc import Callable
from typing import Final

from bot.domain.search import Finder
from tests.golden.loader import STRANGERS, UNSEEN, questions
from tests.golden.tally import Tally, count

ROWS: Final[dict[str, Callable[[Tally], str]]] = {
    "questions with an answer (ambiguous ones included)": lambda tally: str(tally.answerable),
    "right answer first": lambda tally: f"{tally.first} ({tally.accuracy:.1%})",
    "wrong answer given with confidence": lambda tally: str(len(tally.wrong_confident)),
    "refused though there is an answer": lambda tally: str(len(tally.refused)),
    "asked back though there is one answer": lambda tally: str(len(tally.asked_needlessly)),
    "taken for a question not to be answered": lambda tally: str(len(tally.boundary_false)),
    "ambiguous, not asked back": lambda tally: f"{len(tally.ask_missed)} of {tally.ask}",
    "off topic, answered with confidence": lambda tally: f"{len(tally.off_topic_answered)} of {tally.off_topic}",
    "off topic, asked back": lambda tally: f"{len(tally.off_topic_asked)} of {tally.off_topic}",
    "not to be answered, missed": lambda tally: f"{len(tally.boundary_missed)} of {tally.boundary}",
}
"""What is told of each tally, by the words for it."""


def sets(finder: Finder) -> dict[str, Tally]:
    """The counts of both halves, of strangers' questions, and of those that nobody looked at."""
    everything = questions()
    return {
        "tuning": count(finder, (each for each in everything if each.half == "tuning")),
        "strangers": count(finder, questions(STRANGERS)),
        "locked": count(finder, (each for each in everything if each.half == "locked")),
        "fresh": count(finder, questions(UNSEEN)),
    }


def rows(tallies: dict[str, Tally]) -> list[list[str]]:
    """A table of the counts, a column a half."""
    return [[name, *(value(tally) for tally in tallies.values())] for name, value in ROWS.items()]
