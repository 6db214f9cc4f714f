from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from bot.domain.lint.ground import Ground
from bot.domain.lint.quoting import are_in_pairs, quotable
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.matching import nearest_words
from bot.domain.problem import Finding
from bot.domain.text.folding import PRINT

_ALIKE = 60
"""From this likeness in percent on, the nearest words are worth showing."""


@rule(
    "V322",
    bad="""
# briefs/timeline.yaml
ferry-stopped:
  text: The ferry stopped. “Nobody asked us islanders”, the shopkeeper said.
  rests_on: [harbour-forty-people, harbour-nobody-asked]
""",
    good="""
# briefs/timeline.yaml
ferry-stopped:
  text: The ferry stopped. “Nobody asked the islanders”, the shopkeeper said.
  rests_on: [harbour-forty-people, harbour-nobody-asked]
""",
)
def loose_quotations(survey: Survey) -> Iterator[Finding]:
    """Words between double quotation marks stand exactly so in what the sentence rests on.

    The marks promise a speaker's own words. In a note they may hold words of the stored documents and articles or the
    title of its source, for its source itself cannot be checked here.
    """
    for sentence in survey.sentences:
        quoted = survey.read(sentence.text).quoted
        if not quoted or not are_in_pairs(sentence.text):
            continue
        grounds = quotable(sentence, survey)
        for start, end in quoted if grounds else ():
            words = sentence.text[start:end]
            if not any(ground.holds(words) or ground.holds(words.removesuffix(",")) for ground in grounds):
                what = f"“{words}” stands in nothing that this rests on"
                yield Finding(sentence.spot, what, _mend(words, grounds))


def _mend(words: str, grounds: Sequence[Ground]) -> str:
    texts = [text for ground in grounds for text in ground.texts]
    near = max((nearest_words(words, text.text) for text in texts), key=lambda text: _likeness(words, text), default="")
    hint = f"the nearest there is “{near}”; " if near and _likeness(words, near) >= _ALIKE else ""
    return f"{hint}quote it exactly, add the evidence that has it, or write without quotation marks"


def _likeness(words: str, other: str) -> float:
    return fuzz.ratio(PRINT(words), PRINT(other))
