"""How much a shared word says: its rank in the language model's vocabulary, which is in the order of how often words are used.

Weights don't depend on the record, so that a pair of reports scores the same whatever else is kept.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from dragoman.errors import ModelError

_FIRST, _LAST = 1996, 40_000
"""Ranks with weights 0 and 1: the first whole word of the vocabulary, and a word that isn't in it (it has 30,522 entries)."""


class Rarity:
    """Weights of words in [0, 1]: 0 for the commonest, 1 for what the vocabulary doesn't have. By Zipf's law the logarithm of a rank is an
    inverse document frequency up to a constant (Spärck Jones 1972).

    Args:
        ranks: Rank by lower-case word.
    """

    def __init__(self, ranks: Mapping[str, int]) -> None:
        self._ranks = ranks

    @classmethod
    def load(cls, file: Path | None = None) -> Rarity:
        """Read the ranks from a vocabulary in the format of the ``tokenizers`` library.

        Raises:
            ModelError: It can't be read.
        """
        file = file or Path(str(files("dragoman"))) / "weights" / "en-1" / "tokenizer.json"
        try:
            return cls(json.loads(file.read_text(encoding="utf8"))["model"]["vocab"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(f"{file}: no vocabulary can be read from it: {error}") from error

    def __call__(self, word: str) -> float:
        """The weight of a lower-case word.

        >>> rare = Rarity({"said": 2056})
        >>> round(rare("said"), 2), rare("izghe")
        (0.01, 1.0)
        """
        rank = min(self._ranks.get(word, _LAST), _LAST)
        return max(0.0, math.log(rank / _FIRST) / math.log(_LAST / _FIRST)) if rank > _FIRST else 0.0
