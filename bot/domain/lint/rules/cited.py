"""Citations in our sentences: an article that a sentence names is one that it rests on, or that its evidence names."""

import re
from collections.abc import Iterator

from bot.domain.citation.citations import Citation
from bot.domain.lint.ground import Ground
from bot.domain.lint.sentences import Own
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding

_ARTICLE = re.compile(r"\bart(?:icle)?s?\b", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9IVX]+[A-Z]?(?:\(\w+\))*")


def unfounded_citations(survey: Survey) -> Iterator[Finding]:
    """Articles cited in a claim or a heading that neither its references nor its brief's articles hold."""
    for sentence in survey.sentences:
        ground = survey.grounds.of(sentence.rests_on)
        if sentence.voice not in {"claim", "heading"} or ground is None:
            continue
        for number in (*_misnamed(sentence, ground, survey), *_unnamed(sentence, ground, survey)):
            what = f"Article {number} is cited, and nothing that this rests on is that article or names it"
            yield Finding(sentence.spot, what, "add article:ID to rests_on, or correct the number")


def _misnamed(sentence: Own, ground: Ground, survey: Survey) -> Iterator[str]:
    """Articles cited with their instrument; where a number fits several instruments, one of them must fit."""
    held = _held(sentence, survey)
    by_place: dict[int, list[Citation]] = {}
    for citation in survey.citations.cited(sentence.text):
        by_place.setdefault(citation.start, []).append(citation)
    for citations in by_place.values():
        if not any(citation.article in held or _is_cited_in(citation, ground, survey) for citation in citations):
            yield survey.citations.printed(citations[0]).partition("Article ")[2]


def _unnamed(sentence: Own, ground: Ground, survey: Survey) -> Iterator[str]:
    """Articles cited by their number alone: they must be of an instrument that the sentence rests on."""
    held = _held(sentence, survey)
    named = {citation.start for citation in survey.citations.cited(sentence.text)}
    known = survey.library.provisions.keys() & held
    shorts = {survey.library.provisions[key].instrument.short for key in known}
    for start, end in survey.cited(sentence.text):
        words = sentence.text[start:end]
        if any(start <= place < end for place in named) or not _ARTICLE.search(words):
            continue
        for number in _NUMBER.findall(words):
            meant = [citation for short in shorts for citation in survey.citations.cited(f"{short}, Article {number}")]
            printed = re.compile(rf"\barticles?\s+{re.escape(number)}(?!\w)", re.IGNORECASE)
            if not any(citation.article in held for citation in meant) and not any(map(printed.search, ground.named)):
                yield number


def _is_cited_in(citation: Citation, ground: Ground, survey: Survey) -> bool:
    return any(
        (citation.instrument, citation.number) == (other.instrument, other.number)
        for text in ground.named
        for other in survey.citations.cited(text)
    )


def _held(sentence: Own, survey: Survey) -> set[str]:
    """The articles that the sentence rests on, and those listed by the brief that it belongs to."""
    held = {reference.removeprefix("article:") for reference in sentence.rests_on}
    if sentence.spot.section == "brief":
        held.update(survey.library.briefs[sentence.spot.id].articles)
    return held
