"""Figures with a title above and notes below; the only file that imports matplotlib.

Nothing of the machine shows in a picture: the reader's matplotlib settings are put aside, the font comes with matplotlib, the ids in an SVG come from
a fixed salt, and no date is written. Text from reports is drawn as it stands: never as mathematics or TeX.
"""

from __future__ import annotations

import io
import textwrap
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Polygon, Rectangle
from matplotlib.ticker import MaxNLocator

__all__ = [
    "CONFLICT", "COOPERATION", "FAINT", "INK", "NEUTRAL", "Axes", "Figure", "Heading", "Line2D", "LineCollection", "MaxNLocator", "Patch", "PolyCollection",
    "Polygon", "Rectangle", "bar_of_scores", "colour_of", "frame_cells", "label", "new_figure", "plain", "render", "signed", "styled",
]  # fmt: skip

CONFLICT, COOPERATION = "#D55E00", "#0072B2"
"""Vermilion and blue of Okabe and Ito's palette (Color Universal Design, 2008), which colour-blind readers tell apart. No picture says anything by colour
alone: a sign, a shape or a line's pattern says it too."""
INK, NEUTRAL, FAINT = "#222222", "#767676", "#DDDDDD"
SCORES = Normalize(-10, 10)
"""All that PLOVER's scores can be, so that two pictures can be laid side by side."""
_DIVERGING = LinearSegmentedColormap.from_list("conflict-cooperation", [CONFLICT, "#F2B58C", "#F7F7F7", "#8CBEDD", COOPERATION])
_STYLE: dict[Any, Any] = {
    "font.family": ["DejaVu Sans"], "font.size": 8.0, "text.color": INK, "text.parse_math": False, "text.usetex": False, "svg.fonttype": "path",
    "svg.hashsalt": "dragoman", "axes.edgecolor": NEUTRAL, "axes.labelcolor": INK, "axes.spines.top": False, "axes.spines.right": False, "xtick.color": INK,
    "ytick.color": INK, "xtick.labelsize": 8.0, "ytick.labelsize": 8.0, "legend.frameon": False, "legend.fontsize": 7.5, "hatch.linewidth": 0.6,
    "hatch.color": NEUTRAL, "axes.unicode_minus": True, "figure.facecolor": "white", "savefig.facecolor": "white",
}  # fmt: skip
_TITLE, _NOTE, _LINE = 0.34, 6.5, 0.125
"""Inches above the axes, points of a note, inches of its line."""
_MARGIN = 0.12
_DPI = 200
_PER_INCH = 72 / (_NOTE * 0.56)
"""Characters of a note on an inch: DejaVu's letters are .56 of their size wide on the average of English text."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands around a picture: a title, and notes that say what was counted."""

    title: str
    notes: Sequence[str]


@contextmanager
def styled() -> Iterator[None]:
    """The house's style, whatever the user's own matplotlib settings say; glyphs that the font lacks are drawn as boxes, without a warning for each."""
    with mpl.rc_context(), warnings.catch_warnings():
        mpl.rcdefaults()
        mpl.rcParams.update(_STYLE)
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        yield


def plain(text: str) -> str:
    """Text on one line, without control and direction characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def label(text: str, width: int, lines: int = 1) -> str:
    """Text for a label: cut with an ellipsis after ``lines`` lines of ``width`` characters."""
    text = plain(text)
    if lines == 1:
        return text if len(text) <= width else text[: width - 1].rstrip() + "…"
    broken = textwrap.wrap(text, width) or [""]
    if len(broken) <= lines:
        return "\n".join(broken)
    last = broken[lines - 1]
    return "\n".join([*broken[: lines - 1], (last if len(last) < width else last[: width - 1]).rstrip() + "…"])


def signed(score: float | None) -> str:
    """A score with its sign, a decimal, and a proper minus."""
    if score is None:
        return ""
    return f"{score:+.1f}".replace("-", "−") if abs(score) >= 0.05 else "0.0"


def colour_of(score: float) -> tuple[float, float, float, float]:
    """The colour of a score from −10 (conflict) to 10 (cooperation); red, green, blue and opacity from 0 to 1."""
    r, g, b, a = _DIVERGING(float(SCORES(score)))
    return float(r), float(g), float(b), float(a)


def bar_of_scores(figure: Figure, axes: Axes) -> None:
    """The key to :func:`colour_of`, beside the axes."""
    bar = figure.colorbar(mpl.cm.ScalarMappable(SCORES, _DIVERGING), ax=axes, shrink=min(1.0, 2.2 / figure.get_figheight()), aspect=16, pad=0.02)
    bar.set_label("mean score of asserted events", fontsize=7)
    bar.set_ticks([-10, -5, 0, 5, 10], labels=["−10 conflict", "−5", "0", "+5", "+10 cooperation"])
    bar.ax.tick_params(labelsize=6.5, length=2)
    bar.outline.set_visible(False)


def frame_cells(axes: Axes, columns: Sequence[str], rows: Sequence[str], aspect: float, lines: str) -> None:
    """Make the axes a table of cells, one unit square each, the first row on top, with its labels above and at the left.

    Args:
        columns: Their labels, as drawn. rows: Likewise.
        aspect: A cell's height by its width.
        lines: The colour of the lines between cells.
    """
    axes.set_xlim(-0.5, len(columns) - 0.5)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_aspect(aspect)
    axes.set_xticks(range(len(columns)), columns, rotation=40, ha="left", rotation_mode="anchor")
    axes.set_yticks(range(len(rows)), rows)
    axes.xaxis.tick_top()
    axes.set_xticks([x + 0.5 for x in range(-1, len(columns))], minor=True)
    axes.set_yticks([y + 0.5 for y in range(-1, len(rows))], minor=True)
    axes.grid(which="minor", color=lines, linewidth=0.8)
    axes.tick_params(which="both", length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)


def new_figure(width: float, height: float, heading: Heading) -> Figure:
    """An empty figure.

    Args:
        width: Inches.
        height: Inches for the axes with their labels; title and notes come on top of it.
    """
    notes = _broken(heading.notes, width)
    below = len(notes) * _LINE + 2 * _MARGIN
    whole = _TITLE + height + below
    room = (_MARGIN / width, below / whole, 1 - 2 * _MARGIN / width, height / whole)
    figure = Figure(figsize=(width, whole), layout=ConstrainedLayoutEngine(rect=room, w_pad=0.04, h_pad=0.04))
    FigureCanvasAgg(figure)  # so that texts can be measured
    title = label(heading.title, int(width * 9))
    figure.text(_MARGIN / width, 1 - _MARGIN / whole, title, size=11, weight="bold", va="top")
    figure.text(_MARGIN / width, _MARGIN / whole, "\n".join(notes), size=_NOTE, color="#555555", va="bottom", linespacing=1.3)
    return figure


def _broken(notes: Sequence[str], width: float) -> list[str]:
    return [line for note in notes for line in textwrap.wrap(plain(note), int((width - 2 * _MARGIN) * _PER_INCH))]


def render(make: Callable[[], Figure], format: str, heading: Heading) -> bytes:
    """Draw a figure as the bytes of an SVG or a PNG file (200 dots an inch); the same each time."""
    about = {"Title": plain(heading.title), "Description": " ".join(plain(n) for n in heading.notes)}
    metadata = {**about, "Creator": "Dragoman", "Date": None} if format == "svg" else {**about, "Software": "Dragoman"}
    buffer = io.BytesIO()
    with styled():
        make().savefig(buffer, format=format, dpi=_DPI, metadata=metadata)
    return buffer.getvalue()
