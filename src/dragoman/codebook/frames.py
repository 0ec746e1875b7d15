"""Frames: which predicate with which arguments is which type of event.

    {Chile}  [condemned]  <the Russian attack>          words     verbs, nouns, adjectives; require, forbid
     actor    predicate    recipient             ──▶    roles     actor, recipient, theme: slots, the first one filled wins
     subj     condemn      obj                          outcome   type, modes, cameo; confidence

The data is ``frames/<type>.toml``, one ``[[frame]]`` after the other; docs/architecture.md has the format. Files in the plain layout that
we write (one key a line, continuation lines indented) are read as JSON, ten times faster than as TOML; any other layout, and any file with
a mistake, is read as TOML, so that the message can say which frame is wrong.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from typing import Any, Protocol

import msgspec

from dragoman.errors import ResourceError

ROLES = ("actor", "recipient", "theme")
_SLOT = re.compile(r"(?:subj|obj|iobj|comp|attr|adv|obl:[a-z]+(?: [a-z]+)*)\Z")
_CODE = re.compile(r"[0-2][0-9]{1,3}\Z")
_HEADER = "[[frame]]\n"
_CONTINUED = re.compile(r"\n(?= |\])")
_KEY = re.compile(r"^([a-z]+) = ", re.M)
_INNER = re.compile(r'(?<=[{,] )(?:([a-z]+)|("[a-z: ]+")) = (?=\[)')


class Frame(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One frame. Predicates and the words of ``require`` and ``forbid`` are lower-case lemmas, names apart."""

    id: str
    """Unique; ``<file>.<word>``."""
    type: str
    modes: tuple[str, ...] = ()
    cameo: str | None = None
    verbs: tuple[str, ...] = ()
    """Lemmas; a particle is written out: ``lash out``."""
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    actor: tuple[str, ...] = ("subj",)
    recipient: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset({"actor"})
    """Roles that must be filled: ``actor``, ``recipient``, ``theme``."""
    require: dict[str, frozenset[str]] = {}
    """By slot, lemmas of which one must head it."""
    forbid: dict[str, frozenset[str]] = {}
    """By slot, lemmas none of which may head it."""
    reciprocal: bool = False
    """Whether all who take part are actors, and nobody a recipient."""
    confidence: float = 0.8
    """How often it is right when political actors fill its slots, in (0, 1]; judged by its author."""
    examples: tuple[str, ...] = ()
    """With ``{actor}``, ``<recipient>`` and ``[trigger]`` marked."""
    counter: tuple[str, ...] = ()
    """Sentences in which it must not fire."""


class _HasModes(Protocol):
    @property
    def modes(self) -> Mapping[str, float]: ...


_PLAIN = msgspec.json.Decoder(list[Frame])


def load_frames(types: Mapping[str, _HasModes]) -> tuple[Frame, ...]:
    """Read all frame files, in the order of their names.

    Args:
        types: The codebook's event types by name, with their ``modes``.

    Raises:
        ResourceError: A frame has an unknown or ill-typed field, an unknown type, mode, slot or role, no predicate, or an id
            that is taken; the message names the file, the frame and what is accepted.
    """
    out: list[Frame] = []
    seen: set[str] = set()
    folder = files("dragoman.codebook") / "frames"
    for name in sorted(p.name for p in folder.iterdir() if p.name.endswith(".toml")):
        for frame in parse_frames((folder / name).read_text(encoding="utf8"), f"frames/{name}"):
            check_frame(frame, f"frames/{name}", types)
            if frame.id in seen:
                raise ResourceError(f"frames/{name}: the id {frame.id!r} is there twice")
            seen.add(frame.id)
            out.append(frame)
    return tuple(out)


def parse_frames(text: str, where: str) -> Sequence[Frame]:
    """Read one frame file.

    Args:
        text: TOML with an array of tables ``frame``.
        where: What error messages call it.

    Raises:
        ResourceError: It is no TOML, or a frame has an unknown or ill-typed field.
    """
    try:
        return _PLAIN.decode(_as_json(text))
    except (msgspec.MsgspecError, ValueError):
        return _parse_toml(text, where)


def _as_json(text: str) -> str:
    """A file in the plain layout, rewritten as a JSON array of objects; nonsense where the layout is another."""
    head, _, body = text.partition(_HEADER)
    if any(line and not line.startswith("#") for line in head.splitlines()):
        return ""
    blocks = []
    for block in _CONTINUED.sub("", body).split("\n" + _HEADER):
        lines = [_INNER.sub(_inner_key, line) if line.startswith(("require", "forbid")) else line for line in block.split("\n") if line]
        blocks.append("{" + _KEY.sub(r'"\1": ', ",\n".join(lines)) + "}")
    return "[" + ",\n".join(blocks) + "]"


def _inner_key(match: re.Match[str]) -> str:
    return f'"{match[1]}": ' if match[1] else f"{match[2]}: "


def _parse_toml(text: str, where: str) -> Sequence[Frame]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ResourceError(f"{where}: {error}") from error
    entries = data.pop("frame", [])
    if data or not isinstance(entries, list):
        raise ResourceError(f"{where}: got the top-level keys {sorted(data) or 'frame (no array)'}; accepted is [[frame]]")
    return frames_of(entries, where)


def frames_of(entries: Sequence[Any], where: str) -> list[Frame]:
    """Frames from the tables ``[[frame]]`` of a file, as TOML gives them.

    Args:
        entries: One mapping a frame.
        where: What error messages call the file.

    Raises:
        ResourceError: A frame has an unknown or ill-typed field, or lacks one that is needed.
    """
    out = []
    for n, entry in enumerate(entries, 1):
        if not isinstance(entry, Mapping):
            raise ResourceError(f"{where}, frame {n}: got {entry!r}; accepted is [[frame]]")
        name = entry.get("id", f"frame {n}, which has no id")
        unknown = sorted(set(entry) - set(Frame.__struct_fields__))
        if unknown:
            raise ResourceError(f"{where}, {name}: unknown fields {', '.join(unknown)}; accepted are {', '.join(Frame.__struct_fields__)}")
        try:
            out.append(msgspec.convert(entry, Frame))
        except msgspec.ValidationError as error:
            raise ResourceError(f"{where}, {name}: {error}") from error
    return out


def check_frame(frame: Frame, where: str, types: Mapping[str, _HasModes]) -> None:
    """Check a frame against the codebook.

    Raises:
        ResourceError: An unknown type, mode, slot, role or code, a confidence outside (0, 1], or no predicate.
    """
    where = f"{where}, {frame.id}"
    if frame.type not in types:
        raise ResourceError(f"{where}: unknown type {frame.type!r}; accepted are {', '.join(types)}")
    modes = types[frame.type].modes
    for mode in frame.modes:
        if mode not in modes:
            raise ResourceError(f"{where}: {frame.type} has no mode {mode!r}; it has {', '.join(modes) or 'none'}")
    for slot in _slots(frame):
        if not _SLOT.match(slot):
            raise ResourceError(f"{where}: unknown slot {slot!r}; accepted are subj, obj, iobj, comp, attr, adv, obl:PREPOSITION")
    if not frame.needs <= frozenset(ROLES):
        raise ResourceError(f"{where}: needs {', '.join(sorted(frame.needs))}; accepted are {', '.join(ROLES)}")
    if not (frame.verbs or frame.nouns or frame.adjectives):
        raise ResourceError(f"{where}: a frame needs verbs, nouns or adjectives")
    if frame.cameo is not None and not _CODE.match(frame.cameo):
        raise ResourceError(f"{where}: {frame.cameo!r} is no CAMEO code; accepted are two to four digits, from 01 to 20")
    if not 0 < frame.confidence <= 1:
        raise ResourceError(f"{where}: confidence is {frame.confidence}; accepted is a number above 0 and up to 1")


def _slots(frame: Frame) -> Iterable[str]:
    yield from frame.actor
    yield from frame.recipient
    yield from frame.theme
    yield from frame.require
    yield from frame.forbid
