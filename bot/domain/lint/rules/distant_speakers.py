from collections.abc import Iterator, Sequence

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.model import Document
from bot.domain.problem import Finding, Spot

_NEAR = 3
"""How many paragraphs before and after the words are searched for the speaker's name: `he said` may refer so far."""
_SHORT = 3


@rule(
    "V512",
    bad="""
# briefs/evidence/harbour-2001.yaml
harbour-forty-people:
  speaker: Jon Brandt
# briefs/people.yaml
jon-brandt:
  names: [Jon Brandt]
  role: skipper
  basis: named in the paper
""",
    good="""
# briefs/evidence/harbour-2001.yaml
harbour-forty-people:
  speaker: The harbour office
""",
)
def distant_speakers(survey: Survey) -> Iterator[Finding]:
    """The speaker is named within three paragraphs of the words.

    A program cannot tell who is speaking, but whoever is not named near the words hardly is. Empty lines, page
    furniture and repeated paragraphs are not counted.
    """
    if survey.is_broken("person"):
        return
    for document in survey.library.documents.values():
        register = [name for name in (document.title, document.publisher, document.author) if name]
        numbers = _numbers(document)
        for evidence in survey.library.evidence_in[document.id]:
            place = numbers.index(evidence.paragraph)
            near = [document.paragraph(number) for number in numbers[max(0, place - _NEAR) : place + _NEAR + 1]]
            if evidence.speaker and not _is_named(evidence.speaker, [*near, *register], survey):
                yield Finding(
                    Spot("evidence", evidence.id, ("speaker",)),
                    f"'{evidence.speaker}' is not named within {_NEAR} paragraphs of the words",
                    "name whoever the document says is speaking there",
                )


def _numbers(document: Document) -> list[int]:
    """The paragraphs that a reader reads: none empty, no page furniture, none twice."""
    skipped = {*document.not_text, *(repeated for repeated, _ in document.same_as)}
    numbered = enumerate(document.paragraphs, start=1)
    return [number for number, paragraph in numbered if paragraph.strip() and number not in skipped]


def _is_named(speaker: str, texts: Sequence[str], survey: Survey) -> bool:
    """Whether a word of the speaker's name, or another name of that person, stands in the texts."""
    there = survey.names.spelt(tuple(map(survey.read, texts)))
    name = survey.read(speaker)
    meant = survey.names.spelt((name,)).people
    if meant:
        return not meant.isdisjoint(there.people)
    telling = (word for word in name.words if len(word.plain) > _SHORT or word.written.isupper())
    return any(word.plain in there.words for word in telling)
