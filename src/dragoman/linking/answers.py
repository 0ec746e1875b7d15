"""Questions about what several reports tell: happenings, their accounts side by side, and chains of happenings between the same sides.

    links ──▶ happenings: one row each, its independent publishers counted
          ├─▶ accounts: one row a report, and where the reports differ
          └─▶ chains: threat, blockade, attack; call, talks, agreement
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import pyarrow as pa

from dragoman.errors import QueryError
from dragoman.linking.index import Links
from dragoman.record import Filters, Questions, Store
from dragoman.record.filters import accepted

Row = Mapping[str, Any]

_TEXTS = pa.list_(pa.string())
HAPPENINGS = pa.schema(
    [
        ("happening", pa.string()), ("day", pa.date32()), ("type", pa.string()), ("actors", _TEXTS), ("recipients", _TEXTS), ("place", pa.string()),
        ("magnitudes", _TEXTS), ("reports", pa.int64()), ("publishers", pa.int64()), ("differ", _TEXTS), ("first", pa.date32()), ("last", pa.date32()),
        ("documents", _TEXTS), ("version", pa.int64()),
    ]
)  # fmt: skip
"""``reports`` counts all, ``publishers`` those that are independent: of a report and its reprints the earliest only. ``differ`` says in what the
accounts do: type, actors, recipients, day, place, magnitudes, standing."""
ACCOUNTS = pa.schema(
    [
        ("happening", pa.string()), ("published", pa.date32()), ("publisher", pa.string()), ("reprint_of", pa.string()), ("type", pa.string()),
        ("actors", _TEXTS), ("recipients", _TEXTS), ("day", pa.date32()), ("place", pa.string()), ("magnitudes", _TEXTS), ("range", _TEXTS),
        ("status", pa.string()), ("standing", pa.string()), ("speakers", _TEXTS), ("sentence", pa.string()), ("differ", _TEXTS), ("document", pa.string()),
        ("event", pa.string()), ("key", pa.string()),
    ]
)  # fmt: skip
"""``range`` holds over all accounts of the happening: 'killed 12 to 30'. What a report says is empty where no event of it was coded."""
CHAINS = pa.schema(
    [
        ("ladder", pa.string()), ("sides", _TEXTS), ("first", pa.date32()), ("last", pa.date32()), ("types", _TEXTS), ("days", pa.list_(pa.date32())),
        ("steps", _TEXTS), ("documents", _TEXTS),
    ]
)  # fmt: skip
"""``steps`` are the words that tell each step, in the earliest report of it."""

LADDERS: Mapping[str, Mapping[str, int]] = {
    "escalation": {
        **dict.fromkeys(("ACCUSE", "REJECT", "REQUEST"), 1), "THREATEN": 2, **dict.fromkeys(("MOBILIZE", "SANCTION", "COERCE"), 3), "ASSAULT": 4,
    },
    "settlement": {
        "REQUEST": 1, "CONSULT": 2, **dict.fromkeys(("AGREE", "SUPPORT", "CONCEDE"), 3), **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 4),
    },
}  # fmt: skip
"""Rungs from words to deeds, in the order of PLOVER's quad classes and of the intensity of its types (Goldstein 1992)."""
STEP_DAYS = 30
"""Most between two steps of one chain."""
_RUNGS = ", ".join(f"'{type}'" for type in sorted({type for ladder in LADDERS.values() for type in ladder}))
_LEAST_RUNGS = 2
"""That a chain climbs: from a demand to a sanction, from a call to an agreement."""

_TOLD = """
    SELECT l.happening, l.key, l.document, l.event, l.published, l.publisher, l.reprint_of, l.version, e.type, e.actors, e.recipients, e.actor_states,
        e.recipient_states, e.date_start, e.date_basis, e.date_precision, e.place, e.place_precision, e.magnitude, e.status, e.standing, e.speakers,
        e.sentence, e.trigger
    FROM links l LEFT JOIN events e ON e.key = l.key AND e.event = l.event ORDER BY l.published, l.document, l.key, l.event"""
_STEPS = f"""
    SELECT coalesce(l.happening, e.key || ' ' || e.event) AS happening, e.key, e.event, e.document, e.type, e.actors, e.recipients, e.actor_states,
        e.recipient_states, e.day, e.trigger
    FROM events e LEFT JOIN links l ON l.key = e.key AND l.event = e.event
    WHERE e.status = 'actual' AND e.same_as IS NULL AND e.standing <> 'denied' AND e.type IN ({_RUNGS})
    ORDER BY e.day, e.published, e.document, e.key, e.event"""


class Answers:
    """Ask a record what its reports tell together. Links are brought up to date first.

    Args:
        store: The record.
        links: Its links, if they are at hand.
    """

    def __init__(self, store: Store, links: Links | None = None) -> None:
        self.store = store
        self._links = links or Links(store)

    def happenings(self, filters: Filters | None = None, limit: int | None = None) -> pa.Table:
        """A row per happening that two or more reports tell, in the order of days; see :data:`HAPPENINGS`."""
        rows = [_summary(told) for told in self._told(filters)]
        rows.sort(key=lambda r: (r["day"], r["happening"]))
        return pa.Table.from_pylist(rows[:limit], schema=HAPPENINGS)

    def accounts(self, filters: Filters | None = None, limit: int | None = None, happening: str | None = None) -> pa.Table:
        """A row per report of a happening, side by side; see :data:`ACCOUNTS`.

        Args:
            filters: The happenings with an event that they let pass.
            limit: Rows at most.
            happening: One happening's id.

        Raises:
            QueryError: There is no such happening.
        """
        groups = [told for told in self._told(filters) if happening in (None, told[0]["happening"])]
        if happening is not None and not groups:
            raise QueryError(f"happening {happening!r}: this version of the record has none with that id; dragoman ask happenings lists them")
        groups.sort(key=lambda told: (_day(told), told[0]["happening"]))
        rows = [row for told in groups for row in _accounts(told)]
        return pa.Table.from_pylist(rows[:limit], schema=ACCOUNTS)

    def chains(self, filters: Filters | None = None, limit: int | None = None) -> pa.Table:
        """A row per chain of happenings between the same two sides, each one rung up a ladder; see :data:`CHAINS` and :data:`LADDERS`."""
        chosen = self._chosen(filters)
        happenings: dict[str, Row] = {}
        passed: set[str] = set()
        for row in self._ask(_STEPS):
            happenings.setdefault(row["happening"], row)  # the earliest telling stands for it
            if chosen is None or (row["key"], row["event"]) in chosen:
                passed.add(row["happening"])
        rows = [_chain_row(*found) for found in _chains(happenings.values()) if passed & {step["happening"] for step in found[2]}]
        rows.sort(key=lambda r: (r["first"], r["sides"], r["ladder"]))
        return pa.Table.from_pylist(rows[:limit], schema=CHAINS)

    def _ask(self, query: str) -> list[dict[str, Any]]:
        self.store.connection.register("links", self._links.table())
        rows: list[dict[str, Any]] = self.store.ask(query).to_pylist()
        return rows

    def _told(self, filters: Filters | None) -> list[list[Row]]:
        """The tellings of each happening that the filters let pass, in the order of publication."""
        groups: defaultdict[str, list[Row]] = defaultdict(list)
        for row in self._ask(_TOLD):
            groups[row["happening"]].append(row)
        chosen = self._chosen(filters)
        if chosen is None:
            return list(groups.values())
        return [told for told in groups.values() if any((row["key"], row["event"]) in chosen for row in told)]

    def _chosen(self, filters: Filters | None) -> set[tuple[str, str | None]] | None:
        """Keys and ids of the events that the filters let pass, and of the documents, where they can be asked so; null for all."""
        if filters is None or not filters.given():
            return None
        ask = Questions(self.store)
        found: set[tuple[str, str | None]] = {(r["key"], r["event"]) for r in ask.events(filters, columns=("key", "event")).to_pylist()}
        if set(filters.given()) <= set(accepted("documents")):
            found |= {(r["key"], None) for r in ask.documents(filters).to_pylist()}
        return found


def _summary(told: Sequence[Row]) -> dict[str, Any]:
    coded = [row for row in told if row["event"] is not None]
    return {
        "happening": told[0]["happening"], "day": _day(told), "type": _commonest([row["type"] for row in coded]), "actors": _everybody(coded, "actors"),
        "recipients": _everybody(coded, "recipients"), "place": _commonest([row["place"] for row in coded if row["place"]]), "magnitudes": _ranges(coded),
        "reports": len({row["key"] for row in told}), "publishers": _publishers(told), "differ": _differ(coded),
        "first": told[0]["published"], "last": told[-1]["published"], "documents": list(dict.fromkeys(row["document"] for row in told)),
        "version": told[0]["version"],
    }  # fmt: skip


def _accounts(told: Sequence[Row]) -> Iterator[dict[str, Any]]:
    coded = [row for row in told if row["event"] is not None]
    over_all, differ = _ranges(coded), _differ(coded)
    for row in told:
        own = {name: row[name] for name in ACCOUNTS.names if name in row}
        yield {**own, "day": row["date_start"], "magnitudes": _ranges([row]) if row["event"] else [], "range": over_all, "differ": differ}


def _day(told: Iterable[Row]) -> dt.date:
    """The day that most accounts give; where none gives one, that of the first report."""
    told = list(told)
    days = [row["date_start"] for row in told if row["date_start"] and row["date_basis"] != "published" and row["date_precision"] in ("day", "minute")]
    day: dt.date = _commonest(days) or told[0]["published"]
    return day


def _commonest(values: Iterable[Any]) -> Any:
    """The value that is met most, the smallest of several; null where there is none."""
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


def _everybody(rows: Iterable[Row], side: str) -> list[str]:
    counted = Counter(who for row in rows for who in set(row[side] or ()) if who)
    return sorted(counted, key=lambda who: (-counted[who], who))


def _publishers(told: Iterable[Row]) -> int:
    """Independent tellings by publisher: a reprint is its original's; a report without a publisher is one of its own."""
    return len({row["publisher"] or ("", row["key"]) for row in told if row["reprint_of"] is None}) or 1


def _numbers(row: Row) -> Iterator[tuple[str, float, float]]:
    for m in row["magnitude"] or ():
        low, high = m["low"], m["high"]
        if low is not None or high is not None:
            kind = m["unit"] or m["kind"] if m["kind"] == "items" else m["kind"]
            yield kind, low if low is not None else high, high if high is not None else low


def _ranges(rows: Iterable[Row]) -> list[str]:
    """Over all rows, for each kind the lowest and the highest number: 'killed 12 to 30'."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for row in rows:
        for kind, low, high in _numbers(row):
            found[kind] += (low, high)
    return [f"{kind} {min(n):g}" + (f" to {max(n):g}" if max(n) > min(n) else "") for kind, n in sorted(found.items())]


def _differ(coded: Sequence[Row]) -> list[str]:
    """In what accounts of one happening are not at one; reprints are no accounts of their own."""
    rows = [row for row in coded if row["reprint_of"] is None] or list(coded)
    out = []
    if len({row["type"] for row in rows}) > 1:
        out.append("type")
    for side in ("actors", "recipients"):
        named = [{s or a for a, s in zip(row[side] or (), row[f"{side[:-1]}_states"] or ()) if s or a} for row in rows]
        if any(a and b and not a & b for a, b in combinations(named, 2)):
            out.append(side)
    given = {row["date_start"] for row in rows if row["date_start"] and row["date_basis"] != "published"}
    if len(given) > 1:
        out.append("day")
    if len({row["place"] for row in rows if row["place"] and row["place_precision"] not in ("country", "region")}) > 1:
        out.append("place")
    numbers: defaultdict[str, set[tuple[float, float]]] = defaultdict(set)
    for row in rows:
        for kind, low, high in _numbers(row):
            numbers[kind].add((low, high))
    if any(len(found) > 1 for found in numbers.values()):
        out.append("magnitudes")
    if len({row["standing"] for row in rows}) > 1:
        out.append("standing")
    return out


def _chains(happenings: Iterable[Row]) -> Iterator[tuple[str, tuple[str, str], list[Row]]]:
    """Ladder, sides and steps of each chain: for two sides, in the order of days, every happening that is a rung above the last step."""
    between: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in happenings:
        for sides in _sides(row):
            between[sides].append(row)
    for sides, rows in sorted(between.items()):
        rows.sort(key=lambda row: row["day"])
        for ladder, rung in LADDERS.items():
            for steps in _climbing([row for row in rows if row["type"] in rung], rung):
                if rung[steps[-1]["type"]] - rung[steps[0]["type"]] >= _LEAST_RUNGS:
                    yield ladder, sides, steps


def _climbing(rows: Iterable[Row], rung: Mapping[str, int]) -> Iterator[list[Row]]:
    """Runs of steps, each higher and later than the one before, and soon after it; one that has reached the top begins anew below it."""
    steps: list[Row] = []
    for row in rows:
        ended = steps and (
            (row["day"] - steps[-1]["day"]).days > STEP_DAYS
            or (rung[steps[-1]["type"]] == max(rung.values()) and rung[row["type"]] < max(rung.values()))
        )
        if ended:
            yield steps
            steps = []
        if not steps or _climbs(steps[-1], row, rung):
            steps = [*steps, row]
    if steps:
        yield steps


def _climbs(last: Row, row: Row, rung: Mapping[str, int]) -> bool:
    """A higher rung on a later day: what comes first on one day isn't known."""
    return rung[row["type"]] > rung[last["type"]] and bool(row["day"] > last["day"])


def _sides(row: Row) -> set[tuple[str, str]]:
    """The pairs of sides between which it happened: states, or actors that are no state's."""
    who = [
        {state or actor for actor, state in zip(row[side] or (), row[f"{side[:-1]}_states"] or ()) if state or actor} for side in ("actors", "recipients")
    ]
    pairs = [(a, r) for a in who[0] for r in who[1]] if who[1] else list(combinations(who[0], 2))
    return {(min(a, r), max(a, r)) for a, r in pairs if a != r}


def _chain_row(ladder: str, sides: tuple[str, str], steps: Sequence[Row]) -> dict[str, Any]:
    return {
        "ladder": ladder, "sides": list(sides), "first": steps[0]["day"], "last": steps[-1]["day"], "types": [s["type"] for s in steps],
        "days": [s["day"] for s in steps], "steps": [s["trigger"] for s in steps], "documents": [s["document"] for s in steps],
    }  # fmt: skip
