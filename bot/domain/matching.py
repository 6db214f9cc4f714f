"""Finds words in a document, forgiving print variation and nothing else; the only maker of evidence.

Two texts are the same when they are equal after the folding `PRINT`: case, digits, spelling, punctuation and brackets
all count. Words are sought in one paragraph at a time and only at word boundaries: across paragraphs, or inside a word
or a number, a match would say what the document does not.
"""

from collections.abc import Iterator, Mapping

from rapidfuzz.fuzz import partial_ratio, partial_ratio_alignment

from bot.domain import unproved
from bot.domain.model import Carrier, Document, Evidence, EvidenceEntry, Passage
from bot.domain.text.folding import PRINT
from bot.domain.text.marks import quoted_ranges
from bot.domain.text.scripts import is_unspaced
from bot.domain.unproved import UnprovedError

_JOINERS = "-'.,"
"""Between two letters or digits these belong to the word: `co-operate`, `China's`, `U.N.`, `25,000`."""

_FAR = 20
"""Of a hundred: by how much more another paragraph must be like some words to be named in place of the one given."""


def find(words: str, paragraph: str) -> Iterator[tuple[int, int]]:
    """Every place in the paragraph where the words stand, as ranges of the original characters, in order."""
    folded = PRINT.traced(paragraph)
    return (folded.original(start, end) for start, end in standing(PRINT(words), folded.text))


def standing(sought: str, folded: str, since: int = 0) -> Iterator[tuple[int, int]]:
    """Every range of a folded text where folded words stand, at word boundaries, in order; none for no words."""
    start = folded.find(sought, since) if sought else -1
    while start >= 0:
        end = start + len(sought)
        if not cuts_a_word(folded, start) and not cuts_a_word(folded, end):
            yield start, end
        start = folded.find(sought, start + 1)


def prove(entry: EvidenceEntry, documents: Mapping[str, Document]) -> Evidence:
    """Find an entry's words where it says they stand.

    Raises:
        UnprovedError: they do not stand there, or not as the kind of evidence that the entry says.
    """
    return Evidence(
        **dict(entry),
        passages=_passages(entry, Carrier(document=entry.document, paragraph=entry.paragraph), documents),
        also_passages=tuple(_passages(entry, carrier, documents) for carrier in entry.also_in),
    )


def _passages(entry: EvidenceEntry, carrier: Carrier, documents: Mapping[str, Document]) -> tuple[Passage, ...]:
    document, paragraph = _paragraph(carrier, documents)
    passages: list[Passage] = []
    for piece in entry.words:
        after = passages[-1].end if passages else 0
        standing = [place for place in find(piece, paragraph) if place[0] >= after]
        if not standing:
            raise _not_found(piece, carrier, documents, in_order=bool(passages))
        fitting = [place for place in standing if _is_of_kind(entry.kind, place, paragraph)]
        if not fitting:
            raise _of_the_other_kind(entry, piece)
        if len(fitting) > 1 and not passages:
            raise UnprovedError(
                unproved.SEVERAL_PLACES,
                f"'{_short(piece)}' stands {len(fitting)} times in {document.id}, paragraph {carrier.paragraph}",
                "take in enough of the words around them to name one place",
            )
        start, end = fitting[0]
        passages.append(Passage(document.id, carrier.paragraph, start, end, paragraph[start:end]))
    return tuple(passages)


def _paragraph(carrier: Carrier, documents: Mapping[str, Document]) -> tuple[Document, str]:
    document = documents.get(carrier.document)
    if document is None:
        raise UnprovedError(
            unproved.NO_DOCUMENT, f"there is no document '{carrier.document}'", f"use one of {', '.join(documents)}"
        )
    if not 1 <= carrier.paragraph <= len(document.paragraphs):
        raise UnprovedError(
            unproved.NO_PARAGRAPH,
            f"{document.id} has no paragraph {carrier.paragraph}",
            f"give a line of {document.file}, 1 to {len(document.paragraphs)}",
        )
    if carrier.paragraph in document.not_text:
        raise UnprovedError(
            unproved.NOT_TEXT,
            f"paragraph {carrier.paragraph} of {document.id} is page furniture, not text",
            "use another paragraph",
        )
    for repeated, first in document.same_as:
        if carrier.paragraph == repeated:
            raise UnprovedError(
                unproved.REPEATED,
                f"paragraph {repeated} of {document.id} repeats paragraph {first}",
                f"give paragraph: {first}",
            )
    return document, document.paragraph(carrier.paragraph)


def _is_of_kind(kind: str, place: tuple[int, int], paragraph: str) -> bool:
    start, end = place
    quoted = quoted_ranges(paragraph)
    if kind == "quotation":
        return any(opened <= start and end <= closed for opened, closed in quoted)
    # A narration may enclose whole quotations, marks and all, but neither begin nor end inside one.
    return all(end < opened or start > closed or (start < opened and closed < end) for opened, closed in quoted)


def _not_found(piece: str, carrier: Carrier, documents: Mapping[str, Document], *, in_order: bool) -> UnprovedError:
    document = documents[carrier.document]
    where = f"{document.id}, paragraph {carrier.paragraph}"
    if in_order and any(find(piece, document.paragraph(carrier.paragraph))):
        what = f"'{_short(piece)}' stands before the piece above it in {where}"
        return UnprovedError(unproved.OUT_OF_ORDER, what, "give the pieces in order")
    what = f"'{_short(piece)}' does not stand in {where}"
    for place in _elsewhere(piece, document, documents):
        return UnprovedError(unproved.NOT_THERE, what, _moved(place, carrier))
    number, nearest = _nearest(piece, carrier, document)
    there = "there" if number == carrier.paragraph else f"in {document.id}, paragraph {number},"
    mend = f"the nearest words {there} are '{nearest}'; copy them exactly or name another paragraph"
    return UnprovedError(unproved.NOT_THERE, what, mend)


def _elsewhere(piece: str, document: Document, documents: Mapping[str, Document]) -> Iterator[Carrier]:
    """Where words do stand: in their own document first."""
    sought = PRINT(piece)
    for other in (document, *(other for other in documents.values() if other is not document)):
        repeated = {later for later, _ in other.same_as}
        for number, paragraph in enumerate(other.paragraphs, start=1):
            may_have = number not in other.not_text and number not in repeated and sought in PRINT(paragraph)
            if may_have and any(find(piece, paragraph)):
                yield Carrier(document=other.id, paragraph=number)


def _moved(place: Carrier, carrier: Carrier) -> str:
    where = f"it does stand in {place.document}, paragraph {place.paragraph}"
    if place.document == carrier.document:
        return f"{where}: give paragraph: {place.paragraph}"
    return f"{where}: write the entry into the evidence file of that document"


def _nearest(piece: str, carrier: Carrier, document: Document) -> tuple[int, str]:
    """The words of a document most like a piece, with their paragraph: the one named, unless another is far nearer."""
    sought = PRINT(piece)
    ratios = {
        number: partial_ratio(sought, PRINT(paragraph))
        for number, paragraph in enumerate(document.paragraphs, start=1)
        if paragraph and number not in document.not_text
    }
    best = max(ratios, key=lambda number: ratios[number], default=carrier.paragraph)
    number = best if ratios.get(best, 0) > ratios.get(carrier.paragraph, 0) + _FAR else carrier.paragraph
    return number, nearest_words(piece, document.paragraph(number))


def _of_the_other_kind(entry: EvidenceEntry, piece: str) -> UnprovedError:
    if entry.kind == "quotation":
        return UnprovedError(
            unproved.NOT_QUOTED,
            f"'{_short(piece)}' is not inside quotation marks in the document",
            "nobody is being quoted: say kind: narration, or quote only what is inside the marks",
        )
    return UnprovedError(
        unproved.CUTS_QUOTATION,
        f"'{_short(piece)}' begins or ends inside quotation marks in the document",
        "say kind: quotation and name the speaker, or take in the whole quotation with its marks",
    )


def nearest_words(words: str, paragraph: str) -> str:
    """The part of a paragraph most like the words, widened to whole words: for showing, never for proving."""
    sought, folded = PRINT(words), PRINT.traced(paragraph)
    aligned = partial_ratio_alignment(sought, folded.text)
    if aligned is None or not folded.text:
        return ""
    start, end = (aligned.dest_start, aligned.dest_end) if len(sought) <= len(folded.text) else (0, len(folded.text))
    while start > 0 and folded.text[start - 1] != " ":
        start -= 1
    while end < len(folded.text) and folded.text[end] != " ":
        end += 1
    return folded.standing(start, max(end, start + 1))


def cuts_a_word(text: str, place: int) -> bool:
    """Whether a cut before the character at this place would fall inside a word or a number."""
    if place <= 0 or place >= len(text):
        return False
    before, after = text[place - 1], text[place]
    if before.isalnum() and after.isalnum():
        return not is_unspaced(before) and not is_unspaced(after)
    if before.isalnum() and after in _JOINERS:
        return place + 1 < len(text) and text[place + 1].isalnum() and not is_unspaced(text[place + 1])
    if before in _JOINERS and after.isalnum():
        return place >= 2 and text[place - 2].isalnum() and not is_unspaced(text[place - 2])  # noqa: PLR2004
    return False


def _short(words: str) -> str:
    limit = 60
    return words if len(words) <= limit else words[: limit - 1].rsplit(" ", 1)[0] + " …"
