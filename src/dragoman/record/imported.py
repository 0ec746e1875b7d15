"""Events of other data sets, kept beside the record's own: table ``imported``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec
import pyarrow as pa

from dragoman.exchange.foreign import ForeignEvent
from dragoman.record import _delta, schema
from dragoman.record.store import Store

_BATCH = 50_000


def keep_imported(store: Store, events: Iterable[ForeignEvent]) -> tuple[int, int]:
    """Keep events; one with the same data set and id as a kept one is not kept again.

    Returns:
        How many are new, and how many were there already.
    """
    place = store.table("imported")
    if not _delta.exists(place):
        _delta.create(place, schema.imported_columns(), f"dragoman record, schema {schema.VERSION}: imported")
    kept = _delta.dataset(place).to_table(columns=["dataset", "id"])
    known = set(zip(kept["dataset"].to_pylist(), kept["id"].to_pylist()))
    new = seen = 0
    for batch in _batches(events):
        fresh = {(e.dataset, e.id): e for e in batch if (e.dataset, e.id) not in known}
        seen += len(batch) - len(fresh)
        if fresh:
            rows = [msgspec.to_builtins(e) | {"raw": json.dumps(e.raw)} for e in fresh.values()]
            _delta.append(place, pa.Table.from_pylist(rows, schema=schema.imported_columns()), {"dragoman": f"import {len(rows)}"})
            known |= fresh.keys()
            new += len(fresh)
    store.refresh()
    return new, seen


def _batches(events: Iterable[ForeignEvent]) -> Iterator[list[ForeignEvent]]:
    source = iter(events)
    while batch := list(islice(source, _BATCH)):
        yield batch
