"""The language model's graphs, run by onnxruntime on one thread. The only file that imports onnxruntime."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from dragoman.errors import ModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession


_SLOWER = ["SkipLayerNormFusion", "BiasGeluFusion"]
"""Fusions whose kernels take longer than the parts that they fuse (onnxruntime 1.32, measured: 15% of the whole)."""


class Graph:
    """One ONNX file, ready to run.

    Args:
        path: The file.
        optimized: It is written as it shall run (``training/optimize.py``): onnxruntime need not look for fusions, so it loads sooner.
        inner: Inner values that a call gives instead of the file's outputs, by name; what only the outputs need is not computed. The file
            stays as it is: protocol buffers that follow each other are merged, so the names are declared behind it (Protocol Buffers,
            Encoding, 'Last One Wins').

    Raises:
        ModelError: The file is missing or is no model that this onnxruntime can run.
    """

    def __init__(self, path: Path, *, optimized: bool = False, inner: Sequence[str] = ()) -> None:
        import onnxruntime as ort

        if not path.is_file():
            raise ModelError(f"{path}: the language model's file is missing; reinstall the package")
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.add_session_config_entry("optimization.enable_gelu_approximation", "1")
        if optimized:
            options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
        model = path.read_bytes() + _declared(inner) if inner else str(path)
        try:
            self._session: InferenceSession = ort.InferenceSession(model, options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER)
        except Exception as error:  # onnxruntime's exceptions share no public base
            raise ModelError(f"{path}: not a model that this onnxruntime can run: {error}") from error
        self.outputs = list(inner) or [o.name for o in self._session.get_outputs()]

    def __call__(self, **inputs: NDArray[Any]) -> dict[str, NDArray[Any]]:
        """Run the graph on named arrays; returns its outputs by name."""
        values = self._session.run(self.outputs, inputs)
        return {k: np.asarray(v) for k, v in zip(self.outputs, values, strict=True)}


def _declared(names: Sequence[str]) -> bytes:
    """Further outputs as an ONNX model that holds nothing else: ModelProto.graph (7), GraphProto.output (12), ValueInfoProto.name (1)."""
    return _field(7, b"".join(_field(12, _field(1, name.encode())) for name in names))


def _field(number: int, data: bytes) -> bytes:
    """One length-delimited field of a protocol buffer."""
    head, n = bytearray([number << 3 | 2]), len(data)
    while n > 127:
        head.append(n & 127 | 128)
        n >>= 7
    return bytes([*head, n]) + data
