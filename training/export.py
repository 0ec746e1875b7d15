"""Export a trained checkpoint: static int8 ONNX, vocabulary, lemma lexicon.

    python training/export.py --checkpoint training/work/model.pt --data FOLDER --out src/dragoman/weights/en-1

Scales are fixed by calibration on training sentences (MinMax), so a sentence's tree does not depend on its neighbours, as it does
under dynamic quantization. Matrix products between activations (attention, arcs) stay in fp32. The embedding table is int8 by rows.
What is shipped is the export rebuilt for speed (``training/optimize.py``).
"""

from __future__ import annotations

import argparse
import collections
import json
import random
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import CalibrationDataReader, CalibrationMethod, QuantFormat, QuantType, quantize_static

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent))
from data import read_conllu
from model import TAGS, Parser, minilm_folder
from optimize import rebuild

from dragoman.language._lemma import apply_rule, lemma_rule
from dragoman.language._subwords import Subwords, pad

INPUTS = ["ids", "case", "attend", "first", "last"]
OUTPUTS = [*TAGS, "arcs", "dependent", "governor", "coref", "words"]


class Main(torch.nn.Module):
    """What runs once per batch: tags (classes; cue and mention as logits), arc scores, label and coreference vectors."""

    def __init__(self, model: Parser) -> None:
        super().__init__()
        self.model = model

    def forward(self, *inputs: torch.Tensor) -> tuple[torch.Tensor, ...]:
        tags, arcs, dep, head, coref = self.model(*inputs)
        best = [tags[t] if t in ("mention", "cue") else tags[t].argmax(-1).int() for t in TAGS]
        return (*best, arcs, dep, head, coref)


class Labels(torch.nn.Module):
    def __init__(self, model: Parser) -> None:
        super().__init__()
        self.model = model

    def forward(self, dep: torch.Tensor, head: torch.Tensor) -> torch.Tensor:
        return self.model.score_labels(dep, head).argmax(-1).int()


def inputs_of(subwords: Subwords, sentences: list[list[str]]) -> dict[str, np.ndarray]:
    subwords.learn([w for s in sentences for w in s])
    rows = [subwords.encode(s) for s in sentences]
    arrays = [pad([r[0] for r in rows]), pad([r[1] for r in rows]), pad([[1] * len(r[0]) for r in rows])]
    return dict(zip(INPUTS, [*arrays, pad([r[2] for r in rows]), pad([r[3] for r in rows])]))


class Reader(CalibrationDataReader):
    def __init__(self, batches: list[dict[str, np.ndarray]]) -> None:
        self._batches = iter(batches)

    def get_next(self) -> dict[str, np.ndarray] | None:
        return next(self._batches, None)


def shrink_embeddings(path: Path) -> None:
    """Store the word embeddings as int8 with one scale a row."""
    model = onnx.load(path)
    graph = model.graph
    for tensor in list(graph.initializer):
        weights = numpy_helper.to_array(tensor)
        if weights.dtype != np.float32 or weights.ndim != 2 or weights.shape[0] not in (30522, 512):
            continue
        scale = (np.abs(weights).max(axis=1) / 127 + 1e-12).astype(np.float32)
        small = np.clip(np.round(weights / scale[:, None]), -127, 127).astype(np.int8)
        gathers = [n for n in graph.node if n.op_type == "Gather" and n.input[0] == tensor.name]
        name = tensor.name
        graph.initializer.remove(tensor)
        graph.initializer.extend([numpy_helper.from_array(small, name + "_q"), numpy_helper.from_array(scale, name + "_s")])
        if gathers:  # look up int8 rows and scales, and scale only what was looked up
            for k, gather in enumerate(gathers):
                at = list(graph.node).index(gather)
                out, ids = gather.output[0], gather.input[1]
                graph.node.remove(gather)
                axes = numpy_helper.from_array(np.array([-1], np.int64), f"{name}_axes{k}")
                graph.initializer.append(axes)
                new = [
                    helper.make_node("Gather", [name + "_q", ids], [f"{out}_q"]),
                    helper.make_node("Cast", [f"{out}_q"], [f"{out}_f"], to=onnx.TensorProto.FLOAT),
                    helper.make_node("Gather", [name + "_s", ids], [f"{out}_s"]),
                    helper.make_node("Unsqueeze", [f"{out}_s", f"{name}_axes{k}"], [f"{out}_u"]),
                    helper.make_node("Mul", [f"{out}_f", f"{out}_u"], [out]),
                ]
                for node in reversed(new):
                    graph.node.insert(at, node)
        else:
            zero = numpy_helper.from_array(np.zeros(len(scale), np.int8), name + "_z")
            graph.initializer.append(zero)
            graph.node.insert(0, helper.make_node("DequantizeLinear", [name + "_q", name + "_s", name + "_z"], [name], axis=0))
    onnx.save(model, path)


def lexicon(train: list) -> list[tuple[str, str, str]]:
    """(form, XPOS, lemma) wherever the training data agree on it in 4 of 5 cases and the rule head might not."""
    seen: dict[tuple[str, str], collections.Counter] = {}
    for s in train:
        for form, xpos, lemma in zip(s.forms, s.xpos, s.lemmas):
            seen.setdefault((form.lower() if xpos not in ("NNP", "NNPS") else form, xpos), collections.Counter())[lemma] += 1
    out = []
    for (form, xpos), counts in sorted(seen.items()):
        lemma, n = counts.most_common(1)[0]
        if n / sum(counts.values()) >= 0.8:
            out.append((form, xpos, lemma))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, default=Path("training/work/vocabulary.json"))
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    vocab = json.loads(args.vocabulary.read_text())
    model = Parser({k: len(v) for k, v in vocab.items()})
    model.load_state_dict(torch.load(args.checkpoint, weights_only=True))
    model.eval()
    tokenizer = args.out / "tokenizer.json"
    shutil.copy(minilm_folder() / "tokenizer.json", tokenizer)
    subwords = Subwords(tokenizer)
    banks = args.data / "treebanks"
    train = [s for name in ("en_ewt-train", "en_gum-train") for s in read_conllu(banks / f"{name}.conllu")]

    example = inputs_of(subwords, [["The", "Army", "attacked", "protesters", "in", "Syria", "."], ["He", "left", "."]])
    axes = {n: {0: "b", 1: "t"} for n in INPUTS[:3]} | {n: {0: "b", 1: "w1"} for n in INPUTS[3:]}
    axes |= {n: {0: "b", 1: "w"} for n in (*TAGS, "dependent", "coref")}
    axes |= {"arcs": {0: "b", 1: "w", 2: "w1"}, "governor": {0: "b", 1: "w1"}}
    names = [n for n in OUTPUTS if n != "words"]
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            Main(model), tuple(torch.from_numpy(v) for v in example.values()), str(full), input_names=INPUTS, output_names=names,
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        graph = onnx.load(full).graph
        constants = {i.name for i in graph.initializer}
        exclude = [n.name for n in graph.node if n.op_type == "MatMul" and not any(x in constants for x in n.input)]
        rng = random.Random(3)
        chosen = rng.sample([s for s in train if 4 <= len(s.forms) <= 60], 320)
        batches = [inputs_of(subwords, [s.forms]) for s in chosen]
        exported = Path(folder)
        quantize_static(
            str(full), str(exported / "parser.onnx"), Reader(batches), quant_format=QuantFormat.QDQ, op_types_to_quantize=["MatMul"],
            nodes_to_exclude=exclude, per_channel=True, activation_type=QuantType.QUInt8, weight_type=QuantType.QInt8,
            calibrate_method=CalibrationMethod.MinMax, extra_options={"OpTypesToExcludeOutputQuantization": ["MatMul"]},
        )  # fmt: skip
        shrink_embeddings(exported / "parser.onnx")
        pair = (torch.randn(5, 128), torch.randn(5, 128))
        torch.onnx.export(
            Labels(model), pair, str(exported / "labels.onnx"), input_names=["dependent", "governor"], output_names=["rel"],
            dynamic_axes={"dependent": {0: "n"}, "governor": {0: "n"}, "rel": {0: "n"}}, opset_version=17, dynamo=False,
        )  # fmt: skip
        rebuild(exported, banks, args.out)
    rules = vocab["lemma"]
    assert all(apply_rule("Hoping", r) is not None and lemma_rule("a", "a") for r in rules)
    (args.out / "vocabulary.json").write_text(json.dumps(vocab, ensure_ascii=False, indent=0), encoding="utf8")
    rows = lexicon(train)
    (args.out / "lexicon.tsv").write_text("".join(f"{a}\t{b}\t{c}\n" for a, b, c in rows), encoding="utf8")
    sizes = {p.name: round(p.stat().st_size / 1e6, 2) for p in sorted(args.out.iterdir())}
    print("MB", sizes, "lexicon", len(rows))


if __name__ == "__main__":
    main()
