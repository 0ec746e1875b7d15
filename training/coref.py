"""Train the coreference scorer on the frozen model: ``python training/coref.py --data FOLDER --model src/dragoman/weights/en-1``.

Reads the vectors that the shipped (quantized) graph gives for GUM's documents, with the mentions that the model itself finds (so that
training sees its errors) and gold chains laid over them by head word; trains the two-layer network of ``dragoman.language._coref`` by the
marginal likelihood of the right antecedents; writes ``coref.npz``. Five-fold figures over GUM train are printed first.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
from language import conll_f1, gold_tokens

from dragoman.language import _coref
from dragoman.language.conllu import read_conllu
from dragoman.language.model import LanguageModel, _Columns

HIDDEN = 32


class Sample:
    """One document: pair features, and for each mention which antecedents are right."""

    def __init__(self, model: LanguageModel, gold) -> None:
        self.gold = gold
        captured: dict[str, np.ndarray] = {}
        original = LanguageModel._with_entities

        def keep(self_, analysis, columns: _Columns):
            captured["coref"] = columns.coref
            return original(self_, analysis, columns)

        LanguageModel._with_entities = keep
        try:
            self.analysis = model.parse(gold.text, gold_tokens(gold))
        finally:
            LanguageModel._with_entities = original
        self.found = [(e.first, e.last, e.head, e.type) for e in self.analysis.entities]
        self.vectors = captured["coref"]
        heads = np.array([f[2] for f in self.found])
        features = _coref.MentionFeatures(self.analysis, self.found)
        self.x = features.pairs(_coref.pair_scores(self.vectors[heads]))
        by_head = {e.head: e.chain for e in gold.entities}
        chain = np.array([by_head.get(int(h), -1 - k) for k, h in enumerate(heads)])
        m = len(chain)
        back = np.arange(m)[:, None] - np.arange(1, _coref.WINDOW + 1)[None, :]
        self.right = (back >= 0) & (chain[:, None] == chain[np.maximum(back, 0)])


def train(samples: list[Sample], epochs: int, seed: int = 1) -> dict[str, np.ndarray]:
    torch.manual_seed(seed)
    net = torch.nn.Sequential(torch.nn.Linear(_coref.FEATURES, HIDDEN), torch.nn.ReLU(), torch.nn.Dropout(0.1), torch.nn.Linear(HIDDEN, 1))
    optimizer = torch.optim.AdamW(net.parameters(), lr=4e-3, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, total_steps=epochs * len(samples))
    rng = np.random.default_rng(seed)
    for _ in range(epochs):
        net.train()
        for k in rng.permutation(len(samples)):
            s = samples[k]
            x, right = torch.from_numpy(s.x), torch.from_numpy(s.right)
            scores = net(x)[..., 0].masked_fill(x[..., 1] == 0, -1e4)
            dummy = torch.zeros(len(x), 1)
            every = torch.cat([dummy, scores], 1)
            none = torch.where(right.any(1, keepdim=True), torch.full_like(dummy, -1e4), dummy)
            gold = torch.cat([none, scores.masked_fill(~right, -1e4)], 1)
            loss = (torch.logsumexp(every, 1) - torch.logsumexp(gold, 1)).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    one, _, _, two = net
    return {
        "w1": one.weight.detach().numpy().T.copy(), "b1": one.bias.detach().numpy().copy(),
        "w2": two.weight.detach().numpy().T.copy(), "b2": two.bias.detach().numpy().copy(),
    }  # fmt: skip


def scored(weights: dict[str, np.ndarray], samples: list[Sample]) -> dict[str, float]:
    import dataclasses

    scorer = _coref.CoreferenceModel(weights)
    pairs = []
    for s in samples:
        chains = scorer.chains(s.analysis, s.found, s.vectors)
        entities = tuple(dataclasses.replace(e, chain=c) for e, c in zip(s.analysis.entities, chains))
        pairs.append((s.gold, dataclasses.replace(s.analysis, entities=entities)))
    return {k: round(v, 2) for k, v in conll_f1(pairs).items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--folds", type=int, default=5)
    args = parser.parse_args()
    torch.set_num_threads(2)
    (args.model / "coref.npz").unlink(missing_ok=True)
    model = LanguageModel.load(args.model)
    banks = args.data / "treebanks"
    parts = {}
    for name in ("train", "dev"):
        with open(banks / f"en_gum-{name}.conllu", encoding="utf8") as lines:
            parts[name] = [Sample(model, d) for d in read_conllu(lines)]
    for fold in range(args.folds):
        inside = [s for k, s in enumerate(parts["train"]) if k % args.folds != fold]
        outside = [s for k, s in enumerate(parts["train"]) if k % args.folds == fold]
        print("fold", fold, scored(train(inside, args.epochs), outside), flush=True)
    weights = train(parts["train"], args.epochs)
    print("dev", scored(weights, parts["dev"]))
    np.savez_compressed(args.model / "coref.npz", **weights)


if __name__ == "__main__":
    main()
