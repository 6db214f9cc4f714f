"""Files that have been checked already → the library, without linting it again."""

from pathlib import Path

from bot.content.causes import Causes
from bot.content.items import Items
from bot.content.overfull import overfull
from bot.domain.library import Library
from bot.domain.model import Document
from bot.domain.problem import ProblemsError, are_warnings
from bot.refusal import RefusedError


def proved_library(seeds: Path, briefs: Path) -> Library:
    """The library of files that have been linted already, read and proved again.

    Raises:
        ProblemsError: something is wrong all the same; nothing is loaded.
    """
    items = Items(seeds, briefs, Causes())
    library = items.library()
    if library is None or not are_warnings(items.problems):
        raise ProblemsError(items.problems)
    return library


def stored_documents(seeds: Path) -> dict[str, Document]:
    """The documents alone, whatever is unfinished in what is written about them.

    Raises:
        ProblemsError: something is wrong with them, or with their register.
    """
    items = Items(seeds, seeds, Causes())
    too_full = overfull(seeds)
    documents = {} if too_full else items.documents()
    problems = [too_full] if too_full else items.problems
    if problems:
        raise ProblemsError(problems)
    return documents


def library_in(folder: Path) -> Library:
    """The library of a folder that has `seeds` and `briefs`.

    Raises:
        RefusedError: it has not.
        ProblemsError: something is wrong with them.
    """
    seeds, briefs = folder / "seeds", folder / "briefs"
    for part in (seeds, briefs):
        if not part.is_dir():
            raise RefusedError(f"{part} is not there; give a folder that has seeds and briefs.")
    return proved_library(seeds, briefs)
