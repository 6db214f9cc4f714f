"""What may be read of a document around a quotation, and as the proof of a claim, where so little of it may be shown.

The documents belong to their publishers. Speakers' words are quoted; of a document's own prose at most 40 words are
shown in one place, and at most a quarter of it in all: what articles and laws show of it is counted first, then what
stands around quotations, and last the narrations that answers and claims rest on.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.domain.budget import SHARE, is_shown, own_words, shown_prose, words_in
from bot.domain.kept import kept
from bot.domain.library import Library
from bot.domain.model import Document, Evidence
from bot.domain.text.marks import quoted_ranges
from bot.domain.text.sentences import sentence_ends

AROUND_ONE = 40
"""Words of a document's own prose shown around one quotation."""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a document's text: the quoted words themselves, or what stands around them."""

    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class _Stretch:
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Shown:
    """What of a document is shown: the contexts of its quotations, and the ids of its narrations."""

    contexts: Mapping[str, tuple[Part, ...]]
    narrations: frozenset[str]


def contexts(library: Library, key: str) -> Mapping[str, tuple[Part, ...]]:
    """For each quotation of a document whose context may be shown, the text from a little before to a little after.

    Room is given in register order; a quotation that is left out has its place named instead.
    """
    return _shown(library, key).contexts


def sentence(library: Library, evidence: Evidence) -> tuple[Part, ...] | None:
    """As much of the sentence of some evidence as may be shown: a quotation in it, or alone; None for nothing."""
    if evidence.kind == "narration":
        told = is_shown(evidence, library) or evidence.id in _shown(library, evidence.document).narrations
        return (Part(evidence.text, quoted=False),) if told else None
    if evidence.id not in contexts(library, evidence.document):
        return (Part(f"“{evidence.text}”", quoted=True),)
    document = library.documents[evidence.document]
    _, inner = _stretches(evidence, document)
    return tuple(_parts(evidence, inner, document))


@kept
def _shown(library: Library, key: str) -> _Shown:
    document = library.documents[key]
    own = own_words(document)
    room = SHARE * sum(map(len, own.values()))
    shown = words_in(shown_prose(library, document), own)
    found: dict[str, tuple[Part, ...]] = {}
    for evidence in library.quotations_in.get(document.id, ()):
        if evidence.document != document.id:
            continue
        for stretch in _stretches(evidence, document):
            starts = own.get(stretch.paragraph, ())
            around = {(stretch.paragraph, start) for start in starts if stretch.start <= start < stretch.end}
            if around and len(around) <= AROUND_ONE and len(shown | around) <= room:
                shown |= around
                found[evidence.id] = tuple(_parts(evidence, stretch, document))
                break
    proofs: set[str] = set()
    for evidence in _proofs(library, key):
        proof = words_in(evidence.passages, own)
        if len(proof) <= AROUND_ONE and len(shown | proof) <= room:
            shown |= proof
            proofs.add(evidence.id)
    return _Shown(MappingProxyType(found), frozenset(proofs))


def _proofs(library: Library, key: str) -> Iterator[Evidence]:
    """The narrations of a document that answers and claims rest on, in the order of the briefs."""
    for brief in library.briefs.values():
        for claim in (brief.answer, *brief.claims):
            for reference in claim.rests_on:
                support = library.support(reference)
                if isinstance(support, Evidence) and support.kind == "narration" and support.document == key:
                    yield support


def _stretches(evidence: Evidence, document: Document) -> Iterator[_Stretch]:
    """The sentences around the words, then only the rest of the sentences that the words stand in."""
    first, last = evidence.passages[0], evidence.passages[-1]
    text = document.paragraph(first.paragraph)
    bounds = sorted({0, *sentence_ends(text), len(text)})
    before = [bound for bound in bounds if bound <= first.start and text[bound : first.start].strip(" \"'\u201c\u2018")]
    after = [bound for bound in bounds if bound >= last.end and text[last.end : bound].strip(" .,\"'\u201d\u2019")]
    inner = max(bound for bound in bounds if bound <= first.start), min(bound for bound in bounds if bound >= last.end)
    for start, end in ((before[-1] if before else inner[0], after[0] if after else inner[1]), inner):
        yield _Stretch(first.paragraph, *_with_marks(start, end, text))


def _with_marks(start: int, end: int, text: str) -> tuple[int, int]:
    """A stretch that begins or ends inside a quotation, taken on to the quotation's own mark."""
    for opened, closed in quoted_ranges(text):
        if opened <= start < closed:
            start = opened - 1
        if opened <= end <= closed:
            end = min(closed + 1, len(text))
    return start, end


def _parts(evidence: Evidence, stretch: _Stretch, document: Document) -> Iterator[Part]:
    text = document.paragraph(stretch.paragraph)
    place = stretch.start
    for passage in evidence.passages:
        yield Part(text[place : passage.start], quoted=False)
        yield Part(passage.words, quoted=True)
        place = passage.end
    yield Part(text[place : stretch.end], quoted=False)
