"""Words, names, numbers and what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import ModelError
from dragoman.linking._reprints import signature, similarity
from dragoman.linking._words import number, sentence_starts, stem, tokens
from dragoman.linking.rarity import Rarity


def names(text: str) -> set[str]:
    return {t.word for t in tokens(text, sentence_starts(text), Rarity.load()) if t.name}


def test_names() -> None:
    assert names("The mayor of Luwingu met Chanda's aides. Officials kept silent on Monday. “Tourists left,” she said. Tourists are rare.") == {"luwingu", "chanda"}


def test_numbers() -> None:
    assert [number(w) for w in ("1,200", "twelve", "2014", "two", "2,014", "3.5", "1,2,3", "1.2.3")] == [1200.0, 12.0, None, None, 2014.0, 3.5, 123.0, None]


def test_stems_join_what_belongs_together() -> None:
    assert stem("attacked") == stem("attackers") and stem("bombing") == stem("bombed") and stem("talks") != stem("tanks")


def test_rare_words_say_more() -> None:
    rare = Rarity.load()
    assert rare("said") < rare("convoy") < rare("luwingu") == 1.0


def test_a_vocabulary_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "t.json").write_text("{}")
    with pytest.raises(ModelError, match=r"t\.json"):
        Rarity.load(tmp_path / "t.json")


def test_similarity_estimates_the_share_of_runs() -> None:
    words = [f"w{n}" for n in range(200)]
    assert similarity(signature(words), signature(words)) == 1.0
    assert similarity(signature(words), signature(words[:150])) == pytest.approx(148 / 198, abs=0.15)
    assert similarity(signature(words), signature([f"v{n}" for n in range(200)])) < 0.05
    assert similarity(signature([]), signature([])) == 1.0


def test_a_signature_is_the_same_on_every_machine() -> None:
    """Pinned: a library that hashes otherwise makes kept signatures useless, and VERSION has to rise."""
    assert signature(["one", "two", "three", "four"])[:8].hex() == PINNED


PINNED = "07cac2c6fe93e0ca"
