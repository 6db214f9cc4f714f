import re
from collections.abc import Iterator

from bot.domain.citation.citations import Citation
from bot.domain.lint.ground import Ground
from bot.domain.lint.rule import rule
from bot.domain.lint.sentences import Own
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding

_ARTICLE = re.compile(r"\bart(?:icle)?s?\b", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9IVX]+[A-Z]?(?:\(\w+\))*")


@rule(
    "V303",
    bad="""
# briefs/timeline.yaml
ferry-stopped:
  text: The ferry stopped, and Article 3 of the Ports Rule asks for notice.
  rests_on: [harbour-forty-people, "article:ports-rule-2"]
""",
    good="""
# briefs/timeline.yaml
ferry-stopped:
  text: The ferry stopped, and Article 2 of the Ports Rule asks for notice.
  rests_on: [harbour-forty-people, "article:ports-rule-2"]
""",
)
def unfounded_citations(survey: Survey) -> Iterator[Finding]:
    """An article that a claim or a heading cites is one that it rests on, or that its evidence names.

    A wrong number sends a reader to a law that says something else. In a brief the articles that it lists count too.
    """
    if survey.is_broken("instrument"):
        return
    for sentence in survey.sentences:
        if sentence.voice not in {"claim", "heading"}:
            continue
        ground = survey.ground(sentence)
        if ground is not None:
            for number in (*_misnamed(sentence, ground, survey), *_unnamed(sentence, ground, survey)):
                what = f"Article {number} is cited, and nothing that this rests on is that article or names it"
                yield Finding(sentence.spot, what, "add article:ID to rests_on, or correct the number")


def _misnamed(sentence: Own, ground: Ground, survey: Survey) -> Iterator[str]:
    """Articles cited with their instrument; where a number fits several instruments, one of them must fit."""
    held = _held(sentence, survey)
    by_place: dict[int, list[Citation]] = {}
    for citation in survey.cited(sentence.text):
        by_place.setdefault(citation.start, []).append(citation)
    for citations in by_place.values():
        if not any(citation.article in held or _is_cited_in(citation, ground, survey) for citation in citations):
            yield survey.citations.printed(citations[0]).partition("Article ")[2]


def _unnamed(sentence: Own, ground: Ground, survey: Survey) -> Iterator[str]:
    """Articles cited by their number alone: they must be of an instrument that the sentence rests on."""
    if not _ARTICLE.search(sentence.text):
        return
    held = _held(sentence, survey)
    named = {citation.start for citation in survey.cited(sentence.text)}
    shorts = {survey.library.provisions[key].instrument.short for key in held if key in survey.library.provisions}
    for start, end in survey.cited_ranges(sentence.text):
        words = sentence.text[start:end]
        if any(start <= place < end for place in named) or not _ARTICLE.search(words):
            continue
        for number in _NUMBER.findall(words):
            meant = [citation for short in shorts for citation in survey.cited(f"{short}, Article {number}")]
            printed = re.compile(rf"\barticles?\s+{re.escape(number)}(?!\w)", re.IGNORECASE)
            is_named = any(printed.search(text.text) for text in ground.named)
            if not is_named and not any(citation.article in held for citation in meant):
                yield number


def _is_cited_in(citation: Citation, ground: Ground, survey: Survey) -> bool:
    return any(
        (citation.instrument, citation.number) == (other.instrument, other.number)
        for text in ground.named
        for other in survey.cited(text.text)
    )


def _held(sentence: Own, survey: Survey) -> set[str]:
    """The articles that the sentence rests on, and those listed by the brief that it belongs to."""
    held = {reference.removeprefix("article:") for reference in sentence.rests_on}
    if sentence.spot.section == "brief":
        held.update(survey.library.briefs[sentence.spot.id].articles)
    return held
