"""The small print that stands on every page of an answer."""

from bot.cards.escape import escape_line
from bot.cards.options import Showing
from bot.domain.library import Library
from bot.domain.model import Answered, Brief


def foot(
    library: Library, showing: Showing, kind: Answered, key: str, *, said: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """What the answer says of itself, then its receipt, the age of the documents, and its language."""
    return (*said, f"`{library.receipt(kind, key)}`", *library_lines(library, showing))


def brief_foot(library: Library, showing: Showing, brief: Brief, *, said: tuple[str, ...]) -> tuple[str, ...]:
    """The same for a brief, with the dates that its editors vouch for on the line of the receipt."""
    words = showing.words
    reviewed = words.date(brief.reviewed)
    dates = [
        words("foot.as-of", date=words.date(brief.as_of)),
        words("foot.reviewed-by", date=reviewed, by=escape_line(brief.reviewed_by))
        if brief.reviewed_by
        else words("foot.reviewed", date=reviewed),
        f"`{library.receipt('brief', brief.id)}`",
    ]
    overdue: tuple[str, ...] = ()
    if showing.today is not None and brief.review_by < showing.today:
        overdue = (words("foot.overdue", date=words.date(brief.review_by)),)
    return (*said, " · ".join(dates), *overdue, *library_lines(library, showing))


def library_receipt(library: Library) -> str:
    """The receipt of answers that draw on the whole library: `library@3f9c2a1b`."""
    return f"library@{library.digest[:8]}"


def library_foot(library: Library, showing: Showing) -> tuple[str, ...]:
    """The small print of lists and of whatever has no receipt of its own."""
    return (f"`{library_receipt(library)}`", *library_lines(library, showing))


def library_lines(library: Library, showing: Showing) -> tuple[str, ...]:
    """How old the documents are, computed from their dates; and that they are in English, to whom that is not plain."""
    years = sorted(document.date.value.year for document in library.documents.values())
    lines: list[str] = []
    if years and years[0] == years[-1]:
        lines.append(showing.words("foot.dated-one", year=str(years[0])))
    elif years:
        lines.append(showing.words("foot.dated", first=str(years[0]), last=str(years[-1])))
    if not showing.words.is_of_the_library:
        lines.append(showing.words("foot.in-english"))
    return tuple(lines)
