"""The small print that stands on every page of an answer."""

from bot.cards.escape import escape_line
from bot.cards.options import Options
from bot.domain import receipts
from bot.domain.library import Library
from bot.domain.model import Brief


def footer(library: Library, options: Options, receipt: str) -> tuple[str, ...]:
    """In one line the receipt of an answer, the age of the documents, and their language."""
    return (" · ".join((f"`{receipt}`", *library_lines(library, options))),)


def law_footer(options: Options, receipt: str) -> tuple[str, ...]:
    """The receipt of a text of law, which has dates of its own; that it is no advice; and the language of the texts."""
    return (" · ".join((f"`{receipt}`", options.words("article.no-advice"), *_in_english(options))),)


def receipt_footer(options: Options, receipt: str) -> tuple[str, ...]:
    """The receipt of an answer that is full of dates itself, and the language of the documents."""
    return (" · ".join((f"`{receipt}`", *_in_english(options))),)


def brief_lines(library: Library, options: Options, brief: Brief) -> tuple[str, ...]:
    """What a brief says of itself where there is room: the day its editors vouch for, and the age of the documents."""
    words = options.words
    reviewed = words.date(brief.reviewed)
    compared = (
        words("footer.reviewed-by", date=reviewed, by=escape_line(brief.reviewed_by))
        if brief.reviewed_by
        else words("footer.reviewed", date=reviewed)
    )
    return (compared, *_age(library, options))


def short_footer(library: Library, options: Options, brief: Brief, sources: str) -> tuple[str, ...]:
    """The one line of a brief's short card, what it rests on and its receipt, and what must be said besides."""
    receipt = f"`{receipts.of_brief(library, brief.id)}`"
    return (f"{sources} · {receipt}", *_overdue(brief, options), *_in_english(options))


def view_footer(library: Library, options: Options, brief: Brief) -> tuple[str, ...]:
    """The small print of a view of a brief: of when its evidence is, and the receipt."""
    as_of = options.words("footer.as-of", date=options.words.date(brief.as_of))
    return (f"{as_of} · `{receipts.of_brief(library, brief.id)}`", *_overdue(brief, options), *_in_english(options))


def library_footer(library: Library, options: Options) -> tuple[str, ...]:
    """The small print of lists and of whatever has no receipt of its own."""
    return footer(library, options, receipts.of_library(library))


def library_lines(library: Library, options: Options) -> tuple[str, ...]:
    """How old the documents are, computed from their dates; and that they are in English, to whom that is not plain."""
    return (*_age(library, options), *_in_english(options))


def _age(library: Library, options: Options) -> tuple[str, ...]:
    years = library.years
    if len(years) == 1:
        return (options.words("footer.dated-one", year=str(years[0])),)
    return (options.words("footer.dated", first=str(years[0]), last=str(years[-1])),) if years else ()


def _overdue(brief: Brief, options: Options) -> tuple[str, ...]:
    if options.today is None or brief.review_by >= options.today:
        return ()
    return (options.words("footer.overdue", date=options.words.date(brief.review_by)),)


def _in_english(options: Options) -> tuple[str, ...]:
    return () if options.words.is_of_the_library else (options.words("footer.in-english"),)
