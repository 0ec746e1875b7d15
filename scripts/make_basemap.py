"""Make the pictures' basemap: ``npm pack world-atlas@2.0.2 && python scripts/make_basemap.py world-atlas-2.0.2.tgz``.

Reads ``countries-50m.json`` (TopoJSON made from Natural Earth 1:50m, public domain) from the archive: arcs, which countries share. Each arc is
simplified for itself with its ends kept, so that neighbours still meet; an arc of two countries is a border, an arc of one is a coast. Antarctica
is left out. Written as ``src/dragoman/pictures/data/basemap.npz``; ``dragoman.pictures.basemap`` reads it and says what is in it.
"""

from __future__ import annotations

import io
import json
import sys
import tarfile
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

OUT = Path(__file__).parent.parent / "src" / "dragoman" / "pictures" / "data" / "basemap.npz"
TOLERANCE = 0.02
"""Degrees, about 2 km: no corner shows on a map four degrees wide, the smallest that is drawn, and the file stays under 120 kB."""
SMALLEST = 0.01
"""Square degrees, about 120 km²: islands below it are left out, unless the country has no larger part."""
ANTARCTICA = "010"


def read(archive: str) -> Any:
    """The topology in the archive."""
    with tarfile.open(archive) as tar:
        member = tar.extractfile("package/countries-50m.json")
        assert member is not None
        return json.load(member)


def decode(topology: Any) -> list[np.ndarray]:
    """The arcs in degrees, each of shape ``(points, 2)``: longitude, latitude. One that crosses the date line goes on beyond 180 or −180."""
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + move for arc in topology["arcs"]]
    return [np.column_stack([np.unwrap(arc[:, 0], period=360), arc[:, 1]]) for arc in arcs]


def simplify(line: np.ndarray, tolerance: float) -> np.ndarray:
    """Douglas and Peucker's simplification (Cartographica 10(2), 1973): no point that is left out is further than the tolerance from the line."""
    keep = np.zeros(len(line), bool)
    keep[[0, -1]] = True
    closed = bool((line[0] == line[-1]).all())
    if closed and len(line) > 3:  # a ring has no direction of its own: its farthest point cuts it in two
        far = int(np.argmax(np.hypot(*(line - line[0]).T)))
        keep[far] = True
        waiting = [(0, far), (far, len(line) - 1)]
    else:
        waiting = [(0, len(line) - 1)]
    while waiting:
        a, b = waiting.pop()
        if b - a < 2:
            continue
        way = line[b] - line[a]
        length = float(np.hypot(*way)) or 1.0
        off = line[a + 1 : b] - line[a]
        distance = np.abs(way[0] * off[:, 1] - way[1] * off[:, 0]) / length
        worst = int(np.argmax(distance))
        if distance[worst] > tolerance:
            middle = a + 1 + worst
            keep[middle] = True
            waiting += [(a, middle), (middle, b)]
    return line[keep]


def area(ring: np.ndarray) -> float:
    """Square degrees."""
    x, y = ring.T
    return abs(float(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))) / 2


def main() -> None:
    topology = read(sys.argv[1])
    arcs = decode(topology)
    rings: list[list[int]] = []
    uses: Counter[int] = Counter()
    for country in topology["objects"]["countries"]["geometries"]:
        if country.get("id") == ANTARCTICA:
            continue
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        uses.update(a if a >= 0 else ~a for polygon in polygons for ring in polygon for a in ring)
        outer = [(area(np.concatenate([arcs[a] if a >= 0 else arcs[~a][::-1] for a in p[0]])), p) for p in polygons]
        largest = max(size for size, _ in outer)
        for size, polygon in outer:
            if size >= SMALLEST or size == largest:
                rings.append(polygon[0])  # holes are other countries' land
    number = {old: new for new, old in enumerate(sorted({a if a >= 0 else ~a for ring in rings for a in ring}))}
    kept = [np.round(simplify(arcs[old], TOLERANCE) * 100).astype(np.int16) for old in number]
    data = {
        "steps": np.concatenate([np.diff(line, axis=0, prepend=np.zeros((1, 2), np.int16)) for line in kept]).astype(np.int16),
        "lengths": np.array([len(line) for line in kept], np.uint16),
        "border": np.array([uses[old] > 1 for old in number]),
        "rings": np.array([number[a] if a >= 0 else ~number[~a] for ring in rings for a in ring], np.int16),
        "ring_lengths": np.array([len(ring) for ring in rings], np.uint16),
    }
    OUT.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(OUT, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:  # as np.savez_compressed, without the time of day
        for name, values in data.items():
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, values)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), buffer.getvalue(), zipfile.ZIP_DEFLATED)
    print(f"{OUT.name}: {len(kept)} arcs, {sum(map(len, kept))} points, {len(rings)} rings, {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
