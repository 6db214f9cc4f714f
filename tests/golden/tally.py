"""Counts how well the golden questions are answered, for each half of the set."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.domain.search import Answer, Finder
from tests.golden.loader import Question, questions


@dataclass
class Tally:
    """Counts over some questions; the lists hold what went wrong."""

    answerable: int = 0
    first: int = 0
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
        answer = finder.search(question.text)
        offered = [f"{hit.kind}:{hit.id}" for hit in answer.results]
        shown = f"{question.text} → {answer.outcome} {offered[:2]} {[hit.score for hit in answer.results[:2]]}"
        if question.wanted == "none":
            _count_off_topic(tally, answer, shown)
        elif question.wanted == "boundary":
            tally.boundary += 1
            tally.boundary_missed += [shown] * (answer.outcome != "boundary")
        else:
            _count_answer(tally, question, answer, shown)
    return tally


def _count_off_topic(tally: Tally, answer: Answer, shown: str) -> None:
    tally.off_topic += 1
    tally.off_topic_answered += [shown] * (answer.outcome == "match")
    tally.off_topic_asked += [shown] * (answer.outcome == "ask")


def _count_answer(tally: Tally, question: Question, answer: Answer, shown: str) -> None:
    is_good = is_accepted(question, answer)
    is_ambiguous = question.wanted == "ask"
    tally.answerable += 1
    tally.ask += is_ambiguous
    tally.first += is_good
    tally.boundary_false += [shown] * (answer.outcome == "boundary")
    tally.asked_needlessly += [shown] * (is_good and answer.outcome == "ask" and not is_ambiguous)
    tally.not_first += [shown] * (not is_good)
    tally.wrong_confident += [shown] * (not is_good and answer.outcome == "match")
    tally.refused += [shown] * (not is_good and answer.outcome == "none")
    tally.ask_missed += [shown] * (not is_good and is_ambiguous)


def halves(finder: Finder) -> dict[str, Tally]:
    """The counts of both halves."""
    everything = questions()
    return {half: count(finder, (each for each in everything if each.half == half)) for half in ("tuning", "locked")}
