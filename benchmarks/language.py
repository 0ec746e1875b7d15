"""Quality of the language model on gold tokens, as shipped: ``python benchmarks/language.py --data FOLDER [--model FOLDER]``.

UPOS, XPOS, features, lemma (caseless), UAS, LAS (labels with subtypes, punctuation counted) on EWT dev and GUM dev; mentions (head and
type; exact span) and coreference (CoNLL F1: mean of MUC, B3, CEAFe; singletons left out, as in OntoNotes) on GUM dev.
"""

from __future__ import annotations

import argparse
import collections
import json
import sys
import time
from pathlib import Path

import numpy as np

from dragoman.language.analysis import Analysis
from dragoman.language.conllu import read_conllu
from dragoman.language.model import LanguageModel
from dragoman.language.segment import Segmentation

Chain = frozenset[tuple[int, int]]


def gold_tokens(gold: Analysis) -> Segmentation:
    return Segmentation(form=list(gold.form), span=list(gold.span), sentences=list(gold.sentences), paragraph=list(gold.paragraph), multiword=list(gold.multiword))


def _f(hit: float, system: float, gold: float) -> float:
    return 200 * hit / (system + gold) if system + gold else 0.0


def muc(a: list[Chain], b: list[Chain]) -> tuple[float, float]:
    where = {m: i for i, c in enumerate(b) for m in c}
    hit = total = 0
    for chain in a:
        parts = {where.get(m, ("alone", m)) for m in chain}
        hit += len(chain) - len(parts)
        total += len(chain) - 1
    return hit, total


def b_cubed(a: list[Chain], b: list[Chain]) -> tuple[float, float]:
    where = {m: c for c in b for m in c}
    hit = sum(len(c & where[m]) / len(c) for c in a for m in c if m in where)
    return hit, sum(map(len, a))


def ceaf_e(a: list[Chain], b: list[Chain]) -> tuple[float, float, float]:
    """phi4 similarity with the best one-to-one alignment (greedy where scipy is absent)."""
    if not a or not b:
        return 0.0, len(a), len(b)
    similarity = np.array([[2 * len(x & y) / (len(x) + len(y)) for y in b] for x in a])
    try:
        from scipy.optimize import linear_sum_assignment

        rows, cols = linear_sum_assignment(-similarity)
        return float(similarity[rows, cols].sum()), len(a), len(b)
    except ImportError:
        total, left = 0.0, similarity.copy()
        while left.size and left.max() > 0:
            i, j = np.unravel_index(left.argmax(), left.shape)
            total += left[i, j]
            left[i, :] = left[:, j] = 0
        return total, len(a), len(b)


def chains_of(analysis: Analysis) -> list[Chain]:
    groups: dict[int, set[tuple[int, int]]] = collections.defaultdict(set)
    for e in analysis.entities:
        groups[e.chain].add((e.first, e.last))
    return [frozenset(g) for g in groups.values() if len(g) > 1]


def conll_f1(pairs: list[tuple[Analysis, Analysis]]) -> dict[str, float]:
    sums = collections.Counter()
    for gold, system in pairs:
        g, s = chains_of(gold), chains_of(system)
        for name, measure in (("muc", muc), ("b3", b_cubed)):
            for side, (x, y) in (("p", (s, g)), ("r", (g, s))):
                hit, total = measure(x, y)
                sums[name + side] += hit
                sums[name + side + "n"] += total
        hit, n, m = ceaf_e(s, g)
        sums["ceaf"] += hit
        sums["ceafp"] += n
        sums["ceafr"] += m
    out = {}
    for name in ("muc", "b3"):
        p, r = sums[name + "p"] / max(1, sums[name + "pn"]), sums[name + "r"] / max(1, sums[name + "rn"])
        out[name] = 200 * p * r / (p + r) if p + r else 0.0
    out["ceafe"] = _f(sums["ceaf"], sums["ceafp"], sums["ceafr"])
    out["conll"] = sum(out.values()) / 3
    return out


def measure(model: LanguageModel, documents: list[Analysis]) -> dict[str, float]:
    n, right = 0, collections.Counter()
    pairs = []
    start = time.perf_counter()
    for gold in documents:
        got = model.parse(gold.text, gold_tokens(gold))
        pairs.append((gold, got))
        for i in range(len(gold)):
            right["UPOS"] += got.upos[i] == gold.upos[i]
            right["XPOS"] += got.xpos[i] == gold.xpos[i]
            right["feats"] += got.feats[i] == gold.feats[i]
            right["lemma"] += got.lemma[i].lower() == gold.lemma[i].lower()
            attached = got.head[i] == gold.head[i]
            right["UAS"] += attached
            right["LAS"] += attached and got.rel[i] == gold.rel[i]
        n += len(gold)
    seconds = time.perf_counter() - start
    out = {k: 100 * v / n for k, v in right.items()}
    if any(g.entities for g, _ in pairs):
        for name, key in (("mention heads", lambda e: (e.head, e.type)), ("mention spans", lambda e: (e.first, e.last, e.type))):
            gold_set = [{key(e) for e in g.entities} for g, _ in pairs]
            got_set = [{key(e) for e in s.entities} for _, s in pairs]
            hit = sum(len(a & b) for a, b in zip(gold_set, got_set))
            out[name] = _f(hit, sum(map(len, got_set)), sum(map(len, gold_set)))
        out |= conll_f1(pairs)
    out["words"] = n
    out["words/s"] = n / seconds
    return {k: round(v, 2) for k, v in out.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path)
    args = parser.parse_args()
    banks = args.data / "treebanks"
    if not banks.is_dir():
        sys.exit(f"{banks}: no such folder; this benchmark needs the treebanks")
    model = LanguageModel.load(args.model)
    for name in ("en_ewt-dev", "en_gum-dev"):
        with open(banks / f"{name}.conllu", encoding="utf8") as lines:
            print(name, json.dumps(measure(model, read_conllu(lines))))


if __name__ == "__main__":
    main()
