"""Asks the shipped library what the public asks: `python -m benchmarks.offtopic FILE…`, a question a line.

`python -m benchmarks.public` makes such files. Nearly nothing of it is about the library, so nearly everything should
be refused. What has a word of `SUBJECT` may well be answered, or be a boundary: it is set aside and only counted.
Printed are a row for each file, and every question that was answered with confidence or not to be answered;
with `--asked` those asked back too.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.shipped import shipped_library
from benchmarks.table import table
from bot.domain.search import Answer, Finder

SUBJECT: Final = re.compile(
    r"""
    refugee | asylum | defect(?:or|ed\ to|\ to) | deport | repatriat | refoul | stateless | unhcr | human\ rights
    | torture | geneva\ convention | vienna\ convention | extradit | traffick | border\ guard | prison\ camp
    | north\ kore | \bdprk\b | \bnorks?\b | illegal(?:ly)?\ (?:im)?migrant | economic\ migrant | genocide
    | united\ nations | \bu\.?n\.?\b | un\ charter | treaty | treaties | crimes?\ against\ humanity
    | 난민 | 망명 | 탈북 | 북한 | 조선민주주의 | 송환 | 추방 | 인권 | 고문 | 무국적 | 제네바 | 유엔 | 국제\s?연합 | 조약
    | 難民 | 亡命 | 脱北 | 北朝鮮 | 朝鮮民主主義 | 送還 | 強制退去 | 人権 | 拷問 | 無国籍 | ジュネーヴ | ジュネーブ条約
    | 国連 | 国際連合 | 条約
    | 难民 | 庇护 | 脱北 | 朝鲜 | 遣返 | 驱逐 | 人权 | 酷刑 | 无国籍 | 日内瓦公约 | 联合国 | 条约
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Words of what the shipped library is about: a question that has one is no measure of refusing."""
HEAD: Final = (
    "questions", "set aside", "asked", "answered with confidence", "not to be answered", "asked back", "refused"
)  # fmt: skip


@dataclass
class Row:
    """What became of the questions of one file."""

    aside: int = 0
    outcomes: Counter[str] = field(default_factory=Counter[str])
    shown: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """The outcome, and the question with what it found, of each that was not refused."""

    def add(self, other: "Row") -> None:
        """Count another's too."""
        self.aside += other.aside
        self.outcomes += other.outcomes
        self.shown += other.shown

    def cells(self, name: str) -> list[str]:
        """The row of the table."""
        count = self.outcomes.total()
        answered = self.outcomes["match"]
        share = f"{answered} ({answered / count:.2%})" if count else "0"
        others = [f"{self.outcomes[outcome]:,}" for outcome in ("boundary", "ask", "none")]
        return [name, f"{self.aside:,}", f"{count:,}", share, *others]


def asked(finder: Finder, questions: Iterable[str]) -> Row:
    """Ask every question that is not about the subject."""
    row = Row()
    for question in questions:
        if SUBJECT.search(question):
            row.aside += 1
            continue
        answer = finder.search(question)
        row.outcomes[answer.outcome] += 1
        if answer.outcome != "none":
            row.shown.append((answer.outcome, f"{question} → {_found(answer)}"))
    return row


def _found(answer: Answer) -> str:
    best = answer.results[0]
    return f"{best.kind}:{best.id} {best.score:.2f} ({best.why}: {best.matched})"


def main() -> None:
    """Print the table, and what was not refused."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.offtopic", description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", help="questions, one a line")
    parser.add_argument("--asked", action="store_true", help="print those that were asked back too")
    chosen = parser.parse_args()
    finder = Finder(shipped_library())
    rows = {
        file.stem: asked(finder, filter(None, file.read_text(encoding="utf-8").splitlines())) for file in chosen.files
    }
    everything = Row()
    for row in rows.values():
        everything.add(row)
    print(table(HEAD, [row.cells(name) for name, row in (rows | {"all": everything}).items()]))
    for outcome in ("match", "boundary", *(("ask",) if chosen.asked else ())):
        print(f"\n{outcome}:", *(text for kind, text in everything.shown if kind == outcome), sep="\n  ")


if __name__ == "__main__":
    main()
