"""The questions that a record is asked most, each a typed call that gives an Arrow table.

Counts over events take those that happened (``status`` actual) and that were told once (no ``same_as``), unless filters say otherwise, and hold
apart what reports assert in their own voice, what they pass on as somebody's claim, and what somebody named denies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pyarrow as pa

from dragoman.errors import QueryError
from dragoman.record import words
from dragoman.record.filters import Filters, Membership, condition
from dragoman.record.store import Store

PERIODS = ("day", "week", "month", "quarter", "year", "all")
UNITS = ("actor", "state", "country")

_EVENTS = (
    "day", "type", "modes", "actors", "recipients", "theme", "status", "standing", "speakers", "place", "score", "confidence", "sentence", "publisher",
    "document", "event", "key",
)  # fmt: skip
_STATEMENTS = ("day", "speakers", "speaker_texts", "cue", "content", "kind", "addressees", "statement", "parent", "confidence", "publisher", "document", "key")
_POSITIONS = (
    "as_of", "holder", "holder_name", "stance", "question", "question_text", "tense", "condition", "strength", "change", "standing", "speakers",
    "evidence", "confidence", "publisher", "document", "position", "key",
)  # fmt: skip
_DOCUMENTS = ("published", "title", "publisher", "events", "statements", "positions", "document", "url", "coder", "codebook", "model", "key")
_COUNTS = """
    count(*) AS events, count(*) FILTER (standing = 'reporter') AS asserted, count(*) FILTER (standing IN ('claim', 'hearsay')) AS claimed,
    count(*) FILTER (standing = 'denied') AS denied, round(avg(score) FILTER (standing = 'reporter'), 2) AS score_asserted,
    round(avg(score) FILTER (standing <> 'reporter'), 2) AS score_claimed,
    count(*) FILTER (quad = 'VERBAL COOPERATION' AND standing = 'reporter') AS verbal_cooperation,
    count(*) FILTER (quad = 'MATERIAL COOPERATION' AND standing = 'reporter') AS material_cooperation,
    count(*) FILTER (quad = 'VERBAL CONFLICT' AND standing = 'reporter') AS verbal_conflict,
    count(*) FILTER (quad = 'MATERIAL CONFLICT' AND standing = 'reporter') AS material_conflict"""
"""The four quad classes are of asserted events."""

_ONE_A_DAY = """ QUALIFY row_number() OVER (PARTITION BY day, list_sort(actors), list_sort(recipients), type
    ORDER BY published, document, sentence_start, event) = 1"""
"""The one-a-day filter: of the same source, target and type on one day the first (Schrodt and Gerner 2012, section 2.4.3)."""


class Questions:
    """Ask a record.

    Args:
        store: The record, at the version and codings that it was opened for.
        members: Members of organizations, by id, each with the time of its membership: an organization that is asked about stands for them too.
        one_a_day: Of the events of one day with the same actors, recipients and type take one, as ICEWS and GDELT's predecessors do: for those
            who compare with their counts. Without it every report of an event counts.
    """

    def __init__(self, store: Store, members: Mapping[str, Sequence[Membership]] | None = None, one_a_day: bool = False) -> None:
        self.store = store
        self._once = _ONE_A_DAY if one_a_day else ""
        self._members = members or {}

    def documents(self, filters: Filters | None = None, limit: int | None = None) -> pa.Table:
        """A row per document."""
        return self._rows("documents", _DOCUMENTS, "published, document", filters, limit)

    def events(self, filters: Filters | None = None, limit: int | None = None, columns: Sequence[str] = _EVENTS) -> pa.Table:
        """A row per event, in the order of days."""
        return self._rows("events", columns, "day, document, sentence_start, event", filters, limit)

    def statements(self, filters: Filters | None = None, limit: int | None = None) -> pa.Table:
        """A row per statement, in the order of days."""
        return self._rows("statements", _STATEMENTS, "day, document, content_spans, statement", filters, limit)

    def positions(self, filters: Filters | None = None, limit: int | None = None) -> pa.Table:
        """A row per position, in the order of days."""
        return self._rows("positions", _POSITIONS, "day, document, position", filters, limit)

    def who_said(self, text: str, filters: Filters | None = None, limit: int | None = None) -> pa.Table:
        """Statements with these words in what was said."""
        return self.statements((filters or Filters()).or_else(words=text), limit)

    def disagreements(self, filters: Filters | None = None, limit: int | None = None) -> pa.Table:
        """Questions on which holders take different sides, each by its latest position; ``within`` is the state where all of them act for one."""
        return self._over("positions", filters, """
            WITH latest AS (SELECT * FROM chosen WHERE tense = 'current' AND holder IS NOT NULL
                QUALIFY row_number() OVER (PARTITION BY question, holder ORDER BY day DESC, document, position) = 1)
            SELECT question, min(question_text) AS question_text, list_sort(list(holder) FILTER (stance = 'supports')) AS supports,
                list_sort(list(holder) FILTER (stance = 'opposes')) AS opposes, list_sort(list(holder) FILTER (stance = 'withholds')) AS withholds,
                list_sort(list(holder) FILTER (stance = 'neutral')) AS neutral,
                CASE WHEN count(*) = count(holder_state) AND count(DISTINCT holder_state) = 1 THEN min(holder_state) END AS within,
                min(day) AS first, max(day) AS last, list_sort(list(DISTINCT document)) AS documents
            FROM latest GROUP BY question HAVING count(DISTINCT stance) > 1 ORDER BY count(*) DESC, question""", limit)  # fmt: skip

    def who_changed(self, filters: Filters | None = None, limit: int | None = None) -> pa.Table:
        """Holders whose stance on a question is another than it was before, or of whom a report says that they changed sides."""
        return self._over("positions", filters, """
            WITH steps AS (SELECT *, lag(stance) OVER w AS stance_before, lag(day) OVER w AS day_before, lag(document) OVER w AS document_before
                FROM chosen WHERE tense = 'current' AND holder IS NOT NULL
                WINDOW w AS (PARTITION BY question, holder ORDER BY day, document, position))
            SELECT holder, holder_name, question, question_text, stance_before, day_before, document_before, stance, day, document, change, evidence
            FROM steps WHERE stance_before <> stance OR change = 'reversed' ORDER BY day, holder, question""", limit)  # fmt: skip

    def actors(self, filters: Filters | None = None, limit: int | None = None) -> pa.Table:
        """A row per actor: in how many documents, and what it did, had done to it, said, and stands for there."""
        return self._over("actors", filters, """
            SELECT actor, any_value(name) AS name, any_value(country) AS country, any_value("group") AS "group", any_value(sectors) AS sectors,
                count(*) AS documents, sum(acts)::BIGINT AS acts, sum(receives)::BIGINT AS receives, sum(statements)::BIGINT AS statements,
                sum(positions)::BIGINT AS positions, min(published) AS first, max(published) AS last
            FROM chosen GROUP BY actor ORDER BY documents DESC, acts DESC, actor""", limit)  # fmt: skip

    def timeline(self, filters: Filters | None = None, per: str = "month", by: str | None = None, limit: int | None = None) -> pa.Table:
        """Events counted by period; with ``by`` (``actor``, ``state``, ``country``) also by who acts: a country-month table."""
        period = _period(per)
        unit = f"unnest({_once(_unit(by, 'actor'))}) AS {by}, " if by else ""
        columns = ", ".join(["period", *([by] if by else [])])
        kept = f"WHERE {by} IS NOT NULL" if by else ""
        return self._over("events", _happened(filters), f"""
            WITH each AS (SELECT {unit}{period} AS period, score, standing, quad FROM chosen WHERE same_as IS NULL)
            SELECT {columns}, {_COUNTS} FROM each {kept} GROUP BY ALL ORDER BY {columns}""", limit)  # fmt: skip

    def dyads(self, filters: Filters | None = None, per: str = "all", by: str = "actor", limit: int | None = None) -> pa.Table:
        """Who acts toward whom, counted by pair and period: a dyad-month table. What two do together counts for each toward the other."""
        a, r = _unit(by, "actor"), _unit(by, "recipient")
        return self._over("events", _happened(filters), f"""
            WITH sides AS (SELECT {_period(per)} AS period, score, standing, quad, {_once(a)} AS a,
                CASE WHEN len(recipients) > 0 THEN {_once(r)} ELSE {_once(a)} END AS r, len(recipients) > 0 AS directed FROM chosen
                WHERE same_as IS NULL),
            acting AS (SELECT unnest(a) AS actor, * EXCLUDE (a) FROM sides),
            pairs AS (SELECT unnest(r) AS recipient, * EXCLUDE (r) FROM acting)
            SELECT period, actor, recipient, {_COUNTS} FROM pairs
            WHERE actor IS NOT NULL AND recipient IS NOT NULL AND (directed OR actor <> recipient)
            GROUP BY period, actor, recipient ORDER BY period, events DESC, actor, recipient""", limit)  # fmt: skip

    def _rows(self, table: str, columns: Sequence[str], order: str, filters: Filters | None, limit: int | None) -> pa.Table:
        return self._over(table, filters, f"SELECT {', '.join(columns)} FROM chosen ORDER BY {order}", limit)

    def _over(self, table: str, filters: Filters | None, query: str, limit: int | None) -> pa.Table:
        """Answer a query over ``chosen``: the rows of the table that the filters let pass."""
        filters = filters or Filters()
        if not filters.members:
            filters = replace(filters, members=self._members)
        where = condition(filters, table)
        sql = where.sql
        if filters.words is not None:
            self.store.connection.register("found", words.search(self.store, table, filters.words))
            sql += f" AND EXISTS (FROM found f WHERE f.key = t.key AND f.id = {words.id_column(table)})"
        values = dict(where.values)
        if limit is not None:
            query, values["row_limit"] = f"FROM ({query}) LIMIT $row_limit", limit
        chosen = f"WITH chosen AS (SELECT * FROM {table} t WHERE {sql}{self._once if table == 'events' else ''}) "
        return self.store.ask(f"{chosen} FROM ({query})", values)


def _once(items: str) -> str:
    """A list without repetitions; most lists have one item, and for those nothing is to be done."""
    return f"CASE WHEN len({items}) > 1 THEN list_distinct({items}) ELSE {items} END"


def _happened(filters: Filters | None) -> Filters:
    return (filters or Filters()).or_else(status=("actual",))


def _period(per: str) -> str:
    if per not in PERIODS:
        raise QueryError(f"per {per!r}: accepted are {', '.join(PERIODS)}")
    return "NULL::DATE" if per == "all" else f"date_trunc('{per}', day)::DATE"


def _unit(by: str | None, side: str) -> str:
    if by not in UNITS:
        raise QueryError(f"by {by!r}: accepted are {', '.join(UNITS)}")
    return {"actor": f"{side}s", "state": f"{side}_states", "country": f"{side}_countries"}[by]

