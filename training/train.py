"""Train the language model: ``python training/train.py --data FOLDER --out training/work``.

Recipe: word and position embeddings frozen; AdamW (0.9, 0.98), encoder 2e-4 with 0.85 decay per layer down, heads 1.5e-3,
150 warm-up steps, linear decay; groups of 1,600 padded subwords; bf16 autocast; clip 2.0. GUM documents come in runs of
sentences, so that coreference is learned in the same step as trees. About an hour on two cores (``OMP_WAIT_POLICY=passive``).
"""

from __future__ import annotations

import argparse
import collections
import json
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent))
from data import CUE_CLASSES, MENTION_TYPES, Sentence, add_cues, read_conllu
from model import LAYERS, TAGS, Parser, minilm_folder

from dragoman.language._lemma import apply_rule, lemma_rule
from dragoman.language._subwords import Subwords, buckets, pad
from dragoman.language._tree import decode

WEIGHTS = {"upos": 0.4, "xpos": 0.4, "feats": 0.3, "lemma": 0.3, "mention": 0.4, "cue": 0.2}
IGNORE = -100
Encoded = tuple[list[int], list[int], list[int], list[int]]


def vocabulary(train: list[Sentence]) -> dict[str, list[str]]:
    def ranked(items: list[str], least: int = 1) -> list[str]:
        return [k for k, n in sorted(collections.Counter(items).items(), key=lambda kv: (-kv[1], kv[0])) if n >= least]

    return {
        "upos": ranked([x for s in train for x in s.upos]),
        "xpos": ranked([x for s in train for x in s.xpos]),
        "feats": ranked([x for s in train for x in s.feats], 3),
        "lemma": ranked([lemma_rule(f, m) for s in train for f, m in zip(s.forms, s.lemmas)], 2),
        "rel": ranked([x for s in train for x in s.rels]),
        "mention": ["_", *MENTION_TYPES],
        "cue": ["_", *CUE_CLASSES],
    }


class Corpus:
    """Sentences with their encodings and targets."""

    def __init__(self, sentences: list[Sentence], subwords: Subwords, vocab: dict[str, list[str]]) -> None:
        index = {k: {x: i for i, x in enumerate(v)} for k, v in vocab.items()}
        subwords.learn([f for s in sentences for f in s.forms])
        self.sentences = sentences
        self.encoded: list[Encoded] = [subwords.encode(s.forms) for s in sentences]
        self.lengths = [len(e[0]) for e in self.encoded]
        self.targets: list[dict[str, list[int]]] = []
        self.chains: list[list[tuple[int, int]]] = []
        for s in sentences:
            n = len(s.forms)
            mention = [0] * n if s.has_mentions else [IGNORE] * n
            chains = {}
            for i, kind, chain in s.mention_heads():
                mention[i] = index["mention"][kind]
                chains.setdefault(i, chain)
            self.chains.append(sorted(chains.items()))
            self.targets.append(
                {
                    "upos": [index["upos"].get(x, IGNORE) for x in s.upos],
                    "xpos": [index["xpos"].get(x, IGNORE) for x in s.xpos],
                    "feats": [index["feats"].get(x, IGNORE) for x in s.feats],
                    "lemma": [index["lemma"].get(lemma_rule(f, m), IGNORE) for f, m in zip(s.forms, s.lemmas)],
                    "mention": mention,
                    "cue": list(s.cues) if s.cues is not None else [IGNORE] * n,
                    "head": s.heads,
                    "rel": [index["rel"].get(x, IGNORE) for x in s.rels],
                }
            )

    def groups(self, budget: int, rng: random.Random) -> list[list[list[int]]]:
        """One epoch: EWT in groups of like length, GUM in runs of one document, each cut in two by length."""
        loose = [i for i, s in enumerate(self.sentences) if not s.has_mentions]
        lengths = [self.lengths[i] + rng.randint(0, 2) for i in loose]
        out = [[[loose[i] for i in b]] for b in buckets(lengths, budget, order=[rng.random() for _ in loose])]
        run: list[int] = []
        for i, s in enumerate(self.sentences):
            if not s.has_mentions:
                continue
            limit = budget * rng.uniform(0.8, 1.2)
            if run and (self.sentences[run[0]].doc != s.doc or sum(self.lengths[k] for k in run) + self.lengths[i] > limit):
                out.append(self._halves(run))
                run = []
            run.append(i)
        if run:
            out.append(self._halves(run))
        rng.shuffle(out)
        return out

    def _halves(self, run: list[int]) -> list[list[int]]:
        ranked = sorted(run, key=lambda i: self.lengths[i])
        cut = len(ranked) * 2 // 3
        return [h for h in (ranked[:cut], ranked[cut:]) if h]

    def inputs(self, group: list[int]) -> tuple[list[torch.Tensor], torch.Tensor]:
        rows = [self.encoded[i] for i in group]
        arrays = [pad([r[0] for r in rows]), pad([r[1] for r in rows]), pad([[1] * len(r[0]) for r in rows])]
        arrays += [pad([r[2] for r in rows]), pad([r[3] for r in rows])]
        return [torch.from_numpy(a) for a in arrays], torch.from_numpy(pad([[1] * len(r[2]) for r in rows]))


def coreference_loss(model: Parser, corpus: Corpus, vectors: dict[int, torch.Tensor]) -> torch.Tensor | None:
    """Marginal likelihood of the right antecedents in a run of sentences, the dummy's score being 0 (Lee et al. 2017)."""
    rows, chains = [], []
    for i in sorted(vectors):
        for word, chain in corpus.chains[i]:
            rows.append(vectors[i][word])
            chains.append(chain)
    if len(rows) < 2:
        return None
    scores = model.score_antecedents(torch.stack(rows))
    chain = torch.tensor(chains)
    earlier = torch.ones(len(rows), len(rows)).tril(-1).bool()
    right = earlier & (chain[:, None] == chain[None, :])
    dummy = torch.zeros(len(rows), 1)
    every = torch.cat([dummy, scores.masked_fill(~earlier, -1e4)], 1)
    gold = torch.cat([torch.where(right.any(1, keepdim=True), torch.full_like(dummy, -1e4), dummy), scores.masked_fill(~right, -1e4)], 1)
    return (torch.logsumexp(every, 1) - torch.logsumexp(gold, 1)).mean()


def group_loss(model: Parser, corpus: Corpus, parts: list[list[int]]) -> tuple[torch.Tensor, dict[str, float]]:
    total, seen = torch.zeros(()), collections.Counter()
    words = sum(len(corpus.targets[i]["head"]) for part in parts for i in part)
    vectors: dict[int, torch.Tensor] = {}
    for part in parts:
        share = sum(len(corpus.targets[i]["head"]) for i in part) / words
        target = {k: torch.from_numpy(pad([corpus.targets[i][k] for i in part], IGNORE)) for k in (*TAGS, "head", "rel")}
        inputs, mask = corpus.inputs(part)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            tags, arcs, dep, head, coref = model(*inputs)
            arcs = arcs.float().masked_fill(mask[:, None, :] == 0, -1e4)
            ok = target["head"] >= 0
            chosen = torch.gather(head, 1, target["head"].clamp(min=0)[:, :, None].expand(-1, -1, head.shape[-1]))
            labels = model.score_labels(dep[ok], chosen[ok])
        losses = {
            "arc": F.cross_entropy(arcs.flatten(0, -2), target["head"].flatten(), ignore_index=IGNORE),
            "rel": F.cross_entropy(labels.float(), target["rel"][ok], ignore_index=IGNORE),
        }
        for t in TAGS:
            if (target[t] >= 0).any():
                losses[t] = F.cross_entropy(tags[t].float().flatten(0, -2), target[t].flatten(), ignore_index=IGNORE)
        for k, v in losses.items():
            total = total + share * WEIGHTS.get(k, 1.0) * v
            seen[k] += share * v.item()
        for row, i in enumerate(part):
            if corpus.sentences[i].has_mentions:
                vectors[i] = coref[row]
    if vectors:
        loss = coreference_loss(model, corpus, vectors)
        if loss is not None:
            total = total + 0.2 * loss
            seen["coref"] = loss.item()
    return total, dict(seen)


@torch.no_grad()
def evaluate(model: Parser, corpus: Corpus, vocab: dict[str, list[str]]) -> dict[str, float]:
    """Accuracies in percent on gold tokens, ``mention`` as F1 of typed heads."""
    model.eval()
    right, n = collections.Counter(), 0
    hit = guess = gold = 0
    for group in buckets(corpus.lengths, 6000):
        inputs, _ = corpus.inputs(group)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            tags, arcs, dep, head, _ = model(*inputs)
        dep, head, arcs = dep.float(), head.float(), arcs.float().numpy()
        best = {t: v.argmax(-1) for t, v in tags.items()}
        for row, i in enumerate(group):
            s, y = corpus.sentences[i], corpus.targets[i]
            m = len(s.forms)
            heads = decode(arcs[row, :m, : m + 1])
            rels = model.score_labels(dep[row, :m], head[row][torch.from_numpy(heads.copy())]).argmax(-1).tolist()
            n += m
            for k in range(m):
                u = heads[k] == s.heads[k]
                right["UAS"] += u
                right["LAS"] += u and vocab["rel"][rels[k]] == s.rels[k]
                for t in ("upos", "xpos", "feats"):
                    right[t] += vocab[t][int(best[t][row, k])] == getattr(s, t)[k]
                lemma = apply_rule(s.forms[k], vocab["lemma"][int(best["lemma"][row, k])])
                right["lemma"] += lemma.lower() == s.lemmas[k].lower()
                if s.has_mentions:
                    p, g = int(best["mention"][row, k]), y["mention"][k]
                    hit += p == g != 0
                    guess += p != 0
                    gold += g != 0
    model.train()
    out = {k: round(100 * v / n, 2) for k, v in right.items()}
    if gold:
        out["mention"] = round(200 * hit / max(1, guess + gold), 2)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with treebanks/ and benchmarks/")
    parser.add_argument("--out", type=Path, default=Path("training/work"))
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps (to time)")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    torch.set_num_threads(2)

    banks = args.data / "treebanks"
    train = [s for name in ("en_ewt-train", "en_gum-train") for s in read_conllu(banks / f"{name}.conllu")]
    train = [s for s in train if len(s.forms) <= 110]
    dev = {name: read_conllu(banks / f"en_{name}-dev.conllu") for name in ("ewt", "gum")}
    cues = add_cues(train, args.data / "benchmarks" / "attribution_gum.jsonl")
    vocab = vocabulary(train)
    (args.out / "vocabulary.json").write_text(json.dumps(vocab, ensure_ascii=False, indent=0))
    subwords = Subwords(minilm_folder() / "tokenizer.json")
    corpus = Corpus(train, subwords, vocab)
    devs = {k: Corpus(v, subwords, vocab) for k, v in dev.items()}
    print({k: len(v) for k, v in vocab.items()}, "sentences", len(train), "words", sum(len(s.forms) for s in train), "cues", cues)

    model = Parser({k: len(v) for k, v in vocab.items()})
    model.encoder.load_minilm()
    model.encoder.word.weight.requires_grad_(False)
    model.encoder.position.weight.requires_grad_(False)
    groups = []
    for i, layer in enumerate(model.encoder.layers):
        for decay, matrices in ((0.01, True), (0.0, False)):
            parameters = [p for p in layer.parameters() if (p.dim() > 1) is matrices]
            groups.append({"params": parameters, "lr": 2e-4 * 0.85 ** (LAYERS - 1 - i), "weight_decay": decay})
    base = model.encoder
    groups.append({"params": [base.norm.weight, base.norm.bias, base.kind], "lr": 2e-4 * 0.85**LAYERS, "weight_decay": 0.0})
    groups.append({"params": [base.case.weight], "lr": 4.5e-4, "weight_decay": 0.0})
    groups.append({"params": [p for n, p in model.named_parameters() if not n.startswith("encoder.")], "lr": 1.5e-3, "weight_decay": 0.01})
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-8, fused=True)
    peak = [g["lr"] for g in optimizer.param_groups]

    total = len(corpus.groups(1600, random.Random(0))) * args.epochs
    model.train()
    step, begin = 0, time.time()
    for epoch in range(args.epochs):
        started, sums, count = time.time(), collections.Counter(), 0
        for parts in corpus.groups(1600, rng):
            factor = min((step + 1) / 150, max(0.01, 1 - step / total))
            for g, lr in zip(optimizer.param_groups, peak):
                g["lr"] = lr * factor
            loss, seen = group_loss(model, corpus, parts)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            sums.update(seen)
            count, step = count + 1, step + 1
            if args.steps and step >= args.steps:
                print(f"{step} steps of {total} in {time.time() - begin:.1f} s", {k: round(v / count, 3) for k, v in sums.items()})
                return
            if count % 100 == 0:
                print(f"epoch {epoch} step {step}/{total} {time.time() - started:.0f}s", {k: round(v / count, 3) for k, v in sums.items()}, flush=True)
        torch.save(model.state_dict(), args.out / "model.tmp.pt")
        (args.out / "model.tmp.pt").rename(args.out / "model.pt")
        figures = {k: evaluate(model, c, vocab) for k, c in devs.items()} if epoch % 3 == 2 or epoch >= args.epochs - 1 else {}
        print(f"EPOCH {epoch} {time.time() - started:.0f}s, in all {time.time() - begin:.0f}s", json.dumps(figures), flush=True)
    np.savez(args.out / "done.npz", epochs=args.epochs)


if __name__ == "__main__":
    main()
