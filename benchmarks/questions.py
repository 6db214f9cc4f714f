"""How well the golden questions are answered, for each half of the set."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.domain.search import Answer, Finder
from tests.golden.loader import Question, questions


@dataclass
class Tally:
    """Counts over some questions; the lists hold what went wrong."""

    answerable: int = 0
    first: int = 0
    in_three: int = 0
    wrong_confident: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    asked_needlessly: list[str] = field(default_factory=list)
    not_first: list[str] = field(default_factory=list)
    off_topic: int = 0
    off_topic_answered: list[str] = field(default_factory=list)
    off_topic_asked: list[str] = field(default_factory=list)
    boundary: int = 0
    boundary_missed: list[str] = field(default_factory=list)
    boundary_false: list[str] = field(default_factory=list)
    ask: int = 0
    ask_missed: list[str] = field(default_factory=list)

    @property
    def accuracy(self) -> float:
        """The share of answerable questions, those to be asked about included, whose first result is a good one."""
        return self.first / self.answerable if self.answerable else 0.0


def is_accepted(question: Question, answer: Answer) -> bool:
    """Whether the first result is a good answer, and is offered as one; for an ambiguous question, whether all are."""
    offered = [f"{hit.kind}:{hit.id}" for hit in answer.results]
    if answer.outcome not in {"match", "ask"}:
        return False
    if question.wanted == "ask":
        return answer.outcome == "ask" and set(question.accepted) <= set(offered)
    return bool(offered) and offered[0] in question.accepted


def count(finder: Finder, asked: Iterable[Question]) -> Tally:
    """Ask every question and count."""
    tally = Tally()
    for question in asked:
        _count_one(tally, question, finder.search(question.text))
    return tally


def _count_one(tally: Tally, question: Question, answer: Answer) -> None:
    offered = [f"{hit.kind}:{hit.id}" for hit in answer.results]
    shown = f"{question.text} → {answer.outcome} {offered[:2]} {[hit.score for hit in answer.results[:2]]}"
    if question.wanted == "none":
        tally.off_topic += 1
        if answer.outcome == "match":
            tally.off_topic_answered.append(shown)
        elif answer.outcome == "ask":
            tally.off_topic_asked.append(shown)
        return
    if question.wanted == "boundary":
        tally.boundary += 1
        if answer.outcome != "boundary":
            tally.boundary_missed.append(shown)
        return
    tally.answerable += 1
    if answer.outcome == "boundary":
        tally.boundary_false.append(shown)
    if is_accepted(question, answer):
        tally.first += 1
        if answer.outcome == "ask" and question.wanted == "answer":
            tally.asked_needlessly.append(shown)
    else:
        tally.not_first.append(shown)
        if answer.outcome == "match":
            tally.wrong_confident.append(shown)
        if answer.outcome == "none":
            tally.refused.append(shown)
    if question.wanted == "ask":
        tally.ask += 1
        if not is_accepted(question, answer):
            tally.ask_missed.append(shown)
    elif answer.outcome in {"match", "ask"} and set(offered[:3]) & set(question.accepted):
        tally.in_three += 1


def halves(finder: Finder) -> dict[str, Tally]:
    """The counts of both halves."""
    everything = questions()
    return {half: count(finder, (each for each in everything if each.half == half)) for half in ("tuning", "locked")}


def rows(tallies: dict[str, Tally]) -> list[list[str]]:
    """A table of the counts, a column a half."""
    named = {
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
    return [[name, *(value(tally) for tally in tallies.values())] for name, value in named.items()]
