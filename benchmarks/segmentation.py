"""Quality of tokens and sentences from raw text: ``python benchmarks/segmentation.py --data FOLDER [--errors N]``.

F1 by character spans as in the CoNLL 2018 evaluation: a token is right if its characters are, a part of a multi-word token if its word's
characters and its own form are, a sentence if its first and last character are. Raw text is remade from ``# text`` lines; sentences of a
paragraph are joined by a space (nothing after ``SpaceAfter=No``), paragraphs by an empty line, or by one line end where stated.
GUM news and interview (train and dev; the rules were written while reading errors in train) and EWT dev; errors in the dev sets were not read.
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
import time
from collections.abc import Callable
from pathlib import Path

from dragoman.language.segment import Segmentation, segment

Key = tuple[int, int, str]


@dataclasses.dataclass
class Gold:
    """A document: its raw text, keys of its words, character spans of its sentences."""

    name: str
    text: str = ""
    words: list[Key] = dataclasses.field(default_factory=list)
    sentences: list[tuple[int, int]] = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True)
class Score:
    """F1 in percent, words and documents counted, words a second."""

    tokens: float
    sentences: float
    words: int
    documents: int
    speed: float


def read(path: Path, between: str = "\n\n") -> list[Gold]:
    """Read documents from CoNLL-U; ``between`` joins paragraphs."""
    out: list[Gold] = []
    gold = Gold("")
    glue = new_paragraph = False
    for block in path.read_text(encoding="utf8").split("\n\n"):
        lines = block.split("\n")
        for line in lines:
            if line.startswith("# newdoc"):
                gold = Gold(line.split("=", 1)[-1].strip())
                out.append(gold)
                glue = False
            new_paragraph |= line.startswith("# newpar")
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        if not rows:
            continue
        if gold.text:
            gold.text += between if new_paragraph else "" if glue else " "
        new_paragraph = False
        glue = _add(gold, rows)
    return out


def _add(gold: Gold, rows: list[list[str]]) -> bool:
    start, inside, word, after = len(gold.text), 0, (0, 0), True
    for cells in rows:
        index, form = cells[0], cells[1]
        if "." in index:
            continue
        if "-" not in index and int(index) <= inside:
            gold.words.append((*word, form.lower()))
            continue
        if len(gold.text) > start and after:
            gold.text += " "
        word = (len(gold.text), len(gold.text) + len(form))
        gold.text += form
        after = "SpaceAfter=No" not in cells[9]
        if "-" in index:
            inside = int(index.split("-")[1])
        else:
            gold.words.append((*word, ""))
    gold.sentences.append((start, len(gold.text)))
    return not after


def keys(got: Segmentation) -> list[Key]:
    """The words of a segmentation as comparable keys."""
    out: list[Key] = [(a, b, "") for a, b in got.span]
    for first, last in got.multiword:
        whole = (got.span[first][0], got.span[last - 1][1])
        for i in range(first, last):
            out[i] = (*whole, got.form[i].lower())
    return out


def _f1(pairs: list[tuple[set[object], set[object]]]) -> float:
    hit = sum(len(a & b) for a, b in pairs)
    total = sum(len(a) + len(b) for a, b in pairs)
    return 200 * hit / total if total else 0.0


def measure(documents: list[Gold], run: Callable[[str], Segmentation] = segment) -> Score:
    """Score ``run`` on documents."""
    clock = time.perf_counter()
    got = [run(d.text) for d in documents]
    seconds = time.perf_counter() - clock
    words = sum(len(d.words) for d in documents)
    tokens = _f1([(set(d.words), set(keys(g))) for d, g in zip(documents, got)])
    spans = _f1([(set(d.sentences), {(g.span[a][0], g.span[b - 1][1]) for a, b in g.sentences}) for d, g in zip(documents, got)])
    return Score(tokens, spans, words, len(documents), words / seconds)


def show_errors(documents: list[Gold], limit: int) -> None:
    """Print wrong tokens and sentence ends in context."""
    shown = 0
    for d in documents:
        g = segment(d.text)
        gold, ours = set(d.words), set(keys(g))
        for a, b, _ in sorted(gold ^ ours):
            side = "gold" if (a, b, _) in gold else "ours"
            print(f"T {side} {d.name} {d.text[max(0, a - 15) : a]!r}[{d.text[a:b]}]{d.text[b : b + 15]!r}")
        ends, mine = {b for _, b in d.sentences}, {g.span[b - 1][1] for _, b in g.sentences}
        for e in sorted(ends ^ mine):
            print(f"S {'missed' if e in ends else 'extra '} {d.name} {d.text[max(0, e - 50) : e]!r} | {d.text[e : e + 40]!r}")
            shown += 1
        if shown > limit:
            return


def sets(data: Path, between: str = "\n\n") -> dict[str, list[Gold]]:
    """The sets of the table by name, from ``data/treebanks``."""
    bank = data / "treebanks"
    train, dev = read(bank / "en_gum-train.conllu", between), read(bank / "en_gum-dev.conllu", between)
    ewt = read(bank / "en_ewt-dev.conllu", between)
    out = {}
    for genre in ("news", "interview"):
        for name, documents in (("train", train), ("dev", dev)):
            out[f"GUM {genre} {name}"] = [d for d in documents if f"_{genre}_" in d.name]
    out["GUM dev, all genres"] = dev
    out["EWT dev weblog"] = [d for d in ewt if d.name.startswith("weblog")]
    out["EWT dev"] = ewt
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print about N errors of each set whose name has --set in it")
    parser.add_argument("--set", default="train")
    args = parser.parse_args()
    if not (args.data / "treebanks").is_dir():
        print(f"{args.data / 'treebanks'}: no such folder; this benchmark needs the treebanks", file=sys.stderr)
        return
    print(f"{'':40}{'tokens':>8}{'sentences':>11}{'words':>9}{'words/s':>10}")
    for note, between in (("", "\n\n"), (", one line end", "\n")):
        for name, documents in sets(args.data, between).items():
            if note and not name.startswith("GUM"):
                continue
            s = measure(documents)
            print(f"{name + note:40}{s.tokens:8.2f}{s.sentences:11.2f}{s.words:9,}{s.speed:10,.0f}")
            if args.errors and not note and args.set in name:
                show_errors(documents, args.errors)


if __name__ == "__main__":
    main()
