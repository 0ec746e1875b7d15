"""Gold against a run: how much was found, how much is right, how sure to be of either, and what changed between two runs.

    gold (JSONL) ─┐
    run (JSONL)  ─┼─▶ matched lines ─▶ figures with intervals, confusion, calibration, worst errors
    another run  ─┘                └─▶ fixed, broken, changed

docs/evaluate.md describes the format of gold and defines each figure.
"""

from __future__ import annotations

from dragoman.evaluate.compare import compare
from dragoman.evaluate.documents import evaluate_documents
from dragoman.evaluate.gold import Gold, GoldDocument, GoldEvent, GoldPair, gold_of, read_gold
from dragoman.evaluate.outcomes import Evaluation, Line, Surplus
from dragoman.evaluate.pairs import evaluate_pairs
from dragoman.evaluate.runs import read_records, read_relations

__all__ = [
    "Evaluation", "Gold", "GoldDocument", "GoldEvent", "GoldPair", "Line", "Surplus", "compare", "evaluate_documents", "evaluate_pairs", "gold_of",
    "read_gold", "read_records", "read_relations",
]  # fmt: skip
