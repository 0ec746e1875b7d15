"""How well place names are put on the map: ``python benchmarks/places.py --data FOLDER``.

FOLDER holds ``places_geovirus.jsonl`` and ``places_geowebnews.jsonl``: lines ``{"text", "spans", "gold": [[lat, lon], ...]}``. The
documents are split in two by the last bit of the SHA-1 of their text: errors are read in the ``even`` half only.

    acc@161km   the share of all given names that are put within 161 km (100 miles) of where they are; a name not found counts as wrong
    found       the share of names that the gazetteer has at all
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from pathlib import Path
from typing import Any

from dragoman.world.places import Gazetteer, distance_km, find_places_in_text

NAMES = ("places_geovirus.jsonl", "places_geowebnews.jsonl")


def half(text: str) -> str:
    """``even`` or ``odd``."""
    return "odd" if int(hashlib.sha1(text.encode()).hexdigest(), 16) % 2 else "even"


def score(documents: list[dict[str, Any]], gazetteer: Gazetteer, show: bool = False) -> tuple[int, float, float, float]:
    """Number of names, acc@161km, share found, and mean confidence, the last three in 0 to 1."""
    names = right = found = 0
    confidence = 0.0
    for d in documents:
        for place, (lat, lon) in zip(find_places_in_text(d["text"], [tuple(s) for s in d["spans"]], gazetteer), d["gold"], strict=True):
            names += 1
            confidence += place.confidence
            if place.lat is None or place.lon is None:
                if show:
                    print(f"NONE   {place.text!r} {lat:.1f} {lon:.1f}")
                continue
            found += 1
            km = distance_km(place.lat, place.lon, lat, lon)
            right += km <= 161
            if show and km > 161:
                print(f"WRONG  {place.text!r} {lat:.1f} {lon:.1f} not {place.name} {place.country} {place.feature} {place.lat:.1f} {place.lon:.1f}, {km:.0f} km")
    return names, right / max(names, 1), found / max(names, 1), confidence / max(names, 1)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with " + " and ".join(NAMES))
    parser.add_argument("--errors", action="store_true", help="list the errors of the even halves")
    options = parser.parse_args()
    missing = [n for n in NAMES if not (options.data / n).is_file()]
    if missing:
        print(f"no {', '.join(missing)} in {options.data}: this benchmark needs GeoVirus and GeoWebNews as JSON lines", file=sys.stderr)
        return 2
    start = time.perf_counter()
    gazetteer = Gazetteer.load()
    print(f"loaded in {1e3 * (time.perf_counter() - start):.0f} ms, {len(gazetteer):,} places")
    print(f"{'set':12}{'half':6}{'names':>7}{'acc@161km':>11}{'found':>8}{'confidence':>12}")
    for name in NAMES:
        documents = [json.loads(line) for line in (options.data / name).read_text(encoding="utf-8").splitlines()]
        for part in ("even", "odd"):
            chosen = [d for d in documents if half(d["text"]) == part]
            n, right, found, sure = score(chosen, gazetteer, options.errors and part == "even")
            print(f"{name[7:-6]:12}{part:6}{n:7}{right:11.3f}{found:8.3f}{sure:12.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
