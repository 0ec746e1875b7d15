"""Handing on and taking in: one file per foreign format.

    Record ──▶ write(records, stream) ──▶ POLECAT, GDELT, ICEWS, Phoenix, PLOVER JSON, CAMEO lines, DNA, GraphML, GeoJSON, RDF
    POLECAT, GDELT, ICEWS, Phoenix, PLOVER JSON ──▶ read(data, name) ──▶ ForeignEvent

Formats that know no status or standing can't tell a threat from a deed, or a claim from a fact: what is handed to them should be chosen before
(``dragoman export`` takes what happened, unless it is told otherwise).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import IO

from dragoman.exchange import cameo, dna, gdelt, geojson, graphml, icews, phoenix, plover, polecat, rdf
from dragoman.exchange.foreign import ForeignEvent
from dragoman.records import Record

__all__ = ["READERS", "WRITERS", "ForeignEvent"]

WRITERS: Mapping[str, Callable[[Iterable[Record], IO[str]], int]] = {
    "cameo": cameo.write, "dna": dna.write, "gdelt": gdelt.write, "gdelt-mentions": gdelt.write_mentions, "geojson": geojson.write,
    "graphml": graphml.write, "graphml-positions": graphml.write_positions, "icews": icews.write, "phoenix": phoenix.write, "plover": plover.write,
    "polecat": polecat.write, "rdf": rdf.write,
}  # fmt: skip
"""By format: writes records to a stream and gives the number of rows."""

READERS: Mapping[str, Callable[[bytes, str], Iterator[ForeignEvent]]] = {
    "gdelt": gdelt.read, "icews": icews.read, "phoenix": phoenix.read, "plover": plover.read, "polecat": polecat.read,
}  # fmt: skip
"""By format: reads a file's bytes, given with its name for messages."""
