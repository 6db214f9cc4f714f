"""What is read of answers."""

from bot.domain.search import Answer


def named(answer: Answer) -> list[str]:
    """What an answer offers, each as `kind:id`, the best first."""
    return [f"{hit.kind}:{hit.id}" for hit in answer.results]
