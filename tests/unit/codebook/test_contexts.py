"""Words that show a context, weak ones, and phrases that mean something else."""

from __future__ import annotations

import pytest

from dragoman.codebook.contexts import Contexts
from dragoman.errors import ResourceError

TABLE = {"contexts": {"legislative": ["senate", "lawmaker", "inquiry"], "health": ["nurse"]}, "weak": {"legislative": ["bill", "house"]}, "not": {"health": ["nurse shark"]}}
NAMES = ("legislative", "health")


def shown(text: str) -> dict[str, list[str]]:
    return {name: [text[a:b] for a, b in spans] for name, spans in Contexts.from_table(TABLE, NAMES).shown(text).items()}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lawmakers met.", {"legislative": ["Lawmakers"]}),
        ("two inquiries", {"legislative": ["inquiries"]}),
        ("the Senate passed the bill", {"legislative": ["Senate", "bill"]}),
        ("a bill for dinner", {}),
        ("bills and more bills", {}),
        ("a bill in the House", {"legislative": ["bill", "House"]}),
        ("a nurse shark", {}),
        ("a nurse saw a nurse shark", {"health": ["nurse"]}),
    ],
)
def test_which_words_show_it(text: str, words: dict[str, list[str]]) -> None:
    assert shown(text) == words


@pytest.mark.parametrize("table", [{"contexts": {"weather": ["rain"]}}, {"contexts": {}, "weak": {"weather": ["rain"]}}, {"context": {}}])
def test_what_is_unknown_is_refused(table: dict[str, dict[str, list[str]]]) -> None:
    with pytest.raises(ResourceError, match="unknown"):
        Contexts.from_table(table, NAMES)
