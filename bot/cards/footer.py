"""The small print that stands on every page of an answer."""

from bot.cards.escape import escape_line
from bot.cards.options import Options
from bot.domain import receipts
from bot.domain.library import Library
from bot.domain.model import Brief


def footer(library: Library, options: Options, receipt: str, *, said: tuple[str, ...] = ()) -> tuple[str, ...]:
    """What the answer says of itself, then its receipt, the age of the documents, and its language."""
    return (*said, f"`{receipt}`", *library_lines(library, options))


def brief_footer(library: Library, options: Options, brief: Brief, *, said: tuple[str, ...]) -> tuple[str, ...]:
    """The same for a brief, with the dates that its editors vouch for on the line of the receipt."""
    words = options.words
    reviewed = words.date(brief.reviewed)
    dates = [
        words("footer.as-of", date=words.date(brief.as_of)),
        words("footer.reviewed-by", date=reviewed, by=escape_line(brief.reviewed_by))
        if brief.reviewed_by
        else words("footer.reviewed", date=reviewed),
        f"`{receipts.of_brief(library, brief.id)}`",
    ]
    overdue: tuple[str, ...] = ()
    if options.today is not None and brief.review_by < options.today:
        overdue = (words("footer.overdue", date=words.date(brief.review_by)),)
    return (*said, " · ".join(dates), *overdue, *library_lines(library, options))


def library_footer(library: Library, options: Options) -> tuple[str, ...]:
    """The small print of lists and of whatever has no receipt of its own."""
    return (f"`{receipts.of_library(library)}`", *library_lines(library, options))


def library_lines(library: Library, options: Options) -> tuple[str, ...]:
    """How old the documents are, computed from their dates; and that they are in English, to whom that is not plain."""
    years = library.years
    lines: list[str] = []
    if len(years) == 1:
        lines.append(options.words("footer.dated-one", year=str(years[0])))
    elif years:
        lines.append(options.words("footer.dated", first=str(years[0]), last=str(years[-1])))
    if not options.words.is_of_the_library:
        lines.append(options.words("footer.in-english"))
    return tuple(lines)
