"""Rebuild exported graphs for speed.

    python training/optimize.py parser --exported FOLDER --data FOLDER --out src/dragoman/weights/en-1
    python training/optimize.py reader --exported FILE --out src/dragoman/weights/rel-1/reader.onnx

    exported: sentences padded, (b, t, 384) everywhere      rebuilt: subwords packed, (n, 384); padded only inside attention and arcs

The exporter writes what the training code says, operator by operator. The rebuilt graph computes the same function with the same int8
weights and scales, and leaves out what costs time without changing the answer: padding, transposes, a bias as an operator of its own,
a multiplication for each class head, label weights in fp32. Its operators are ONNX's and onnxruntime's own (domain ``com.microsoft``).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from dragoman.language._onnx import Graph as Runner
from dragoman.language._subwords import Subwords
from dragoman.language.conllu import read_conllu

WIDTH, HEADS, LAYERS, HEAD = 384, 12, 6, 32
ARC, LABEL = 256, 128
TAGS = ("upos", "xpos", "feats", "lemma", "mention", "cue")
"""As in ``training/model.py``, which needs PyTorch; the files are read without it."""

Array = NDArray[Any]


class Exported:
    """The exported graph, read for its weights."""

    def __init__(self, path: Path) -> None:
        graph = onnx.load(path).graph
        self.values = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
        self.values |= {n.output[0]: numpy_helper.to_array(n.attribute[0].t) for n in graph.node if n.op_type == "Constant"}
        self._made_by = {o: n for n in graph.node for o in n.output}
        self._nodes = {n.name: n for n in graph.node}
        self._readers: dict[str, list[onnx.NodeProto]] = {}
        for n in graph.node:
            for i in n.input:
                self._readers.setdefault(i, []).append(n)

    def matmul(self, name: str) -> dict[str, Array]:
        """The int8 weights (in, out), their scales (out,), the bias (out,), the input's scale and zero point of a dense layer."""
        node = self._nodes[name]
        given, weight = (self._made_by[i] for i in node.input)
        (add,) = [n for n in self._readers[node.output[0]] if n.op_type == "Add"]
        bias = next(self.values[i] for i in add.input if i in self.values)
        w, scale, zero = (self.values[i] for i in weight.input)
        assert not zero.any(), name
        return {"w": w, "w_scale": scale, "bias": bias, "scale": self.values[given.input[1]], "zero": self.values[given.input[2]]}

    def mixture(self) -> list[float]:
        """The weight of each layer's states in the mix, the overall scale included."""
        mixed = self._made_by[self._nodes["/model/Mul_7"].input[0]]
        weights = []
        while mixed.op_type == "Add":
            rest, last = (self._made_by[i] for i in mixed.input)
            weights.append(last)
            mixed = rest
        weights.append(mixed)
        scale = float(self.values["model.scale"][0])
        return [scale * float(next(self.values[i] for i in n.input if i in self.values)) for n in reversed(weights)]


class Graph:
    """A graph under construction: constants are kept once, values are named by number."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self._count = 0

    def constant(self, array: Any, dtype: Any = None) -> str:
        array = np.ascontiguousarray(np.asarray(array, dtype))
        key = f"{array.dtype}{array.shape}{array.tobytes().hex()}" if array.size <= 64 else f"#{self._count}"
        if key not in self.constants:
            self.constants[key] = numpy_helper.from_array(array, f"c{len(self.constants)}")
        self._count += 1
        return self.constants[key].name

    def op(self, kind: str, *inputs: str, to: str | list[str] = "", domain: str = "", to_type: int | None = None, **attributes: Any) -> Any:
        """Add an operator; returns the name of its output, or the list ``to`` of names where it has several."""
        self._count += 1
        names = to if isinstance(to, list) else [to or f"v{self._count}"]
        if to_type is not None:
            attributes["to"] = to_type
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **attributes))
        return to if isinstance(to, list) else names[0]

    def quantized(self, x: str, layer: dict[str, Array]) -> str:
        return self.op("QuantizeLinear", x, self.constant(layer["scale"]), self.constant(layer["zero"]))

    def restored(self, x: str, layer: dict[str, Array]) -> str:
        """What :meth:`quantized` gave, as fp32: the residual is the rounded one, as in the exported graph (without the rounding, LAS on
        GUM dev is 0.4 lower, on EWT dev the same)."""
        return self.op("DequantizeLinear", x, self.constant(layer["scale"]), self.constant(layer["zero"]))

    def dense(self, x: str, layer: dict[str, Array], to: str = "") -> str:
        """A dense layer over rows already quantized; fp32 comes out, the bias added."""
        inputs = [self.constant(layer[k]) for k in ("w", "scale", "w_scale", "zero")]
        zeros = self.constant(np.zeros(layer["w"].shape[1], np.int8))
        return self.op("MatMulIntegerToFloat", x, *inputs, zeros, self.constant(layer["bias"]), to=to, domain="com.microsoft")

    def save(self, path: Path, inputs: dict[str, tuple[int, list[Any]]], outputs: dict[str, tuple[int, list[Any]]]) -> None:
        def info(values: dict[str, tuple[int, list[Any]]]) -> list[onnx.ValueInfoProto]:
            return [helper.make_tensor_value_info(n, kind, shape) for n, (kind, shape) in values.items()]

        graph = helper.make_graph(self.nodes, "dragoman", info(inputs), info(outputs), list(self.constants.values()))
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
        onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=8), path)


def joined(layers: list[dict[str, Array]]) -> dict[str, Array]:
    """Dense layers over one input as one: their outputs side by side."""
    out = dict(layers[0])
    for key in ("w", "w_scale", "bias"):
        out[key] = np.concatenate([x[key] for x in layers], -1)
    return out


def embeddings(graph: Graph, values: dict[str, Array], name: str, ids: str, case: str, column: str) -> str:
    """The sum of word, position and case embeddings, (n, 384); the first two are int8 rows with a scale each."""

    def rows(table: str, index: str) -> str:
        small = graph.op("Cast", graph.op("Gather", graph.constant(values[f"{name}.{table}.weight_q"]), index), to_type=TensorProto.FLOAT)
        return graph.op("Mul", small, graph.op("Gather", graph.constant(values[f"{name}.{table}.weight_s"][:, None]), index))

    shapes = values[f"{name}.case.weight"] + values[f"{name}.kind"]
    placed = graph.op("Add", rows("word", ids), rows("position", column))
    return graph.op("Add", placed, graph.op("Gather", graph.constant(shapes), case))


class Attention:
    """Self-attention over packed rows: one gather lays out each of queries, keys and values as (b, heads, t, 32), one packs the answer.

    Args:
        graph: The graph.
        grid: Number of the packed row of each cell, (b, t).
        row: Sentence of each packed row, (n,).
        column: Place in the sentence of each packed row, (n,).
        hidden: Added to the scores, (b, 1, 1, t): -10,000 in empty cells, else 0.
    """

    def __init__(self, graph: Graph, grid: str, row: str, column: str, hidden: str) -> None:
        one, heads = graph.constant([1], np.int64), graph.constant(HEADS, np.int64)
        self._graph, self._grid, self._hidden = graph, grid, hidden
        self._spread = [self._cells(k, 3) for k in range(3)]
        width = graph.op("Gather", graph.op("Shape", grid), graph.constant(1, np.int64))
        at = graph.op("Add", graph.op("Mul", graph.op("Unsqueeze", row, one), heads), graph.constant(np.arange(HEADS)[None, :], np.int64))
        self._gather = graph.op("Add", graph.op("Mul", at, width), graph.op("Unsqueeze", column, one))
        self._rows, self._states = graph.constant([-1, HEAD], np.int64), graph.constant([-1, WIDTH], np.int64)

    def _cells(self, part: int, parts: int) -> str:
        """Where the heads of one of queries, keys and values lie in rows of 32, (b, heads, t), when ``parts`` of them lie side by side."""
        graph = self._graph
        cells = graph.op("Mul", graph.op("Unsqueeze", self._grid, graph.constant([1], np.int64)), graph.constant(parts * HEADS, np.int64))
        return graph.op("Add", cells, graph.constant(np.arange(HEADS)[None, :, None] + part * HEADS, np.int64))

    def _mixed(self, query: str, key: str, value: str) -> str:
        graph = self._graph
        scores = graph.op("FusedMatMul", query, key, domain="com.microsoft", transB=1)
        return graph.op("MatMul", graph.op("Softmax", graph.op("Add", scores, self._hidden), axis=-1), value)

    def __call__(self, small: str, layer: dict[str, Array]) -> str:
        """What every row sees, (n, 384), from the rows quantized."""
        graph = self._graph
        every = graph.op("Reshape", graph.dense(small, _scaled(layer)), self._rows)
        mixed = graph.op("Reshape", self._mixed(*(graph.op("Gather", every, at) for at in self._spread)), self._rows)
        return graph.op("Reshape", graph.op("Gather", mixed, self._gather), self._states)

    def few(self, small: str, chosen: str, each: int, layer: dict[str, Array]) -> str:
        """What ``each`` chosen rows a sentence see, (b * each, 384); only keys and values are made of all rows."""
        graph = self._graph
        layer = _scaled(layer)
        asked = graph.dense(chosen, _columns(layer, 0, WIDTH))
        asked = graph.op("Reshape", asked, graph.constant([-1, each, HEADS, HEAD], np.int64))
        others = graph.op("Reshape", graph.dense(small, _columns(layer, WIDTH, 3 * WIDTH)), self._rows)
        key, value = (graph.op("Gather", others, self._cells(k, 2)) for k in range(2))
        mixed = self._mixed(graph.op("Transpose", asked, perm=[0, 2, 1, 3]), key, value)
        return graph.op("Reshape", graph.op("Transpose", mixed, perm=[0, 2, 1, 3]), self._states)


def _scaled(layer: dict[str, Array]) -> dict[str, Array]:
    """The layer of queries, keys and values with the queries already divided by the root of their width."""
    out = layer | {k: layer[k].copy() for k in ("w_scale", "bias")}
    for part in ("w_scale", "bias"):
        out[part][:WIDTH] *= HEAD**-0.5
    return out


def _columns(layer: dict[str, Array], first: int, last: int) -> dict[str, Array]:
    return layer | {k: layer[k][..., first:last] for k in ("w", "w_scale", "bias")}


class Encoder:
    """The layers of an exported encoder, written into a graph.

    Args:
        graph: The graph.
        exported: Where the weights are.
        name: The encoder's there: ``model.encoder``.
    """

    def __init__(self, graph: Graph, exported: Exported, name: str) -> None:
        self._graph, self._exported, self._name = graph, exported, name

    def norm(self, x: str, name: str) -> str:
        values = self._exported.values
        weight, bias = (self._graph.constant(values[f"{self._name}.{name}.{k}"]) for k in ("weight", "bias"))
        return str(self._graph.op("LayerNormalization", x, weight, bias, axis=-1, epsilon=1e-12))

    def dense(self, i: int, name: str) -> dict[str, Array]:
        return self._exported.matmul(f"/{self._name.replace('.', '/')}/layers.{i}/{name}/MatMul")

    def layer(self, x: str, i: int, attention: Attention) -> str:
        """Rows through one layer, (n, 384) to (n, 384)."""
        qkv = self.dense(i, "qkv")
        small = self._graph.quantized(x, qkv)
        return self._after(self._graph.restored(small, qkv), attention(small, qkv), i)

    def last(self, x: str, i: int, attention: Attention, chosen: str, each: int) -> str:
        """``each`` chosen rows a sentence through one layer: (n, 384) to (b * each, 384)."""
        qkv = self.dense(i, "qkv")
        small = self._graph.quantized(x, qkv)
        some = self._graph.op("Gather", small, chosen)
        return self._after(self._graph.restored(some, qkv), attention.few(small, some, each, qkv), i)

    def _after(self, x: str, seen: str, i: int) -> str:
        """The rest of a layer after attention: the residual, and the two dense layers with theirs."""
        graph = self._graph
        out, up, down = (self.dense(i, k) for k in ("out", "up", "down"))
        x = self.norm(graph.op("Add", x, graph.dense(graph.quantized(seen, out), out)), f"layers.{i}.norm1")
        small = graph.quantized(x, up)
        inner = graph.op("FastGelu", graph.dense(small, up), domain="com.microsoft")
        inner = graph.dense(graph.quantized(inner, down), down)
        return self.norm(graph.op("Add", graph.restored(small, up), inner), f"layers.{i}.norm2")


def mixed_states(graph: Graph, exported: Exported) -> str:
    """The weighted mix of all layers' states, (n, 384), halved: a word is the sum of its first and last subword."""
    encoder = Encoder(graph, exported, "model.encoder")
    attention = Attention(graph, "grid", "row", "column", "hidden")
    x = encoder.norm(embeddings(graph, exported.values, "model.encoder", "ids", "case", "column"), "norm")
    first, *others = (graph.constant(w / 2, np.float32) for w in exported.mixture())
    mix = graph.op("Mul", x, first)
    for i, weight in enumerate(others):
        x = encoder.layer(x, i, attention)
        mix = graph.op("Add", mix, graph.op("Mul", x, weight))
    return str(mix)


def reader(exported: Exported, path: Path) -> None:
    """Write the relation reader's graph. Its inputs stay padded, ``ids``, ``case``, ``attend`` (b, t) and ``at`` (b, 3); inside they are
    packed, and in the last layer only the rows that are read go on: the first of each question and those that ``at`` names."""
    graph = Graph()

    def whole(x: Any) -> str:
        return graph.constant(x, np.int64)

    flat = whole([-1])
    row, column = (graph.op("Squeeze", x, whole([0])) for x in graph.op("Split", graph.op("NonZero", "attend"), to=["rows", "columns"], axis=0))
    width = graph.op("Gather", graph.op("Shape", "ids"), whole(1))
    cell = graph.op("Add", graph.op("Mul", row, width), column)
    ids, case = (graph.op("Gather", graph.op("Reshape", x, flat), cell) for x in ("ids", "case"))
    count = graph.op("CumSum", graph.op("Reshape", "attend", flat), whole(0))
    grid = graph.op("Mul", graph.op("Reshape", graph.op("Sub", count, whole(1)), graph.op("Shape", "ids")), "attend")
    absent = graph.op("Cast", graph.op("Sub", whole(1), "attend"), to_type=TensorProto.FLOAT)
    hidden = graph.op("Unsqueeze", graph.op("Mul", absent, graph.constant(-1e4, np.float32)), whole([1, 2]))
    name = "encoder"
    encoder, attention = Encoder(graph, exported, name), Attention(graph, grid, row, column, hidden)
    x = encoder.norm(embeddings(graph, exported.values, name, ids, case, column), "norm")
    for i in range(LAYERS - 1):
        x = encoder.layer(x, i, attention)
    start = graph.op("Slice", grid, whole([0]), whole([1]), whole([1]))
    places = graph.op("Pad", "at", whole([0, 1, 0, 0]))
    chosen = graph.op("Reshape", graph.op("Add", places, start), flat)
    read = encoder.last(x, LAYERS - 1, attention, chosen, 4)
    marked = graph.op("Cast", graph.op("Greater", "at", whole(0)), to_type=TensorProto.FLOAT)
    present = graph.op("Pad", marked, whole([0, 1, 0, 0]), graph.constant(1, np.float32))
    read = graph.op("Mul", graph.op("Reshape", read, whole([-1, 4, WIDTH])), graph.op("Unsqueeze", present, whole([2])))
    values = exported.values
    joined_rows = graph.op("Reshape", read, whole([-1, 4 * WIDTH]))
    hidden_state = graph.op("Gemm", joined_rows, graph.constant(values["join.weight"]), graph.constant(values["join.bias"]), transB=1)
    hidden_state = graph.op("Gelu", hidden_state, domain="com.microsoft")
    sizes = {}
    for to, head in (("type", "types"), ("mode", "modes"), ("status", "statuses")):
        weight, bias = values[f"heads.{head}.weight"], values[f"heads.{head}.bias"]
        graph.op("Gemm", hidden_state, graph.constant(weight), graph.constant(bias), transB=1, to=to)
        sizes[to] = len(bias)
    inputs: dict[str, tuple[int, list[Any]]] = {k: (TensorProto.INT64, ["b", "t"]) for k in ("ids", "case", "attend")}
    graph.save(path, inputs | {"at": (TensorProto.INT64, ["b", 3])}, {k: (TensorProto.FLOAT, ["b", n]) for k, n in sizes.items()})


def parser(exported: Exported, path: Path) -> None:
    """Write the graph of encoder and heads; its inputs are those of ``Packed.batch`` (``dragoman.language._subwords``)."""
    graph = Graph()
    mix = mixed_states(graph, exported)
    words = graph.op("Add", graph.op("Gather", mix, "first"), graph.op("Gather", mix, "last"))
    project = exported.matmul("/model/project/MatMul")
    same = {k: project[k] for k in ("scale", "zero")}  # calibrated on the words and the roots, of which these layers see the words
    small = graph.quantized(words, project)
    tagged = graph.op("FastGelu", graph.dense(small, exported.matmul("/model/tag/tag.0/MatMul") | same), domain="com.microsoft")
    heads = [exported.matmul(f"/model/{t}/MatMul") for t in TAGS]
    sizes = graph.constant([h["bias"].size for h in heads], np.int64)
    every = joined(heads)
    logits = graph.op("Split", graph.dense(graph.quantized(tagged, every), every), sizes, to=[*(f"{t}_logits" for t in TAGS[:-1]), "cue"], axis=-1)
    for tag, x in zip(TAGS[:-1], logits):
        graph.op("ArgMax", x, to=tag, axis=-1, keepdims=0)
    corefer = exported.matmul("/model/corefer/MatMul") | same
    graph.dense(small, corefer, to="coref")
    projected = graph.op("LeakyRelu", graph.dense(small, project), alpha=0.1)
    widths = graph.constant([ARC, ARC, LABEL, LABEL], np.int64)
    dependent, governor, *_ = graph.op("Split", projected, widths, to=["arc_dependent", "arc_governor", "dependent", "governor"], axis=-1)
    arc = exported.matmul("/model/MatMul")
    left = graph.op("Gather", graph.dense(graph.quantized(dependent, arc), arc), "words")
    scores = graph.op("FusedMatMul", left, graph.op("Gather", governor, "governors"), domain="com.microsoft", transB=1)
    graph.op("ArgMax", graph.op("Add", scores, "absent", to="arcs"), to="heads", axis=-1, keepdims=0)
    whole, real = TensorProto.INT64, TensorProto.FLOAT
    inputs: dict[str, tuple[int, list[Any]]] = {k: (whole, ["n"]) for k in ("ids", "case", "column", "row")}
    inputs |= {"grid": (whole, ["b", "t"]), "hidden": (real, ["b", 1, 1, "t"]), "first": (whole, ["w"]), "last": (whole, ["w"])}
    inputs |= {"words": (whole, ["b", "d"]), "governors": (whole, ["b", "g"]), "absent": (real, ["b", 1, "g"])}
    outputs: dict[str, tuple[int, list[Any]]] = {t: (whole, ["w"]) for t in TAGS[:-1]}
    outputs |= {"cue": (real, ["w", heads[-1]["bias"].size]), "arcs": (real, ["b", "d", "g"]), "heads": (whole, ["b", "d"])}
    outputs |= {"dependent": (real, ["w", LABEL]), "governor": (real, ["w", LABEL]), "coref": (real, ["w", corefer["bias"].size])}
    graph.save(path, inputs, outputs)


def labels(weights: Array, span: tuple[float, float], path: Path) -> None:
    """Write the graph that labels pairs.

    Args:
        weights: The label tensor, (129, relations * 129): dependent and a one, by relation and governor and a one.
        span: The least and greatest value of the dependents' vectors on training text.
        path: The file.
    """
    graph = Graph()
    low, high = min(span[0], 0.0), span[1]
    scale = np.float32((high - low) / 255)
    w_scale = (np.abs(weights[:-1]).max(0) / 127).astype(np.float32)
    layer = {
        "w": np.round(weights[:-1] / w_scale).astype(np.int8), "w_scale": w_scale, "bias": weights[-1].copy(), "scale": scale,
        "zero": np.uint8(round(-low / scale)),
    }  # fmt: skip
    relations = weights.shape[1] // (LABEL + 1)
    left = graph.dense(graph.quantized("dependent", layer), layer)
    left = graph.op("Reshape", left, graph.constant([-1, relations, LABEL + 1], np.int64))
    right = graph.op("Pad", "governor", graph.constant([0, 0, 0, 1], np.int64), graph.constant(1, np.float32))
    two = graph.constant([2], np.int64)
    scores = graph.op("Squeeze", graph.op("MatMul", left, graph.op("Unsqueeze", right, two)), two)
    graph.op("ArgMax", scores, to="rel", axis=-1, keepdims=0)
    vectors = {k: (TensorProto.FLOAT, ["n", LABEL]) for k in ("dependent", "governor")}
    graph.save(path, vectors, {"rel": (TensorProto.INT64, ["n"])})


def dependents_span(folder: Path, banks: Path) -> tuple[float, float]:
    """The least and greatest value of the dependents' vectors over one training document in eight."""
    subwords = Subwords(folder / "tokenizer.json")
    graph = Runner(folder / "parser.onnx")
    low = high = 0.0
    for name in ("en_ewt-train", "en_gum-train"):
        with open(banks / f"{name}.conllu", encoding="utf8") as lines:
            documents = list(read_conllu(lines))[::8]
        for d in documents:
            subwords.learn(d.form)
            packed = subwords.pack(d.form, d.sentences)
            for k in range(len(d.sentences)):
                inputs, word = packed.batch(np.array([k]))
                got = graph(**inputs)["dependent"][: len(word)]
                low, high = min(low, float(got.min())), max(high, float(got.max()))
    return low, high


def rebuild(exported: Path, banks: Path, out: Path) -> None:
    """Write ``parser.onnx`` and ``labels.onnx`` to ``out`` (which holds ``tokenizer.json``) from those in ``exported``."""
    parser(Exported(exported / "parser.onnx"), out / "parser.onnx")
    given = onnx.load(exported / "labels.onnx").graph.initializer
    weights = numpy_helper.to_array(next(i for i in given if i.name == "model.label"))
    labels(weights, dependents_span(out, banks), out / "labels.onnx")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = arguments.add_subparsers(dest="command", required=True)
    both = commands.add_parser("parser", help="the language model: parser.onnx and labels.onnx")
    both.add_argument("--exported", type=Path, required=True, help="folder with the two files as the exporter wrote them")
    both.add_argument("--data", type=Path, required=True, help="folder with treebanks/, to calibrate the labels' input")
    both.add_argument("--out", type=Path, required=True, help="folder to write them to, with tokenizer.json")
    one = commands.add_parser("reader", help="the relation reader: reader.onnx")
    one.add_argument("--exported", type=Path, required=True, help="the file as the exporter wrote it")
    one.add_argument("--out", type=Path, required=True, help="the file to write")
    args = arguments.parse_args()
    if args.command == "parser":
        rebuild(args.exported, args.data / "treebanks", args.out)
    else:
        reader(Exported(args.exported), args.out)


if __name__ == "__main__":
    main()
