"""Distil the vectors' head: ``python training/vectors/train_vectors.py --data FOLDER --out src/dragoman/weights/vec-1``.

    texts ─┬─▶ teacher ─▶ its 256 main directions ────────────┐
           └─▶ frozen encoder ─▶ means and maxima of its layers ─▶ ridge regression ─▶ int8 head

FOLDER holds ``treebanks/``. One linear layer, solved in closed form: no seed, no schedule. Recipe and figures: ``README.md`` here.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE)]
from measure import agreement
from teacher import Teacher
from texts import held_out_texts, training_texts

from dragoman.language.vectors import Pooling, SentenceVectors, tokens, unit

LAYERS = ("v82", "v148", "v214", "v280", "v346", "v412")
"""The reader's inner values: the sum of its embeddings, and what its first five layers give; the sixth is computed for marks only."""
WIDTH = 256
"""Of the teacher's 384 dimensions, the directions in which the training texts differ most: cosines change by little, a third is saved."""
RIDGE = 3e-3
"""Added to the diagonal of the correlations. Little hangs on it with 20,000 texts; with as few as 3,000, no more than there are weights a column, it is too small."""

Array = NDArray[np.floating]


def fit(states: Array, wanted: Array, ridge: float = RIDGE) -> tuple[Array, Array]:
    """Weights (k, d) and bias (d,) of the ridge regression from states (n, k), standardized, to vectors (n, d); Hoerl and Kennard 1970."""
    mean, centre = states.mean(0), wanted.mean(0)
    gram = (states - mean).T @ (states - mean)
    scale = 1 / np.sqrt(np.diag(gram))
    gram *= scale[:, None] * scale
    gram[np.diag_indices(len(gram))] += ridge
    weights = np.linalg.solve(gram, (states - mean).T @ (wanted - centre) * scale[:, None]) * scale[:, None]
    return weights, centre - mean @ weights


def directions(teacher: Array, width: int = WIDTH) -> Array:
    """The ``width`` main directions of vectors (n, 384), not centred so that cosines are kept: (384, width)."""
    return np.linalg.eigh(teacher.T @ teacher)[1][:, ::-1][:, :width]


def save(path: Path, weights: Array, bias: Array, layers: tuple[str, ...] = LAYERS) -> None:
    scale = np.abs(weights).max(0) / 127
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez(path, weights=np.round(weights / scale).astype(np.int8), scale=scale.astype(np.float32), bias=bias.astype(np.float32), layers=np.array(layers))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with treebanks/")
    parser.add_argument("--out", type=Path, required=True, help="folder of the head")
    parser.add_argument("--texts", type=int, help="train on so many texts only, drawn at random")
    args = parser.parse_args()
    start = time.monotonic()
    texts = training_texts(args.data / "treebanks")[: args.texts]
    teacher, pooling = Teacher(), Pooling(LAYERS)
    wanted = teacher(texts)
    turn = directions(wanted)
    weights, bias = fit(pooling(tokens(texts)), wanted @ turn)
    save(args.out / "head.npz", weights, bias)
    vectors = SentenceVectors.load(args.out)
    print(f"{len(texts)} texts, {(args.out / 'head.npz').stat().st_size / 1e6:.2f} MB, {time.monotonic() - start:.0f} s")
    for name, held in zip(("sentences", "phrases"), held_out_texts(args.data / "treebanks")):
        want = teacher(held)
        began = time.process_time()
        got = vectors.encode(held)
        spent = time.process_time() - began
        words = sum(len(t.split()) for t in held)
        figures = {k: round(v, 3) for k, v in agreement(got, want).items()}
        print(f"{name}: {figures}; {len(held) / spent:.0f} a second, {spent / words * 1e6:.0f} µs a word; 256 of 384: {agreement(unit(want @ turn), want)['both']:.3f}")


if __name__ == "__main__":
    main()
