"""The answer of a check: exact, altered with the difference, or not in the library. Never that something is false."""

from collections.abc import Iterator

from bot.cards.address import Address
from bot.cards.attribution import document_line, kind_line, speaker_line
from bot.cards.card import Block, Card, Choice, Divider, Text
from bot.cards.diff import differing, text_legend
from bot.cards.escape import escape_line, label
from bot.cards.footer import library_footer
from bot.cards.kinds import title_of
from bot.cards.menus import CHOICE, choice_menus
from bot.cards.options import Options
from bot.cards.quotation import departure_line
from bot.cards.search import echo
from bot.domain.library import Library
from bot.domain.model import Kind
from bot.domain.verdict import Check
from bot.words.catalogue import Words

_TITLE_KEYS = {"exact": "verdict.exact-title", "altered": "verdict.altered-title", "absent": "verdict.absent-title"}
_VERDICT_KEYS = {"exact": "verdict.exact", "altered": "verdict.altered", "absent": "verdict.absent"}
_DIFFERENCE_KEYS: dict[str, str] = {
    "negation": "difference.negation",
    "exception": "difference.exception",
    "number": "difference.number",
}
"""The differences that turn a meaning round are said in a sentence; the marks show the others."""


_AROUND_WORDS = " .,;:!?"
"""What may stand at the ends of a text, and no difference comes from: the words found begin and end with a word."""


def verdict_card(library: Library, check: Check, options: Options) -> Card:
    """The verdict on a text; on each of its quotations, where it was taken apart."""
    words = options.words
    pieces = check.pieces or (check,)
    blocks: list[Block] = []
    if len(pieces) > 1:
        blocks.append(Text(words.count("verdict.pieces", len(pieces))))
    for number, piece in enumerate(pieces, 1):
        blocks += [
            *((Divider(),) if blocks else ()),
            Text("\n".join(_verdict(library, piece, options, number if len(pieces) > 1 else None))),
        ]
    choices = dict.fromkeys(choice for piece in pieces for choice in _choices(library, piece))
    blocks += choice_menus(words("verdict.menu"), choices, Address("check"))
    return Card(words(_TITLE_KEYS[check.verdict]), tuple(blocks), footer=library_footer(library, options))


def _verdict(library: Library, check: Check, options: Options, number: int | None) -> Iterator[str]:
    words = options.words
    verdict = words(_VERDICT_KEYS[check.verdict])
    yield f"**{number}.** **{words(_TITLE_KEYS[check.verdict])}:** {verdict}" if number else verdict
    if check.document is None or check.source_words is None:
        yield f"> {echo(check.words)}"
        return
    evidence = library.evidence.get(check.evidence or "")
    covered = evidence is not None and library.is_distressing(evidence)
    if check.verdict == "exact":
        yield f"> {_covered(f'“{escape_line(check.source_words)}”', covered=covered)}"
    else:
        yield from _altered(check, words, covered=covered)
    if evidence is not None:
        yield speaker_line(evidence, library, words)
    yield f"-# {_place(library, check.document, check.paragraph, words)}"
    if evidence is not None:
        yield f"-# {kind_line(evidence, library, words)}"
        if evidence.context:
            yield f"-# {words('quotation.about', context=escape_line(evidence.context))}"
    for document, paragraph in check.also:
        yield f"-# {words('verdict.also', place=_place(library, document, paragraph, words))}"
    if check.attribution == "other":
        yield words("verdict.other-attribution")
    yield from _not_quoted(check, words, covered=covered)
    if evidence is not None and evidence.departs:
        yield f"-# {departure_line(evidence, evidence.departs, library, options)}"


def _not_quoted(check: Check, words: Words, *, covered: bool) -> Iterator[str]:
    """What the document has and the text has not: a negation cut off just before, and what ellipses leave out."""
    if check.before:
        yield words("verdict.before", words=_covered(escape_line(check.before), covered=covered))
    for omitted in check.omitted:
        yield words("verdict.omitted", words=_covered(escape_line(omitted), covered=covered))


def _altered(check: Check, words: Words, *, covered: bool) -> Iterator[str]:
    """Both wordings in one line, or one below the other where they share little; then what turns the meaning round."""
    source = check.source_words or ""
    marked = differing(source, check.words.strip(_AROUND_WORDS))
    if marked is None:
        yield f"> {_covered(escape_line(check.words), covered=covered)}"
        yield words("verdict.nearest", words=_covered(f"“{escape_line(source)}”", covered=covered))
    else:
        yield f"> {_covered(marked, covered=covered)}"
        yield f"-# {text_legend(words)}"
    for difference in check.differences:
        if difference.kind in _DIFFERENCE_KEYS:
            yield "- " + words(
                _DIFFERENCE_KEYS[difference.kind],
                text=_covered(escape_line(difference.text) or words("difference.nothing"), covered=covered),
                source=_covered(escape_line(difference.source) or words("difference.nothing"), covered=covered),
            )


def _place(library: Library, owner: str, name: int | str | None, words: Words) -> str:
    if owner in library.documents:
        return words("place", document=document_line(library.documents[owner], words), paragraph=str(name))
    return words("verdict.article", instrument=escape_line(library.instruments[owner].short), number=str(name))


def _choices(library: Library, check: Check) -> Iterator[Choice]:
    """The quotation, the document or the article that was found."""
    if check.quotation:
        yield _choice(library, "quotation", check.quotation)
    if check.document is not None and check.document in library.documents:
        yield _choice(library, "document", check.document)
    for key, provision in library.provisions.items():
        is_of_article = f"{check.paragraph}(".startswith(f"{provision.article.number}(")
        if provision.instrument.id == check.document and is_of_article:
            yield _choice(library, "article", key)


def _choice(library: Library, kind: Kind, key: str) -> Choice:
    return Choice(label(title_of(library, kind, key), CHOICE), Address(kind, key))


def _covered(markdown: str, *, covered: bool) -> str:
    """Words that describe violence, behind a spoiler: whoever asks has read them, but not everyone asks on purpose."""
    return f"||{markdown}||" if covered else markdown
