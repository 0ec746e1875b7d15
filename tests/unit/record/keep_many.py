"""A process that keeps documents until it is done or killed: ``python -m tests.unit.record.keep_many PLACE FIRST LAST BATCH [PAUSE_S]``."""

from __future__ import annotations

import sys
import time

from dragoman.record import Store, Writer
from tests.unit.record.made import talks


def main(place: str, first: str, last: str, batch: str, pause_s: str = "0") -> None:
    with Writer(Store(place, create=True), documents=int(batch)) as writer:
        for n in range(int(first), int(last)):
            writer.add(talks(n))
            if n == int(first) + int(batch):
                print("writing", flush=True)
            time.sleep(float(pause_s))


if __name__ == "__main__":
    main(*sys.argv[1:])
