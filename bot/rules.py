"""Every rule that has a code: what `check --explain` prints, and the page docs/rules.md.

`python -m bot.rules > docs/rules.md` writes the page anew.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from textwrap import fill

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.cards.layout import codes as fitting
from bot.content import codes as reading
from bot.domain.lint.engine import RULES
from bot.domain.problem import Explanation
from bot.refusal import RefusedError

EXPLANATIONS: Mapping[str, Explanation] = {
    about.code: about
    for about in sorted(
        (*reading.EXPLANATIONS, *(rule.about for rule in RULES), *fitting.EXPLANATIONS), key=lambda about: about.code
    )
}
"""Each by its code, in the order of the codes."""

CHAPTERS = {
    "V0": "Files and what stands in them",
    "V1": "Words and their proof",
    "V2": "How the parts fit together",
    "V3": "What our sentences rest on",
    "V4": "Dates",
    "V5": "People and their positions",
    "V6": "Documents, evidence and law",
    "V7": "Cards",
    "V8": "The moderators' file",
    "V9": "Short enough to be read",
}
"""What the codes are about, by how they begin."""


def explained(code: str) -> str:
    """What a code asks, why, and an example of each kind, for the command line.

    Raises:
        RefusedError: no rule has the code; names the nearest.
    """
    typed = code.strip().upper()
    about = EXPLANATIONS.get(typed)
    if about is None:
        near = EXPLANATIONS[_nearest(typed)]
        raise RefusedError(f"There is no rule '{code}'.", f"The nearest is {near.code}: {near.summary}")
    return "\n\n".join(
        (
            f"{about.code}: {about.summary}",
            fill(about.why, 120, break_long_words=False, break_on_hyphens=False),
            f"Refused:\n\n{_indented(about.bad)}",
            f"Accepted:\n\n{_indented(about.good)}",
        )
    )


def _nearest(typed: str) -> str:
    """The code most like what was typed, of the same chapter if there is one."""
    same_chapter = [code for code in EXPLANATIONS if code[:2] == typed[:2]]
    return process.extract(typed, same_chapter or EXPLANATIONS.keys(), scorer=OSA.distance, limit=1)[0][0]


def page() -> str:
    """The whole of docs/rules.md."""
    return "\n\n".join(_parts()) + "\n"


def _parts() -> Iterator[str]:
    yield "# The rules"
    yield _INTRODUCTION
    for beginning, title in CHAPTERS.items():
        chapter = [about for code, about in EXPLANATIONS.items() if code.startswith(beginning)]
        if chapter:
            yield f"## {title}"
        for about in chapter:
            yield from _told(about)


def _told(about: Explanation) -> Sequence[str]:
    return (
        f"### {about.code}",
        fill(f"**{about.summary}** {about.why}", 120, break_long_words=False, break_on_hyphens=False),
        f"Refused:\n\n{_fenced(about.bad)}",
        f"Accepted:\n\n{_fenced(about.good)}",
    )


def _fenced(example: str) -> str:
    return f"```{'sh' if example.startswith('$') else 'yaml'}\n{example}\n```"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())


_INTRODUCTION = """\
What `check` refuses, and why. Every problem that it prints has the code of a rule, `path:line: V311 what is wrong; what
to do`, and `python -m bot check --explain V311` prints what stands here. A code never changes its meaning, and one that
is given up is not used again. A problem that begins with *warning* fails nothing.

The examples belong to a small library about a ferry (`tests/content/small`): the line above tells the file, and what is
left out is as it stands there. A line that begins with `$` is a command, given in the folder of that library. The tests
try every one of them. This page is written by
`python -m bot.rules > docs/rules.md`, from the rules themselves."""


if __name__ == "__main__":
    sys.stdout.write(page())
