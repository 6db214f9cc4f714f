"""What commands print for programs."""

import json
from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]


def print_json(value: object) -> None:
    """Print a value on a line of its own."""
    typer.echo(json.dumps(value, ensure_ascii=False))
