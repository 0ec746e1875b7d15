"""Export the trained relation reader: static int8 ONNX and its labels.

    python training/relations/export_reader.py --checkpoint training/work/relations.pt --out src/dragoman/weights/rel-1

As ``training/export.py``: fixed scales, so that a reading does not depend on what is read beside it; embedding table int8 by rows.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import CalibrationMethod, QuantFormat, QuantType, quantize_static

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent), str(HERE)]
from check import read
from export import Reader as Calibration
from export import shrink_embeddings
from optimize import Exported
from optimize import reader as rebuild
from train_reader import TOKENIZER, Batcher, Reader, examples

from dragoman.language import LanguageModel
from dragoman.language._subwords import Subwords

INPUTS = ["ids", "case", "attend", "at"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    labels = json.loads(args.checkpoint.with_suffix(".json").read_text(encoding="utf8"))
    model = Reader(len(labels["types"]), len(labels["modes"]))
    model.load_state_dict(torch.load(args.checkpoint, weights_only=True))
    model.eval()
    lines, _ = read(sorted((HERE / "corpus").glob("*.txt")))
    chosen = random.Random(3).sample(lines, 160)
    language = LanguageModel.load()
    pairs = [random.Random(k).choice(examples(line, language)).pair for k, line in enumerate(chosen)]
    batch = Batcher(Subwords(TOKENIZER))
    batches = [dict(zip(INPUTS, (t.numpy() for t in batch([p])))) for p in pairs]
    axes = {n: {0: "b", 1: "t"} for n in INPUTS[:3]} | {"at": {0: "b"}} | {n: {0: "b"} for n in ("type", "mode", "status")}
    with tempfile.TemporaryDirectory() as folder:
        full, exported = Path(folder) / "full.onnx", Path(folder) / "exported.onnx"
        torch.onnx.export(
            model, tuple(batch(pairs[:2])), str(full), input_names=INPUTS, output_names=["type", "mode", "status"],
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        graph = onnx.load(full).graph
        constants = {i.name for i in graph.initializer}
        exclude = [n.name for n in graph.node if n.op_type == "MatMul" and not any(x in constants for x in n.input)]
        quantize_static(
            str(full), str(exported), Calibration(batches), quant_format=QuantFormat.QDQ, op_types_to_quantize=["MatMul"],
            nodes_to_exclude=exclude, per_channel=True, activation_type=QuantType.QUInt8, weight_type=QuantType.QInt8,
            calibrate_method=CalibrationMethod.MinMax, extra_options={"OpTypesToExcludeOutputQuantization": ["MatMul"]},
        )  # fmt: skip
        shrink_embeddings(exported)
        rebuild(Exported(exported), args.out / "reader.onnx")
    (args.out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf8")
    import onnxruntime as ort

    session = ort.InferenceSession(str(args.out / "reader.onnx"))
    worst = 0.0
    for b in batches[:40]:
        with torch.no_grad():
            want = torch.softmax(model(*(torch.from_numpy(b[n]) for n in INPUTS))[0], -1).numpy()
        got = session.run(["type"], b)[0]
        e = np.exp(got - got.max(-1, keepdims=True))
        worst = max(worst, float(np.abs(e / e.sum(-1, keepdims=True) - want).max()))
    print(f"{(args.out / 'reader.onnx').stat().st_size / 1e6:.1f} MB; largest change of a probability by quantization {worst:.3f} (40 pairs)")


if __name__ == "__main__":
    main()
