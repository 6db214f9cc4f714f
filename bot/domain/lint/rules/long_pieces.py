from collections.abc import Iterator

from bot.domain.budget import is_shown
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.model import Evidence
from bot.domain.problem import Finding, Spot
from bot.domain.text.phrases import spaced_words, unquoted

QUOTATION_WORDS = 60
PROSE_WORDS = 40
COMPARED_WORDS = 60
"""Of a document's own prose, where a reader compares it with an article."""


@rule(
    "V621",
    bad="""
# briefs/evidence/harbour-2001.yaml
harbour-rowing:
  kind: quotation
  words: >-
    I row them over on Sundays, because there is no other boat, and because the old people want to see the church, and
    the young people want to see the town, and I ask five crowns of each of them, which is what the ferry used to ask in
    the year when it last ran every day of the week, and nobody has ever told me that it was too much.
  paragraph: 13
  speaker: Jon Brandt
# briefs/timeline.yaml
ferry-stopped:
  rests_on: [harbour-forty-people, harbour-rowing]
# briefs/people.yaml
jon-brandt:
  names: [Jon Brandt]
  role: skipper
  basis: quoted by name in the paper
""",
    good="""
# briefs/evidence/harbour-2001.yaml
harbour-rowing:
  kind: quotation
  words: I row them over on Sundays, because there is no other boat
  paragraph: 13
  speaker: Jon Brandt
  omission_ok: the rest tells why people cross, and what they pay
# briefs/timeline.yaml
ferry-stopped:
  rests_on: [harbour-forty-people, harbour-rowing]
# briefs/people.yaml
jon-brandt:
  names: [Jon Brandt]
  role: skipper
  basis: quoted by name in the paper
""",
)
def long_pieces(survey: Survey) -> Iterator[Finding]:
    """A quotation has 60 words at most, and so has prose compared with an article; other prose that is shown has 40.

    The documents belong to their publishers. What a narration quotes from others is not counted.
    """
    for evidence in survey.library.evidence.values():
        length, limit = _length(evidence), _limit(evidence)
        if length > limit and is_shown(evidence, survey.library):
            what = f"{length} words are shown of one piece; {limit} are fair"
            mend = "quote less, or split a long quotation in two"
            yield Finding(Spot("evidence", evidence.id, ("words",)), what, mend)


def _limit(evidence: Evidence) -> int:
    if evidence.kind == "quotation":
        return QUOTATION_WORDS
    return COMPARED_WORDS if evidence.compares else PROSE_WORDS


def _length(evidence: Evidence) -> int:
    texts = [passage.words for passage in evidence.passages]
    if evidence.kind == "narration":
        texts = [unquoted(text) for text in texts]
    return sum(1 for text in texts for _ in spaced_words(text))
