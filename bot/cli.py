"""The commands; the only place that wires things together."""

import asyncio
import json
import logging
import re
import sys
from collections.abc import Coroutine, Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn, get_args

import typer
from rich.console import Console
from rich.table import Table

from bot import logs
from bot.cards.address import Address
from bot.cards.layout.html import page
from bot.cards.layout.limits import fits
from bot.cards.layout.plain import plain
from bot.cards.options import Showing
from bot.cards.routes import card_at, every_card
from bot.charts.charts import Charts
from bot.chat.connection import connect as connection
from bot.chat.connection.connect import CannotConnectError, Login
from bot.chat.house import House
from bot.content import stanza
from bot.content.load import Examined, examine
from bot.content.moderation import Moderation, load_moderation
from bot.content.schema import schemas
from bot.content.shelf import Shelf, Stock
from bot.domain.difference import differences
from bot.domain.lint.engine import coverage
from bot.domain.model import SLUG_LENGTH, SLUG_PATTERN, Kind
from bot.domain.problem import Finding, Problem, ProblemsError
from bot.settings import Settings, SettingsError
from bot.usage import rows
from bot.usage.key import server_key
from bot.usage.log import UsageLog
from bot.usage.rows import UsageError
from bot.words.catalogue import ENGLISH, Catalogue
from discord_sandbox import Sandbox

if sys.platform == "win32":
    _loop_factory = None
else:
    import uvloop

    _loop_factory = uvloop.new_event_loop

FOLDER = Path(__file__).resolve().parent.parent
"""The project's folder: content and `.env` are found there from any working directory."""

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
usage = typer.Typer(help="What was asked, from the log; never who asked.", invoke_without_command=True)
app.add_typer(usage, name="usage")


class Form(StrEnum):
    """How counts are exported."""

    CSV = "csv"
    JSON = "json"


Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Words = Annotated[str | None, typer.Argument(help="The text; '-' reads one text a line from standard input.")]


def main() -> None:
    """Run the command that was typed."""
    try:
        app()
    except SettingsError as error:
        _refuse(*error.sentences)
    except ProblemsError as error:
        _refuse(*(str(problem) for problem in error.problems), _counted(error.problems))
    except (CannotConnectError, UsageError) as error:
        _refuse(str(error))


@app.command()
def run() -> None:
    """Connect to Discord; without a token start the sandbox, connect to it and print the console's address."""
    settings = _settings()
    _begin_logging(settings)
    stock, moderation = _stock(settings), load_moderation(settings.moderation)
    for warning in (*settings.warnings(), *map(str, stock.warnings)):
        logging.getLogger(__name__).warning(warning)
    _in_loop(_run(settings, stock, moderation))


async def _run(settings: Settings, stock: Stock, moderation: Moderation) -> None:
    house = _house(settings, stock, moderation)
    key = server_key(settings.usage_key, settings.usage_key_file)
    async with UsageLog(settings.usage_database, key) as counts:
        if settings.token is not None or settings.api_url is not None:
            await connection.run(_login(settings), house, counts)
            return
        sandbox = Sandbox()
        await _opened(sandbox, settings.sandbox_port)
        try:
            typer.echo(f"This is the sandbox, a small Discord of its own. Talk to the bot here: {sandbox.console_url}")
            typer.echo("To go live, put the bot's token after DISCORD_TOKEN= in .env (see README.md) and start again.")
            await connection.run(Login(sandbox.token, settings.registered_commands, sandbox.api_url), house, counts)
        finally:
            await sandbox.stop()


def _house(settings: Settings, stock: Stock, moderation: Moderation) -> House:
    shelf = Shelf(settings.seeds, settings.briefs, stock)
    return House(shelf, moderation, settings.moderation, Charts(Catalogue.load().words(ENGLISH)))


def _login(settings: Settings) -> Login:
    if settings.token is None:
        _refuse("There is no token: put it after DISCORD_TOKEN= in .env. Only the sandbox needs none.")
    return Login(settings.token.get_secret_value(), settings.registered_commands, settings.api_url)


async def _opened(sandbox: Sandbox, port: int) -> None:
    try:
        await sandbox.start(port)
    except OSError as error:
        _refuse(f"Port {port} cannot be used ({error.strerror}); set VERBATIM_SANDBOX_PORT to another, or to 0.")


@app.command()
def sync(*, guild: Annotated[int | None, typer.Option(help="One server alone, at once.")] = None) -> None:
    """Register the commands with Discord."""
    settings = _settings()
    _begin_logging(settings)
    stock, moderation = _stock(settings), load_moderation(settings.moderation)
    _in_loop(_sync(settings, stock, moderation, guild))
    typer.echo("The commands are registered.")


async def _sync(settings: Settings, stock: Stock, moderation: Moderation, guild: int | None) -> None:
    house = _house(settings, stock, moderation)
    counts = UsageLog(settings.usage_database, server_key(settings.usage_key, settings.usage_key_file))
    await connection.sync(_login(settings), house, counts, guild)


@app.command()
def check(*, as_json: Json = False) -> None:
    """Load and lint everything and render every card; every problem with its file and line."""
    examined = _examined()
    problems = [*examined.problems, *_that_do_not_fit(examined), *_of_the_moderators_file()]
    report = [] if examined.library is None else coverage(examined.library)
    if as_json:
        listed = [
            {"path": it.path, "line": it.line, "code": it.code, "what": it.what, "mend": it.mend, "warning": it.warning}
            for it in problems
        ]
        _print_json({"problems": listed, "coverage": [asdict(line) for line in report]})
    else:
        for problem in problems:
            typer.echo(problem)
        for line in report:
            typer.echo(
                f"{line.document}: {line.quotations_used} of {line.quotations} quotations and "
                f"{line.narrations_used} of {line.narrations} claims used"
            )
        typer.echo(_counted(problems))
    if examined.library is None or any(not problem.warning for problem in problems):
        raise typer.Exit(1)


@app.command()
def verify(text: Words = None, *, as_json: Json = False) -> None:
    """Is this text in the library: exact, altered or absent?"""
    stock = _stock()
    for line in _texts(text):
        verdict = stock.checker.check(line)
        if as_json:
            _print_json(verdict.as_json())
        else:
            typer.echo(verdict)


@app.command()
def search(
    text: Words = None, *, limit: Annotated[int, typer.Option(min=1, max=100)] = 5, as_json: Json = False
) -> None:
    """What would the bot offer for this question?"""
    stock = _stock()
    for line in _texts(text):
        answer = stock.finder.search(line, limit=limit)
        results = [{"kind": hit.kind, "id": hit.id, "score": hit.score, "why": hit.why} for hit in answer.results]
        if as_json:
            _print_json({"query": line, "outcome": answer.outcome, "results": results})
        else:
            typer.echo(answer.outcome)
            for hit in answer.results:
                typer.echo(f"  {hit.score:.2f}  {hit.kind}:{hit.id}  ({hit.why})")


@app.command()
def show(
    item: Annotated[str, typer.Argument(metavar="[KIND:]ID", help="Such as non-refoulement, or figure:prisoners.")],
    *,
    html: Annotated[bool, typer.Option("--html", help="Print a page instead of plain text.")] = False,
) -> None:
    """A card as plain text. A bare id means the brief first."""
    library = _stock().library
    kind, _, key = item.rpartition(":")
    kinds = [kind] if kind else list(get_args(Kind))
    showing = Showing(Catalogue.load().words("en"))
    cards = (card_at(library, Address(kind, key), showing) for kind in kinds)
    card = next((card for card in cards if card is not None), None)
    if card is None:
        _refuse(f"There is no {kind or 'item'} '{key}'. Find its id with: python -m bot search \"…\"")
    typer.echo(page(card) if html else plain(card))


@app.command()
def quote(words: Annotated[str, typer.Argument(help="Words from a document, as exactly as you have them.")]) -> None:
    """A ready YAML stanza for words found in a document, or the nearest passage with the difference."""
    documents = _stock().library.documents
    found = list(stanza.stanzas(words, documents))
    if found:
        typer.echo("\n\n".join(found))
        return
    nearest = stanza.nearest(words, documents)
    if nearest is not None:
        key, number, passage = nearest
        typer.echo(f"Not found. The nearest words are in {key}, paragraph {number}:\n\n{passage}\n")
        for piece in differences(passage, words):
            if piece.kind != "same":
                typer.echo(f"  the document has '{piece.original.strip()}', you have '{piece.other.strip()}'")
    raise typer.Exit(1)


@new.command("brief")
def new_brief(slug: Annotated[str, typer.Argument(help="The id of the brief: lower-case words and hyphens.")]) -> None:
    """Write the outline of a brief into briefs/topics, for you to fill in."""
    briefs = _settings().briefs
    if not re.fullmatch(SLUG_PATTERN, slug) or len(slug) > SLUG_LENGTH:
        _refuse(f"'{slug}' cannot be an id: use lower-case letters, digits and single hyphens.")
    _write_new(briefs / "topics" / f"{slug}.yaml", stanza.brief_outline(slug, _today()))


@new.command("document")
def new_document(file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)]) -> None:
    """Print a register entry for a document, with its digest; put it into seeds/documents.yaml and fill it in."""
    typer.echo(stanza.document_outline(file))


@app.command()
def schema(folder: Annotated[Path, typer.Argument(help="Where to write the schemas.")] = Path("schemas")) -> None:
    """Write the JSON Schemas of the YAML files, for your editor."""
    folder.mkdir(parents=True, exist_ok=True)
    for pattern, content in {**schemas(), "moderation.yaml": Moderation.model_json_schema()}.items():
        name = Path(pattern).parent.name if "*" in pattern else Path(pattern).stem
        target = folder / f"{name}.schema.json"
        target.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        typer.echo(f"{target}  for {pattern}")


@usage.callback()
def usage_shown(context: typer.Context, *, as_json: Json = False) -> None:
    """What was asked, day by day."""
    if context.invoked_subcommand is not None:
        return
    summary = asyncio.run(rows.summary(_settings().usage_database))
    if as_json:
        _print_json(summary)
        return
    table = Table("day", "command", "subject", "outcome", "language", "place", "count")
    for row in summary["rows"]:
        table.add_row(*(str(value) for value in row.values()))
    Console(highlight=False).print(table)
    typer.echo(f"{summary['total']} in all")


@usage.command("purge")
def usage_purge(
    *, before: Annotated[str | None, typer.Option(help="Only what was counted before this day, as 2026-11-22.")] = None
) -> None:
    """Delete what was counted."""
    day = None if before is None else _day(before)
    removed = asyncio.run(rows.purge(_settings().usage_database, day))
    typer.echo(f"{removed} rows deleted.")


@usage.command("export")
def usage_export(*, form: Annotated[Form, typer.Option("--format", help="csv or json.")] = Form.CSV) -> None:
    """Print every count, summed over servers."""
    typer.echo(asyncio.run(rows.export(_settings().usage_database, form.value)), nl=False)


def _texts(text: str | None) -> Iterator[str]:
    """The texts a command is asked about: the argument, or the lines of standard input."""
    if text is not None and text != "-":
        yield text
    elif text == "-" or not sys.stdin.isatty():
        yield from (line.rstrip("\r\n") for line in sys.stdin)
    else:
        _refuse("Give a text, or '-' to read one a line from standard input.")


def _settings() -> Settings:
    return Settings.read(FOLDER)


def _begin_logging(settings: Settings) -> None:
    secrets = [secret.get_secret_value() for secret in (settings.token, settings.usage_key) if secret is not None]
    logs.set_up_logging(settings.log_level, secrets)


def _stock(settings: Settings | None = None) -> Stock:
    settings = settings or _settings()
    return Stock.load(settings.seeds, settings.briefs, _today())


def _examined() -> Examined:
    settings = _settings()
    return examine(settings.seeds, settings.briefs, _today())


def _that_do_not_fit(examined: Examined) -> Iterator[Problem]:
    """A problem for every card that Discord would refuse, in any language, length and view."""
    if examined.library is None or not examined.is_sound:
        return
    catalogue = Catalogue.load()
    for language in catalogue.languages:
        words = catalogue.words(language)
        for spot, card in every_card(examined.library, words):
            for what in fits(card, words):
                yield examined.place(Finding(spot, what, "shorten the text"))


def _of_the_moderators_file() -> tuple[Problem, ...]:
    try:
        load_moderation(_settings().moderation)
    except ProblemsError as error:
        return error.problems
    return ()


def _write_new(file: Path, text: str) -> None:
    try:
        with file.open("x", encoding="utf-8") as written:
            written.write(text)
    except FileExistsError:
        _refuse(f"{file} is already there; choose another id, or edit it.")
    typer.echo(f"{file} written. Fill it in, then run: python -m bot check")


def _counted(problems: Sequence[Problem]) -> str:
    warnings = sum(problem.warning for problem in problems)
    return f"{len(problems) - warnings} problems, {warnings} warnings"


def _today() -> date:
    return datetime.now(UTC).date()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        _refuse(f"'{text}' is not a day; write it as 2026-11-22.")


def _in_loop(work: Coroutine[object, object, None]) -> None:
    """Run in the faster event loop where the platform has it."""
    with asyncio.Runner(loop_factory=_loop_factory) as runner:
        runner.run(work)


def _print_json(value: object) -> None:
    """Print one JSON value on one line."""
    typer.echo(json.dumps(value, ensure_ascii=False))


def _refuse(*sentences: str) -> NoReturn:
    """Say what is wrong and stop with exit code 1."""
    for sentence in sentences:
        typer.echo(sentence, err=True)
    raise SystemExit(1)
