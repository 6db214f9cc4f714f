"""Attribution that can be checked without understanding: the speaker is named in the document, near the words."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from bot.domain.lint.survey import Survey
from bot.domain.model import Document, Evidence
from bot.domain.problem import Finding, Spot
from bot.domain.text.words import words

_NEAR = 3
"""How many paragraphs before and after the words are searched for the speaker's name: `he said` may refer so far."""
_SHORT = 3


def strangers_speaking(survey: Survey) -> Iterator[Finding]:
    """Speakers, and those through whom they are heard, whom the document does not name, or not near the words."""
    for evidence in survey.library.evidence.values():
        document = survey.library.documents[evidence.document]
        register = [name for name in (document.title, document.publisher, document.author) if name]
        for field, name in (("speaker", evidence.speaker), ("via", evidence.via)):
            missing = survey.names.missing(name or "", (*document.paragraphs, *register))
            if missing:
                what = f"'{missing[0]}' of '{name}' does not stand in {document.id}"
                yield Finding(Spot("evidence", evidence.id, (field,)), what, "name them as the document does")
        if evidence.speaker and not _is_near(evidence.speaker, _near(evidence, document), register, survey):
            yield Finding(
                Spot("evidence", evidence.id, ("speaker",)),
                f"'{evidence.speaker}' is not named within {_NEAR} paragraphs of the words",
                "name whoever the document says is speaking there",
            )


def two_actors_of_one_speaker(survey: Survey) -> Iterator[Finding]:
    """Speakers who speak for one actor here and for another there."""
    by_speaker: defaultdict[str, list[Evidence]] = defaultdict(list)
    for evidence in survey.library.evidence.values():
        if evidence.speaker:
            by_speaker[evidence.speaker].append(evidence)
    for speaker, said in by_speaker.items():
        actors = Counter(evidence.actor for evidence in said)
        [(usual, _)] = actors.most_common(1)
        for evidence in said:
            if evidence.actor != usual:
                here, there = evidence.actor or "nobody", usual or "nobody"
                what = f"'{speaker}' speaks for '{here}' here and for '{there}' elsewhere"
                yield Finding(Spot("evidence", evidence.id, ("actor",)), what, "give the speaker one actor everywhere")


def _near(evidence: Evidence, document: Document) -> list[str]:
    """The paragraph of the words and those around it, empty ones and page furniture not counted."""
    skipped = {*document.not_text, *(repeated for repeated, _ in document.same_as)}
    text = [
        number
        for number, paragraph in enumerate(document.paragraphs, start=1)
        if paragraph.strip() and number not in skipped
    ]
    place = text.index(evidence.paragraph)
    return [document.paragraph(number) for number in text[max(0, place - _NEAR) : place + _NEAR + 1]]


def _is_near(speaker: str, near: list[str], register: list[str], survey: Survey) -> bool:
    """Whether a word of the speaker's name, or another name of that person, stands in the paragraphs."""
    there = survey.names.spelt((*near, *register))
    meant = survey.names.spelt((speaker,)).people
    if meant:
        return not meant.isdisjoint(there.people)
    telling = (word for word in words(speaker) if len(word.plain) > _SHORT or word.written.isupper())
    return any(word.plain in there.words for word in telling)
