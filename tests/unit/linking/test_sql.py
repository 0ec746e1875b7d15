"""Links asked by SQL: they are made only where a query names them."""

from __future__ import annotations

from dragoman.cli._ask import _linked_tables


class Nothing:
    """A store that must not be touched."""


def test_links_are_not_made_for_a_query_that_does_not_name_them() -> None:
    assert _linked_tables(Nothing(), "SELECT count(*) FROM events WHERE type = 'happening'") == {}
