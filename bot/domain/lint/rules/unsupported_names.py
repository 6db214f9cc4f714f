from collections.abc import Iterator, Sequence

from bot.domain.lint.ground import Ground
from bot.domain.lint.names import ROOT, Known
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding
from bot.domain.text.dates import MONTHS, WEEKDAYS
from bot.domain.text.words import Word


@rule(
    "V502",
    bad="""
# briefs/timeline.yaml
ferry-stopped:
  text: The ferry stopped, and Mara Lind lost a crossing.
  rests_on: [harbour-forty-people]
""",
    good="""
# briefs/timeline.yaml
ferry-stopped:
  text: The ferry stopped, and Mara Lind said that nobody was asked.
  rests_on: [harbour-forty-people, harbour-nobody-asked]
""",
)
def unsupported_names(survey: Survey) -> Iterator[Finding]:
    """Whoever and whatever a claim names is named by what it rests on.

    A person is named by the evidence or in its paragraph. Any other name stands somewhere in the document, in full or
    in a short form that wording.yaml explains.
    """
    for sentence in survey.sentences:
        ground = survey.ground(sentence) if sentence.voice == "claim" else None
        if ground is None:
            continue
        text = survey.read(sentence.text)
        for known in survey.names.within(text):
            of_it = [word for word in text.words[known.first : known.last + 1] if word.is_capitalised]
            if known.name in MONTHS or known.name in WEEKDAYS:
                continue
            is_named = _is_beside(known, ground, survey) if known.person else _is_around(of_it, ground, survey)
            if not is_named and not _is_cited(of_it, text.text, survey):
                where = "beside it in the document" if known.person else "in its documents"
                what = f"'{known.name}' is named in nothing that this rests on, nor {where}"
                yield Finding(sentence.spot, what, "add the evidence that has the name, or correct it")


def _is_cited(name: Sequence[Word], text: str, survey: Survey) -> bool:
    ranges = survey.cited_ranges(text)
    return any(start <= word.start < end for word in name for start, end in ranges)


def _is_beside(known: Known, ground: Ground, survey: Survey) -> bool:
    return known.person in survey.names.spelt(ground.named).people


def _is_around(name: Sequence[Word], ground: Ground, survey: Survey) -> bool:
    """Whether each word of a name stands in the documents, in full or in a short form that the wording explains."""
    texts = (*ground.around, ground.named)
    short = survey.library.wording.abbreviations

    def stands(word: str) -> bool:
        there = map(survey.names.spelt, texts)
        return any(word in each.words or word[:ROOT] in each.roots for each in there) or (
            word in short and all(map(stands, short[word].split()))
        )

    return all(stands(word.plain) for word in name)
