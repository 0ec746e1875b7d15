"""A user's own codebook: frames, event types and operators from one TOML file, on top of ours or instead of them.

    name = "land"                     what document.codebook calls it; else the file's name
    replace = true                    our frames and types are left out; or a list of "frames", "operators", "types"

    [types.EXPROPRIATE]               a type of its own: quad, score, recipient, modes with their scores
    [[operator]]                      as in codebook/operators.toml
    [[frame]]                         as in codebook/frames/*.toml

docs/own-codebook.md is the guide.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from dragoman.codebook.frames import Frame, frames_of
from dragoman.codebook.operators import KINDS, Operator
from dragoman.errors import ResourceError

QUADS = ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")
REPLACEABLE = ("frames", "operators", "types")
WHOLE = frozenset({"frames", "types"})
"""What ``replace = true`` leaves out. Operators stay: without them what was only promised or asked for would pass as done."""
MOST = 10.0
"""Scores run from -10 (conflict) to +10 (cooperation), as PLOVER's."""
_TYPE = re.compile(r"[A-Z][A-Z_-]+\Z")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")
_T = TypeVar("_T")


class OwnType(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table ``[types.NAME]``. For a type of ours it may only have ``modes``, which are added."""

    quad: str | None = None
    score: float | None = None
    recipient: bool | None = None
    modes: dict[str, float] = {}


class OwnOperator(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table ``[[operator]]``."""

    kind: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    unknown: bool = False


class OwnCodebook(msgspec.Struct, frozen=True, kw_only=True):
    """One file, read but not yet held against our codebook."""

    path: str
    name: str
    digest: str
    """The first eight hexadecimal digits of the SHA-256 of the file."""
    replace: frozenset[str]
    types: Mapping[str, OwnType]
    operators: Mapping[tuple[str, str], Operator]
    """By part of speech and lemma."""
    frames: tuple[Frame, ...]

    @property
    def version(self) -> str:
        """What ``document.codebook`` calls it."""
        return f"{self.name}@{self.digest}"


def read_own(path: str | Path) -> OwnCodebook:
    """Read a user's file.

    Raises:
        ResourceError: It can't be read, is no TOML, or an entry has an unknown or ill-typed field; the message names file and entry.
    """
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        raise ResourceError(f"{path}: can't be read: {error.strerror or error}") from error
    try:
        data = tomllib.loads(raw.decode("utf8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ResourceError(f"{path}: is no TOML in UTF-8: {error}") from error
    accepted = ("name", "replace", "types", "operator", "frame")
    unknown = [k for k in data if k not in accepted]
    if unknown:
        raise ResourceError(f"{path}: unknown keys {', '.join(unknown)}; accepted are {', '.join(accepted)}")
    name = data.get("name", Path(path).stem)
    if not isinstance(name, str) or not _NAME.match(name):
        raise ResourceError(f"{path}: name is {name!r}; accepted are letters, digits, '.', '_' and '-'")
    for key, kind in (("types", dict), ("operator", list), ("frame", list)):
        if not isinstance(data.get(key, kind()), kind):
            raise ResourceError(f"{path}: {key}: accepted is {'[types.NAME]' if kind is dict else f'[[{key}]]'}")
    return OwnCodebook(
        path=str(path), name=name, digest=hashlib.sha256(raw).hexdigest()[:8], replace=_replaced(data.get("replace", False), str(path)),
        types={k: _type(k, v, str(path)) for k, v in data.get("types", {}).items()}, operators=_operators(data.get("operator", []), str(path)),
        frames=tuple(frames_of(data.get("frame", []), str(path))),
    )  # fmt: skip


def _replaced(value: Any, path: str) -> frozenset[str]:
    if isinstance(value, bool):
        return WHOLE if value else frozenset()
    if isinstance(value, list) and all(v in REPLACEABLE for v in value):
        return frozenset(value)
    raise ResourceError(f"{path}: replace is {value!r}; accepted are true, false, or a list of {', '.join(REPLACEABLE)}")


def _type(name: str, entry: Any, path: str) -> OwnType:
    where = f"{path}, types.{name}"
    if not _TYPE.match(name):
        raise ResourceError(f"{where}: accepted are names in capitals, such as EXPROPRIATE")
    if name == "NONE":
        raise ResourceError(f"{where}: NONE means that there is no event")
    own = _converted(entry, OwnType, where)
    if own.quad is not None and own.quad not in QUADS:
        raise ResourceError(f"{where}: quad is {own.quad!r}; accepted are {', '.join(QUADS)}")
    for what, score in (("score", own.score), *((f"mode {m}", s) for m, s in own.modes.items())):
        if score is not None and not -MOST <= score <= MOST:
            raise ResourceError(f"{where}: {what} is {score}; accepted is a number from -10 (conflict) to 10 (cooperation)")
    return own


def _operators(entries: list[Any], path: str) -> dict[tuple[str, str], Operator]:
    table: dict[tuple[str, str], Operator] = {}
    for n, entry in enumerate(entries, 1):
        where = f"{path}, operator {n}"
        own = _converted(entry, OwnOperator, where)
        if own.kind not in KINDS:
            raise ResourceError(f"{where}: kind is {own.kind!r}; accepted are {', '.join(sorted(KINDS))}")
        words = [("verb", x) for x in own.verbs] + [("noun", x) for x in own.nouns] + [("adjective", x) for x in own.adjectives]
        if not words:
            raise ResourceError(f"{where}: an operator needs verbs, nouns or adjectives")
        table.update(dict.fromkeys(words, Operator(own.kind, own.recipient, own.unknown)))
    return table


def _converted(entry: Any, cls: type[_T], where: str) -> _T:
    try:
        return msgspec.convert(entry, cls)
    except msgspec.ValidationError as error:
        raise ResourceError(f"{where}: {error}; accepted are {', '.join(getattr(cls, '__struct_fields__'))}") from error  # noqa: B009
