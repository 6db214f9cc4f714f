"""Reads the YAML files below a folder."""

from collections.abc import Iterator
from pathlib import Path

from bot.bounds import LARGEST_FILE
from bot.bytefile import TooLargeError, bytes_of, is_left_out
from bot.content.codes import files
from bot.content.parse import parse
from bot.content.yamlfile import YamlFile
from bot.domain.problem import Explanation, Problem


def why(error: OSError | RuntimeError) -> str:
    """What the system says of a file that cannot be read; Python raises RuntimeError for links in a circle."""
    return (error.strerror if isinstance(error, OSError) else None) or "its link leads in a circle"


def listed(folder: Path, pattern: str) -> Iterator[Path]:
    """The files of a folder, by name, without those that editors and systems keep there for themselves."""
    for file in sorted(folder.glob(pattern)):
        if not any(map(is_left_out, file.relative_to(folder).parts)):
            yield file


def path_in(file: Path, root: Path) -> str:
    """How a file below `root` is called, or `root` itself, in what is said of it."""
    return f"{root.name}/{file.relative_to(root).as_posix()}" if file != root else file.name


def read(file: Path, root: Path) -> YamlFile:
    """Read a file below `root`; never raises for what the file says: its problems are in the result."""
    path = path_in(file, root)

    def refused(rule: Explanation, what: str, mend: str, line: int = 1) -> YamlFile:
        return YamlFile(path, None, {}, (Problem(path, line, what, mend, code=rule.code),))

    inside = root if root.is_dir() else root.parent
    try:
        if not file.resolve().is_relative_to(inside.resolve()):
            mend = "put the file itself into the folder"
            return refused(files.OUTSIDE, "the file is a link that leaves its folder", mend)
        raw = bytes_of(file, LARGEST_FILE)
    except TooLargeError as error:
        mend = f"split it: a file may have {LARGEST_FILE:,}"
        return refused(files.TOO_LARGE, f"the file has {error.size:,} bytes", mend)
    except (OSError, RuntimeError) as error:
        mend = "create it, or correct its permissions"
        return refused(files.UNREADABLE, f"the file cannot be read ({why(error)})", mend)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return refused(files.NOT_UTF8, "the file is not UTF-8 text", "save it as UTF-8", line)
    return parse(text, path)
