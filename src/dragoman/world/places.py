"""Places named in a text, and where on Earth each of them is.

    'Kano, Nigeria'   'the Kharkiv region'   'Georgia'              names, folded to lower case without accents
          │                    │                 │
          ▼                    ▼                 ▼
    rows of the gazetteer that bear the name (hash → rows)          candidates
          │   people · kind of place · 'X, Country' · countries and units named in the document · nearness to the others
          ▼
    the best row, its rivals' share is what confidence lacks

The gazetteer is ``data/places.npz``: cities from 1,000 people, first-level units and countries of GeoNames (CC BY 4.0,
www.geonames.org), with regions and seas of our own. ``training/world/build_places.py`` makes it.
"""

from __future__ import annotations

import dataclasses
import functools
import math
import re
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec
import numpy as np
import numpy.typing as npt

from dragoman import records
from dragoman.errors import ResourceError

if TYPE_CHECKING:
    from dragoman.language.analysis import Analysis

Span = tuple[int, int]

FEATURES: Final = (
    "PPL", "PPLC", "PPLX", "ADM1", "ADM2", "PCLI", "CONT", "RGN", "SEA", "STRT", "GULF", "ISLS", "PEN", "MTS", "DSRT", "RVN", "CNL", "BLDG",
)  # fmt: skip
"""Feature codes, as in GeoNames; the file keeps their index."""
KIND_NAME, KIND_ALTERNATE, KIND_ADJECTIVE, KIND_CODE = range(4)
"""How a name leads to a place: its own, another one, an adjective (``French``), a code that only counts as written (``US``, ``Ga.``)."""

_CITY = frozenset({"PPL", "PPLC"})
_WIDE = frozenset({"CONT", "RGN", "SEA", "STRT", "GULF", "ISLS", "PEN", "MTS", "DSRT", "RVN", "CNL", "BLDG", "PPLX"})
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h", "ə": "a"})
_UNIT_WORDS = {
    "province": "ADM1", "state": "ADM1", "region": "ADM1", "oblast": "ADM1", "governorate": "ADM1", "prefecture": "ADM1", "department": "ADM1",
    "voivodeship": "ADM1", "republic": "ADM1", "krai": "ADM1", "emirate": "ADM1", "canton": "ADM1", "territory": "ADM1",
    "county": "ADM2", "district": "ADM2", "parish": "ADM2", "raion": "ADM2", "municipality": "ADM2", "subdistrict": "ADM2",
    "city": "PPL", "town": "PPL", "village": "PPL", "area": "PPL", "suburb": "PPL",
}  # fmt: skip
_TYPE_AFTER = re.compile(r"\s+(" + "|".join(_UNIT_WORDS) + r")$", re.IGNORECASE)
_TYPE_BEFORE = re.compile(r"^(" + "|".join(_UNIT_WORDS) + r")\s+of\s+", re.IGNORECASE)
_PART_OF = re.compile(r"^(?:north|south|east|west|central|upper|lower|greater|downtown|mid|northern|southern|eastern|western|north-?(?:east|west)"
                      r"(?:ern)?|south-?(?:east|west)(?:ern)?|metropolitan|inner|outer|mount|port of|lake|university of|bay of|gulf of)\s+", re.IGNORECASE)  # fmt: skip


_FACILITIES = frozenset(
    "street road avenue boulevard lane drive highway church cathedral mosque temple synagogue hospital clinic school college university academy"
    " hall centre center tower hotel airport station stadium arena theatre theater museum library court courthouse house palace castle park square"
    " plaza mall market bridge building prison jail barracks club restaurant zoo cemetery quarter metro gateway plantation".split()
)
"""Last words of names of things that stand in a town: what the gazetteer lacks of them is where the town is."""
_GENERIC = _FACILITIES | frozenset(
    "north south east west central northern southern eastern western northwest northeast southwest southeast federal district republic summit grand"
    " delta bank valley river lake mount mountain upper lower greater new old saint st national international royal state county city town village"
    " democratic people islamic support trust area local government council ministry department foreign conservation the of and high middle first"
    " second third union commission parliament assembly congress".split()
)
"""Words that name no place when a longer name is taken apart."""


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True):
    """A place name in a text and what it was resolved to; all null but ``span`` and ``text`` where nothing bears the name."""

    span: Span
    text: str
    name: str | None = None
    geonames: int | None = None
    lat: float | None = None
    """Degrees north."""
    lon: float | None = None
    """Degrees east."""
    country: str | None = None
    """ISO 3166-1 alpha-3, or the project's own code (``KOS``)."""
    admin1: str | None = None
    feature: str | None = None
    """One of :data:`FEATURES`."""
    confidence: float = 0.0
    """Probability in [0, 1] that this is the place meant."""


def fold(name: str) -> str:
    """A name as it is looked up: no accents, no case, no hyphens, dots and apostrophes.

    >>> fold("N’Djaména"), fold("Port-au-Prince")
    ('ndjamena', 'port au prince')
    """
    plain = unicodedata.normalize("NFKD", name.casefold()).translate(_LETTERS)
    kept = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘`ʼʻ.")
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


def key_of(name: str, exact: bool = False) -> int:
    """The 32-bit key under which a name is kept (CRC-32); ``exact`` keeps its case and dots."""
    return zlib.crc32(("=" + name if exact else fold(name)).encode())


def without_type(name: str) -> tuple[str, str | None]:
    """A name without its word for the kind of unit, and that kind: ``('Kandahar', 'ADM1')`` for 'Kandahar province'."""
    if m := _TYPE_AFTER.search(name):
        return name[: m.start()], _UNIT_WORDS[m[1].lower()]
    if m := _TYPE_BEFORE.search(name):
        return name[m.end() :], _UNIT_WORDS[m[1].lower()]
    return name, None


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """One place of the gazetteer."""

    index: int
    name: str
    lat: float
    lon: float
    people: float
    """Population, to about 8 %; 0 where unknown."""
    fame: int
    """In how many ways GeoNames writes the name, 0 to 255: Venice in Italy is known in more tongues than Venice in Florida."""
    country: str
    admin1: int
    """The row of its first-level unit, -1 for none."""
    feature: str
    geonames: int


class Gazetteer:
    """Places by name, as columns of numpy arrays; made by :meth:`load`."""

    def __init__(self, columns: dict[str, npt.NDArray[Any]]) -> None:
        self._columns = columns
        self._key = np.cumsum(columns["key_step"], dtype=np.uint32)
        self._name_end = np.cumsum(columns["name_length"], dtype=np.int64)
        self._names: bytes = columns["name"].tobytes()
        self._countries = [str(c) for c in columns["countries"]]

    @classmethod
    @functools.cache
    def load(cls, path: Path | None = None) -> Gazetteer:
        """Read the gazetteer that ships with the package, or another of the same form; once for each path.

        Raises:
            ResourceError: The file is missing or damaged.
        """
        path = path or Path(__file__).parent / "data" / "places.npz"
        try:
            with np.load(path, allow_pickle=False) as stored:
                return cls({name: stored[name] for name in stored.files})
        except (OSError, KeyError, ValueError, zlib.error) as error:
            raise ResourceError(f"{path}: not a gazetteer: {error}") from error

    def __len__(self) -> int:
        return len(self._columns["lat"])

    def lookup(self, name: str) -> list[tuple[Row, int]]:
        """The places that bear a name, in no order, each with how the name leads to it (``KIND_NAME`` …)."""
        found = {row: kind for exact in (False, True) for row, kind in self._rows(key_of(name, exact))}
        return [(self.row(k), kind) for k, kind in found.items()]

    def has(self, name: str) -> bool:
        """Whether any place bears a name."""
        return bool(self._rows(key_of(name))) or bool(self._rows(key_of(name, exact=True)))

    def _rows(self, key: int) -> list[tuple[int, int]]:
        a, b = (int(np.searchsorted(self._key, np.uint32(key), side=side)) for side in ("left", "right"))
        c = self._columns
        return [(int(c["key_row"][k]), int(c["key_kind"][k])) for k in range(a, b)]

    def row(self, k: int) -> Row:
        """The place at an index."""
        c = self._columns
        end = int(self._name_end[k])
        name = self._names[end - int(c["name_length"][k]) : end].decode()
        people = math.exp(int(c["people"][k]) / 12) - 1
        return Row(
            k, name, int(c["lat"][k]) / 364, int(c["lon"][k]) / 182, people, int(c["fame"][k]), self._countries[int(c["country"][k])], int(c["admin1"][k]) - 1,
            FEATURES[int(c["feature"][k])], int(c["geonames"][k]),
        )  # fmt: skip


# --- resolution of given spans


@dataclasses.dataclass(slots=True)
class _Named:
    """A span with its candidates and their scores while a document is resolved."""

    span: Span
    text: str
    rows: list[Row]
    base: npt.NDArray[np.float64]
    inside: list[tuple[str, int]]
    """Countries and units (-1 for any) that the words right after the name give: 'Kano, Nigeria'."""
    wanted: str | None
    whole: bool
    """Whether the whole span bears the name, or only a part of it."""
    share: npt.NDArray[np.float64] = dataclasses.field(default_factory=lambda: np.zeros(0))


_PEOPLE_WEIGHT = 0.6
_FAME_WEIGHT = 0.4
_COUNTRY_WEIGHT = 4.0
_UNIT_WEIGHT = 0.8
_NEAR_WEIGHT = 1.5
_CONTAINER_WEIGHT = 4.0
_ROUNDS = 3
_MOST_CANDIDATES = 60


def find_places_in_text(
    text: str, spans: Sequence[Span] | None, gazetteer: Gazetteer, countries: Sequence[str] = ()
) -> tuple[PlaceMention, ...]:
    """Resolve the place names of a text.

    Args:
        text: The document.
        spans: The place names in it, half-open in code points; None finds them among its capitalized words.
        gazetteer: Where to look.
        countries: Alpha-3 codes that the document is known to be about; they weigh like countries that it names.

    Returns:
        One mention a span, in the order given; without spans only those that were resolved, in text order.
    """
    given = spans is not None
    listed = list(spans) if spans is not None else _capitalized_names(text, gazetteer)
    named = [_candidates(text, (a, b), gazetteer) for a, b in listed]
    _resolve(named, gazetteer, countries)
    out = [_mention(n, gazetteer) for n in named]
    if given:
        out = [_beside(m, k, out) for k, m in enumerate(out)]
    return tuple(m for m in out if given or m.name is not None)


def _candidates(text: str, span: Span, gazetteer: Gazetteer) -> _Named:
    words = text[max(span[0], 0) : max(span[1], 0)]
    found, wanted, whole = _look_up(words, gazetteer)
    after = text[span[1] : span[1] + 60]
    if wanted is None and (m := re.match(r"\s+(" + "|".join(_UNIT_WORDS) + r")\b", after, re.IGNORECASE)):
        wanted = _UNIT_WORDS[m[1].lower()]
    if wanted is None and (m := re.search(r"\b(" + "|".join(_UNIT_WORDS) + r")\s+of\s+$", text[max(0, span[0] - 30) : span[0]], re.IGNORECASE)):
        wanted = _UNIT_WORDS[m[1].lower()]
    found.sort(key=lambda pair: (pair[0].feature not in ("PCLI", "ADM1") and pair[0].feature not in _WIDE, -pair[0].people))
    found = found[:_MOST_CANDIDATES]
    rows = [row for row, _ in found]
    base = np.array([_base_score(row, kind, wanted) for row, kind in found])
    return _Named(span, words, rows, base, _containers(after, gazetteer), wanted, whole)


def _look_up(words: str, gazetteer: Gazetteer) -> tuple[list[tuple[Row, int]], str | None, bool]:
    """Candidates for a name: as it stands, without its type word, without 'northern', then any part of it."""
    name = re.sub(r"['’]s?$", "", " ".join(words.split())).strip(" ,;:()\"“”")
    name = re.sub(r"^(?:the|The)\s+(?=\w)", "", name) if not gazetteer.has(name) else name
    bare, wanted = without_type(name)
    if found := gazetteer.lookup(name):
        known = {row.index for row, _ in found}
        if wanted in ("ADM2", "ADM1"):
            found += [(row, kind) for row, kind in gazetteer.lookup(bare) if row.index not in known]
        return found, wanted, True
    if wanted and (found := gazetteer.lookup(bare)):
        return found, wanted, True
    part = _PART_OF.sub("", name)
    if part != name and (found := gazetteer.lookup(part) or gazetteer.lookup(without_type(part)[0])):
        return found, None, False
    if ", " in name and (found := gazetteer.lookup(name.split(", ")[0])):
        return found, None, True
    tokens = [t for t in name.split() if t.lower() not in _GENERIC]
    for size in range(min(len(tokens), 4), 0, -1):
        for start in range(len(tokens) - size + 1):
            piece = " ".join(tokens[start : start + size])
            if len(piece) > 3 and piece[0].isupper() and (found := gazetteer.lookup(piece)):
                return found, None, False
    return [], wanted, False


def _base_score(row: Row, kind: int, wanted: str | None) -> float:
    score = _PEOPLE_WEIGHT * math.log10(row.people + 300) + _FAME_WEIGHT * math.log(row.fame + 1)
    if row.feature == "PCLI":
        score = 9.5 if row.people > 2e5 or kind != KIND_NAME else 6.5
    elif row.feature in _WIDE:
        score = 8.0
    elif row.feature == "ADM1":
        score = 2.2 + 0.5 * math.log10(row.people + 300)
    elif row.feature == "ADM2":
        score = 2.6
    elif row.feature == "PPLC":
        score += 1.0
    score -= 0.8 * (kind == KIND_ALTERNATE and row.feature in _CITY)
    if wanted == "ADM1":
        score += 4.0 if row.feature == "ADM1" else -2.0 * (row.feature == "PCLI")
    elif wanted in ("ADM2", "PPL"):
        score += 2.0 if row.feature in _CITY or row.feature == wanted else -4.0 * (row.feature == "PCLI")
    return score


def _containers(after: str, gazetteer: Gazetteer) -> list[tuple[str, int]]:
    """What 'X, Y' says of X: the countries, or units of a country, that Y names."""
    m = re.match(r"(?:\s+[A-Z][\w]+)?\s*(?:,|\()\s*((?:[A-Z][\w.’'-]*)(?:[ -](?:and|of|the|[A-Z][\w.’'-]*)){0,4})", after)
    if m is None:
        m = re.match(r"\s+(?:in|of)\s+(?:the\s+)?(?:\w+ern\s+|province of\s+|state of\s+)?((?:[A-Z][\w.’'-]*)(?:[ -][A-Z][\w.’'-]*){0,3})", after)
    if m is None:
        return []
    tokens = m[1].split()
    for size in range(len(tokens), 0, -1):
        name = " ".join(tokens[:size])
        for candidate in dict.fromkeys((name, name.rstrip("."), without_type(name)[0])):
            inside = [
                (row.country, row.index if row.feature == "ADM1" else -1)
                for row, kind in gazetteer.lookup(candidate)
                if row.feature in ("PCLI", "ADM1") and kind != KIND_ADJECTIVE
            ]
            if inside:
                return inside
    return []


def _resolve(named: list[_Named], gazetteer: Gazetteer, countries: Sequence[str]) -> None:
    """Give every candidate its share, in a few rounds: what is sure in one helps the rest in the next."""
    alone = [n.base + _container_bonus(n) for n in named]
    for n, own in zip(named, alone, strict=True):
        n.share = _softmax(own)
    for _ in range(_ROUNDS):
        by_country, by_unit, points = _context(named, countries)
        new = []
        for n, own in zip(named, alone, strict=True):
            around = [_context_bonus(row, by_country, by_unit) + _NEAR_WEIGHT * _nearness(row, n, points) for row in n.rows]
            new.append(_softmax(own + np.array(around)) if around else own)
        for n, share in zip(named, new, strict=True):
            n.share = share


def _container_bonus(n: _Named) -> npt.NDArray[np.float64]:
    out = np.zeros(len(n.rows))
    for k, row in enumerate(n.rows):
        if row.feature in ("PCLI", "CONT"):
            continue
        for country, unit in n.inside:
            if row.country == country and (unit < 0 or row.admin1 == unit):
                out[k] = _CONTAINER_WEIGHT
    return out


def _context(
    named: Iterable[_Named], countries: Sequence[str]
) -> tuple[dict[str, float], dict[int, float], list[tuple[_Named, Row, float]]]:
    """How much the document speaks of each country and unit (0 to 1), and the points that are sure enough to be near to."""
    by_country: dict[str, float] = defaultdict(float)
    by_unit: dict[int, float] = defaultdict(float)
    points = []
    for code in countries:
        by_country[code] += 2.0
    seen: dict[str, int] = defaultdict(int)
    for n in named:
        seen[n.text] += 1
        weight = 1.0 / seen[n.text] * (1.0 if n.whole else 0.4)
        for row, share in zip(n.rows, n.share, strict=True):
            by_country[row.country] += weight * float(share) * (1.5 if row.feature == "PCLI" else 1.0)
            unit = row.index if row.feature == "ADM1" else row.admin1
            if unit >= 0:
                by_unit[unit] += weight * float(share)
        if len(n.rows) and row_is_point(n.rows[int(n.share.argmax())]) and n.share.max() > 0.4:
            points.append((n, n.rows[int(n.share.argmax())], float(n.share.max())))
    by_country.pop("", None)
    most = max(by_country.values(), default=0.0) or 1.0
    units = max(by_unit.values(), default=0.0) or 1.0
    return {c: v / most for c, v in by_country.items()}, {u: v / units for u, v in by_unit.items()}, points


def row_is_point(row: Row) -> bool:
    """Whether a place is small enough to be near to: a city or a first-level unit."""
    return row.feature in _CITY or row.feature == "ADM1"


def _context_bonus(row: Row, by_country: dict[str, float], by_unit: dict[int, float]) -> float:
    bonus = _COUNTRY_WEIGHT * math.sqrt(by_country.get(row.country, 0.0))
    unit = row.index if row.feature == "ADM1" else row.admin1
    return bonus + (_UNIT_WEIGHT * by_unit.get(unit, 0.0) if unit >= 0 else 0.0)


_FAR_DEGREES = 4.5
"""Places so many degrees of latitude apart are 500 km apart or more: a degree is 111.2 km."""


def _nearness(row: Row, n: _Named, points: list[tuple[_Named, Row, float]]) -> float:
    """1 where another name of the document is within 50 km, less and less until 500 km."""
    if not row_is_point(row):
        return 0.0
    best = 0.0
    for other, place, share in points:
        if share > best and abs(row.lat - place.lat) < _FAR_DEGREES and other.text != n.text:
            km = distance_km(row.lat, row.lon, place.lat, place.lon)
            if km < 500:
                best = max(best, share * min(1.0, (500 - km) / 450))
    return best


def distance_km(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Great-circle distance of two points in degrees (haversine, radius 6,371 km)."""
    a, b = math.radians(lat_a), math.radians(lat_b)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon_b - lon_a) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def _softmax(score: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    if not len(score):
        return score
    e: npt.NDArray[np.float64] = np.exp(score - score.max())
    share: npt.NDArray[np.float64] = e / e.sum()
    return share


def _mention(n: _Named, gazetteer: Gazetteer) -> PlaceMention:
    if not n.rows:
        return PlaceMention(span=n.span, text=n.text)
    best = int(n.share.argmax())
    row = n.rows[best]
    district = n.wanted == "ADM2" and row.feature in _CITY
    unit = gazetteer.row(row.admin1).name if row.admin1 >= 0 else row.name if row.feature == "ADM1" else None
    return PlaceMention(
        span=n.span,
        text=n.text,
        name=n.text if district else row.name,
        geonames=None if district or not row.geonames else row.geonames,
        lat=round(row.lat, 3),
        lon=round(row.lon, 3),
        country=row.country or None,
        admin1=unit,
        feature="ADM2" if district else row.feature,
        confidence=round((0.93 if n.whole else 0.6) * (0.8 if row.feature == "ADM2" else 1.0) * float(n.share[best]), 3),
    )


def _beside(mention: PlaceMention, k: int, out: Sequence[PlaceMention]) -> PlaceMention:
    """Put a street, school or church that the gazetteer lacks where the last city named before it is, else the first one after."""
    last = mention.text.split()[-1:] or [""]
    if mention.confidence > 0.3 and mention.name is not None or last[0].lower() not in _FACILITIES:
        return mention
    cities = [m for m in (*reversed(out[:k]), *out[k + 1 :]) if m.feature in _CITY and m.confidence > 0.5 and m.text not in mention.text]
    if not cities:
        return mention
    city = cities[0]
    return PlaceMention(
        span=mention.span, text=mention.text, name=mention.text, lat=city.lat, lon=city.lon, country=city.country, admin1=city.admin1, confidence=0.3
    )


# --- names in running text

_CAPITALIZED = re.compile(r"\b[A-ZÀ-ÞĀ-Ž][\w’'.-]*(?:(?:\s+|-)(?:(?:of|de|del|la|el|al|the|and|au|da|do|dos|di)\s+){0,2}[A-ZÀ-ÞĀ-Ž][\w’'-]*)*")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|from|outside|around|across|into|inside|throughout|toward|towards|within|between|via|north of|south of|east of|west of"
    r"|city of|town of|village of|capital|capital of|off|visit(?:ed|ing)?|to|leave|left|enter(?:ed)?|over)\s+(?:the\s+|northern\s+|southern\s+|eastern\s+|western\s+|central\s+)*$",
    re.IGNORECASE,
)
_NO_PLACE_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|President|Minister|Senator|Gen|General|Sir|Prince|Princess|King|Queen|Pope|Judge|Secretary|Chancellor)\.?\s+(?:[A-Z]\w*\s+)?$")


def _capitalized_names(text: str, gazetteer: Gazetteer) -> list[Span]:
    """Spans of capitalized words that a place of the gazetteer bears and that stand like a place's name."""
    out: list[Span] = []
    for m in _CAPITALIZED.finditer(text):
        tokens = [(t.start() + m.start(), t.end() + m.start()) for t in re.finditer(r"[^\s]+", m.group()[:300])]
        k = 0
        while k < len(tokens):
            size = next((s for s in range(min(5, len(tokens) - k), 0, -1) if _bears(text, tokens[k : k + s], gazetteer)), 0)
            if size:
                a, b = tokens[k][0], _trimmed(text, tokens[k][0], tokens[k + size - 1][1])
                alone = k == 0 and k + size == len(tokens)
                if _stands_as_place(text, (a, b), alone, gazetteer):
                    out.append((a, b))
            k += size or 1
    return out


def _trimmed(text: str, a: int, b: int) -> int:
    words = text[a:b]
    if m := re.search(r"['’]s?$", words):
        return a + m.start()
    return b - 1 if words.endswith(".") and words.count(".") == 1 and len(words) > 5 else b


def _bears(text: str, tokens: list[Span], gazetteer: Gazetteer) -> bool:
    a, b = tokens[0][0], _trimmed(text, tokens[0][0], tokens[-1][1])
    name = text[a:b]
    return name[-1:].isalnum() | name.endswith(".") and any(kind != KIND_ADJECTIVE for _, kind in gazetteer.lookup(name))


def _stands_as_place(text: str, span: Span, alone: bool, gazetteer: Gazetteer) -> bool:
    """A country, unit or region counts wherever it stands; a city needs a preposition, a following country, or to be large and alone."""
    before, after = text[max(0, span[0] - 60) : span[0]], text[span[1] : span[1] + 60]
    if _NO_PLACE_BEFORE.search(before):
        return False
    name = text[span[0] : span[1]]
    found = [(row, kind) for row, kind in gazetteer.lookup(name) if kind != KIND_ADJECTIVE]
    strong = [row for row, kind in found if row.feature in ("PCLI", "ADM1") or row.feature in _WIDE]
    if strong and alone:
        return True
    if _containers(after, gazetteer) and re.match(r"\s*[,(]", after):
        return True
    if _dateline(text, span):
        return True
    most = max((row.people for row, _ in found), default=0.0)
    if _PLACE_BEFORE.search(before) and (alone or strong):
        return most >= 1000 or bool(strong)
    return alone and len(name) > 3 and most >= 300_000


def _dateline(text: str, span: Span) -> bool:
    """'NAIROBI, Kenya (Agency) --', 'PARIS, Nov 27 (Agency) --' at the beginning of a line."""
    line = text.rfind("\n", 0, span[0]) + 1
    return not text[line : span[0]].strip() and re.match(r"[^\n]{0,60}?(?:\([^)\n]{2,40}\)\s*)(?:--?|[–—_])", text[span[1] :]) is not None


# --- names in an analysed document

_PLACE_CASES = frozenset("in at near from to of across outside around into inside throughout toward towards within between through off over on via".split())
_CLEAR_CASES = _PLACE_CASES - {"of", "from", "to", "on", "over", "between"}


def find_places(analysis: Analysis, gazetteer: Gazetteer, countries: Sequence[str] = ()) -> tuple[records.Place, ...]:
    """Resolve the places that an analysed document names where a place can stand.

    Args:
        analysis: Tokens, trees and, if the model gave them, mentions.
        gazetteer: Where to look.
        countries: Alpha-3 codes of the states that the document is known to name.

    Returns:
        Places in text order. A country has no coordinates: it is too large to have one point.
    """
    spans = _names_in(analysis)
    found = find_places_in_text(analysis.text, [s for s, _ in spans], gazetteer, countries)
    out = []
    for mention, (_, clear) in zip(found, spans, strict=True):
        if mention.name is None or mention.feature is None or not (clear or mention.feature not in _CITY or mention.confidence > 0.8):
            continue
        whole_country = mention.feature in ("PCLI", "CONT")
        out.append(
            records.Place(
                name=mention.name,
                country=mention.country,
                admin1=mention.admin1,
                geonames=mention.geonames,
                lat=None if whole_country else mention.lat,
                lon=None if whole_country else mention.lon,
                precision=_precision(mention.feature),
                span=mention.span,
            )
        )
    return tuple(out)


def _precision(feature: str) -> str:
    if feature in ("PPL", "PPLC", "PPLX"):
        return "city"
    return {"PCLI": "country", "ADM1": "province", "ADM2": "district", "BLDG": "exact"}.get(feature, "region")


def _names_in(analysis: Analysis) -> list[tuple[Span, bool]]:
    """Runs of proper nouns that stand where a place can stand, and whether it is clear that they do."""
    typed = {k: e.type for e in analysis.entities for k in range(e.first, e.last) if e.head == k}
    out: list[tuple[Span, bool]] = []
    last_end = -1
    for first, last in _proper_runs(analysis):
        head = next((k for k in range(first, last) if not first <= analysis.head[k] < last), last - 1)
        kind = typed.get(head)
        joined = bool(out) and analysis.text[last_end : analysis.span[first][0]].strip() == ","
        clear = kind == "place" or _has_case(analysis, head, _CLEAR_CASES) or (joined and out[-1][1]) or _dateline(analysis.text, analysis.char_span(first, last))
        possible = clear or _has_case(analysis, head, _PLACE_CASES)
        if kind in ("person", "organization") and not clear:
            continue
        if possible:
            out.append((analysis.char_span(first, last), clear))
            last_end = analysis.span[last - 1][1]
    return out


def _proper_runs(analysis: Analysis) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    upos, n = analysis.upos, len(analysis)
    k = 0
    while k < n:
        if upos[k] != "PROPN":
            k += 1
            continue
        first = k
        while k < n and (upos[k] == "PROPN" or (analysis.form[k] == "-" and _goes_on(analysis, k))):
            k += 1
        runs.append((first, k))
    return runs


def _goes_on(analysis: Analysis, k: int) -> bool:
    """A hyphen within a name ('Nagorno-Karabakh') does not end it; 'of' and 'and' do."""
    return analysis.form[k] == "-" and k + 1 < len(analysis) and analysis.span[k][1] == analysis.span[k + 1][0] and analysis.upos[k + 1] == "PROPN"


def _has_case(analysis: Analysis, head: int, words: frozenset[str]) -> bool:
    """Whether the name, or what it modifies ('the Kharkiv region'), stands behind one of the prepositions."""
    for k in (head, analysis.head[head] if analysis.rel[head] in ("compound", "nmod:poss") else -1):
        if k >= 0 and any(analysis.form[c].lower() in words for c in analysis.kids(k, "case")):
            return True
    return False
