"""Relations of marked pairs: ``python benchmarks/relations.py --data ../shared/data/benchmarks``.

Each set is split by the SHA-256 of its sentence: half A (even) may be read for errors, half B is only scored. ``plv``: every pair has an event, the
answer is the likeliest PLOVER 2018 root (CONCEDE and RETREAT are YIELD, NONE is left out); root macro-F1 and quad macro-F1. ``aw``: political
relation or none; macro-F1 of the two. 95% intervals by 1,000 bootstrap samples of pairs.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import random
import re
from pathlib import Path

from dragoman.codebook import Codebook
from dragoman.coding import Weights
from dragoman.coding.relate import FRAME_WEIGHT, relate
from dragoman.language import LanguageModel
from dragoman.language.relations import NONE, RelationReader

QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), "1"), **dict.fromkeys(("COOPERATE", "AID", "YIELD"), "2"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "3"), **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "4"),
}  # fmt: skip


def unmark(marked: str) -> tuple[str, tuple[int, int] | None, tuple[int, int] | None]:
    """The plain sentence, and where the first marked source and target stand; None where one is not marked."""
    plain, spans, start, at = "", {}, {}, 0
    for m in re.finditer(r"<(/?)([st])>", marked):
        plain += marked[at : m.start()]
        at = m.end()
        if m[1]:
            spans.setdefault(m[2], (start[m[2]], len(plain)))
        else:
            start[m[2]] = len(plain)
    return plain + marked[at:], spans.get("s"), spans.get("t")


def rows(path: Path, label: str) -> list[tuple[str, str, bool]]:
    """(marked sentence, label, whether it is in half A)."""
    with path.open(encoding="utf8", newline="") as f:
        found = list(csv.DictReader(f, delimiter="\t"))
    return [(r["marked_sentence"], r[label], int(hashlib.sha256(r["sentence"].encode()).hexdigest(), 16) % 2 == 0) for r in found]


def macro_f1(gold: list[str], got: list[str]) -> float:
    """Mean of the F1 of each label that gold has."""
    total = 0.0
    labels = sorted(set(gold))
    for label in labels:
        hit = sum(g == label == p for g, p in zip(gold, got, strict=True))
        both = gold.count(label) + got.count(label)
        total += 2 * hit / both if both else 0.0
    return total / len(labels)


def interval(gold: list[str], got: list[str]) -> tuple[float, float]:
    """95% bootstrap interval of the macro-F1."""
    rng = random.Random(0)
    n = len(gold)
    scores = []
    for _ in range(1000):
        chosen = [rng.randrange(n) for _ in range(n)]
        scores.append(macro_f1([gold[k] for k in chosen], [got[k] for k in chosen]))
    scores.sort()
    return scores[25], scores[974]


def root(probabilities: dict[str, float]) -> str:
    """The likeliest PLOVER 2018 root."""
    merged = {t: p for t, p in probabilities.items() if t not in ("CONCEDE", "RETREAT", NONE)}
    merged["YIELD"] = probabilities.get("CONCEDE", 0.0) + probabilities.get("RETREAT", 0.0)
    return max(merged, key=merged.__getitem__)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/benchmarks"))
    parser.add_argument("--errors", type=int, default=0, help="print so many errors of half A")
    parser.add_argument("--voices", default="frames,reader,both")
    args = parser.parse_args()
    model, codebook, reader, weights = LanguageModel.load(), Codebook.load(), RelationReader.load(), Weights.load()
    for name, file, label in (("plv", "relations_plv_train.tsv", "gold_root"), ("aw", "relations_aw_train.tsv", "gold_binary")):
        data = rows(args.data / file, label)
        read = [(unmark(m), gold, half) for m, gold, half in data]
        analyses = [model.analyze(text) for (text, _, _), _, _ in read]
        for voice in args.voices.split(","):
            answers = []
            for ((_, source, target), _, _), analysis in zip(read, analyses, strict=True):
                one, other = (source, target) if source is not None else (target, None)
                assert one is not None
                answers.append(relate(analysis, one, other, codebook, None if voice == "frames" else reader, weights, frame_weight=0.0 if voice == "reader" else FRAME_WEIGHT))
            said = [root(r.probabilities) if name == "plv" else ("0" if r.type == NONE else "1") for r in answers]
            for half in (True, False):
                k = [i for i, (_, _, h) in enumerate(read) if h == half]
                gold, got = [read[i][1] for i in k], [said[i] for i in k]
                low, high = interval(gold, got)
                line = f"| {name} {'A' if half else 'B'} {voice} macro-F1 | {macro_f1(gold, got):.3f} | {low:.3f} to {high:.3f} |"
                if name == "plv":
                    line += f" quad {macro_f1([QUAD[g] for g in gold], [QUAD[g] for g in got]):.3f} |"
                print(line, flush=True)
            if voice == "both" and args.errors:
                wrong = [i for i, (_, gold, h) in enumerate(read) if h and said[i] != gold]
                for i in random.Random(1).sample(wrong, min(args.errors, len(wrong))):
                    top = sorted(answers[i].probabilities.items(), key=lambda x: -x[1])[:3]
                    print(f"  gold {read[i][1]} said {said[i]} {top} {answers[i].frames} :: {data[i][0][:260]}")


if __name__ == "__main__":
    main()
