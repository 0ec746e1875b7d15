"""Pictures of a record: SVG and PNG files to publish.

    Store, Filters ──▶ Questions ──▶ rows ──▶ timeline, dyads, positions, network, map ──▶ file

What a picture counts stands below it: how many events of how many reports and publishers, from when to when, by which filters, and what is left out.
Needs ``pip install 'dragoman[record,pictures]'``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import QueryError, StoreError

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.pictures._canvas import Heading
    from dragoman.record import Filters, Store

__all__ = ["FORMATS", "KINDS", "draw"]

KINDS = ("timeline", "dyads", "positions", "network", "map")
FORMATS = ("svg", "png")
_TOP = {"timeline": 0, "dyads": 12, "positions": 12, "network": 20, "map": 300}
_MOST = {"timeline": 0, "dyads": 40, "positions": 40, "network": 40, "map": 5000}
"""Rows that are shown unless told otherwise, and at most: more can't be read on a page."""
_PERIODS = ("auto", "day", "week", "month", "quarter", "year")
_UNITS = ("actor", "state", "country")
_STANDS = ("question", "question_text", "holder", "stance", "tense", "standing", "speakers")
_COUNTED = ("standing", "same_as", "day", "publisher", "key")


def draw(
    kind: str, store: Store, output: str | Path, filters: Filters | None = None, *, per: str | None = None, by: str | None = None, top: int | None = None,
    title: str | None = None,
) -> None:  # fmt: skip
    """Draw a picture of a record into a file. The same record gives the same file.

    Args:
        kind: ``timeline`` (counts and mean scores by period), ``dyads`` (a heat map), ``positions`` (a board of actors and questions), ``network``
            (who acts toward whom), ``map`` (events at their places).
        store: The record.
        output: A file's name that ends in .svg or .png.
        filters: What to count; events that happened (``status`` actual) unless they say otherwise.
        per: For the timeline: day, week, month, quarter, year; auto (as without it) takes what gives some ten to a hundred bars.
        by: For dyads and network: actor (as without it), state, country.
        top: How many actors, questions or places to show at most.
        title: Above the picture.

    Raises:
        QueryError: A setting that makes no sense, or nothing passes the filters.
        StoreError: matplotlib is not installed, or the file can't be written.
    """
    format = _format(output)
    _check(kind, per, by, top)
    try:
        from dragoman.pictures import _canvas
    except ModuleNotFoundError as error:
        if error.name != "matplotlib":
            raise
        raise StoreError("pictures need matplotlib, which is not installed: pip install 'dragoman[record,pictures]'") from error
    from dragoman.record import Filters

    asked = _Asked(store, filters or Filters(), per or "auto", by or "actor", top or _TOP[kind], title)
    heading, make = _MAKERS[kind](asked)
    picture = _canvas.render(make, format, heading)
    try:
        Path(output).write_bytes(picture)
    except OSError as error:
        raise StoreError(f"{output}: can't be written: {error.strerror or error}") from error


def _format(output: str | Path) -> str:
    suffix = Path(output).suffix[1:].lower()
    if suffix not in FORMATS:
        raise QueryError(f"{output}: a picture's name ends in {' or '.join('.' + f for f in FORMATS)}")
    return suffix


def _check(kind: str, per: str | None, by: str | None, top: int | None) -> None:
    if kind not in KINDS:
        raise QueryError(f"picture {kind!r}: accepted are {', '.join(KINDS)}")
    for name, value, accepted, kinds in (("per", per, _PERIODS, ("timeline",)), ("by", by, _UNITS, ("dyads", "network"))):
        if value is not None and kind not in kinds:
            raise QueryError(f"{name}: accepted with {' and '.join(kinds)} only")
        if value is not None and value not in accepted:
            raise QueryError(f"{name} {value!r}: accepted are {', '.join(accepted)}")
    if top is not None and not 1 <= top <= _MOST[kind]:
        raise QueryError(f"top {top}: {f'{kind} accepts 1 to {_MOST[kind]}' if _MOST[kind] else 'a timeline shows all its periods'}")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What to draw, of what."""

    store: Store
    filters: Filters
    per: str
    by: str
    top: int
    title: str | None

    def events(self, *columns: str) -> pa.Table:
        """Events that happened, each once."""
        import pyarrow.compute as pc

        from dragoman.record import Questions

        happened = self.filters.or_else(status=("actual",))
        table = Questions(self.store).events(happened, columns=(*_COUNTED, *columns))
        return table.filter(pc.is_null(table["same_as"]))

    def names(self, by: str = "actor") -> dict[str, str]:
        """Actors' names by id; by state or country the names of states."""
        known = self.store.ask("SELECT actor, any_value(name ORDER BY name) AS name, any_value(country ORDER BY country) AS country FROM actors GROUP BY actor")
        return {row["actor"]: row["name"] for row in known.to_pylist() if row["name"] and (by == "actor" or row["actor"] == row["country"])}

    def acting_for(self) -> dict[str, str]:
        """The state that an actor acts for, by the actor's id."""
        known = self.store.ask("SELECT actor, any_value(state ORDER BY state) AS state FROM actors WHERE state IS NOT NULL GROUP BY actor")
        return {row["actor"]: row["state"] for row in known.to_pylist()}

    def heading(self, title: str, notes: Sequence[str]) -> Heading:
        """The title and all notes: what was counted, what is not shown, filters, and the record's version."""
        from dragoman.pictures._canvas import Heading

        codings = self.store.ask("SELECT DISTINCT coder, codebook, model FROM documents ORDER BY ALL LIMIT 4").to_pylist()
        coded = "; ".join(" ".join(str(v) for v in c.values() if v) for c in codings[:3]) + ("; and others" if len(codings) > 3 else "")
        filters = _told(self.filters)
        kept = f"Record {Path(self.store.place).name}, version {self.store.version}. Coded by {coded}."
        return Heading(self.title or title, [*(n for n in notes if n), *([f"Filters: {filters}."] if filters else []), kept])


def _told(filters: Filters) -> str:
    """Filters in words."""
    from dragoman.pictures._canvas import label

    parts = []
    for name in filters.given():
        value = getattr(filters, name)
        text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
        parts.append(f"{name.replace('_', ' ')} {label(text, 80)}")
    return "; ".join(parts)


def _plural(n: int, word: str) -> str:
    return f"{n:,} {word}{'' if n == 1 else 's'}"


def _left(**hidden: int) -> str:
    """What there was no room for: 'Not shown for want of room: 37 actors.'"""
    parts = [_plural(n, word) for word, n in hidden.items() if n > 0]
    return f" Not shown for want of room: {', '.join(parts)}." if parts else ""


def _reports(rows: pa.Table) -> str:
    """'in 28 reports (4 publishers; 3 reports name none), 2024-01-03 to 2024-02-10', from the columns ``key``, ``publisher`` and ``day``."""
    first, last = _days(rows)
    reports = rows.group_by(["key", "publisher"]).aggregate([])["publisher"].to_pylist()
    publishers = len({p for p in reports if p})
    unnamed = sum(not p for p in reports)
    by = [_plural(publishers, "publisher")] if publishers else []
    if unnamed:
        by.append(f"{_plural(unnamed, 'report')} name{'s' if unnamed == 1 else ''} none" if publishers else "publishers not named")
    return f"in {_plural(len(reports), 'report')} ({'; '.join(by)}){f', {first} to {last}' if first else ''}"


def _days(rows: pa.Table) -> tuple[date | None, date | None]:
    """The first and the last day."""
    import pyarrow.compute as pc

    found = pc.min_max(rows["day"]).as_py()
    return found["min"], found["max"]


def _counted(rows: pa.Table, filters: Filters) -> str:
    """The note of events: how many, on whose word, where from."""
    standings = Counter({row["values"]: row["counts"] for row in rows["standing"].value_counts().to_pylist()})
    own, denied, all = standings["reporter"], standings["denied"], rows.num_rows
    status = "" if "status" not in filters.given() else f" ({', '.join(filters.status)})"
    words = f"{own:,} asserted by the report, {all - own - denied:,} claimed by somebody it cites, {denied:,} denied by somebody named"
    return f"{_plural(all, 'event')}{status} {_reports(rows)}: {words}. Reports are counted, not happenings: two reports of one event count twice."


def _nothing(what: str) -> QueryError:
    return QueryError(f"nothing to draw: no {what} passes these filters")


def _timeline(asked: _Asked) -> Any:
    from dragoman.pictures import timeline
    from dragoman.record import Questions

    events = asked.events()
    first, last = _days(events)
    if first is None or last is None:
        raise _nothing("event with a date")
    per = timeline.period_for(first, last) if asked.per == "auto" else asked.per
    rows = [row for row in Questions(asked.store).timeline(asked.filters, per=per).to_pylist() if isinstance(row["period"], date)]
    undated = f"{_plural(events['day'].null_count, 'event')} without a date not shown. " if events["day"].null_count else ""
    scores = "Scores: PLOVER's, −10 (conflict) to +10 (cooperation), mean of the period's events; no point where there is none."
    heading = asked.heading(f"Events per {per}", [_counted(events, asked.filters), undated + scores])
    return heading, lambda: timeline.draw(rows, per, heading)


def _pairs(asked: _Asked) -> list[dict[str, Any]]:
    from dragoman.record import Questions

    rows: list[dict[str, Any]] = Questions(asked.store).dyads(asked.filters, per="all", by=asked.by).to_pylist()
    if not rows:
        raise _nothing("event with an actor and a recipient")
    return rows


_TOWARD = "Only events between two actors are drawn; what two do together counts for each toward the other."


def _dyads(asked: _Asked) -> Any:
    from dragoman.pictures import dyads

    rows, names, top = _pairs(asked), asked.names(asked.by), asked.top
    shown = dyads.choose(rows, top)
    scores = "In a cell: the mean score (PLOVER's, −10 conflict to +10 cooperation) and the number n of events that reports assert."
    hidden = _left(actor=len({r["actor"] for r in rows}) - len(shown[0]), recipient=len({r["recipient"] for r in rows}) - len(shown[1]))
    heading = asked.heading(f"Who acts toward whom, by {asked.by}", [_counted(asked.events(), asked.filters), f"{_TOWARD} {scores}{hidden}"])
    return heading, lambda: dyads.draw(rows, names, top, heading)


def _network(asked: _Asked) -> Any:
    from dragoman.pictures import network

    rows, names, top = _pairs(asked), asked.names(asked.by), asked.top
    rows = [r for r in rows if r["actor"] != r["recipient"]]
    if not rows:
        raise _nothing("event between two actors")
    ids, arrows = network.choose(rows, top)
    hidden = _left(actor=len({r[side] for r in rows for side in ("actor", "recipient")}) - len(ids), arrow=len(rows) - len(arrows))
    notes = [_counted(asked.events(), asked.filters), f"{_TOWARD} An arrow's score is the mean over events that reports assert.{hidden}"]
    heading = asked.heading(f"Who acts toward whom, by {asked.by}", notes)
    return heading, lambda: network.draw(rows, names, top, heading)


def _positions(asked: _Asked) -> Any:
    import pyarrow as pa

    from dragoman.pictures import positions
    from dragoman.record import Questions

    table = Questions(asked.store).positions(asked.filters).select([*_STANDS, "as_of", "publisher", "key"])
    rows = table.to_pylist()
    stands = positions.latest(rows, asked.acting_for())
    if not stands:
        raise _nothing("current position with a known holder")
    used = table.filter(pa.array([positions.counts(row) for row in rows], pa.bool_())).rename_columns({"as_of": "day"})
    left = table.num_rows - used.num_rows
    note = f"{_plural(used.num_rows, 'position')} {_reports(used)}; each actor's latest on a question is shown, questions with several stances first."
    if left:
        note += f" {_plural(left, 'position')} past, denied, or of nobody known left out."
    chosen = positions.choose(stands, asked.top)
    note += _left(question=len({s.question for s in stands}) - len(chosen[0]), actor=len({s.holder for s in stands}) - len(chosen[1]))
    heading = asked.heading("Who stands where", [note])
    texts = {row["question"]: row["question_text"] for row in rows}
    names = asked.names()
    return heading, lambda: positions.draw(stands, texts, names, asked.top, heading)


def _map(asked: _Asked) -> Any:
    import pyarrow.compute as pc

    from dragoman.pictures import basemap, places

    events = asked.events("place", "lat", "lon", "score")
    found = places.spots(events.filter(pc.is_valid(events["lat"])).to_pylist())
    if not found:
        raise _nothing("event at a place with coordinates")
    without = events.num_rows - sum(s.events for s in found)
    note = f"{_plural(without, 'event')} without coordinates (no place, or only a country) not shown." if without else ""
    land = "Land and borders: Natural Earth 1:50m, as held on the ground by its judgement; no statement on any claim."
    heading = asked.heading("Where it happened", [_counted(events, asked.filters), f"{note}{_left(place=len(found) - asked.top)} {land}"])
    return heading, lambda: places.draw(found, asked.top, basemap.load_basemap(), heading)


_MAKERS = {"timeline": _timeline, "dyads": _dyads, "network": _network, "positions": _positions, "map": _map}
