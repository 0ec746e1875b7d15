"""The teacher: all-MiniLM-L6-v2 as published (Reimers and Gurevych 2019; Wang et al. 2020), mean of the last layer over all subwords, length 1."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from tokenizers import Tokenizer

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent)]
from model import Encoder, minilm_folder

from dragoman.language._subwords import buckets

LONGEST = 256
"""Subwords, as its authors read it."""


class Teacher:
    def __init__(self) -> None:
        self._encoder = Encoder()
        self._encoder.load_minilm()
        self._encoder.eval()
        self._tokenizer = Tokenizer.from_file(str(minilm_folder() / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)

    @torch.inference_mode()
    def __call__(self, texts: list[str]) -> NDArray[np.float32]:
        """Vectors of texts, (n, 384), rows of length 1."""
        rows = [torch.tensor(e.ids) for e in self._tokenizer.encode_batch(texts)]
        out = np.zeros((len(rows), 384), np.float32)
        for start in range(0, len(rows), 2000):
            for group in buckets([len(r) for r in rows[start : start + 2000]], 4096, most=256):
                chosen = [rows[start + k] for k in group]
                ids = torch.nn.utils.rnn.pad_sequence(chosen, batch_first=True)
                attend = torch.nn.utils.rnn.pad_sequence([torch.ones_like(r) for r in chosen], batch_first=True)
                states = self._encoder(ids, torch.zeros_like(ids), attend)[-1] * attend[:, :, None]
                out[[start + k for k in group]] = F.normalize(states.sum(1) / attend.sum(1, keepdim=True), dim=1).numpy()
        return out
