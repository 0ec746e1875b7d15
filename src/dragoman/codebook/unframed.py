"""Predicates that have no frame on purpose, and why.

    know (verb)  ──▶  mind: thinking, knowing, feeling ...: no act toward anybody
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from dragoman.errors import ResourceError

if TYPE_CHECKING:
    from dragoman.codebook import Codebook

REASONS = ("says", "mind", "contest", "office", "relation", "too_general", "private", "thing")
_PARTS = {"verbs": "verb", "nouns": "noun"}


@dataclasses.dataclass(frozen=True, slots=True)
class Unframed:
    """The list, by part of speech (``verb``, ``noun``) and lemma."""

    by_lemma: Mapping[tuple[str, str], str]
    """Lemma to reason, one of ``REASONS``."""
    why: Mapping[str, str]
    """A sentence for each reason."""

    @classmethod
    def load(cls) -> Unframed:
        """Read the shipped list.

        Raises:
            ResourceError: An entry is broken; see :meth:`from_table`.
        """
        name = "unframed.toml"
        return cls.from_table(tomllib.loads((files("dragoman.codebook") / name).read_text(encoding="utf8")), name)

    @classmethod
    def from_table(cls, table: Mapping[str, Any], name: str = "unframed") -> Unframed:
        """Build the list from a parsed file.

        Raises:
            ResourceError: An unknown key or reason, a reason without its sentence or given twice, or a lemma given twice.
        """
        by_lemma: dict[tuple[str, str], str] = {}
        why: dict[str, str] = {}
        for n, entry in enumerate(table.get("unframed", ()), 1):
            where, reason = f"{name}, entry {n}", entry.get("reason")
            if reason not in REASONS or reason in why:
                raise ResourceError(f"{where}: reason {reason!r}; accepted are {', '.join(REASONS)}, each once")
            unknown = sorted(set(entry) - {"reason", "why", *_PARTS})
            if unknown or not entry.get("why"):
                fault = f"unknown keys {', '.join(unknown)}" if unknown else "no why"
                raise ResourceError(f"{where}, {reason}: {fault}; accepted are reason, why, verbs, nouns")
            why[reason] = entry["why"]
            for key, pos in _PARTS.items():
                for lemma in entry.get(key, ()):
                    if (pos, lemma) in by_lemma:
                        raise ResourceError(f"{where}, {reason}: the {pos} {lemma!r} is there already, as {by_lemma[pos, lemma]}")
                    by_lemma[pos, lemma] = reason
        return cls(by_lemma, why)

    def reason(self, pos: str, lemma: str) -> str | None:
        """Why a predicate has no frame, one of ``REASONS``; None where it is not listed."""
        return self.by_lemma.get((pos, lemma))

    def framed(self, codebook: Codebook) -> list[tuple[str, str]]:
        """The predicates of the list that a codebook has a frame or an operator for after all: there should be none in ours."""
        return [key for key in self.by_lemma if codebook.frames_for(*key) or codebook.operators.get(*key) is not None]
