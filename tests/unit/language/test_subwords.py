"""Packing: every word keeps its place, however the sentences are grouped."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from dragoman.language._subwords import MAX_SUBWORDS, Subwords, buckets, ranges

WORDS = ["Oslo", "condemned", "it", ".", "“", "Unbelievably", "counterrevolutionary", "!", "”"]
SENTENCES = [(0, 4), (4, 5), (5, 9)]


@pytest.fixture(scope="module")
def subwords() -> Subwords:
    return Subwords(Path(str(files("dragoman"))) / "weights" / "en-1" / "tokenizer.json")


def test_packed_is_each_sentence_encoded(subwords: Subwords) -> None:
    subwords.learn(WORDS)
    packed = subwords.pack(WORDS, SENTENCES)
    for (a, b), start, length in zip(SENTENCES, packed.start.tolist(), packed.length.tolist()):
        ids, case, first, last = subwords.encode(WORDS[a:b])
        assert packed.ids[start : start + length].tolist() == ids
        assert packed.case[start : start + length].tolist() == case
        assert packed.column[start : start + length].tolist() == list(range(length))
        assert (packed.first[a:b] - start).tolist() == first[1:]
        assert (packed.last[a:b] - start).tolist() == last[1:]


def test_a_batch_lays_out_its_sentences_in_the_order_given(subwords: Subwords) -> None:
    subwords.learn(WORDS)
    packed = subwords.pack(WORDS, SENTENCES)
    inputs, word = packed.batch(np.array([2, 0]))
    assert word.tolist() == [5, 6, 7, 8, 0, 1, 2, 3]
    for row, (a, b) in enumerate(((5, 9), (0, 4))):
        ids = subwords.encode(WORDS[a:b])[0]
        cells = inputs["grid"][row][inputs["hidden"][row, 0, 0] == 0]
        assert inputs["ids"][cells].tolist() == ids
        assert inputs["row"][cells].tolist() == [row] * len(ids)
        words = inputs["words"][row, : b - a]
        assert word[words].tolist() == list(range(a, b))
        assert inputs["governors"][row, 0] == len(word) + row
        assert inputs["ids"][inputs["first"][inputs["governors"][row, 0]]] == subwords.cls
        assert (inputs["absent"][row, 0] == 0).sum() == b - a + 1


@pytest.mark.parametrize("n", [150, 600])
def test_sentences_too_long_for_the_encoder_fit_it(n: int, subwords: Subwords) -> None:
    """No position beyond the table of the encoder, and every word still has a subword to be read at."""
    words = [*["Antidisestablishmentarianism"] * n, "Yes", "."]
    subwords.learn(words)
    packed = subwords.pack(words, [(0, n), (n, n + 2)])
    assert packed.length[0] <= MAX_SUBWORDS
    assert packed.column.max() < MAX_SUBWORDS
    end = packed.start[0] + packed.length[0] - 1
    assert packed.ids[end] == subwords.sep
    assert (packed.first[:n] > 0).all() and (packed.first[:n] <= packed.last[:n]).all() and (packed.last[:n] < end).all()
    assert packed.ids[packed.first[n]] == subwords.encode(["Yes"])[0][1]


def test_groups_hold_every_sentence_once() -> None:
    lengths = [3, 40, 12, 700, 5, 5, 90, 41]
    groups = buckets(lengths, 128)
    assert sorted(k for g in groups for k in g) == list(range(len(lengths)))
    assert all(len(g) == 1 or len(g) * max(lengths[k] for k in g) <= 128 for g in groups)


def test_ranges_of_nothing() -> None:
    assert ranges(np.array([4, 7]), np.array([0, 0])).tolist() == []
