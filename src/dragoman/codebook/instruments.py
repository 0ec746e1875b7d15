"""Instruments: by what means a thing was done, and the mode that this gives it.

    attack + with drones          ──▶  ASSAULT-drone
    kill   + in an airstrike      ──▶  ASSAULT-aerial
    attack + with malware         ──▶  COERCE-cyber: PLOVER has no ASSAULT on computers
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any, Protocol

from dragoman.errors import ResourceError

_KEYS = frozenset({"type", "becomes", "mode", "means", "acts"})


class _HasModes(Protocol):
    @property
    def modes(self) -> Mapping[str, float]: ...


@dataclasses.dataclass(frozen=True, slots=True)
class Instrument:
    """Words that give an event of one type a mode."""

    type: str
    becomes: str
    """The type that the event has then; mostly the same."""
    mode: str
    means: frozenset[str]
    acts: frozenset[str]


@dataclasses.dataclass(frozen=True, slots=True)
class Instruments:
    """All of them; of two that fit, the first holds."""

    entries: tuple[Instrument, ...]

    @classmethod
    def load(cls, types: Mapping[str, _HasModes]) -> Instruments:
        """Read the shipped file.

        Raises:
            ResourceError: See :meth:`from_table`.
        """
        name = "instruments.toml"
        return cls.from_table(tomllib.loads((files("dragoman.codebook") / name).read_text(encoding="utf8")), types, name)

    @classmethod
    def from_table(cls, table: Mapping[str, Any], types: Mapping[str, _HasModes], name: str = "instruments") -> Instruments:
        """Build the list from a parsed file.

        Raises:
            ResourceError: An entry has an unknown key, type or mode, or no words.
        """
        out = []
        for n, entry in enumerate(table.get("instrument", ()), 1):
            where = f"{name}, entry {n}"
            if unknown := sorted(set(entry) - _KEYS):
                raise ResourceError(f"{where}: unknown keys {', '.join(unknown)}; accepted are {', '.join(sorted(_KEYS))}")
            type_ = entry.get("type")
            becomes = entry.get("becomes", type_)
            if type_ not in types or becomes not in types:
                raise ResourceError(f"{where}: type {type_!r} becomes {becomes!r}; accepted are {', '.join(types)}")
            if entry.get("mode") not in types[becomes].modes:
                raise ResourceError(f"{where}: {becomes} has no mode {entry.get('mode')!r}; it has {', '.join(types[becomes].modes) or 'none'}")
            if not entry.get("means") and not entry.get("acts"):
                raise ResourceError(f"{where}: an instrument needs means or acts")
            out.append(Instrument(type_, becomes, entry["mode"], frozenset(entry.get("means", ())), frozenset(entry.get("acts", ()))))
        return cls(tuple(out))

    def find(self, type_: str, means: Sequence[str], acts: Sequence[str]) -> Instrument | None:
        """The first that fits an event's type and the phrases found in its clause."""
        return next((e for e in self.entries if e.type == type_ and (e.means.intersection(means) or e.acts.intersection(acts))), None)
