"""Speed on one thread, from raw text to tree and mentions, and to the whole record: ``python benchmarks/speed.py --data FOLDER``.

Words are separated by white space; tokens are UD's words (punctuation and clitics count), as parsers' speeds are usually given. All times
but the last are the process's own (CPU time, both user and system), so that what else the machine does shows little; each is the median of
the runs, after one to warm up. The graphs' share is the time inside onnxruntime. Peak memory is the process's. First result is wall time
from the command to its end, as a process of its own, and so the only figure that needs a quiet machine.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

STAGES = {
    "mentions": ("resolve_mentions", "with_speakers"), "times": ("find_times",), "statements": ("find_statements",), "events": ("code_events",),
    "places": ("place_events",), "positions": ("take_positions", "find_disagreements"), "roles": ("find_roles",),
}  # fmt: skip
"""What the coder calls, by stage."""


def texts(data: Path, words: int, name: str = "attribution_polnear_dev") -> list[str]:
    """News articles, whole, in file order, until so many words are there."""
    out: list[str] = []
    count = 0
    with open(data / "benchmarks" / f"{name}.jsonl", encoding="utf8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            out.append(text)
            count += len(text.split())
            if count >= words:
                break
    return out


def _timed(call: Callable[..., Any], spent: Counter[str], stage: str) -> Callable[..., Any]:
    def run(*args: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return call(*args, **named)
        finally:
            spent[stage] += time.process_time() - start  # type: ignore[assignment]

    return run


@contextmanager
def stopwatch() -> Iterator[Counter[str]]:
    """Seconds by stage while it is open: ``graphs`` and those of ``STAGES``."""
    from dragoman import coder
    from dragoman.language._onnx import Graph

    spent: Counter[str] = Counter()
    watched = [(Graph, "__call__", "graphs")] + [(coder, name, stage) for stage, names in STAGES.items() for name in names]
    originals = [getattr(owner, name) for owner, name, _ in watched]
    for (owner, name, stage), call in zip(watched, originals):
        setattr(owner, name, _timed(call, spent, stage))
    try:
        yield spent
    finally:
        for (owner, name, _), call in zip(watched, originals):
            setattr(owner, name, call)


def one_run(coder: Any, corpus: list[str]) -> tuple[Counter[str], int]:
    """Seconds by stage of analysing and coding all texts, and the number of tokens."""
    from dragoman.records import Document

    with stopwatch() as spent:
        start = time.process_time()
        analyses = [coder.language.analyze(t) for t in corpus]
        spent["language"] = time.process_time() - start  # type: ignore[assignment]
        spent["language, inside graphs"] = spent.pop("graphs", 0)
        start = time.process_time()
        for n, (text, analysis) in enumerate(zip(corpus, analyses)):
            coder.code_analysis(Document(id=str(n), text=text, published="2016-06-01"), analysis)
        spent["coding"] = time.process_time() - start  # type: ignore[assignment]
        spent["coding, inside graphs"] = spent.pop("graphs", 0)
    return spent, sum(len(a) for a in analyses)


def first_result(text: str, runs: int) -> list[float]:
    """Wall seconds of ``dragoman code`` for one short report; byte code is kept, as an installed package has it."""
    command = [sys.executable, "-m", "dragoman", "code", "-", "--format", "jsonl"]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    took = []
    for _ in range(runs + 1):
        begin = time.perf_counter()
        subprocess.run(command, input=text.encode(), capture_output=True, check=True, env=environment)
        took.append(time.perf_counter() - begin)
    return took[1:]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--words", type=int, default=40_000)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    if not args.data.is_dir():
        sys.exit(f"{args.data}: no such folder; this benchmark reads news articles from it")
    from dragoman.coder import Coder

    corpus = texts(args.data, args.words)
    words = sum(len(t.split()) for t in corpus)
    coder = Coder.load()
    one_run(coder, corpus[:2])
    runs = [one_run(coder, corpus) for _ in range(args.runs)]
    tokens = runs[0][1]
    spent = {k: statistics.median(r[k] for r, _ in runs) for k in runs[0][0]}
    language, coding = spent["language"], spent["coding"]
    figures: dict[str, Any] = {
        "words": words, "tokens": tokens,
        "tokens/s, text to tree and mentions": round(tokens / language), "words/s, text to tree and mentions": round(words / language),
        "the graphs' share of it": round(spent["language, inside graphs"] / language, 3),
        "tokens/s, text to record": round(tokens / (language + coding)), "words/s, text to record": round(words / (language + coding)),
        "us a word, language": round(1e6 * language / words, 1),
    }  # fmt: skip
    figures |= {f"us a word, {stage}": round(1e6 * spent[stage] / words, 1) for stage in STAGES if stage in spent}
    figures["us a word, graphs inside of coding"] = round(1e6 * spent["coding, inside graphs"] / words, 1)
    figures["us a word, rest of coding"] = round(1e6 * (coding - sum(spent.get(s, 0.0) for s in STAGES)) / words, 1)
    figures["peak memory, MB"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    took = first_result(corpus[0][:1500], 3)
    figures["first result, s (wall; least, median)"] = f"{min(took):.2f}, {statistics.median(took):.2f}"
    for key, value in figures.items():
        print(f"| {key} | {value} |")


if __name__ == "__main__":
    main()
