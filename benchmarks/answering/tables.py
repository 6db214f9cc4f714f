"""What was measured, as tables."""

from collections.abc import Iterator

from benchmarks.answering.asked import BUTTONS, COMMANDS, KINDS
from benchmarks.answering.measuring import Measured
from benchmarks.table import table

_ROWS = {
    **{kind: (kind,) for kind in KINDS},
    "**/brief, all**": COMMANDS,
    "**buttons, all**": BUTTONS,
}
HEAD = (
    "", "bare, ms", "ours, ms", "ours to bare", "bare on uvloop, ms", "99 % bare (blocks), ms", "99 % ours, ms",
    "processor bare, ms", "processor ours, ms",
)  # fmt: skip


def answers(bare: Measured, ours: Measured, quick: Measured, before: Measured | None = None) -> str:
    """Medians and ratios, a row for each kind of question; last the answers in a second."""
    head = HEAD if before is None else (*HEAD, "before, ms", "before to bare")
    return table(head, _rows(bare, ours, quick, before))


def _rows(bare: Measured, ours: Measured, quick: Measured, before: Measured | None) -> Iterator[list[str]]:
    for name, kinds in _ROWS.items():
        usual, latest = bare.median(*kinds), bare.latest(*kinds)
        yield [
            name,
            f"{usual:.2f}",
            f"{ours.median(*kinds):.2f}",
            f"{ours.median(*kinds) / usual:.2f}",
            f"{quick.median(*kinds):.2f}",
            f"{latest[0]:.2f}-{latest[-1]:.2f}",
            f"{ours.latest(*kinds)[len(latest) // 2]:.2f}",
            f"{bare.processor(*kinds):.2f}",
            f"{ours.processor(*kinds):.2f}",
            *([] if before is None else [f"{before.median(*kinds):.2f}", f"{before.median(*kinds) / usual:.2f}"]),
        ]
    yield [
        "answers a second, 64 at once",
        f"{bare.rate:,.0f}",
        f"{ours.rate:,.0f}",
        f"{ours.rate / bare.rate:.2f}",
        f"{quick.rate:,.0f}",
        *[""] * 4,
        *([] if before is None else [f"{before.rate:,.0f}", f"{before.rate / bare.rate:.2f}"]),
    ]
