import re
from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot

_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\u201c])")


@rule(
    "V905",
    bad="""
# briefs/topics/poster.yaml
title: What did the poster say?
group: harbour
answer:
  text: >-
    The paper does not print the poster, and does not say whose it was. About 40 people lost their daily crossing, the
    harbour office said.
  rests_on: [harbour-forty-people, harbour-nobody-asked]
aliases: [poster]
claims:
  - text: >-
      The shopkeeper Mara Lind said that “Nobody asked the islanders” before the crossing ended.
    rests_on: [harbour-nobody-asked]
  - text: >-
      A rule of the ports, in the words of the paper, says that no office may end a crossing without a month of notice.
    rests_on: [harbour-month-of-notice]
  - text: The rule itself says the same of every port office.
    rests_on: [article:ports-rule-2]
as_of: 2001-06
reviewed: 2001-07
review_by: 9999
""",
    good="""
# briefs/topics/poster.yaml
title: What did the poster say?
group: harbour
answer:
  text: >-
    The paper does not print the poster, and does not say whose it was. About 40 people lost their daily crossing, the
    harbour office said.
  rests_on: [harbour-forty-people, harbour-nobody-asked]
aliases: [poster]
claims:
  - text: The islanders read of it there, and not one of them had been asked before, Mara Lind, a shopkeeper, said.
    rests_on: [harbour-nobody-asked]
  - text: A rule of the ports asks for a month of notice, in the words of the paper, before any office ends a crossing.
    rests_on: [harbour-month-of-notice]
  - text: The rule itself asks every port office for such a notice.
    rests_on: [article:ports-rule-2]
see_also: [ferry]
as_of: 2001-06
reviewed: 2001-07
review_by: 9999
""",
)
def repeated_sentences(survey: Survey) -> Iterator[Finding]:
    """No sentence of an answer or a claim stands in two briefs.

    Whoever corrects one of them forgets the other, and a link says it better. Positions are left out: an accused state
    answers in every brief that accuses it, in the same words. This is only a warning.
    """
    first: dict[tuple[str, ...], str] = {}
    for brief in survey.library.briefs.values():
        places = (("answer", "text"), *(("claims", place, "text") for place in range(len(brief.claims))))
        for path, sentence in zip(places, (brief.answer, *brief.claims), strict=True):
            for said in _END.split(sentence.text):
                words = tuple(word.plain for word in survey.read(said).words)
                other = first.setdefault(words, brief.id)
                if words and other != brief.id:
                    what = f"the brief '{other}' says the same: “{said}”"
                    yield Finding(Spot("brief", brief.id, path), what, f"link to '{other}' in see_also", warning=True)
