"""The map: events at their places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt
from typing import Any

import numpy as np

from dragoman.pictures._canvas import CONFLICT, COOPERATION, INK, Figure, Heading, Line2D, LineCollection, PolyCollection, label, new_figure
from dragoman.pictures.basemap import Basemap

LOOKS = {
    "conflict": ("v", CONFLICT, CONFLICT, "conflict: mean score below 0"),
    "cooperation": ("^", COOPERATION, COOPERATION, "cooperation: mean score 0 or more"),
    "claims": ("o", "white", "#555555", "claims or denials only"),
}
"""Shape, fill, edge and name of each kind of place."""
NARROWEST = 4.0
"""Degrees of the smallest map: the basemap is simplified to a fiftieth of a degree."""
_SHAPES = (1.3, 2.2)
"""Width by height of the steepest and the flattest map."""
_WIDE = 7.0
"""Inches."""
_GRAIN = 1000
"""Points of the grid across a map: half a point on paper, about as wide as its lines."""
_NAMED = 25
"""Names at most; one that would stand on another is left out."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The events at one place. ``lon``, ``lat`` in degrees."""

    name: str
    lon: float
    lat: float
    events: int
    score: float | None
    """Mean over the events that reports assert; None where they assert none."""

    @property
    def kind(self) -> str:
        return "claims" if self.score is None else "conflict" if self.score < 0 else "cooperation"


def spots(rows: Iterable[Mapping[str, Any]]) -> list[Spot]:
    """Events by place, the places with most events first; events without coordinates are left out.

    Args:
        rows: With ``place``, ``lat``, ``lon``, ``score``, ``standing``.
    """
    at: defaultdict[tuple[float, float, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["lat"] is not None and row["lon"] is not None:
            at[row["lon"], row["lat"], row["place"] or ""].append(row)
    found = []
    for (lon, lat, name), told in at.items():
        scores = [r["score"] for r in told if r["standing"] == "reporter" and r["score"] is not None]
        found.append(Spot(name, lon, lat, len(told), sum(scores) / len(scores) if scores else None))
    return sorted(found, key=lambda s: (-s.events, s.name, s.lon, s.lat))


def frame(lons: Sequence[float], lats: Sequence[float]) -> tuple[float, float, float, float]:
    """The part of the world to show: west, east, south, north in degrees; ``east`` is above 180 where the places lie across the date line.

    Not smaller than :data:`NARROWEST`, not flatter or steeper than a page has room for, and no empty ice: to 60 degrees south and 84 north, unless a
    place lies beyond.
    """
    west, east = _narrowest(lons)
    south, north = min(lats), max(lats)
    squeeze = max(0.2, cos(radians((south + north) / 2)))
    height = max((north - south) * 1.25, NARROWEST)
    width = max((east - west) * 1.25 * squeeze, NARROWEST)
    width, height = max(width, height * _SHAPES[0]), max(height, width / _SHAPES[1])
    half_x, half_y, middle_x, middle_y = min(width / squeeze, 360.0) / 2, height / 2, (west + east) / 2, (south + north) / 2
    lowest, highest = min(-60.0, south - 2), max(84.0, north + 2)
    return middle_x - half_x, middle_x + half_x, max(middle_y - half_y, lowest, -90.0), min(middle_y + half_y, highest, 90.0)


def _narrowest(lons: Sequence[float]) -> tuple[float, float]:
    """The shortest stretch of the equator over all longitudes: what is left when the widest gap between neighbours is cut out."""
    points = sorted(set(lons))
    gaps = [b - a for a, b in zip(points, [*points[1:], points[0] + 360])]
    widest = gaps.index(max(gaps))
    first, last = points[(widest + 1) % len(points)], points[widest]
    return first, last if last >= first else last + 360


def draw(found: Sequence[Spot], top: int, basemap: Basemap, heading: Heading) -> Figure:
    """A mark per place on land and borders; its area grows with the number of events.

    Args:
        found: From :func:`spots`. top: Places at most.
    """
    found = found[:top]
    west, east, south, north = frame([s.lon for s in found], [s.lat for s in found])
    shape = 1 / cos(radians((south + north) / 2))
    figure = new_figure(_WIDE + 0.4, _WIDE * (north - south) * shape / (east - west) + 0.5, heading)
    axes = figure.add_subplot()
    _ground(axes, basemap, west, east, south, north)
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    axes.set_aspect(shape)
    axes.set_facecolor("#EAF1F5")
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines[:].set_visible(False)
    most = found[0].events
    placed = [(s, s.lon + 360 * _turns(s.lon, west)) for s in found]
    for spot, x in placed:  # the largest first, so that they hide none of the small
        marker, fill, edge, _ = LOOKS[spot.kind]
        axes.plot(x, spot.lat, marker, markersize=_size(spot.events, most), color=fill, markeredgecolor="white" if fill != "white" else edge,
                  markeredgewidth=0.7, alpha=0.9, zorder=3)  # fmt: skip
    _names(figure, axes, placed, most)
    kinds = {s.kind for s in found}
    handles = [Line2D([], [], marker=m, linestyle="none", color=f, markeredgecolor=e, markersize=7, label=n) for k, (m, f, e, n) in LOOKS.items() if k in kinds]
    handles += [
        Line2D([], [], marker="o", linestyle="none", color="#AAAAAA", markersize=_size(n, most), label=f"{n:,} event{'s' * (n != 1)}")
        for n in sorted({1, most})
    ]  # fmt: skip
    axes.legend(handles=handles, loc="upper left", bbox_to_anchor=(0, -0.01), ncols=5, borderaxespad=0.2, handletextpad=0.2, columnspacing=1.0)
    return figure


def _turns(lon: float, west: float) -> int:
    """Whole turns to add so that a longitude is at or east of ``west``."""
    return int(np.ceil((west - lon) / 360))


def _size(events: int, most: int) -> float:
    """Points across; the area grows with the events, and is not at its largest where the most is few."""
    return 6.0 + 9.0 * sqrt((events - 1) / max(most - 1, 12))


def _ground(axes: Any, basemap: Basemap, west: float, east: float, south: float, north: float) -> None:
    """Land, coasts and borders, as far as they reach into the frame; what lies elsewhere would only swell the file."""

    def within(lines: Sequence[np.ndarray]) -> list[np.ndarray]:
        turned = (line + np.array([turn, 0.0]) for turn in (-360.0, 0.0, 360.0) for line in lines)
        return [_thinned(x, (east - west) / _GRAIN) for x in turned if (x.min(axis=0) < (east, north)).all() and (x.max(axis=0) > (west, south)).all()]

    land = PolyCollection(within(basemap.land), facecolor="#F6F3EC", edgecolor="none", zorder=0)
    coasts = LineCollection(within(basemap.coasts), color="#8FA3AD", linewidth=0.5, zorder=1)
    borders = LineCollection(within(basemap.borders), color="#B5AFA3", linewidth=0.6, linestyle=(0, (4, 1.5)), zorder=1)
    for drawn in (land, coasts, borders):
        axes.add_collection(drawn, autolim=False)


def _thinned(line: np.ndarray, grain: float) -> np.ndarray:
    """A line without the points that fall together on a grid; neighbours' common points do so alike, and still meet."""
    snapped = np.round(line / grain) * grain
    moved = np.ones(len(line), bool)
    moved[1:] = (np.diff(snapped, axis=0) != 0).any(axis=1)
    return np.asarray(snapped[moved])


def _names(figure: Figure, axes: Any, placed: Sequence[tuple[Spot, float]], most: int) -> None:
    """Names beside the marks, of the largest places first, each on the first side where it meets nothing; without room, none."""
    figure.draw_without_rendering()
    renderer = figure.canvas.get_renderer()  # type: ignore[attr-defined]
    inch = figure.dpi
    frame_box = axes.get_window_extent(renderer)
    taken = []
    for spot, x in placed:
        px, py = axes.transData.transform((x, spot.lat))
        r = _size(spot.events, most) / 72 * inch / 2
        taken.append((px - r, py - r, px + r, py + r))
    for number, (spot, x) in enumerate(placed[:_NAMED]):
        away = _size(spot.events, most) / 2 + 1.5
        for dx, dy, ha, va in ((away, 0, "left", "center"), (-away, 0, "right", "center"), (0, away, "center", "bottom"), (0, -away, "center", "top")):
            text = axes.annotate(
                label(spot.name, 24), (x, spot.lat), xytext=(dx, dy), textcoords="offset points", ha=ha, va=va, size=7, color=INK, zorder=5, parse_math=False
            )
            text.set_in_layout(False)
            box = text.get_window_extent(renderer)
            inside = frame_box.x0 <= box.x0 and box.x1 <= frame_box.x1 and frame_box.y0 <= box.y0 and box.y1 <= frame_box.y1
            if inside and not any(_meet(box.extents, other) for n, other in enumerate(taken) if n != number):
                taken.append(tuple(box.extents))
                break
            text.remove()


def _meet(a: Sequence[float], b: Sequence[float]) -> bool:
    return bool(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])
