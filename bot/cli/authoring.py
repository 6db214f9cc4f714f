"""The commands for those who write the content."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.reading import FOLDER, read_library, read_settings, today

new = typer.Typer(help="Begin a brief or another file, or register a document.", no_args_is_help=True)


def quote(words: Annotated[str, typer.Argument(help="Words from a document, as exactly as you have them.")]) -> None:
    """A ready YAML stanza for words found in a document, or the nearest passage with the difference."""
    from bot.content.proved import stored_documents
    from bot.content.stanza import not_found, stanzas

    documents = stored_documents(read_settings().seeds)
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

    file = write_brief(slug, read_settings().briefs, today())
    typer.echo(f"{file} written. Fill it in, then run: python -m bot check")


@new.command("introduction")
def new_introduction() -> None:
    """Write the outline of what your library says of itself into briefs/library.yaml, for you to fill in."""
    from bot.content.outline import write_introduction

    file = write_introduction(read_settings().briefs)
    typer.echo(f"{file} written. Fill it in, then run: python -m bot check")


@new.command("asked")
def new_asked(language: Annotated[str, typer.Argument(help="Of which language: en, ko …")]) -> None:
    """Write the outline of how people ask in one language into briefs/asked, for you to fill in."""
    from bot.content.outline import write_asked

    file = write_asked(language, read_settings().briefs)
    typer.echo(f"{file} written. Fill it in, then run: python -m bot check")


@new.command("document")
def new_document(file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)]) -> None:
    """Print a register entry for a document, with its digest; put it into seeds/documents.yaml and fill it in."""
    from bot.content.outline import document_outline

    typer.echo(document_outline(file))


def schema(
    folder: Annotated[Path | None, typer.Argument(help="Where to write them; there they know every id, too.")] = None,
) -> None:
    """Write the JSON Schemas of the YAML files, for your editor; without a folder, those in schemas/ again."""
    from bot.content.schema import write_schemas

    library = None if folder is None else read_library()
    for pattern, target in write_schemas(folder or FOLDER / "schemas", library):
        typer.echo(f"{target}  for {pattern}")
