"""What changed between two versions of a record, or two codings of it: document by document, event by event.

    old ─┐  documents in one of them only                      ──▶ added, removed
         ├─ documents coded anew: events paired by their words ──▶ added, removed, changed (which field, from what, to what)
    new ─┘  documents with the same coding                     ──▶ nothing
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from dragoman.record.store import Store

_COMPARED = (
    "type", "modes", "cameo", "contexts", "actors", "recipients", "trigger", "status", "standing", "date_start", "date_end", "place", "theme",
    "same_as",
)  # fmt: skip
_CHUNK = 2000
"""Documents compared at a time."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. ``what`` is ``document`` or ``event``; ``change`` is ``added``, ``removed`` or ``changed``."""

    what: str
    change: str
    document: str
    event: str | None = None
    """Its id in the new coding; in the old one where it was removed."""
    type: str | None = None
    trigger: str | None = None
    fields: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    """For what changed: the old value and the new one."""


def diff(old: Store, new: Store) -> Iterator[Change]:
    """The differences, documents first."""
    before, after = _codings(old), _codings(new)
    for document_key, (_, document) in before.items():
        if document_key not in after:
            yield Change("document", "removed", document)
    for document_key, (_, document) in after.items():
        if document_key not in before:
            yield Change("document", "added", document)
    anew = [(before[k][0], after[k][0]) for k in after if k in before and before[k][0] != after[k][0]]
    for start in range(0, len(anew), _CHUNK):
        chunk = anew[start : start + _CHUNK]
        olds, news = _events(old, [a for a, _ in chunk]), _events(new, [b for _, b in chunk])
        for a, b in chunk:
            yield from _compare(olds[a], news[b])


def _codings(store: Store) -> dict[str, tuple[str, str]]:
    """By the document's key: the key of its coding, and its id."""
    return {r["document_key"]: (r["key"], r["document"]) for r in store.ask("SELECT document_key, key, document FROM documents").to_pylist()}


def _events(store: Store, keys: Sequence[str]) -> defaultdict[str, list[dict[str, Any]]]:
    columns = ", ".join(("key", "document", "event", "trigger_span", *_COMPARED))
    out: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in store.ask(f"SELECT {columns} FROM events WHERE list_contains($keys, key) ORDER BY document, trigger_span, event", {"keys": keys}).to_pylist():
        out[row["key"]].append(row)
    return out


def _compare(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> Iterator[Change]:
    """Pair the events of one document: first those that agree on who does what, then those that stand at the same words."""
    left, pairs = list(old), []
    unpaired = list(new)
    for alike in (lambda e: (e["trigger_span"], e["type"], e["actors"], e["recipients"]), lambda e: e["trigger_span"]):
        rest = []
        for event in unpaired:
            partner = next((o for o in left if alike(o) == alike(event)), None)
            if partner is None:
                rest.append(event)
            else:
                left.remove(partner)
                pairs.append((partner, event))
        unpaired = rest
    for a, b in pairs:
        fields = {name: (a[name], b[name]) for name in _COMPARED if a[name] != b[name]}
        if fields:
            yield Change("event", "changed", b["document"], b["event"], b["type"], b["trigger"], fields)
    for change, events in (("removed", left), ("added", unpaired)):
        for e in events:
            yield Change("event", change, e["document"], e["event"], e["type"], e["trigger"])
