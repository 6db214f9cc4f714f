from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot

WORDS = 45
"""Of an answer at most: with its claims it then fits one screen of a phone."""


@rule(
    "V901",
    bad="""
# briefs/topics/ferry.yaml
answer:
  text: >-
    The paper does not say why. It says that the ferry stopped in May 2001, that nobody asked the islands,
    and that in the end about 40 people lost their daily crossing, as the harbour office told it when it was asked about
    those people later.
  rests_on: [harbour-forty-people, harbour-nobody-asked]
""",
    good="""
# briefs/topics/ferry.yaml
answer:
  text: >-
    The paper does not say why. The ferry stopped in May 2001, and about 40 people lost their daily crossing, the
    harbour office said.
  rests_on: [harbour-forty-people]
""",
)
def long_answers(survey: Survey) -> Iterator[Finding]:
    """An answer has at most 45 words.

    It is read on a phone, where an answer and its claims fill one screen. What it leaves out is one press away. This is
    only a warning: a long answer is no less true.
    """
    for brief in survey.library.briefs.values():
        words = len(brief.answer.text.split())
        if words > WORDS:
            yield Finding(
                Spot("brief", brief.id, ("answer", "text")),
                f"the answer has {words} words, and {WORDS} fit a phone",
                "keep what answers the title, and make a claim of the rest",
                warning=True,
            )
