"""The codebook: PLOVER's types, modes and contexts, CAMEO's codes, the crosswalk, frames and operators. Data files and typed loaders."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path

from dragoman.codebook.contexts import Contexts
from dragoman.codebook.frames import Frame, check_frame, load_frames
from dragoman.codebook.instruments import Instruments
from dragoman.codebook.operators import Operator, Operators
from dragoman.codebook.own import WHOLE, OwnCodebook, OwnType, read_own
from dragoman.errors import ResourceError
from dragoman.records import Span

__all__ = ["Codebook", "EventType", "Frame", "Operator", "Operators", "OwnCodebook", "read_own"]


@dataclasses.dataclass(frozen=True, slots=True)
class EventType:
    """One of the sixteen types. Scores run from -10 (conflict) to +10 (cooperation): PLOVER manual 2.0."""

    name: str
    quad: str
    score: float
    recipient_required: bool
    modes: Mapping[str, float]

    def score_of(self, modes: tuple[str, ...]) -> float:
        """The score of an event: its first mode's where it has one, else the type's."""
        return next((self.modes[m] for m in modes if m in self.modes), self.score)


@dataclasses.dataclass(frozen=True)
class Codebook:
    """Everything that says what counts as which event."""

    version: str
    """``plover-2.0+1``; with files of a user's, ``plover-2.0+1+name@digest``, or ``name@digest`` where they replace our frames and types."""
    types: Mapping[str, EventType]
    """PLOVER's and a user's. PLOVER's are there even where they are replaced, since operators make them on the way."""
    coded: frozenset[str]
    """Types of which events are reported."""
    contexts: tuple[str, ...]
    sectors: tuple[str, ...]
    frames: tuple[Frame, ...]
    operators: Operators
    _by_lemma: Mapping[tuple[str, str], tuple[Frame, ...]]
    _goldstein: Mapping[str, float]
    _default_code: Mapping[tuple[str, str], str]
    _contexts: Contexts
    instruments: Instruments
    """By what means a thing was done, and the mode that this gives it."""

    @classmethod
    def load(cls, own: Iterable[str | Path] = ()) -> Codebook:
        """Read the shipped codebook, and a user's files on top of it or instead of parts of it.

        Args:
            own: Files as docs/own-codebook.md describes them; a later one comes on top of an earlier one.

        Raises:
            ResourceError: A file is broken; the message says which entry.
        """
        folder = files("dragoman.codebook")
        data = tomllib.loads((folder / "plover.toml").read_text(encoding="utf8"))
        types = {
            name: EventType(name, t["quad"], t["score"], t.get("recipient", False), dict(t.get("modes", {}))) for name, t in data["types"].items()
        }
        base = _Parts(data["version"], types, frozenset(types), load_frames(types), Operators.load())
        for path in own:
            base = _with_own(base, read_own(path))
        table = _by_lemma(base.frames)
        goldstein, codes = _cameo((folder / "cameo.tsv").read_text(encoding="utf8"))
        return cls(
            base.version, base.types, base.coded, tuple(data["contexts"]), tuple(data["sectors"]), base.frames, base.operators,
            table, goldstein, codes, Contexts.load(data["contexts"]), Instruments.load(types),
        )  # fmt: skip

    def frames_for(self, pos: str, lemma: str) -> tuple[Frame, ...]:
        """The frames of a predicate, the most demanding first."""
        return self._by_lemma.get((pos, lemma), ())

    def cameo_for(self, type_: str, modes: tuple[str, ...]) -> str | None:
        """The default CAMEO code of a type and mode: the crosswalk read backwards."""
        for mode in (*modes, ""):
            code = self._default_code.get((type_, mode))
            if code is not None:
                return code
        return None

    def goldstein(self, code: str | None) -> float | None:
        """Goldstein's score of a CAMEO code, its parent's where it has none; in [-10, 10]."""
        while code:
            if code in self._goldstein:
                return self._goldstein[code]
            code = code[:-1]
        return None

    def contexts_of(self, words: Iterable[str], modes: tuple[str, ...]) -> tuple[str, ...]:
        """An event's contexts, in the codebook's order: those of :meth:`context_words` of the text around it; cyber and misinformation follow from the mode."""
        shown = {*words, *(m for m in modes if m in ("cyber", "misinformation"))}
        return tuple(c for c in self.contexts if c in shown)

    def context_words(self, text: str) -> dict[str, tuple[Span, ...]]:
        """By context, which words of a text show it, as spans of the text; in the codebook's order."""
        return self._contexts.shown(text)


def _by_lemma(frames: Iterable[Frame]) -> dict[tuple[str, str], tuple[Frame, ...]]:
    """By part of speech and lemma, the most demanding frame first."""
    table: dict[tuple[str, str], list[Frame]] = {}
    for frame in frames:
        for pos, lemmas in (("verb", frame.verbs), ("noun", frame.nouns), ("adjective", frame.adjectives)):
            for lemma in lemmas:
                table.setdefault((pos, lemma), []).append(frame)
    return {key: tuple(sorted(group, key=lambda f: (-len(f.require), -len(f.needs), -f.confidence, f.id))) for key, group in table.items()}


@dataclasses.dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a codebook that a user's file may add to or replace."""

    version: str
    types: Mapping[str, EventType]
    coded: frozenset[str]
    frames: tuple[Frame, ...]
    operators: Operators


def _with_own(base: _Parts, own: OwnCodebook) -> _Parts:
    """Put a user's file on top of a codebook.

    Raises:
        ResourceError: It changes a type of ours, lacks what a new one needs, has a frame that fits no type, or an id that is taken.
    """
    types = {**base.types, **{name: _own_type(name, entry, base.types.get(name), own.path) for name, entry in own.types.items()}}
    kept = () if "frames" in own.replace else tuple(base.frames)
    taken = {f.id for f in kept}
    for frame in own.frames:
        check_frame(frame, own.path, types)
        if frame.id in taken:
            raise ResourceError(f"{own.path}, {frame.id}: the id is taken; each frame of ours and of the file needs one of its own")
        taken.add(frame.id)
    if "types" in own.replace:
        coded = frozenset(own.types) | {f.type for f in own.frames}
    else:
        coded = base.coded | frozenset(own.types)
    foreign = next((f for f in (*kept, *own.frames) if f.type not in coded), None)
    if foreign is not None:
        raise ResourceError(f"{own.path}: the types are replaced, but frames of {foreign.type} are kept; replace the frames as well")
    words = own.operators if "operators" in own.replace else {**base.operators.by_lemma, **own.operators}
    return _Parts(own.version if own.replace >= WHOLE else f"{base.version}+{own.version}", types, coded, (*kept, *own.frames), Operators(words))


def _own_type(name: str, entry: OwnType, ours: EventType | None, path: str) -> EventType:
    where = f"{path}, types.{name}"
    if ours is not None:
        if (entry.quad, entry.score, entry.recipient) != (None, None, None):
            raise ResourceError(f"{where}: is there already; accepted are modes to add to it, or another name")
        return dataclasses.replace(ours, modes={**ours.modes, **entry.modes})
    if entry.quad is None or entry.score is None:
        raise ResourceError(f"{where}: lacks {'quad' if entry.quad is None else 'score'}; a new type needs quad and score")
    return EventType(name, entry.quad, entry.score, bool(entry.recipient), entry.modes)


_PREFERRED = {
    ("AGREE", ""): "030", ("CONSULT", ""): "040", ("CONSULT", "visit"): "042", ("CONSULT", "phone"): "041", ("CONSULT", "multilateral"): "046",
    ("CONSULT", "third-party"): "045", ("SUPPORT", ""): "051", ("COOPERATE", ""): "060", ("AID", ""): "070", ("CONCEDE", ""): "080",
    ("RETREAT", ""): "084", ("RETREAT", "withdraw"): "0873", ("RETREAT", "release"): "0841", ("RETREAT", "disarm"): "0874",
    ("RETREAT", "ceasefire"): "0871", ("RETREAT", "access"): "0861", ("RETREAT", "resign"): "0831", ("REQUEST", ""): "100",
    ("REQUEST", "assist"): "103", ("REQUEST", "change"): "104", ("REQUEST", "yield"): "105", ("REQUEST", "meet"): "106",
    ("ACCUSE", ""): "110", ("ACCUSE", "disapprove"): "111", ("ACCUSE", "allege"): "112", ("ACCUSE", "investigate"): "090",
    ("REJECT", ""): "120", ("REJECT", "assist"): "122", ("REJECT", "change"): "123", ("REJECT", "yield"): "124", ("REJECT", "meet"): "125",
    ("THREATEN", ""): "130", ("THREATEN", "violence"): "138", ("THREATEN", "restrict"): "131", ("THREATEN", "relations"): "1312",
    ("PROTEST", ""): "140", ("PROTEST", "demo"): "141", ("PROTEST", "hunger"): "142", ("PROTEST", "strike"): "143",
    ("PROTEST", "obstruct"): "144", ("PROTEST", "riot"): "145", ("MOBILIZE", ""): "150", ("MOBILIZE", "troops"): "154",
    ("MOBILIZE", "police"): "151", ("SANCTION", ""): "160", ("SANCTION", "discontinue"): "162", ("SANCTION", "expel"): "1663",
    ("COERCE", ""): "170", ("COERCE", "arrest"): "173", ("COERCE", "deport"): "174", ("COERCE", "seize"): "171", ("COERCE", "restrict"): "172",
    ("COERCE", "curfew"): "1723", ("COERCE", "cyber"): "176", ("ASSAULT", ""): "180", ("ASSAULT", "abduct"): "181",
    ("ASSAULT", "firearms"): "193", ("ASSAULT", "aerial"): "195", ("ASSAULT", "drone"): "195", ("ASSAULT", "heavy-weapons"): "194",
    ("ASSAULT", "explosives"): "183", ("ASSAULT", "suicide-attack"): "1831", ("ASSAULT", "targeted"): "186",
}  # fmt: skip
"""Where several codes read as one type and mode, the one that says least beyond it (own choice, docs/decisions/0003)."""


def _cameo(text: str) -> tuple[dict[str, float], dict[tuple[str, str], str]]:
    goldstein: dict[str, float] = {}
    codes: dict[tuple[str, str], str] = dict(_PREFERRED)
    for line in text.splitlines():
        if line.startswith("#") or line.startswith("code\t"):
            continue
        code, score, type_, mode, _ = line.split("\t")
        if score:
            goldstein[code] = float(score)
        if type_:
            codes.setdefault((type_, mode), code)
    return goldstein, codes
