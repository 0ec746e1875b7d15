"""Contexts: which words of a sentence show which of PLOVER's contexts.

    "Gunmen attacked the peacekeepers."  ──▶  peacekeeping: [[20, 32]]

The words are data (``contexts.toml``). A weak word ('bill', 'storm') shows its context only beside another of its words.
"""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from dragoman.errors import ResourceError
from dragoman.records import Span

_TABLES = ("contexts", "weak", "not")
_WORD = re.compile(r"\w+")
_GAPS = frozenset({" ", "-", "'", "’", "' ", "’ ", "\n"})
"""What may stand between the words of a phrase."""


@dataclasses.dataclass(frozen=True, slots=True)
class Contexts:
    """The words of all contexts."""

    order: tuple[str, ...]
    by_phrase: Mapping[str, tuple[tuple[str, str], ...]]
    """Phrase, in lower case with single spaces, to the contexts and tables that it stands in."""
    longest: int
    """Words in the longest phrase."""

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
        """Build the list from a parsed file.

        Raises:
            ResourceError: A table, or a context in one, is unknown.
        """
        order = tuple(names)
        if unknown := sorted(set(table) - set(_TABLES)):
            raise ResourceError(f"{name}: unknown tables {', '.join(unknown)}; accepted are {', '.join(_TABLES)}")
        phrases: dict[str, list[tuple[str, str]]] = {}
        for key in _TABLES:
            for context, words in table.get(key, {}).items():
                if context not in order:
                    raise ResourceError(f"{name}: unknown context {context!r} in {key}; accepted are {', '.join(order)}")
                for word in words:
                    for form in _forms(" ".join(_WORD.findall(word.lower()))):
                        phrases.setdefault(form, []).append((context, key))
        return cls(order, {p: tuple(found) for p, found in phrases.items()}, max((p.count(" ") + 1 for p in phrases), default=0))

    def shown(self, text: str) -> dict[str, tuple[Span, ...]]:
        """By context, in order, the spans of the words that show it.

        >>> Contexts.from_table({"contexts": {"legislative": ["senate"]}, "weak": {"legislative": ["bill"]}}, ["legislative"]).shown("the Senate's bill")
        {'legislative': ((4, 10), (13, 17))}
        """
        found: dict[str, dict[str, list[Span]]] = {}
        for phrase, span in self._phrases(text):
            for context, key in self.by_phrase.get(phrase, ()):
                found.setdefault(context, {}).setdefault(key, []).append(span)
        return {c: spans for c in self.order if c in found and (spans := _kept(found[c], text))}

    def _phrases(self, text: str) -> Iterator[tuple[str, Span]]:
        """Every run of words of a text that is no longer than the longest phrase, the longer ones first."""
        words = [(m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(text)]
        for i, (word, start, end) in enumerate(words):
            runs = [(word, (start, end))]
            for j in range(i + 1, min(i + self.longest, len(words))):
                if text[words[j - 1][2] : words[j][1]] not in _GAPS:
                    break
                runs.append((f"{runs[-1][0]} {words[j][0]}", (start, words[j][2])))
            yield from reversed(runs)


def _kept(found: Mapping[str, list[Span]], text: str) -> tuple[Span, ...]:
    """The spans that count: no part of a longer one, no weak word alone, none that means something else."""
    strong = _outer(found.get("contexts", []))
    weak = [s for s in _outer(found.get("weak", [])) if not _inside(s, strong)]
    if strong or len({text[a:b].casefold().removesuffix("s") for a, b in weak}) > 1:
        strong += weak
    return tuple(sorted(s for s in strong if not _inside(s, found.get("not", []))))


def _outer(spans: Iterable[Span]) -> list[Span]:
    out: list[Span] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not _inside(span, out):
            out.append(span)
    return out


def _inside(span: Span, others: Iterable[Span]) -> bool:
    return any(a <= span[0] and span[1] <= b for a, b in others)


def _forms(word: str) -> set[str]:
    """A word or phrase with its plural and verb forms: spy, spies, spied; abuse, abused, abusing."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return {word, word[:-1] + "ies", word[:-1] + "ied", word + "ing"}
    if word.endswith("e"):
        return {word, word + "s", word + "d", word[:-1] + "ing"}
    return {word, word + "s", word + "es", word + "ed", word + "ing"}
