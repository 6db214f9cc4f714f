"""The commands that start the bot, and those around a bot that runs."""

from typing import Annotated

import typer

from bot.cli.reading import FOLDER, read_settings, today
from bot.refusal import RefusedError
from bot.stopping import stopping_at_once


def run(
    *, live: Annotated[bool, typer.Option("--live", help="Never the sandbox: refuse to start without a token.")] = False
) -> None:
    """Connect to Discord; without a token start the sandbox, connect to it and print the console's address."""
    with stopping_at_once():
        from bot.run import run

        run(read_settings(), today(), typer.echo, live=live)


def sync(*, guild: Annotated[int | None, typer.Option(help="One server alone, at once.")] = None) -> None:
    """Register the commands with Discord."""
    from bot.run import sync

    sync(read_settings(), today(), guild)
    typer.echo("The commands are registered.")


def invite() -> None:
    """Print the links that add the bot to a server, or to somebody's own account."""
    from bot.run import invitations

    to_server, to_account = invitations(read_settings())
    typer.echo(f"Whoever may manage a server adds the bot to it here:\n  {to_server}")
    typer.echo(f"Where the application allows User Install, anybody adds it to their own account here:\n  {to_account}")


def health() -> None:
    """Whether a bot on this state folder is serving: exit code 0, or 1 and why not."""
    from bot.health import complaint

    why_not = complaint(FOLDER)
    if why_not is not None:
        raise RefusedError(why_not)
