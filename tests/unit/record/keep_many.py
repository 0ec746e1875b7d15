"""A process that keeps documents: ``python -m tests.unit.record.keep_many PLACE FIRST LAST BATCH``."""

from __future__ import annotations

import sys

from dragoman.record import Store, Writer
from tests.unit.record.made import talks


def main(place: str, first: str, last: str, batch: str) -> None:
    with Writer(Store(place, create=True), documents=int(batch)) as writer:
        for n in range(int(first), int(last)):
            writer.add(talks(n))


if __name__ == "__main__":
    main(*sys.argv[1:])
