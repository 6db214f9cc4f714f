"""Writes the word lists of `bot/domain/language`, of the four languages' grammar alone and of no subject.

Run it as `make words`: it needs the packages of `tools/words/requirements.txt`, which are installed for it apart,
because nothing else needs them. Each list names its sources and their licences in its first lines; `OURS` and the like
in the modules beside this one are what we add or take away by hand.
"""

import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from bot.domain.text.folding import SEARCHED
from tools.words import chinese, english, japanese, korean, pinyin

FOLDER: Final = Path(__file__).parents[2] / "bot" / "domain" / "language"
_WIDTH: Final = 120
_WIDE: Final = 60
"""Characters of Chinese, Japanese and Korean are two columns wide."""


def main() -> None:
    """Write the lists."""
    for language in (english, korean, chinese, japanese, pinyin):
        name = language.__name__.rpartition(".")[2]
        (FOLDER / f"{name}.txt").write_text(written(language.HEAD, language.words()), encoding="utf-8")


def written(head: str, words: Mapping[str, Iterable[str]]) -> str:
    """A list as it has to be: comments, and lines that begin with what the words after it are."""
    comments = [f"# {line}".rstrip() for line in ("Written by `make words`, never by hand.", *head.splitlines())]
    return "\n".join((*comments, *(line for label in words for line in _lines(label, words[label])), ""))


def _lines(label: str, words: Iterable[str]) -> list[str]:
    # What a search reads as a number is no word; single characters stand together and are never folded.
    text = " ".join(word for word in words if label == "single" or SEARCHED(word) == word)
    width = _WIDTH if text.isascii() else _WIDE
    return [f"{label} {line}" for line in textwrap.wrap(text, width - len(label) - 1, break_on_hyphens=False)]


if __name__ == "__main__":
    main()
