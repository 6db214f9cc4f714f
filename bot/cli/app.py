"""All commands in the order in which `--help` lists them: what was typed is parsed and handed to the one it names."""

from typing import Annotated

import typer

from bot import __version__
from bot.cli.asking import search, show, verify
from bot.cli.authoring import new, quote, schema
from bot.cli.content import check, diff
from bot.cli.running import health, invite, run, sync
from bot.cli.sentences import in_sentences
from bot.cli.streams import standing_streams
from bot.cli.usage import usage

app = typer.Typer(
    name="verbatim",
    help="Human-rights briefings for Discord, in words it can prove.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for command in (run, sync, invite, health, check, verify, search, show, diff, quote, schema):
    app.command()(command)
app.add_typer(new, name="new")
app.add_typer(usage, name="usage")


def main() -> None:
    """Run the command that was typed."""
    with standing_streams(), in_sentences():
        app()


@app.callback(invoke_without_command=True)
def version(*, version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    """Human-rights briefings for Discord, in words it can prove."""
    if version:
        typer.echo(f"verbatim {__version__}")
        raise typer.Exit
