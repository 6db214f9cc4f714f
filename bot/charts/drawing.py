"""Draws ranges of figures, and counts by day, in a process of its own, so that the bot never loads matplotlib.

Reads a JSON list of drawings from standard input and writes a JSON object of PNG images in Base64 by their ids to
standard output. A drawing that fails is left out and named on standard error; nothing here is imported by the bot.
"""

import json
import sys
import textwrap
import warnings
from base64 import b64encode
from io import BytesIO
from typing import Literal, TypedDict

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.ticker import MaxNLocator, StrMethodFormatter

# pyright: reportUnknownMemberType=false
# matplotlib's own stubs leave the keyword arguments of its drawing methods untyped.

GROUND, INK, FAINT, RANGE = "#2b2d31", "#f2f3f5", "#8e9297", "#f0b232"
"""An opaque dark ground reads on Discord's dark and light themes alike; the ink on it has a contrast of 12 to 1."""

INCHES, DOTS = 4.4, 220
"""A picture 968 dots wide, which a phone shows at about a third: letters of 11 points are some 12 pixels tall there."""

COLUMNS = 1.9
"""Inches that columns are high."""

LINE, BAR, EDGE = 0.2, 0.34, 0.75
"""Inches that a line of words takes, a bar below it, and the title with the axis."""

TITLE_WIDTH, WORDS_WIDTH = 38, 44
"""Characters in a line."""


class DrawnStatement(TypedDict):
    """One statement: whose, of when, its value in words, and its bounds; None where nobody gave one."""

    label: str
    value: str
    low: int | None
    high: int | None


class Panel(TypedDict):
    """Statements that count the same thing, oldest first."""

    counts: str
    rows: list[DrawnStatement]


class Drawing(TypedDict):
    """All panels of one figure."""

    id: str
    panels: list[Panel]


class Bar(TypedDict):
    """A count, and what stands below it, if anything."""

    label: str
    count: int


class Columns(TypedDict):
    """Counts beside one another."""

    id: str
    bars: list[Bar]


def draw(drawing: Drawing | Columns) -> bytes:
    """A PNG image."""
    return _image(_columns(drawing["bars"]) if "bars" in drawing else _panels(drawing))


def _columns(bars: list[Bar]) -> Figure:
    """The counts as columns; the axis has whole numbers alone."""
    figure = Figure(
        figsize=(INCHES, COLUMNS), dpi=DOTS, facecolor=GROUND, layout=ConstrainedLayoutEngine(h_pad=0.12, w_pad=0.15)
    )
    axes = figure.subplots()
    _bare(axes, "y")
    places = list(range(len(bars)))
    axes.bar(places, [bar["count"] for bar in bars], color=RANGE, width=0.8)
    axes.set_xticks([place for place in places if bars[place]["label"]], [bar["label"] for bar in bars if bar["label"]])
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    return figure


def _panels(drawing: Drawing) -> Figure:
    """The panels below one another."""
    heights = [EDGE + sum(map(_height, panel["rows"])) for panel in drawing["panels"]]
    around = ConstrainedLayoutEngine(h_pad=0.12, w_pad=0.15)
    figure = Figure(figsize=(INCHES, sum(heights)), dpi=DOTS, facecolor=GROUND, layout=around)
    axes = figure.subplots(len(heights), 1, squeeze=False, height_ratios=heights)
    for panel, (place,) in zip(drawing["panels"], axes, strict=True):
        _panel(place, panel)
    return figure


def _image(figure: Figure) -> bytes:
    image = BytesIO()
    figure.savefig(image, format="png", facecolor=GROUND)
    return image.getvalue()


def _panel(axes: Axes, panel: Panel) -> None:
    rows = panel["rows"]
    bounds = [bound for row in rows for bound in (row["low"], row["high"]) if bound is not None]
    end = max(*bounds, 1) * 1.25
    axes.set_title(
        "\n".join(textwrap.wrap(panel["counts"], TITLE_WIDTH)), color=INK, fontsize=12, loc="left", weight="bold"
    )
    _bare(axes, "x")
    axes.set_xlim(0, end)
    axes.set_ylim(sum(map(_height, rows)), 0)
    axes.set_yticks([])
    axes.xaxis.set_major_locator(MaxNLocator(4, integer=True))
    axes.xaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    place = 0.0
    for row in rows:
        place += _height(row)
        _row(axes, place - BAR / 2, row, end)


def _bare(axes: Axes, along: Literal["x", "y"]) -> None:
    """A dark ground, faint lines along the axis that counts, and no frame but the line below."""
    axes.set_facecolor(GROUND)
    axes.set_axisbelow(True)
    axes.tick_params(colors=FAINT, labelsize=10)
    axes.grid(axis=along, color=FAINT, alpha=0.3)
    for name, spine in axes.spines.items():
        spine.set_visible(name == "bottom")
        spine.set_color(FAINT)


def _words(row: DrawnStatement) -> list[str]:
    return textwrap.wrap(f"{row['value']} · {row['label']}", WORDS_WIDTH)


def _height(row: DrawnStatement) -> float:
    """Inches; the axis counts in them too, downwards."""
    return LINE * len(_words(row)) + BAR


def _row(axes: Axes, place: float, row: DrawnStatement, end: float) -> None:
    """A dot for one number, a bar for a range, a bar with an arrow where it is open; the words stand above it."""
    low, high = row["low"], row["high"]
    clear = {"facecolor": GROUND, "edgecolor": "none", "pad": 1}
    axes.text(0, place - BAR / 3, "\n".join(_words(row)), color=INK, fontsize=11, va="bottom", bbox=clear)
    if low is not None and low == high:
        axes.plot([low], [place], "o", color=RANGE, markersize=9)
        return
    start, stop = low if low is not None else 0, high if high is not None else end
    axes.plot([start, stop], [place, place], "-", color=RANGE, linewidth=5, solid_capstyle="butt")
    if low is not None:
        axes.plot([low], [place], "|", color=RANGE, markersize=14, markeredgewidth=3)
    else:
        axes.plot([0], [place], "<", color=GROUND, markeredgecolor=RANGE, markersize=10, clip_on=False)
    if high is not None:
        axes.plot([high], [place], "|", color=RANGE, markersize=14, markeredgewidth=3)
    else:
        axes.plot([end], [place], ">", color=GROUND, markeredgecolor=RANGE, markersize=10, clip_on=False)


def main() -> None:
    """Draw what standard input asks for. A letter that the font lacks fails its drawing: a box would say nothing."""
    mpl.use("Agg")
    warnings.simplefilter("error")
    drawings: list[Drawing | Columns] = json.load(sys.stdin)
    images: dict[str, str] = {}
    for drawing in drawings:
        try:
            images[drawing["id"]] = b64encode(draw(drawing)).decode()
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one drawing, the others are wanted
            print(f"{drawing['id']}: {error}", file=sys.stderr)  # noqa: T201 - the parent reads it
    json.dump(images, sys.stdout)


if __name__ == "__main__":
    main()
