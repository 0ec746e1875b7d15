"""How well time expressions are found and resolved: ``python benchmarks/times.py --data FOLDER``.

FOLDER holds ``times_tbaq.jsonl``: lines ``{"text", "published", "gold": [[start, end, type, value], ...]}``. The documents are split
in two by the last bit of the SHA-1 of their text: errors are read in the ``even`` half only, the ``odd`` half is only scored.

    strict F    same span              relaxed F   spans overlap
    value F     spans overlap and the TIMEX3 value is the same string (the measure of TempEval-3)
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from pathlib import Path
from typing import Any

from dragoman.world.calendar import find_times


def half(text: str) -> str:
    """``even`` or ``odd``."""
    return "odd" if int(hashlib.sha1(text.encode()).hexdigest(), 16) % 2 else "even"


def score(documents: list[dict[str, Any]], show: bool = False) -> dict[str, float]:
    """Strict, relaxed and value F1, each in 0 to 1, with the value's precision and recall."""
    gold = system = strict = relaxed = value = 0
    for d in documents:
        times = find_times(d["text"], d["published"])
        gold, system = gold + len(d["gold"]), system + len(times)
        used: set[int] = set()
        for s, e, _, v in d["gold"]:
            k = next((k for k, t in enumerate(times) if k not in used and t.span[0] < e and s < t.span[1]), None)
            if k is None:
                if show:
                    print(f"MISSED {d['published']} {v} | {d['text'][max(0, s - 40) : s]!r} [{d['text'][s:e]!r}] {d['text'][e : e + 20]!r}")
                continue
            used.add(k)
            relaxed += 1
            strict += times[k].span == (s, e)
            value += times[k].value == v
            if show and times[k].value != v:
                print(f"VALUE  {d['published']} {v} not {times[k].value} | {d['text'][max(0, s - 60) : s]!r} [{times[k].text!r}] {d['text'][e : e + 30]!r}")
        if show:
            for k, t in enumerate(times):
                if k not in used:
                    print(f"EXTRA  {d['published']} {t.value} | {d['text'][max(0, t.span[0] - 40) : t.span[0]]!r} [{t.text!r}] {d['text'][t.span[1] :][:20]!r}")
    f = {name: 2 * hits / (gold + system) if gold + system else 0.0 for name, hits in (("strict", strict), ("relaxed", relaxed), ("value", value))}
    return f | {"value P": value / max(system, 1), "value R": value / max(gold, 1)}


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with times_tbaq.jsonl")
    parser.add_argument("--errors", action="store_true", help="list the errors of the even half")
    options = parser.parse_args()
    path = options.data / "times_tbaq.jsonl"
    if not path.is_file():
        print(f"no {path}: this benchmark needs the TimeBank and AQUAINT documents as JSON lines", file=sys.stderr)
        return 2
    documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    print(f"{'half':6}{'documents':>10}" + "".join(f"{n:>9}" for n in ("strict", "relaxed", "value", "value P", "value R")))
    for name in ("even", "odd"):
        part = [d for d in documents if half(d["text"]) == name]
        result = score(part, options.errors and name == "even")
        print(f"{name:6}{len(part):10d}" + "".join(f"{result[n]:9.3f}" for n in ("strict", "relaxed", "value", "value P", "value R")))
    start, size = time.perf_counter(), sum(len(d["text"]) for d in documents)
    for d in documents:
        find_times(d["text"], d["published"])
    print(f"speed {size / (time.perf_counter() - start) / 1e3:.0f} kB/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
