"""The commands that tell what was asked and what is kept, and delete it."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.jsonlines import Json, print_json
from bot.cli.reading import read_settings
from bot.refusal import RefusedError

if TYPE_CHECKING:
    from bot.settings import Settings

usage = typer.Typer(help="What was asked, from the log; never who asked.", invoke_without_command=True)


class Form(StrEnum):
    """How counts are exported."""

    CSV = "csv"
    JSON = "json"


@usage.callback()
def usage_shown(
    context: typer.Context,
    *,
    as_json: Json = False,
    sandbox: Annotated[bool, typer.Option("--sandbox", help="What was asked in the sandbox.")] = False,
) -> None:
    """What was asked, day by day."""
    settings = read_settings()
    context.obj = settings.log_of_the_sandbox() if sandbox else settings
    if context.invoked_subcommand is not None:
        return
    from asyncio import run

    from bot.usage import rows

    summary = run(rows.summary(context.obj.usage_database))
    if as_json:
        print_json(summary)
        return
    from rich.console import Console
    from rich.table import Column, Table

    names = ("day", "command", "subject", "outcome", "language", "place", "count")
    table = Table(*(Column(name, overflow="fold") for name in names))
    for row in summary["rows"]:
        table.add_row(*(str(value) for value in row.values()))
    Console(highlight=False).print(table)
    typer.echo(f"{summary['total']} in all")


@usage.command("purge")
def usage_purge(
    context: typer.Context,
    *,
    before: Annotated[str | None, typer.Option(help="Only what was counted before this day, as 2026-11-22.")] = None,
    server: Annotated[
        int | None,
        typer.Option(metavar="ID", help="Only what was counted in this server, and what its moderators set."),
    ] = None,
) -> None:
    """Delete what was counted."""
    from asyncio import run

    from bot.usage.purging import purged

    if before is not None and server is not None:
        raise RefusedError("Give either --before or --server, not both.")
    day = None if before is None else _day(before)
    settings: Settings = context.obj
    path, key, key_file = settings.usage_database, settings.usage_key, settings.usage_key_file
    for line in run(purged(path, key, key_file, before=day, server=server)):
        typer.echo(line)


@usage.command("export")
def usage_export(
    context: typer.Context, *, form: Annotated[Form, typer.Option("--format", help="csv or json.")] = Form.CSV
) -> None:
    """Print every count, summed over servers."""
    from asyncio import run

    from bot.usage import rows

    typer.echo(run(rows.export(context.obj.usage_database, form.value)), nl=False)


@usage.command("privacy")
def usage_privacy(context: typer.Context) -> None:
    """Everything that is kept, file by file and column by column, with the present numbers of rows."""
    from asyncio import run

    from bot.usage import privacy

    typer.echo(privacy.with_numbers(run(privacy.numbers(context.obj.usage_database))), nl=False)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RefusedError(f"'{text}' is not a day; write it as 2026-11-22.") from None
