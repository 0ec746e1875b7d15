"""Speed on one thread, from raw text to tree and mentions, and to the whole record: ``python benchmarks/speed.py --data FOLDER``.

Words are white-space separated; tokens are UD's words (punctuation and clitics count), as parsers' speeds are usually given. The encoder's
share is the time inside onnxruntime. Peak memory is the process's. First result is timed as a process of its own.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path


def texts(data: Path, words: int) -> list[str]:
    """News articles, whole, in file order, until so many words are there."""
    out: list[str] = []
    count = 0
    with open(data / "benchmarks" / "attribution_polnear_dev.jsonl", encoding="utf8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            out.append(text)
            count += len(text.split())
            if count >= words:
                break
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--words", type=int, default=40_000)
    args = parser.parse_args()
    if not args.data.is_dir():
        sys.exit(f"{args.data}: no such folder; this benchmark reads news articles from it")
    from dragoman.coder import Coder
    from dragoman.language._onnx import Graph
    from dragoman.records import Document

    corpus = texts(args.data, args.words)
    words = sum(len(t.split()) for t in corpus)
    inside = 0.0
    run = Graph.__call__

    def timed(self, **inputs):
        nonlocal inside
        start = time.perf_counter()
        try:
            return run(self, **inputs)
        finally:
            inside += time.perf_counter() - start

    Graph.__call__ = timed
    coder = Coder.load()
    coder.code(Document(id="warm", text=corpus[0][:500]))
    inside = 0.0
    start = time.perf_counter()
    analyses = [coder.language.analyze(t) for t in corpus]
    language = time.perf_counter() - start
    encoder = inside
    start = time.perf_counter()
    for n, (text, analysis) in enumerate(zip(corpus, analyses)):
        coder.code_analysis(Document(id=str(n), text=text, published="2016-06-01"), analysis)
    coding = time.perf_counter() - start
    command = [sys.executable, "-m", "dragoman", "code", "-", "--format", "jsonl"]
    begin = time.perf_counter()
    subprocess.run(command, input=corpus[0][:1500].encode(), capture_output=True, check=True)
    first = time.perf_counter() - begin
    tokens = sum(len(a) for a in analyses)
    figures = {
        "words": words, "tokens": tokens, "words/s, text to tree and mentions": round(words / language),
        "tokens/s": round(tokens / language), "encoder share": round(encoder / language, 3),
        "words/s, text to record": round(words / (language + coding)), "first result, s": round(first, 2),
        "peak memory, MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }  # fmt: skip
    for key, value in figures.items():
        print(f"| {key} | {value} |")


if __name__ == "__main__":
    main()
