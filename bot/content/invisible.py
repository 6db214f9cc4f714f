"""Characters that nobody sees, where they spoil YAML: named as what they are, and put right for reading on."""

import re
import unicodedata
from dataclasses import dataclass

_NAMES = {"\t": "a tab", "\ufeff": "a byte order mark"}
_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_WIDTHLESS = "\u00ad\u200b-\u200f\u2060\ufeff"

_BEFORE = re.compile(
    rf"^(?P<before>[ ]*+[{_SPACES}{_WIDTHLESS}][ {_SPACES}{_WIDTHLESS}]*+)"
    r"(?=-[ ]|[\w\"'-]++[ ]*+:(?:[ ]|$))",
    re.MULTILINE,
)
"""What stands before a key or the mark of a list, where it is not spaces alone."""
_BEHIND = re.compile(
    rf"^[ ]*+(?:-[ ]++)?[\w\"'-]++:(?P<before>[{_SPACES[1:]}{_WIDTHLESS}]++)(?=[^\s{_WIDTHLESS}])", re.MULTILINE
)
"""What stands right behind a key's colon, where YAML wants a space; a tab will do."""
_ANY = re.compile(f"[{_SPACES}{_WIDTHLESS}]")
_SPACE = re.compile(f"[{_SPACES}]")
_ALL_SPACES = "".join(map(chr, filter(lambda number: _SPACE.match(chr(number)), range(0x3001))))
_AN_ID = re.compile(r"[\w:./-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Unseen:
    """An invisible character, and where it stands."""

    character: str
    line: int
    column: int

    @property
    def what(self) -> str:
        """What it is and where, for an author who cannot see it."""
        unseen = "where YAML wants spaces" if _is_space(self.character) else "where nobody sees it"
        return f"{name(self.character)} stands in column {self.column}, {unseen}"

    @property
    def mend(self) -> str:
        """What to do about it."""
        return "type spaces in its place" if _is_space(self.character) else "delete it"


def name(character: str) -> str:
    """What a character is called, with its number: `a no-break space (U+00A0)`."""
    said = _NAMES.get(character) or f"a {unicodedata.name(character, 'control character').lower()}"
    return said if character == "\t" else f"{said} (U+{ord(character):04X})"


def are_in(text: str) -> bool:
    """Whether there is any; most files have none, and need not be looked at closely."""
    return _ANY.search(text) is not None


def before_keys(text: str) -> list[Unseen]:
    """The first invisible character of each line that has one before its key or its `-`, or right behind its colon."""
    unseen: list[Unseen] = []
    line, since = 1, 0
    for match in sorted((*_BEFORE.finditer(text), *_BEHIND.finditer(text)), key=lambda match: match.start()):
        line, since = line + text.count("\n", since, match.start()), match.start()
        if found := _ANY.search(match["before"]):
            column = match.start("before") - match.start() + found.start() + 1
            unseen.append(Unseen(found.group(), line, column))
    return unseen


def put_right(text: str, tab: int) -> str:
    """The text with spaces before its keys and behind them: a tab counts as so many, what has no width as none."""

    def spaces(match: re.Match[str]) -> str:
        return "".join(
            " " * tab if character == "\t" else " " if character == " " or _is_space(character) else ""
            for character in match["before"]
        )

    def parted(match: re.Match[str]) -> str:
        return f"{match.group()[: match.start('before') - match.start()]} "

    return _BEHIND.sub(parted, _BEFORE.sub(spaces, text))


def within_id(word: str) -> str | None:
    """The invisible character in what otherwise is an id, a date, a number or a single word; None in any other text."""
    found = _ANY.search(word)
    return found.group() if found and _AN_ID.fullmatch(without(word)) else None


def without(word: str) -> str:
    """A word without its invisible characters; spaces between two words stay."""
    return re.sub(f"[{_WIDTHLESS}]", "", word).strip(_ALL_SPACES)


def _is_space(character: str) -> bool:
    return _SPACE.match(character) is not None
