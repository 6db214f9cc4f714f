"""Citations in our sentences: an article that a sentence names is one that it rests on, or that its evidence names."""

from collections.abc import Iterator

from bot.domain.lint.sentences import Own
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding


def unfounded_citations(survey: Survey) -> Iterator[Finding]:
    """Articles cited in a claim or a heading that neither its references nor its brief's articles hold."""
    for sentence in survey.sentences:
        ground = survey.grounds.of(sentence.rests_on)
        if sentence.voice not in {"claim", "heading"} or ground is None:
            continue
        cited = survey.citations.cited(sentence.text)
        if not cited:
            continue
        held = {reference.removeprefix("article:") for reference in sentence.rests_on} | _of_brief(sentence, survey)
        cited_below = {
            (citation.instrument, citation.number) for text in ground.named for citation in survey.citations.cited(text)
        }
        by_number: dict[tuple[int, int], list[bool]] = {}
        words: dict[tuple[int, int], str] = {}
        for citation in cited:
            place = (citation.start, citation.end)
            is_held = citation.article in held or (citation.instrument, citation.number) in cited_below
            by_number.setdefault(place, []).append(is_held)
            words[place] = survey.citations.printed(citation)
        for place, answers in by_number.items():
            # One number may fit several instruments; it is enough that one of them is meant rightly.
            if not any(answers):
                what = f"{words[place]}, is cited, and nothing that this rests on is that article or names it"
                yield Finding(sentence.spot, what, "add article:ID to rests_on, or correct the number")


def _of_brief(sentence: Own, survey: Survey) -> set[str]:
    """The articles listed by the brief that the sentence belongs to."""
    if sentence.spot.section != "brief":
        return set()
    return set(survey.library.briefs[sentence.spot.id].articles)
