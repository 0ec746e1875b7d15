"""Contexts: which words of a sentence show which of PLOVER's contexts.

    "Gunmen attacked the peacekeepers."  ──▶  peacekeeping: [[20, 32]]

The words are data (``contexts.toml``). A weak word ('bill', 'storm') shows its context only beside another of its words.
"""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any

from dragoman.errors import ResourceError
from dragoman.records import Span

_TABLES = ("contexts", "weak", "not")


@dataclasses.dataclass(frozen=True, slots=True)
class Cues:
    """The words of one context, as patterns."""

    strong: re.Pattern[str]
    weak: re.Pattern[str] | None
    other: re.Pattern[str] | None
    """Phrases in which they mean something else."""


@dataclasses.dataclass(frozen=True, slots=True)
class Contexts:
    """The words of all contexts, in the codebook's order."""

    cues: Mapping[str, Cues]

    @classmethod
    def load(cls, names: Iterable[str]) -> Contexts:
        """Read the shipped words.

        Args:
            names: The contexts that there are, in order.

        Raises:
            ResourceError: See :meth:`from_table`.
        """
        name = "contexts.toml"
        return cls.from_table(tomllib.loads((files("dragoman.codebook") / name).read_text(encoding="utf8")), names, name)

    @classmethod
    def from_table(cls, table: Mapping[str, Any], names: Iterable[str], name: str = "contexts") -> Contexts:
        """Build the patterns from a parsed file.

        Raises:
            ResourceError: A table, or a context in one, is unknown.
        """
        order = tuple(names)
        if unknown := sorted(set(table) - set(_TABLES)):
            raise ResourceError(f"{name}: unknown tables {', '.join(unknown)}; accepted are {', '.join(_TABLES)}")
        for key in _TABLES:
            if unknown := sorted(set(table.get(key, ())) - set(order)):
                raise ResourceError(f"{name}: unknown context {unknown[0]!r} in {key}; accepted are {', '.join(order)}")
        strong, weak, other = (table.get(key, {}) for key in _TABLES)
        return cls({c: Cues(_pattern(strong[c]), _maybe(weak.get(c)), _maybe(other.get(c))) for c in order if c in strong})

    def shown(self, text: str) -> dict[str, tuple[Span, ...]]:
        """By context, the spans of the words that show it.

        >>> Contexts.from_table({"contexts": {"legislative": ["senate"]}, "weak": {"legislative": ["bill"]}}, ["legislative"]).shown("the Senate's bill")
        {'legislative': ((4, 10), (13, 17))}
        """
        return {name: spans for name, cues in self.cues.items() if (spans := _spans(cues, text))}


def _spans(cues: Cues, text: str) -> tuple[Span, ...]:
    found = [(m.start(), m.end()) for m in cues.strong.finditer(text)]
    if cues.weak is not None:
        weak = [m for m in cues.weak.finditer(text) if not any(a <= m.start() < b for a, b in found)]
        if found or len({m[0].casefold().removesuffix("s") for m in weak}) > 1:
            found += [(m.start(), m.end()) for m in weak]
    if found and cues.other is not None:
        masked = [(m.start(), m.end()) for m in cues.other.finditer(text)]
        found = [(a, b) for a, b in found if not any(c <= a < d for c, d in masked)]
    return tuple(sorted(found))


def _maybe(words: Iterable[str] | None) -> re.Pattern[str] | None:
    return _pattern(words) if words else None


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(_forms(w) for w in sorted(words, key=len, reverse=True)) + r")\b", re.I)


def _forms(word: str) -> str:
    """A word with its plural and verb forms: spy, spies, spied; abuse, abused, abusing."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return re.escape(word[:-1]) + "(?:y|ies|ied|ying)"
    if word.endswith("e"):
        return re.escape(word[:-1]) + "(?:e|es|ed|ing)"
    return re.escape(word) + "(?:s|es|ed|ing)?"
