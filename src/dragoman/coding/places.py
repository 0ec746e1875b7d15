"""Where an event happened: the place named in its own clause, as precise as the words are."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

import msgspec

from dragoman.coding.propositions import preposition
from dragoman.language.analysis import Analysis
from dragoman.records import Event, Place
from dragoman.world.mentions import Mentions
from dragoman.world.places import Gazetteer, find_places

_EVENT_CLAUSE = frozenset({"ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "conj"})


def place_events(analysis: Analysis, events: Sequence[Event], gazetteer: Gazetteer, mentions: Mentions) -> tuple[Event, ...]:
    """Give each event the nearest place in its clause ('in Goma'), none where its clause names none."""
    if not events:
        return ()
    countries = tuple(dict.fromkeys(a.country for a in mentions.actors.values() if a.country))
    places = find_places(analysis, gazetteer, countries)
    starts = [s[0] for s in analysis.span]
    at: dict[int, Place] = {}
    for p in places:
        if p.span is not None:
            first = bisect.bisect_left(starts, p.span[0])
            tokens = range(first, max(first + 1, bisect.bisect_left(starts, p.span[1])))
            head = next((k for k in tokens if k < len(analysis) and analysis.head[k] not in tokens), None)
            if head is not None:
                at[head] = p
    return tuple(_placed(analysis, e, at, starts) for e in events)


def _placed(a: Analysis, event: Event, at: dict[int, Place], starts: list[int]) -> Event:
    head = max(0, bisect.bisect_right(starts, event.trigger.span[0]) - 1)
    last = max(head, bisect.bisect_left(starts, event.trigger.span[1]) - 1)
    top = next((k for k in range(head, last + 1) if not head <= a.head[k] <= last), head)
    best: tuple[int, Place] | None = None
    stack = [(c, 1) for c in a.children[top]]
    while stack:
        k, depth = stack.pop()
        if a.rel[k] in _EVENT_CLAUSE and a.upos[k] in ("VERB", "AUX", "ADJ"):
            continue
        if k in at and a.rel[k] in ("obl", "nmod", "obj", "nsubj:pass", "nmod:poss", "appos") and _locative(a, k):
            rank = depth * 1000 + abs(k - top)
            if best is None or rank < best[0]:
                best = (rank, at[k])
        if depth < 4:
            stack += [(c, depth + 1) for c in a.children[k]]
    return msgspec.structs.replace(event, place=best[1]) if best else event


def _locative(a: Analysis, k: int) -> bool:
    return preposition(a, k) in ("in", "at", "near", "outside", "inside", "across", "around", "throughout", "off", "within")

