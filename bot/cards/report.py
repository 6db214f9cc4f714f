"""The report on a text file: a card with the counts and the gravest, and all of it as a file in Markdown."""

import re
from collections.abc import Iterator

from bot.cards.card import Block, Card, Enclosed, Text
from bot.cards.difference import difference_line
from bot.cards.escape import escape_line, label
from bot.cards.footer import library_footer, library_lines
from bot.cards.headline import headline
from bot.cards.notice import message_card
from bot.cards.options import Options
from bot.cards.verdict import POINTS, place_of
from bot.domain import receipts
from bot.domain.library import Library
from bot.domain.verdict import Check
from bot.domain.verdict.gist import gist
from bot.domain.verdict.report import MOST, FileQuotation, FileReport
from bot.domain.verdict.textfile import UnfitFileError
from bot.words.catalogue import Words

NAME = "report.md"
GRAVEST = 5
"""Quotations that the card shows; the file has them all."""
TELLING = 160
"""Characters of a quotation on the card."""
NAMED = 60
"""Characters of the file's name in the title."""

_LOOSE = re.compile(r"\\(.)")
_DISCORDS_OWN = ":@|"
"""Signs that mean something to Discord alone: in a file they need no backslash."""

_COUNT_KEYS = {
    "altered": "report.altered",
    "other": "report.other",
    "goes on": "report.goes-on",
    "absent": "report.absent",
    "short": "report.short",
    "marked": "report.marked",
    "exact": "report.exact",
}
_UNFIT_KEYS = {
    "ending": "file.ending",
    "size": "file.size",
    "encoding": "file.encoding",
    "words": "file.words",
    "quotations": "file.quotations",
    "paragraphs": "file.paragraphs",
}


def report_card(library: Library, report: FileReport, name: str, options: Options) -> Card:
    """The counts, the gravest five, and the whole report as a file; `name` is that of the file that was checked."""
    words = options.words
    gravest = report.gravest
    blocks: list[Block] = [Text("\n".join(_counts(report, words)))]
    blocks += [Text("\n".join(_shown(library, one, options))) for one in gravest[:GRAVEST]]
    if len(gravest) > GRAVEST:
        blocks.append(Text(words.count("report.more", len(gravest) - GRAVEST)))
    blocks.append(Enclosed(NAME, report_text(library, report, name, options).encode()))
    title = words("report.of", name=escape_line(label(name, NAMED)))
    return Card(title, tuple(blocks), footer=(words("report.not-kept"), *library_footer(library, options)))


def unfit_text(error: UnfitFileError, words: Words) -> str:
    """Why a file is not checked, and what can be done."""
    return words(_UNFIT_KEYS[error.cause], number=words.number(error.number), most=words.number(MOST))


def unfit_card(error: UnfitFileError, words: Words) -> Card:
    """The same as an answer."""
    return message_card(words("file.unfit"), unfit_text(error, words))


def report_text(library: Library, report: FileReport, name: str, options: Options) -> str:
    """Every quotation in reading order with its line and verdict, in Markdown that any editor shows."""
    words = options.words
    parts = [
        f"# {words('report.of', name=escape_line(name))}",
        "\n".join(_counts(report, words)),
        *("\n".join(_listed(library, one, options)) for one in report.found),
        f"`{receipts.of_library(library)}`",
        *library_lines(library, options),
    ]
    return _LOOSE.sub(_unescaped, "\n\n".join(parts) + "\n")


def _unescaped(escaped: re.Match[str]) -> str:
    return escaped[1] if escaped[1] in _DISCORDS_OWN else escaped[0]


def _counts(report: FileReport, words: Words) -> Iterator[str]:
    key = "report.quotations" if report.marked else "report.paragraphs"
    yield words.count(key, len(report.found))
    for each, number in report.counts.items():
        yield f"- {words.count(_COUNT_KEYS[each], number)}"
    if report.unchecked:
        lines = ", ".join(map(str, report.unchecked))
        yield f"- {words.count('report.unchecked', len(report.unchecked), lines=lines)}"


def _shown(library: Library, found: FileQuotation, options: Options) -> Iterator[str]:
    check = found.check
    yield f"**{headline(library, check, options)}** · {options.words('report.line', line=str(found.line))}"
    evidence = library.evidence.get(check.evidence or "")
    told = escape_line(label(_words_of(check), TELLING))
    yield f"> {f'||{told}||' if evidence and library.is_distressing(evidence) else told}"
    place = place_of(library, check, options.words)
    if place:
        yield f"-# {place}"


def _listed(library: Library, found: FileQuotation, options: Options) -> Iterator[str]:
    check, words = found.check, options.words
    line = words("report.line", line=str(found.line))
    yield f"## {headline(library, check, options)} · {line}"
    yield ""
    yield f"> {escape_line(_words_of(check))}"
    facts = list(_facts(library, check, words))
    if facts:
        yield ""
        yield from (f"- {fact}" for fact in facts)


def _words_of(check: Check) -> str:
    """The words that were checked; exact ones as the source has them, without the marks of the file."""
    return (check.source_words if check.verdict == "exact" else None) or check.words


def _facts(library: Library, check: Check, words: Words) -> Iterator[str]:
    if check.verdict == "altered" and check.source_words:
        yield words("verdict.nearest", words=f"“{escape_line(check.source_words)}”")
    for difference in check.differences:
        yield difference_line(difference, words)
    evidence = library.evidence.get(check.evidence or "")
    if gist(check) == "other":
        yield (
            words("report.whose", who=escape_line(evidence.speaker))
            if evidence and evidence.speaker
            else words("verdict.other-attribution")
        )
    if check.before:
        yield words("verdict.before", words=escape_line(check.before.strip(POINTS)))
    if check.follows:
        yield words("verdict.follows", words=escape_line(check.follows.strip(POINTS)))
    for omitted in check.omitted:
        yield words("verdict.omitted", words=escape_line(omitted))
    if check.unknown_names:
        yield words("verdict.unknown-names", names=", ".join(map(escape_line, check.unknown_names)))
    place = place_of(library, check, words)
    if place and not check.short:
        yield place
