"""The commands that look at the content as a whole."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.jsonlines import Json, print_json
from bot.cli.reading import read_settings, today
from bot.refusal import RefusedError


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
    from bot.cli.progress import Progress
    from bot.domain.lint.coverage import coverage
    from bot.domain.problem import counted
    from bot.report import report_on
    from bot.sources import Sources
    from bot.words.catalogue import Catalogue

    settings = read_settings()
    with Progress(sys.stderr) as progress:
        report = report_on(
            Sources(settings.seeds, settings.briefs, settings.moderation), Catalogue.load(), today(), progress
        )
    used = [] if report.library is None else coverage(report.library)
    if as_json:
        print_json({"problems": [asdict(one) for one in report.problems], "coverage": [asdict(one) for one in used]})
    else:
        for problem in report.problems:
            typer.echo(problem)
        for line in used:
            typer.echo(line)
        typer.echo(counted(report.problems))
    if not report.is_sound:
        raise typer.Exit(1)


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
        typer.echo(correction_outline(item, changed[item][0], today()), nl=False)
        return
    told = list(retold(before, after))
    for line in told or ["Nothing has changed."]:
        typer.echo(line)
    for item, (was, now) in changed.items():
        typer.echo(f"receipt of {item}: {was} is now {now or 'gone'}")
    for item in answers_changed(before, after):
        typer.echo(f"\n{correction_outline(item, changed[item][0], today())}", nl=False)
