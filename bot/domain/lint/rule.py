"""What a rule is: something to find, with a code, a reason and two examples."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bot.domain.lint.survey import Survey
from bot.domain.problem import Explanation, Finding

Find = Callable[[Survey], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, told and applied; calling it gives its findings, each with its code."""

    about: Explanation
    find: Find

    def __call__(self, survey: Survey) -> Iterator[Finding]:
        """What the rule has to say about a library."""
        return (replace(finding, code=self.about.code) for finding in self.find(survey))


def rule(code: str, *, bad: str, good: str) -> Callable[[Find], Rule]:
    """Declare a rule: the first sentence of its docstring tells authors what it asks, the rest why.

    The examples are explained at `Explanation`.
    """

    def declared(find: Find) -> Rule:
        summary, _, why = inspect.cleandoc(find.__doc__ or "").partition("\n\n")
        told = (" ".join(text.split()) for text in (summary, why))
        return Rule(Explanation(code, *told, bad=bad.strip("\n"), good=good.strip("\n")), find)

    return declared
