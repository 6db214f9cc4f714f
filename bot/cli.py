"""The commands: what was typed is parsed, handed to whoever does it, and the outcome printed.

Each command imports what it needs when it is called: `--help` waits for nothing, and `search` never loads discord.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot import __version__
from bot.bounds import LONGEST_TEXT
from bot.cli_usage import usage
from bot.refusal import RefusedError
from bot.sentences import in_sentences
from bot.stopping import stopping_at_once

if TYPE_CHECKING:
    from bot.domain.library import Library
    from bot.settings import Settings
    from bot.sources import Sources

_CHECKOUT = Path(__file__).resolve().parent.parent

FOLDER = _CHECKOUT if (_CHECKOUT / "pyproject.toml").is_file() else Path.cwd()
"""Where `.env` and the content are, unless told otherwise: the checkout, from any working directory; of a program that
was installed from a wheel the working directory."""

app = typer.Typer(
    name="verbatim",
    help="Human-rights briefings for Discord, in words it can prove.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
new = typer.Typer(help="Begin a brief, or register a document.", no_args_is_help=True)
app.add_typer(new, name="new")
app.add_typer(usage, name="usage")


Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Words = Annotated[str | None, typer.Argument(help="The text; '-' reads one text a line from standard input.")]


def main() -> None:
    """Run the command that was typed."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.errors == "strict":  # what is no UTF-8 ends nothing
            stream.reconfigure(errors="surrogateescape" if stream is sys.stdin else "backslashreplace")
    with in_sentences():
        app()


@app.callback(invoke_without_command=True)
def version(
    context: typer.Context, *, version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False
) -> None:
    """Human-rights briefings for Discord, in words it can prove."""
    context.obj = FOLDER
    if version:
        typer.echo(f"verbatim {__version__}")
        raise typer.Exit


@app.command()
def run(
    *, live: Annotated[bool, typer.Option("--live", help="Never the sandbox: refuse to start without a token.")] = False
) -> None:
    """Connect to Discord; without a token start the sandbox, connect to it and print the console's address."""
    with stopping_at_once():
        from bot.run import run

        run(_settings(), _today(), typer.echo, live=live)


@app.command()
def sync(*, guild: Annotated[int | None, typer.Option(help="One server alone, at once.")] = None) -> None:
    """Register the commands with Discord."""
    from bot.run import sync

    sync(_settings(), _today(), guild)
    typer.echo("The commands are registered.")


@app.command()
def invite() -> None:
    """Print the links that add the bot to a server, or to somebody's own account."""
    from bot.run import invitations

    to_server, to_account = invitations(_settings())
    typer.echo(f"Whoever may manage a server adds the bot to it here:\n  {to_server}")
    typer.echo(f"Where the application allows User Install, anybody adds it to their own account here:\n  {to_account}")


@app.command("health")
def health_of_the_bot() -> None:
    """Whether a bot on this state folder is serving: exit code 0, or 1 and why not."""
    from bot import health

    complaint = health.complaint(FOLDER)
    if complaint is not None:
        raise RefusedError(complaint)


@app.command()
def check(
    *,
    as_json: Json = False,
    explain: Annotated[str | None, typer.Option(metavar="CODE", help="Say what a rule asks, and why.")] = None,
) -> None:
    """Load and lint everything and render every card; every problem with its file and line."""
    if explain is not None:
        from bot.rules import explained

        typer.echo(explained(explain))
        return
    from bot.domain.lint.coverage import coverage
    from bot.domain.problem import counted
    from bot.progress import Progress
    from bot.report import report_on
    from bot.words.catalogue import Catalogue

    with Progress(sys.stderr) as progress:
        report = report_on(_sources(_settings()), Catalogue.load(), _today(), progress)
    used = [] if report.library is None else coverage(report.library)
    if as_json:
        _print_json({"problems": [asdict(one) for one in report.problems], "coverage": [asdict(one) for one in used]})
    else:
        for problem in report.problems:
            typer.echo(problem)
        for line in used:
            typer.echo(line)
        typer.echo(counted(report.problems))
    if not report.is_sound:
        raise typer.Exit(1)


@app.command()
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
        checker = Checker(_library())
    for line in _texts(text):
        verdict = checker.check(line)
        if as_json:
            _print_json(verdict.as_json())
        else:
            typer.echo(verdict)


@app.command()
def search(
    text: Words = None, *, limit: Annotated[int, typer.Option(min=1, max=100)] = 5, as_json: Json = False
) -> None:
    """What would the bot offer for this question?"""
    from bot.domain.garbage import collector_at_rest
    from bot.domain.search import Finder

    with collector_at_rest():
        finder = Finder(_library())
    for line in _texts(text):
        answer = finder.search(line, limit=limit)
        results = [{"kind": hit.kind, "id": hit.id, "score": hit.score, "why": hit.why} for hit in answer.results]
        if as_json:
            _print_json({"query": line, "outcome": answer.outcome, "results": results})
        else:
            typer.echo(answer.outcome)
            for hit in answer.results:
                typer.echo(f"  {hit.score:.2f}  {hit.kind}:{hit.id}  ({hit.why})")


@app.command()
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

    library = _library()
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


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="A folder with seeds and briefs, as they were.")],
    new: Annotated[Path, typer.Argument(help="The same, as they are now; '.' is this one.")],
    *,
    correction: Annotated[
        str | None, typer.Option(metavar="[KIND:]ID", help="Print only the entry for a correction of this.")
    ] = None,
) -> None:
    """What changed between two libraries, in words, with entries for corrections to be filled in."""
    from bot.content.outline import correction_outline
    from bot.content.proved import library_in
    from bot.domain.garbage import collector_at_rest
    from bot.domain.retelling import answers_changed, receipts_changed, retold

    with collector_at_rest():
        before, after = library_in(old), library_in(new)
    changed = receipts_changed(before, after)
    if correction is not None:
        item = next((one for one in changed if correction in (one, one.partition(":")[2])), None)
        if item is None:
            raise RefusedError(f"'{correction}' has no other receipt than before, so there is nothing to correct.")
        typer.echo(correction_outline(item, changed[item][0], _today()), nl=False)
        return
    told = list(retold(before, after))
    for line in told or ["Nothing has changed."]:
        typer.echo(line)
    for item, (was, now) in changed.items():
        typer.echo(f"receipt of {item}: {was} is now {now or 'gone'}")
    for item in answers_changed(before, after):
        typer.echo(f"\n{correction_outline(item, changed[item][0], _today())}", nl=False)


@app.command()
def quote(words: Annotated[str, typer.Argument(help="Words from a document, as exactly as you have them.")]) -> None:
    """A ready YAML stanza for words found in a document, or the nearest passage with the difference."""
    from bot.content.stanza import not_found, stanzas

    documents = _library().documents
    found = list(stanzas(words, documents))
    if found:
        typer.echo("\n\n".join(found))
    else:
        typer.echo("\n".join(not_found(words, documents)))
        raise typer.Exit(1)


@new.command("brief")
def new_brief(slug: Annotated[str, typer.Argument(help="The id of the brief: lower-case words and hyphens.")]) -> None:
    """Write the outline of a brief into briefs/topics, for you to fill in."""
    from bot.content.outline import write_brief

    file = write_brief(slug, _settings().briefs, _today())
    typer.echo(f"{file} written. Fill it in, then run: python -m bot check")


@new.command("introduction")
def new_introduction() -> None:
    """Write the outline of what your library says of itself into briefs/library.yaml, for you to fill in."""
    from bot.content.outline import write_introduction

    file = write_introduction(_settings().briefs)
    typer.echo(f"{file} written. Fill it in, then run: python -m bot check")


@new.command("asked")
def new_asked(language: Annotated[str, typer.Argument(help="Of which language: en, ko …")]) -> None:
    """Write the outline of how people ask in one language into briefs/asked, for you to fill in."""
    from bot.content.outline import write_asked

    file = write_asked(language, _settings().briefs)
    typer.echo(f"{file} written. Fill it in, then run: python -m bot check")


@new.command("document")
def new_document(file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)]) -> None:
    """Print a register entry for a document, with its digest; put it into seeds/documents.yaml and fill it in."""
    from bot.content.outline import document_outline

    typer.echo(document_outline(file))


@app.command()
def schema(
    folder: Annotated[Path | None, typer.Argument(help="Where to write them; there they know every id, too.")] = None,
) -> None:
    """Write the JSON Schemas of the YAML files, for your editor; without a folder, those in schemas/ again."""
    from bot.content.schema import write_schemas

    library = None if folder is None else _library()
    for pattern, target in write_schemas(folder or FOLDER / "schemas", library):
        typer.echo(f"{target}  for {pattern}")


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
            library = _library()
            checker = Checker(library)
        report = report_on(checker, text)
    except OSError as error:
        raise RefusedError(f"{file} cannot be read: {error.strerror or error}.") from error
    except UnfitFileError as error:
        raise RefusedError(f"{file}: {unfit_text(error, words)}") from error
    if as_json:
        for one in report.found:
            _print_json({"line": one.line, **one.check.as_json()})
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


def _settings() -> "Settings":
    from bot.settings import Settings

    return Settings.read(FOLDER)


def _sources(settings: "Settings") -> "Sources":
    from bot.sources import Sources

    return Sources(settings.seeds, settings.briefs, settings.moderation)


def _library() -> "Library":
    from bot.content.load import sound_library
    from bot.domain.garbage import collector_at_rest

    settings = _settings()
    with collector_at_rest():
        return sound_library(settings.seeds, settings.briefs, _today())


def _today() -> date:
    return datetime.now(UTC).date()


def _print_json(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False))
