"""Train the relation reader on the corpus: ``python training/relations/train_reader.py --out training/work/relations.pt``.

    corpus line ─▶ pairs of marked participants (with and without the trigger), predicates that are no events ─▶ encoder ─▶ type, modes, status

A tenth of the sentences, by hash, is kept for early figures and for the temperature. ``--plv FILE`` and ``--aw FILE`` score other sets of
marked pairs after each epoch; nothing is trained on them. Recipe: ``README.md`` here.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import random
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "passive")
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "src"))
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE))
from check import STATUS, Line, read, types
from model import WIDTH, Encoder

from dragoman.language import LanguageModel
from dragoman.language._subwords import Subwords, pad
from dragoman.language.relations import NONE, Pair, encode
from dragoman.language.segment import segment

TOKENIZER = HERE.parents[1] / "src/dragoman/weights/en-1/tokenizer.json"
HIDDEN = 384
DRAWN = 4
"""Examples drawn anew of each sentence in each epoch: half of events where it has so many, the rest of none."""


class Reader(nn.Module):
    """Encoder and three heads over [CLS] and the opening marks of actor, recipient, trigger (absent ones read [CLS])."""

    def __init__(self, n_types: int, n_modes: int) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.join = nn.Linear(4 * WIDTH, HIDDEN)
        sizes = {"types": n_types, "modes": n_modes, "statuses": len(STATUS)}
        self.heads = nn.ModuleDict({name: nn.Linear(HIDDEN, n) for name, n in sizes.items()})

    def forward(self, ids: torch.Tensor, case: torch.Tensor, attend: torch.Tensor, at: torch.Tensor) -> tuple[torch.Tensor, ...]:
        x = self.encoder(ids, case, attend)[-1]
        marks = torch.gather(x, 1, at[:, :, None].expand(-1, -1, WIDTH)) * (at > 0)[:, :, None].to(x.dtype)
        joined = torch.cat([x[:, 0], marks.flatten(1)], -1)
        h = F.gelu(self.join(F.dropout(joined, 0.2, self.training)))
        h = F.dropout(h, 0.2, self.training)
        return tuple(self.heads[name](h) for name in ("types", "modes", "statuses"))


@dataclass
class Example:
    pair: Pair
    types: dict[str, float]
    modes: set[str]
    status: str | None
    weight: float = 1.0
    source: str = ""


def words_of(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    tokens = segment(text)
    return list(tokens.form), list(tokens.span)


def ranged(spans: list[tuple[int, int]], span: tuple[int, int]) -> tuple[int, int]:
    """The words that a span of characters covers."""
    inside = [k for k, (a, b) in enumerate(spans) if a < span[1] and span[0] < b]
    return (inside[0], inside[-1] + 1)


def examples(line: Line, model: LanguageModel) -> list[Example]:
    """All questions that a corpus line answers."""
    analysis = model.analyze(line.text)
    words, spans = tuple(analysis.form), list(analysis.span)
    where = {n: ranged(spans, s) for n, s in line.spans.items()}
    out: list[Example] = []
    pairs: dict[tuple[int, int], list] = {}
    for e in line.events:
        sides = [(a, r) for a in e.actors for r in e.recipients] or [(a, b) for a in e.actors for b in e.actors if a != b]
        for a, r in sides:
            pairs.setdefault((a, r), []).append(e)
    for a in where:
        for r in where:
            if a == r:
                continue
            events = pairs.get((a, r), [])
            kinds = Counter(e.type for e in events)
            target = {t: n / len(events) for t, n in kinds.items()} if events else {NONE: 1.0}
            modes = {f"{e.type}/{m}" for e in events for m in e.modes}
            status = events[0].status if events else None
            reverse = not events and (r, a) in pairs
            out.append(Example(Pair(words, where[a], where[r]), target, modes, status, 1.0 if events else 0.7 if reverse else 0.5, line.where))
            for e in events:
                t = ranged(spans, e.trigger)
                out.append(Example(Pair(words, where[a], where[r], t), {e.type: 1.0}, {f"{e.type}/{m}" for m in e.modes}, e.status, 1.0, line.where))
                if e.recipients != () and (r, a) not in pairs:
                    out.append(Example(Pair(words, where[r], where[a], t), {NONE: 1.0}, set(), None, 0.3, line.where))
    for a in where:
        mine = [e for e in line.events if a in e.actors]
        if mine:
            target = {t: n / len(mine) for t, n in Counter(e.type for e in mine).items()}
            out.append(Example(Pair(words, where[a]), target, {f"{e.type}/{m}" for e in mine for m in e.modes}, mine[0].status, 0.4, line.where))
    for e in line.events:
        t = ranged(spans, e.trigger)
        for a in e.actors:
            out.append(Example(Pair(words, where[a], None, t), {e.type: 1.0}, {f"{e.type}/{m}" for m in e.modes}, e.status, 0.6, line.where))
    taken = {k for e in line.events for k in range(*ranged(spans, e.trigger))}
    marked = {k for s in where.values() for k in range(*s)}
    for i in range(len(words)):  # predicates that are no event
        if analysis.upos[i] != "VERB" or i in taken or i in marked or any(analysis.head[k] == i and k in taken for k in range(len(words))) or analysis.head[i] in taken:
            continue
        near = [n for n, s in where.items() if any(analysis.head[k] == i for k in range(*s))]
        for n in near:
            others: list[int | None] = [*(m for m in near if m != n), None]
            for m in others:
                out.append(Example(Pair(words, where[n], where[m] if m else None, (i, i + 1)), {NONE: 1.0}, set(), None, 0.5, line.where))
    return out


def draw(rows: list[int], train: list[Example]) -> list[int]:
    """``DRAWN`` examples of one sentence, by weight: two or three of events, the rest of none, where there are."""
    event = [k for k in rows if train[k].status is not None]
    none = [k for k in rows if train[k].status is None]
    many = min(len(event), max(random.choice((2, 2, 3)), DRAWN - len(none)))

    def some(pool: list[int], n: int) -> list[int]:
        return sorted(pool, key=lambda k: random.random() ** (1 / train[k].weight), reverse=True)[:n]

    return some(event, many) + some(none, DRAWN - many)


def is_kept(text: str) -> bool:
    return hashlib.sha256(text.encode()).digest()[0] % 10 == 0


def marked_pairs(path: Path, label: str) -> list[tuple[Pair, str, bool]]:
    """Pairs of another set with their labels, and whether they are in half A (the one to be read): even hash of the sentence."""
    out = []
    with path.open(encoding="utf8", newline="") as f:
        for row in csv.DictReader(f, delimiter="\t"):
            marked = row["marked_sentence"]
            text, spans, at = [], {}, 0
            plain = 0
            open_at: dict[str, int] = {}
            for m in re.finditer(r"<(/?)([st])>", marked):
                text.append(marked[at : m.start()])
                plain += m.start() - at
                if m[1]:
                    spans.setdefault(m[2], (open_at[m[2]], plain))
                else:
                    open_at[m[2]] = plain
                at = m.end()
            text.append(marked[at:])
            sentence = "".join(text)
            words, where = words_of(sentence)
            half = int(hashlib.sha256(row["sentence"].encode()).hexdigest(), 16) % 2 == 0
            given = [ranged(where, spans[role]) for role in "st" if role in spans]  # a few pairs lack one side
            out.append((Pair(tuple(words), *given), row[label], half))
    return out


class Batcher:
    def __init__(self, subwords: Subwords) -> None:
        self.subwords = subwords

    def __call__(self, pairs: list[Pair]) -> tuple[torch.Tensor, ...]:
        self.subwords.learn([w for p in pairs for w in p.words])
        rows = [encode(self.subwords, p) for p in pairs]
        arrays = pad([r[0] for r in rows]), pad([r[1] for r in rows]), pad([[1] * len(r[0]) for r in rows])
        return (*(torch.from_numpy(a) for a in arrays), torch.tensor([r[2] for r in rows]))


@torch.no_grad()
def predict(model: Reader, batch: Batcher, pairs: list[Pair]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Type logits, mode logits, status logits of pairs, in order."""
    model.eval()
    order = sorted(range(len(pairs)), key=lambda k: len(pairs[k].words))
    out: list = [None] * len(pairs)
    for k in range(0, len(order), 32):
        chosen = order[k : k + 32]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            got = model(*batch([pairs[i] for i in chosen]))
        for row, i in enumerate(chosen):
            out[i] = tuple(g[row].float().numpy() for g in got)
    return tuple(np.stack(x) for x in zip(*out))  # type: ignore[return-value]


def macro_f1(gold: list[str], got: list[str]) -> float:
    scores = []
    for label in sorted(set(gold)):
        hit = sum(g == label == p for g, p in zip(gold, got))
        said, real = got.count(label), gold.count(label)
        scores.append(2 * hit / (said + real) if said + real else 0.0)
    return sum(scores) / len(scores)


def plv_roots(logits: np.ndarray, names: list[str]) -> list[str]:
    """The likeliest PLOVER 2018 root, NONE left out (each pair of that set has an event); CONCEDE and RETREAT are YIELD."""
    p = np.exp(logits - logits.max(1, keepdims=True))
    roots = sorted({("YIELD" if n in ("CONCEDE", "RETREAT") else n) for n in names if n != NONE})
    table = np.stack([sum(p[:, k] for k, n in enumerate(names) if n == r or (r == "YIELD" and n in ("CONCEDE", "RETREAT"))) for r in roots], 1)
    return [roots[k] for k in table.argmax(1)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE.parent / "work" / "relations.pt")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0, help="of the training sentences, for a learning curve")
    parser.add_argument("--all", action="store_true", help="train on the kept tenth too")
    parser.add_argument("--start", type=Path, help="go on from this checkpoint: a warm restart")
    parser.add_argument("--plv", type=Path)
    parser.add_argument("--aw", type=Path)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    torch.set_num_threads(2)
    lines, wrong = read(sorted((HERE / "corpus").glob("*.txt")))
    if wrong:
        print(f"{len(wrong)} lines left out, such as {wrong[0]}", flush=True)
    known = types()
    type_names = [*known, NONE]
    mode_names = [f"{t}/{m}" for t, ms in known.items() for m in sorted(ms)]
    language = LanguageModel.load()
    kept = [x for line in lines if is_kept(line.text) and not args.all for x in examples(line, language)]
    train_lines = [line for line in lines if args.all or not is_kept(line.text)]
    random.shuffle(train_lines)
    train_lines = train_lines[: int(len(train_lines) * args.share)]
    train = [x for line in train_lines for x in examples(line, language)]
    print(f"{len(train_lines)} sentences, {len(train)} examples to train, {len(kept)} kept", flush=True)
    batch = Batcher(Subwords(TOKENIZER))
    model = Reader(len(type_names), len(mode_names))
    model.encoder.load_minilm()
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True))
    model.encoder.word.weight.requires_grad_(False)
    marks = nn.Parameter(model.encoder.word.weight[:7].clone() if args.start else torch.randn(7, WIDTH) * 0.02)
    model.register_parameter("marks", marks)
    plain = model.encoder.word.forward

    def look_up(ids: torch.Tensor) -> torch.Tensor:
        x = plain(ids)
        return torch.where(((ids > 0) & (ids < 7))[..., None], marks[ids.clamp(max=6)].to(x.dtype), x)

    model.encoder.word.forward = look_up  # type: ignore[method-assign]
    model.encoder.position.weight.requires_grad_(False)
    groups = [{"params": [marks], "lr": 1e-3, "weight_decay": 0.0}]
    for depth, layer in enumerate(model.encoder.layers):
        groups.append({"params": list(layer.parameters()), "lr": args.rate * 0.9 ** (5 - depth)})
    groups.append({"params": [model.encoder.kind, model.encoder.case.weight, *model.encoder.norm.parameters()], "lr": args.rate * 0.5})
    heads = [*model.join.parameters(), *model.heads.parameters()]
    groups.append({"params": heads, "lr": 1e-3})
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    by_line: dict[str, list[int]] = {}
    for k, x in enumerate(train):
        by_line.setdefault(x.source, []).append(k)
    steps = args.epochs * (sum(min(DRAWN, len(rows)) for rows in by_line.values()) // args.batch + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda k: min(1.0, (k + 1) / (0.06 * steps)) * max(0.02, 1 - k / steps))
    plv = marked_pairs(args.plv, "gold_root") if args.plv else []
    aw = marked_pairs(args.aw, "gold_binary") if args.aw else []
    started = time.time()
    for epoch in range(args.epochs):
        model.train()
        drawn = [k for rows in by_line.values() for k in draw(rows, train)]
        order = sorted(drawn, key=lambda k: len(train[k].pair.words) + random.random() * 12)
        batches = [order[k : k + args.batch] for k in range(0, len(order), args.batch)]
        random.shuffle(batches)
        total = 0.0
        for chosen in batches:
            these = [train[k] for k in chosen]
            target = torch.zeros(len(these), len(type_names))
            modes = torch.zeros(len(these), len(mode_names))
            for row, x in enumerate(these):
                for t, p in x.types.items():
                    target[row, type_names.index(t)] = p
                for m in x.modes:
                    modes[row, mode_names.index(m)] = 1.0
            weight = torch.tensor([x.weight for x in these])
            has = torch.tensor([float(x.status is not None) for x in these])
            status = torch.tensor([STATUS.index(x.status) if x.status else 0 for x in these])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                got_type, got_mode, got_status = model(*batch([x.pair for x in these]))
            smooth = target * 0.95 + 0.05 / len(type_names)
            loss = (-(smooth * F.log_softmax(got_type.float(), -1)).sum(-1) * weight).sum() / weight.sum()
            mode_loss = F.binary_cross_entropy_with_logits(got_mode.float(), modes, reduction="none").sum(-1)
            loss = loss + 0.1 * (mode_loss * has).sum() / (has.sum() + 1)
            loss = loss + 0.15 * (F.cross_entropy(got_status.float(), status, reduction="none") * has).sum() / (has.sum() + 1)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for g in groups for p in g["params"]], 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss)
        report = [f"epoch {epoch} loss {total / len(batches):.3f} {time.time() - started:.0f}s"]
        if kept:
            logits, mode_logits, status_logits = predict(model, batch, [x.pair for x in kept])
            for name, rows in (
                ("pairs", [k for k, x in enumerate(kept) if x.pair.trigger is None]),
                ("with trigger", [k for k, x in enumerate(kept) if x.pair.trigger is not None]),
            ):
                gold = [max(kept[k].types, key=kept[k].types.__getitem__) for k in rows]
                got = [type_names[logits[k].argmax()] if type_names[logits[k].argmax()] not in kept[k].types else g for k, g in zip(rows, gold)]
                report.append(f"{name}: macro F {macro_f1(gold, got):.3f} acc {sum(a == b for a, b in zip(gold, got)) / len(gold):.3f}")
            events = [k for k, x in enumerate(kept) if x.status]
            report.append(f"status {sum(STATUS[status_logits[k].argmax()] == kept[k].status for k in events) / max(1, len(events)):.3f}")
        if plv:
            logits, _, _ = predict(model, batch, [p for p, _, _ in plv])
            got = plv_roots(logits, type_names)
            for half in (True, False):
                rows = [k for k in range(len(plv)) if plv[k][2] == half]
                report.append(f"PLV {'A' if half else 'B'} {macro_f1([plv[k][1] for k in rows], [got[k] for k in rows]):.3f}")
        if aw:
            logits, _, _ = predict(model, batch, [p for p, _, _ in aw])
            got = ["0" if type_names[row.argmax()] == NONE else "1" for row in logits]
            for half in (True, False):
                rows = [k for k in range(len(aw)) if aw[k][2] == half]
                report.append(f"AW {'A' if half else 'B'} {macro_f1([aw[k][1] for k in rows], [got[k] for k in rows]):.3f}")
        print("  ".join(report), flush=True)
    with torch.no_grad():
        model.encoder.word.weight[1:7] = marks[1:7]
    temperature = 1.0
    if kept:
        logits, _, _ = predict(model, batch, [x.pair for x in kept])
        gold = np.array([type_names.index(max(x.types, key=x.types.__getitem__)) for x in kept])
        best = min((float(F.cross_entropy(torch.from_numpy(logits) / t, torch.from_numpy(gold))), t) for t in (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.35, 1.5, 1.75, 2.0))
        temperature = best[1]
    args.out.parent.mkdir(parents=True, exist_ok=True)
    state = {k: v for k, v in model.state_dict().items() if k != "marks"}
    torch.save(state, args.out)
    labels = {"types": type_names, "modes": mode_names, "status": list(STATUS), "temperature": temperature}
    args.out.with_suffix(".json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf8")
    print(f"saved {args.out}, temperature {temperature}", flush=True)


if __name__ == "__main__":
    main()
