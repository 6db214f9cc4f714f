"""The commands that answer as the bot does."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from bot.bounds import LONGEST_TEXT
from bot.cli.jsonlines import Json, print_json
from bot.cli.reading import read_library
from bot.refusal import RefusedError

Words = Annotated[str | None, typer.Argument(help="The text; '-' reads one text a line from standard input.")]


def verify(
    text: Words = None,
    *,
    file: Annotated[
        Path | None, typer.Option(help="A .txt or .md file: every quotation in it; exit code 1 if any is altered.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Is this text in the library: exact, altered or absent?"""
    from bot.domain.garbage import collector_at_rest
    from bot.domain.verdict import Checker

    if file is not None:
        if text is not None:
            raise RefusedError("Give either a text or --file, not both.")
        _verify_file(file, as_json=as_json)
        return
    with collector_at_rest():
        checker = Checker(read_library())
    for line in _texts(text):
        verdict = checker.check(line)
        if as_json:
            print_json(verdict.as_json())
        else:
            typer.echo(verdict)


def search(
    text: Words = None, *, limit: Annotated[int, typer.Option(min=1, max=100)] = 5, as_json: Json = False
) -> None:
    """What would the bot offer for this question?"""
    from bot.domain.garbage import collector_at_rest
    from bot.domain.search import Finder

    with collector_at_rest():
        finder = Finder(read_library())
    for line in _texts(text):
        answer = finder.search(line, limit=limit)
        results = [{"kind": hit.kind, "id": hit.id, "score": hit.score, "why": hit.why} for hit in answer.results]
        if as_json:
            print_json({"query": line, "outcome": answer.outcome, "results": results})
        else:
            typer.echo(answer.outcome)
            for hit in answer.results:
                typer.echo(f"  {hit.score:.2f}  {hit.kind}:{hit.id}  ({hit.why})")


def show(
    item: Annotated[
        str, typer.Argument(metavar="[KIND:]ID", help="The id of a brief, or of anything with its kind, as figure:ID.")
    ],
    *,
    view: Annotated[str, typer.Option(help="Such as sources, who, quotes or full, of a brief.")] = "card",
    html: Annotated[bool, typer.Option("--html", help="Print a page instead of plain text.")] = False,
) -> None:
    """A card as plain text. A bare id means the brief first."""
    from bot.cards.options import Options
    from bot.cards.routes import card_named, views_named
    from bot.words.catalogue import ENGLISH, Catalogue

    library = read_library()
    card = card_named(library, item, view, Options(Catalogue.load().words(ENGLISH)))
    if card is None:
        kind, _, key = item.rpartition(":")
        if views := views_named(library, item):
            raise RefusedError(f"'{key}' has no view '{view}'. There are: {', '.join(views)}.")
        raise RefusedError(f"There is no {kind or 'item'} '{key}'. Find its id with: python -m bot search \"…\"")
    if html:
        from bot.cards.layout.html import page

        typer.echo(page(card))
    else:
        from bot.cards.layout.plain import plain

        typer.echo(plain(card))


def _verify_file(file: Path, *, as_json: bool) -> None:
    """Print a report on a text file; exit code 1 where a quotation is altered."""
    from bot.bytefile import bytes_of
    from bot.cards.options import Options
    from bot.cards.report import report_text, unfit_text
    from bot.domain.garbage import collector_at_rest
    from bot.domain.verdict import Checker
    from bot.domain.verdict.report import report_on
    from bot.domain.verdict.textfile import LARGEST, UnfitFileError, refuse_unread, text_in
    from bot.words.catalogue import ENGLISH, Catalogue

    words = Catalogue.load().words(ENGLISH)
    try:
        refuse_unread(file.name, file.stat().st_size)
        text = text_in(bytes_of(file, LARGEST))
        with collector_at_rest():
            library = read_library()
            checker = Checker(library)
        report = report_on(checker, text)
    except OSError as error:
        raise RefusedError(f"{file} cannot be read: {error.strerror or error}.") from error
    except UnfitFileError as error:
        raise RefusedError(f"{file}: {unfit_text(error, words)}") from error
    if as_json:
        for one in report.found:
            print_json({"line": one.line, **one.check.as_json()})
        for line in report.unchecked:
            typer.echo(f"{file}:{line}: too long, not checked.", err=True)
    else:
        typer.echo(report_text(library, report, file.name, Options(words)), nl=False)
    if report.altered:
        raise typer.Exit(1)


def _texts(text: str | None) -> Iterator[str]:
    """The texts a command is asked about: the argument, or the lines of standard input."""
    if text is not None and text != "-":
        yield _not_too_long(text, "The text")
    elif text == "-" or not sys.stdin.isatty():
        lines = iter(lambda: sys.stdin.readline(LONGEST_TEXT + 2), "")
        for number, line in enumerate(lines, 1):
            yield _not_too_long(line.rstrip("\r\n"), f"Line {number}")
    else:
        raise RefusedError("Give a text, or '-' to read one a line from standard input.")


def _not_too_long(text: str, called: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise RefusedError(f"{called} has more than {LONGEST_TEXT:,} characters; give a part of it.")
    return text
