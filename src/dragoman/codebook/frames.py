"""Frames: which predicate with which arguments is which type of event. Data in ``frames/<type>.toml``; format in docs/architecture.md."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from dragoman.errors import ResourceError

_SLOT = re.compile(r"^(subj|obj|iobj|comp|attr|adv|obl:[a-z ]+)$")
_FIELDS = frozenset(
    {"id", "type", "modes", "cameo", "verbs", "nouns", "adjectives", "actor", "recipient", "theme", "needs", "require", "forbid",
     "confidence", "examples", "counter", "reciprocal", "note", "contexts"}
)  # fmt: skip
_ROLES = frozenset({"actor", "recipient", "theme"})


@dataclasses.dataclass(frozen=True, slots=True)
class Frame:
    """One frame; see docs/architecture.md for the fields."""

    id: str
    type: str
    modes: tuple[str, ...]
    cameo: str | None
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    theme: tuple[str, ...]
    needs: frozenset[str]
    require: Mapping[str, frozenset[str]]
    forbid: Mapping[str, frozenset[str]]
    reciprocal: bool
    confidence: float
    """How often it is right when political actors fill its slots, in (0, 1]; judged by its author, calibrated by the coder."""
    examples: tuple[str, ...]
    counter: tuple[str, ...]


def load_frames(types: Mapping[str, Any]) -> tuple[Frame, ...]:
    """Read all frame files, in the order of their names.

    Args:
        types: The codebook's types, with their ``modes``.

    Raises:
        ResourceError: A frame has an unknown field, type, mode or slot, or no predicate.
    """
    out: list[Frame] = []
    seen: set[str] = set()
    folder = files("dragoman.codebook") / "frames"
    for name in sorted(p.name for p in folder.iterdir() if p.name.endswith(".toml")):
        try:
            entries = tomllib.loads((folder / name).read_text(encoding="utf8")).get("frame", [])
        except tomllib.TOMLDecodeError as error:
            raise ResourceError(f"frames/{name}: {error}") from error
        for entry in entries:
            frame = _frame(entry, name, types)
            if frame.id in seen:
                raise ResourceError(f"frames/{name}: the id {frame.id!r} is there twice")
            seen.add(frame.id)
            out.append(frame)
    return tuple(out)


def _frame(entry: Mapping[str, Any], file: str, types: Mapping[str, Any]) -> Frame:
    where = f"frames/{file}, {entry.get('id', '(no id)')}"
    unknown = set(entry) - _FIELDS
    if unknown:
        raise ResourceError(f"{where}: unknown fields {sorted(unknown)}; accepted are {sorted(_FIELDS)}")
    type_ = entry.get("type")
    if type_ not in types:
        raise ResourceError(f"{where}: unknown type {type_!r}; accepted are {', '.join(types)}")
    modes = tuple(entry.get("modes", ()))
    for mode in modes:
        if mode not in types[type_].modes:
            raise ResourceError(f"{where}: {type_} has no mode {mode!r}; it has {', '.join(types[type_].modes) or 'none'}")
    for slot in _slots(entry):
        if not _SLOT.match(slot):
            raise ResourceError(f"{where}: unknown slot {slot!r}; accepted are subj, obj, iobj, comp, attr, adv, obl:PREP")
    needs = frozenset(entry.get("needs", ("actor",)))
    if not needs <= _ROLES:
        raise ResourceError(f"{where}: needs {sorted(needs)}; accepted are {sorted(_ROLES)}")
    if not any(entry.get(k) for k in ("verbs", "nouns", "adjectives")):
        raise ResourceError(f"{where}: a frame needs verbs, nouns or adjectives")
    return Frame(
        id=str(entry["id"]), type=type_, modes=modes, cameo=entry.get("cameo"), verbs=tuple(entry.get("verbs", ())),
        nouns=tuple(entry.get("nouns", ())), adjectives=tuple(entry.get("adjectives", ())), actor=tuple(entry.get("actor", ("subj",))),
        recipient=tuple(entry.get("recipient", ())), theme=tuple(entry.get("theme", ())), needs=needs,
        require={k: frozenset(v) for k, v in entry.get("require", {}).items()},
        forbid={k: frozenset(v) for k, v in entry.get("forbid", {}).items()}, reciprocal=bool(entry.get("reciprocal", False)),
        confidence=float(entry.get("confidence", 0.8)), examples=tuple(entry.get("examples", ())), counter=tuple(entry.get("counter", ())),
    )  # fmt: skip


def _slots(entry: Mapping[str, Any]) -> Iterator[str]:
    for key in ("actor", "recipient", "theme"):
        yield from entry.get(key, ())
    for key in ("require", "forbid"):
        yield from entry.get(key, {})
