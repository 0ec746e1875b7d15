"""The basemap: coasts and borders of Natural Earth 1:50m, simplified; made by ``scripts/make_basemap.py``.

Borders are drawn as they are held on the ground by Natural Earth's judgement, not as anybody claims them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dragoman.errors import ResourceError

FILE = Path(__file__).parent / "data" / "basemap.npz"
_UNIT = 100
"""Steps of the file in a degree."""


@dataclass(frozen=True, slots=True)
class Basemap:
    """Lines of shape ``(points, 2)``: longitude and latitude in degrees; a line that crosses the date line goes on beyond 180 or −180."""

    land: list[np.ndarray]
    """A closed ring for each piece of a country's land."""
    borders: list[np.ndarray]
    coasts: list[np.ndarray]


def load_basemap() -> Basemap:
    """Read the basemap.

    Raises:
        ResourceError: Its file is missing or damaged.
    """
    try:
        with np.load(FILE) as data:  # arrays of numbers only: nothing in it is run
            ends = np.cumsum(data["lengths"].astype(int))
            arcs = [np.cumsum(steps, axis=0) / _UNIT for steps in np.split(data["steps"].astype(int), ends[:-1])]
            rings = np.split(data["rings"].astype(int), np.cumsum(data["ring_lengths"].astype(int))[:-1])
            border = data["border"]
    except (OSError, KeyError, ValueError) as error:
        raise ResourceError(f"{FILE.name}: the basemap can't be read: {error}") from error
    land = [np.concatenate([arcs[a] if a >= 0 else arcs[~a][::-1] for a in ring]) for ring in rings]
    for ring in land:
        ring[:, 0] = np.unwrap(ring[:, 0], period=360)
    return Basemap(land, [a for a, b in zip(arcs, border) if b], [a for a, b in zip(arcs, border) if not b])
