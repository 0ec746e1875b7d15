"""The cue lexicon: which words report, and what carries their content.

    "urge"  ─▶  that       speech .85     urged that the post be reopened
                object-to  speech .85     urged them to reopen it

The words are data (``data/cues.toml``, whose head says what each complement is called).
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from dragoman.errors import ResourceError

CLASSES = frozenset({"speech", "belief", "intention", "attitude", "decree"})
TAKES = frozenset({"that", "quote", "to", "object-to", "clause-to", "gerund", "small", "object", "clause"})
PARTS = ("verb", "noun", "adjective", "adverb")
WORD_LISTS = ("vehicles", "venues", "light", "refusals", "prepositions", "views", "addressing")


@dataclasses.dataclass(frozen=True, slots=True)
class CueFrame:
    """What a cue means with one kind of complement."""

    cls: str
    """``speech``, ``belief``, ``intention``, ``attitude``, ``decree``."""
    confidence: float
    """How often the word reports when it has this complement, in [0, 1]."""


Frames = Mapping[str, CueFrame]


@dataclasses.dataclass(frozen=True, slots=True)
class CueLexicon:
    """Reporting words by part of speech and lemma: complement name to :class:`CueFrame`."""

    verb: Mapping[str, Frames]
    noun: Mapping[str, Frames]
    adjective: Mapping[str, Frames]
    adverb: Mapping[str, Frames]
    vehicles: frozenset[str]
    venues: frozenset[str]
    light: frozenset[str]
    refusals: frozenset[str]
    prepositions: frozenset[str]
    views: frozenset[str]
    addressing: frozenset[str]

    @classmethod
    def load(cls, path: Path | None = None) -> CueLexicon:
        """Read a lexicon; without a path the one that the package ships.

        Raises:
            ResourceError: The file cannot be read, or an entry has an unknown class, complement or part of speech.
        """
        name = str(path) if path else "cues.toml"
        try:
            raw = path.read_text("utf-8") if path else resources.files("dragoman.coding").joinpath("data/cues.toml").read_text("utf-8")
            table = tomllib.loads(raw)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ResourceError(f"{name}: cannot read the cue lexicon: {error}") from error
        return cls.from_table(table, name)

    @classmethod
    def from_table(cls, table: Mapping[str, Any], name: str = "cues") -> CueLexicon:
        """Build a lexicon from the parsed file; the first entry of a word and complement holds."""
        unknown = set(table) - set(PARTS) - {"words"}
        if unknown:
            raise ResourceError(f"{name}: unknown tables {sorted(unknown)}; we know {', '.join(PARTS)} and words")
        parts: dict[str, Any] = {part: _frames(table.get(part, []), f"{name}: {part}") for part in PARTS}
        words = table.get("words", {})
        lists: dict[str, Any] = {key: frozenset(str(w).lower() for w in words.get(key, ())) for key in WORD_LISTS}
        return cls(**parts, **lists)


def _frames(entries: Any, where: str) -> dict[str, dict[str, CueFrame]]:
    out: dict[str, dict[str, CueFrame]] = {}
    for number, entry in enumerate(entries, 1):
        at = f"{where} entry {number}"
        try:
            klass, takes, lemmas = entry["class"], entry["takes"], entry["lemmas"]
            confidence = float(entry["confidence"])
        except (KeyError, TypeError, ValueError) as error:
            raise ResourceError(f"{at}: needs class, takes, confidence and lemmas ({error})") from error
        if klass not in CLASSES:
            raise ResourceError(f"{at}: unknown class {klass!r}; we know {', '.join(sorted(CLASSES))}")
        if not 0 < confidence <= 1:
            raise ResourceError(f"{at}: confidence {confidence} is not in (0, 1]")
        for take in takes:
            if take not in TAKES and not take.startswith(("obl:", "topic:")):
                raise ResourceError(f"{at}: unknown complement {take!r}; we know {', '.join(sorted(TAKES))}, obl:PREP, topic:PREP")
        for lemma in lemmas:
            frames = out.setdefault(lemma, {})
            for take in takes:
                frames.setdefault(take, CueFrame(klass, confidence))
    return out
