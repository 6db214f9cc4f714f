"""The answer of a check: what matters first, then where the words stand. Never that something is false."""

from collections.abc import Iterator
from itertools import zip_longest

from bot.cards.address import Address
from bot.cards.articlename import article_name
from bot.cards.attribution import document_line, kind_line, speaker_line, stretch_in
from bot.cards.card import Block, Card, Choice, Divider, Text
from bot.cards.diff import differing, text_legend
from bot.cards.difference import TURNING, difference_line
from bot.cards.escape import escape_line, label
from bot.cards.footer import library_footer
from bot.cards.headline import headline
from bot.cards.kinds import title_of
from bot.cards.menus import CHOICE, choice_menus
from bot.cards.options import Options
from bot.cards.quotation import departure_line
from bot.cards.search import echo
from bot.domain.library import Library
from bot.domain.model import Evidence, Kind
from bot.domain.verdict import Check
from bot.domain.verdict.gist import gist, gravity, pieces_of
from bot.words.catalogue import Words

AT_LENGTH = 2
"""Pieces that are all told in full; of more only the gravest, and what came of each: a phone shows that at once."""
TELLING = 32
"""Characters of a piece in such a line: enough to know it by."""
PLACES = 3
"""Other places of the same words that are named; of more it is said how many there are."""

POINTS = " ,;:."
"""What is not said of the words before and after: a sentence of ours stands around them."""
_AROUND_WORDS = " .,;:!?"
"""What may stand at the ends of a text, and no difference comes from: the words found begin and end with a word."""


def verdict_card(library: Library, check: Check, options: Options) -> Card:
    """The verdict on a text; on each of its quotations, where it was taken apart."""
    words, pieces = options.words, pieces_of(check)
    gravest = min(pieces, key=gravity)
    blocks = _alone(library, gravest, options) if len(pieces) == 1 else _each(library, check, options)
    left_out = [piece for piece in check.pieces if piece not in pieces]
    if left_out:
        named = ", ".join(f"“{echo(piece.words)}”" for piece in left_out)
        blocks = (*blocks, Text(f"-# {words('verdict.too-short', words=named)}"))
    choices = dict.fromkeys(choice for piece in pieces for choice in _choices(library, piece))
    menus = choice_menus(words("verdict.menu"), choices, Address("check"))
    title = headline(library, gravest, options)
    if len(pieces) > 1:
        alike = sum(gist(piece) == gist(gravest) for piece in pieces)
        title = words("headline.several", headline=title, number=words.number(alike), of=words.number(len(pieces)))
    return Card(title, (*blocks, *menus), footer=library_footer(library, options))


def _alone(library: Library, check: Check, options: Options) -> tuple[Block, ...]:
    said = [options.words("verdict.absent")] if check.verdict == "absent" else []
    return (Text("\n".join([*said, *_told(library, check, options)])),)


def _each(library: Library, check: Check, options: Options) -> tuple[Block, ...]:
    """Each piece by its number: the gravest in full, of the others what came of them; before them the whole."""
    pieces, words = pieces_of(check), options.words
    first = 0 if pieces[0] is check else 1
    gravest = min(pieces, key=gravity)
    counted = Text(f"-# {words.count('verdict.pieces', len(pieces) - 1 + first)}")
    blocks: list[Block] = [counted] if len(pieces) <= AT_LENGTH else []
    for number, piece in enumerate(pieces, first):
        named = f"{number}." if number else words("verdict.whole")
        if piece is gravest or len(pieces) <= AT_LENGTH:
            told = "\n".join(_told(library, piece, options, among_others=True))
            blocks += [Divider(), Text(f"**{named} {headline(library, piece, options)}**\n{told}"), Divider()]
        else:
            line, last = _in_a_line(library, piece, named, options), blocks[-1:]
            before = [f"{each.markdown}\n" for each in last if isinstance(each, Text)]
            blocks[len(blocks) - len(before) :] = [Text(f"{''.join(before)}{line}")]
    return tuple(
        block for block, after in zip_longest(blocks, blocks[1:]) if not isinstance(block, Divider) or _parts(after)
    )


def _parts(after: Block | None) -> bool:
    """Whether a line is needed before a block: none at the end, and one of two."""
    return after is not None and not isinstance(after, Divider)


def _in_a_line(library: Library, piece: Check, named: str, options: Options) -> str:
    """What came of a piece, in as few words as can be, and enough of it to know it by."""
    goes_on = gist(piece) == "goes on"
    said = options.words("headline.goes-on") if goes_on else headline(library, piece, options)
    told = escape_line(label(piece.words, TELLING))
    return f"**{named} {said}:** {_covered(told, covered=_is_distressing(library, _evidence(library, piece)))}"


def _told(library: Library, check: Check, options: Options, *, among_others: bool = False) -> Iterator[str]:
    """The words, what is to be known of them first, then whose they are and where they stand."""
    words = options.words
    if check.document is None or check.source_words is None:
        yield f"> {echo(check.words)}"
        yield from _unchecked(check, words)
        return
    evidence = _evidence(library, check)
    covered = _is_distressing(library, evidence)
    if check.verdict == "exact":
        yield f"> {_covered(f'“{escape_line(check.source_words)}”', covered=covered)}"
    else:
        yield from _altered(check, words, covered=covered, among_others=among_others)
    yield from _careful(check, words, covered=covered)
    yield from _whose(library, check, evidence, options, among_others=among_others)


def _careful(check: Check, words: Words, *, covered: bool) -> Iterator[str]:
    """What must be read together with exact words: another name, what was cut off, left out or changed."""
    if check.citation:
        yield words("verdict.other-citation", citation=escape_line(check.citation))
    elif check.attribution == "other":
        yield words("verdict.other-attribution")
    if check.short:
        yield words("verdict.short")
    if check.before:
        yield words("verdict.before", words=_covered(escape_line(check.before.strip(POINTS)), covered=covered))
    if check.follows:
        yield words("verdict.follows", words=_covered(escape_line(check.follows.strip(POINTS)), covered=covered))
    for omitted in check.omitted:
        yield words("verdict.omitted", words=_covered(escape_line(omitted), covered=covered))
    if check.marks_a_change:
        yield words("verdict.marks-a-change")
    yield from _unchecked(check, words)


def _unchecked(check: Check, words: Words) -> Iterator[str]:
    """Names that the library does not know, of which nothing is said but that."""
    if check.unknown_names:
        yield words("verdict.unknown-names", names=", ".join(map(escape_line, check.unknown_names)))


def _whose(
    library: Library, check: Check, evidence: Evidence | None, options: Options, *, among_others: bool
) -> Iterator[str]:
    """Who said it and where it stands; alone on a card also what the editors tell of it, and the other places."""
    words = options.words
    if check.document is None or (check.short and not check.quotation):
        return
    if evidence is not None:
        yield speaker_line(evidence, library, words)
    yield f"-# {place_of(library, check, words)}{f' · {kind_line(evidence, library, words)}' if evidence else ''}"
    if among_others or check.short:
        return
    if evidence is not None and evidence.context:
        yield f"-# {words('quotation.about', context=escape_line(evidence.context))}"
    for owner, part in check.also[:PLACES]:
        yield f"-# {words('verdict.also', place=_place(library, owner, part, part, words))}"
    if len(check.also) > PLACES:
        yield f"-# {words.count('verdict.also-more', len(check.also) - PLACES)}"
    if evidence is not None and evidence.departs:
        yield f"-# {departure_line(evidence, evidence.departs, library, options)}"


def _altered(check: Check, words: Words, *, covered: bool, among_others: bool) -> Iterator[str]:
    """Both wordings in one line, or one below the other where they share little; then what turns the meaning round."""
    source = check.source_words or ""
    turning = [difference for difference in check.differences if difference.kind in TURNING]
    marked = differing(source, check.words.strip(_AROUND_WORDS))
    if marked is None:
        yield f"> {_covered(escape_line(check.words), covered=covered)}"
        yield words("verdict.nearest", words=_covered(f"“{escape_line(source)}”", covered=covered))
    else:
        yield f"> {_covered(marked, covered=covered)}"
        # Among others there is little room, and what is told in words explains the marks as well.
        if not (among_others and turning):
            yield f"-# {text_legend(words)}"
    for difference in turning:
        yield f"- {difference_line(difference, words, covered=covered)}"


def _place(library: Library, owner: str, first: int | str, last: int | str, words: Words) -> str:
    """Where a part of a document or of an instrument stands, or a run of parts from the first to the last."""
    if isinstance(first, int) and isinstance(last, int):
        document = library.documents[owner]
        where = stretch_in(document, first, last, words)
        return words("place", document=document_line(document, words), where=where)
    names = [article_name(str(part), words) for part in dict.fromkeys((first, last))]
    article = names[0] if first == last else words("verdict.through", first=names[0], last=names[-1])
    return words("verdict.article", instrument=escape_line(library.instruments[owner].short), article=article)


def place_of(library: Library, check: Check, words: Words) -> str:
    """Where the words of a check stand, or those most like them; empty where nothing was found."""
    if check.document is None or check.paragraph is None:
        return ""
    return _place(library, check.document, check.paragraph, check.through or check.paragraph, words)


def _choices(library: Library, check: Check) -> Iterator[Choice]:
    """The quotation, the document or the article that was found; of a word or two only what the library quotes."""
    if check.short and not check.quotation:
        return
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


def _evidence(library: Library, check: Check) -> Evidence | None:
    return library.evidence.get(check.evidence or "")


def _is_distressing(library: Library, evidence: Evidence | None) -> bool:
    return evidence is not None and library.is_distressing(evidence)


def _covered(markdown: str, *, covered: bool) -> str:
    """Words that describe violence, behind a spoiler: whoever asks has read them, but not everyone asks on purpose."""
    return f"||{markdown}||" if covered else markdown
