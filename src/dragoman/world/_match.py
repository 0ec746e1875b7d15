"""Find the names of a table in a text: Aho-Corasick over characters, whole words only, the longest name wins.

    ... the  United Nations Security Council  and  U.N.  envoys ...
             ├────────────┤ inside a longer name: dropped
             └──────────────────────────────┘ UN-SC     └──┘ UN

Aho & Corasick (1975), Efficient string matching; the automaton is that of ``ahocorasick_rs``, this is the one file that imports it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

_PLAIN = str.maketrans({"\n": " ", "\t": " ", "\r": " ", " ": " ", "’": "'", "‘": "'", "ʼ": "'", "–": "-", "‑": "-", "‐": "-"})


class NameEntry(NamedTuple):
    """What a name may mean: an actor's id, and how (``name``, ``adjective``, ``demonym``, ``capital``, ``metonym``, ``abbreviation``)."""

    actor: str
    kind: str


@dataclasses.dataclass(frozen=True, slots=True)
class Hit:
    """A name in a text: code points ``[start, end)`` and its possible meanings, in the table's order."""

    start: int
    end: int
    entries: tuple[NameEntry, ...]


def plain(text: str) -> str:
    """Spaces and apostrophes in one form each, length unchanged."""
    return text.translate(_PLAIN)


class NameMatcher:
    """An automaton over the names of all actors. Case counts: 'US' is a state, 'us' is not."""

    def __init__(self, names: Iterable[tuple[str, NameEntry]]) -> None:
        """Build from ``(name, entry)`` pairs; one name may come several times."""
        table: dict[str, tuple[NameEntry, ...]] = {}
        for name, entry in names:
            key = plain(name).strip()
            entries = table.get(key, ())
            if entry not in entries:
                table[key] = (*entries, entry)
        table.pop("", None)
        self._names = list(table)
        self._entries: Sequence[tuple[NameEntry, ...]] = list(table.values())
        self._by_name = table
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.Standard)

    def __contains__(self, name: str) -> bool:
        return plain(name) in self._by_name

    def entries(self, name: str) -> tuple[NameEntry, ...]:
        """What one name, given whole, may mean."""
        return self._by_name.get(plain(name), ())

    def find(self, text: str) -> list[Hit]:
        """Return the names in ``text`` in order, none overlapping; of two that overlap the longer one stays."""
        simple = plain(text)
        found = [
            (start, end, number)
            for number, start, end in self._automaton.find_matches_as_indexes(simple, overlapping=True)
            if _whole(simple, start, end)
        ]
        found.sort(key=lambda f: (f[0] - f[1], f[0]))
        taken = bytearray(len(text) + 1)
        out = []
        for start, end, number in found:
            if taken[start] or taken[end - 1]:
                continue
            taken[start:end] = b"\1" * (end - start)
            out.append(Hit(start, end, self._entries[number]))
        out.sort(key=lambda h: h.start)
        return out


def _whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isalnum() or before == "_" or after.isalnum() or after == "_":
        return False
    if before == "." and start > 1 and text[start - 2].isalpha() and not text[start - 2 : start + 1].isspace():
        return False  # 'www.turkey.com', 'A.B.C'
    return not (after == "." and end + 1 < len(text) and text[end + 1].isalnum() and text[end - 1].isalpha())
