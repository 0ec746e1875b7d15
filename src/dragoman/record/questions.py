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
from dragoman.record.derived import read
from dragoman.record.filters import Filters, Membership, condition
from dragoman.record.joining import join_questions
from dragoman.record.store import Store
from dragoman.record.vectors import Encode
from dragoman.records import Question

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
        encode: Makes vectors of texts; :meth:`disagreements` and :meth:`who_changed` then take questions in other words for one
            (:mod:`dragoman.record.joining`), under the key that most positions have.
        one_a_day: Of the events of one day with the same actors, recipients and type take one, as ICEWS and GDELT's predecessors do: for those
            who compare with their counts. Without it every report of an event counts.
    """

    def __init__(
        self, store: Store, members: Mapping[str, Sequence[Membership]] | None = None, one_a_day: bool = False, encode: Encode | None = None,
    ) -> None:  # fmt: skip
        self.store = store
        self._once = _ONE_A_DAY if one_a_day else ""
        self._members = members or {}
        self._encode = encode
        self._joined = False

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
            FROM latest GROUP BY question HAVING count(DISTINCT stance) > 1 ORDER BY count(*) DESC, question""", limit, self._positions())  # fmt: skip

    def who_changed(self, filters: Filters | None = None, limit: int | None = None) -> pa.Table:
        """Holders whose stance on a question is another than it was before, or of whom a report says that they changed sides."""
        return self._over("positions", filters, """
            WITH steps AS (SELECT *, lag(stance) OVER w AS stance_before, lag(day) OVER w AS day_before, lag(document) OVER w AS document_before
                FROM chosen WHERE tense = 'current' AND holder IS NOT NULL
                WINDOW w AS (PARTITION BY question, holder ORDER BY day, document, position))
            SELECT holder, holder_name, question, question_text, stance_before, day_before, document_before, stance, day, document, change, evidence
            FROM steps WHERE stance_before <> stance OR change = 'reversed' ORDER BY day, holder, question""", limit, self._positions())  # fmt: skip

    def actors(self, filters: Filters | None = None, limit: int | None = None) -> pa.Table:
        """A row per actor: in how many documents, and what it did, had done to it, said, and stands for there."""
        added_up = "chosen"
        if set((filters or Filters()).given()) <= {"actor", "country", "sector"} and not self._in_time(filters):
            source = read([self.store.sums.add_up()])
        else:
            source, added_up = "actors", "(SELECT *, 1 AS documents, published AS first, published AS last FROM chosen)"
        return self._over("actors", filters, f"""
            SELECT actor, any_value(name) AS name, any_value(country) AS country, any_value("group") AS "group", any_value(sectors) AS sectors,
                sum(documents)::BIGINT AS documents, sum(acts)::BIGINT AS acts, sum(receives)::BIGINT AS receives,
                sum(statements)::BIGINT AS statements, sum(positions)::BIGINT AS positions, min(first) AS first, max(last) AS last
            FROM {added_up} GROUP BY actor ORDER BY documents DESC, acts DESC, actor""", limit, source)  # fmt: skip

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
        return self._over("events", _happened(filters), f"""
            WITH {_pairs(per, by)} SELECT period, actor, recipient, {_COUNTS} FROM pairs
            GROUP BY period, actor, recipient ORDER BY period, events DESC, actor, recipient""", limit)  # fmt: skip

    def _positions(self) -> str:
        """The table of positions, or where questions are joined a view of it that has the key of the one that stands for each."""
        if self._encode is None:
            return "positions"
        if not self._joined:
            asked = self.store.ask(
                "SELECT question AS key, predicate, object, min(question_text) AS text, count(*) AS positions FROM positions GROUP BY ALL", {}
            ).to_pylist()
            counted = {Question(**{k: row[k] or "" for k in ("key", "predicate", "object", "text")}): row["positions"] for row in asked}
            one = join_questions(counted, self._encode)
            self.store.connection.register("joined", pa.table({"asked": pa.array(list(one), pa.string()), "one": pa.array(list(one.values()), pa.string())}))
            self._joined = True
        return "(SELECT p.* REPLACE (coalesce(j.one, p.question) AS question) FROM positions p LEFT JOIN joined j ON j.asked = p.question)"

    def network(self, filters: Filters | None = None, by: str = "actor", limit: int | None = None) -> pa.Table:
        """The edges of the network of who acts toward whom: counts, mean score (-10 to 10) of all events and of the asserted ones, first and last day."""
        return self._over("events", _happened(filters), f"""
            WITH {_pairs("day", by)} SELECT actor, recipient, {_COUNTS}, round(avg(score), 2) AS score, min(period) AS first, max(period) AS last FROM pairs
            GROUP BY actor, recipient ORDER BY events DESC, actor, recipient""", limit)  # fmt: skip

    def network_nodes(self, filters: Filters | None = None, by: str = "actor", limit: int | None = None) -> pa.Table:
        """The nodes of that network: events done and received, how many others on either side, and the mean scores of both; of an actor its name too."""
        known = 'id AS name, NULL::VARCHAR AS country, NULL::VARCHAR AS "group", NULL::VARCHAR[] AS sectors'
        names = "SELECT NULL AS actor LIMIT 0"
        if by == "actor":
            known = 'k.name, k.country, k."group", k.sectors'
            names = f"""SELECT actor, any_value(name) AS name, any_value(country) AS country, any_value("group") AS "group", any_value(sectors) AS sectors
                FROM {read([self.store.sums.add_up()])} GROUP BY actor"""
        return self._over("events", _happened(filters), f"""
            WITH {_pairs("all", by)}, ends AS (SELECT actor AS id, recipient AS other, true AS acts, score FROM pairs UNION ALL
                SELECT recipient, actor, false, score FROM pairs),
            nodes AS (SELECT id, count(*) FILTER (acts) AS acts, count(*) FILTER (NOT acts) AS receives, count(DISTINCT other) FILTER (acts) AS acts_toward,
                count(DISTINCT other) FILTER (NOT acts) AS acted_on_by, round(avg(score) FILTER (acts), 2) AS score_acts,
                round(avg(score) FILTER (NOT acts), 2) AS score_receives FROM ends GROUP BY id)
            SELECT id, {known}, n.* EXCLUDE (id) FROM nodes n LEFT JOIN ({names}) k ON k.actor = n.id ORDER BY acts + receives DESC, id""", limit)  # fmt: skip

    def _rows(self, table: str, columns: Sequence[str], order: str, filters: Filters | None, limit: int | None) -> pa.Table:
        """Rows in an order that begins with a day. With a limit, the last day that can be in the answer is found first, in that column alone, so
        that whole groups of rows are passed over when the others are read."""
        if limit:
            day = order.partition(",")[0]
            days = self._over(table, filters, f"SELECT {day} FROM chosen ORDER BY {day}", limit)[day]
            if len(days) == limit and days[-1].is_valid:
                source = f"(FROM {table} WHERE {day} <= DATE '{days[-1]}')"
                return self._over(table, filters, f"SELECT {', '.join(columns)} FROM chosen ORDER BY {order}", limit, source)
        return self._over(table, filters, f"SELECT {', '.join(columns)} FROM chosen ORDER BY {order}", limit)

    def _in_time(self, filters: Filters | None) -> bool:
        """Whether an organization stands for members that it had for a time only, so that days matter."""
        members = (filters and filters.members) or self._members
        return any(start or end for actor in (filters.actor if filters else ()) for _, start, end in members.get(actor, ()))

    def _over(self, table: str, filters: Filters | None, query: str, limit: int | None, source: str | None = None) -> pa.Table:
        """Answer a query over ``chosen``: the rows of the table, or of another source with its columns, that the filters let pass."""
        filters = filters or Filters()
        if not filters.members:
            filters = replace(filters, members=self._members)
        where = condition(filters, table)
        sql = where.sql
        if filters.words is not None:
            sql += f" AND {words.found(self.store, table, filters.words)}"
        values = dict(where.values)
        if limit is not None:
            query, values["row_limit"] = f"FROM ({query}) LIMIT $row_limit", limit
        once = self._once if table == "events" else ""
        chosen = f"WITH chosen AS (SELECT * FROM {source or table} t WHERE {sql}{once}) "
        return self.store.ask(f"{chosen} FROM ({query})", values)


def _pairs(per: str, by: str) -> str:
    """The tables ``sides``, ``acting`` and ``pairs`` of SQL: a row for each event, actor and recipient, with the period."""
    a, r = _unit(by, "actor"), _unit(by, "recipient")
    return f"""
        sides AS (SELECT {_period(per)} AS period, score, standing, quad, {_once(a)} AS a,
            CASE WHEN len(recipients) > 0 THEN {_once(r)} ELSE {_once(a)} END AS r, len(recipients) > 0 AS directed FROM chosen WHERE same_as IS NULL),
        acting AS (SELECT unnest(a) AS actor, * EXCLUDE (a) FROM sides),
        ways AS (SELECT unnest(r) AS recipient, * EXCLUDE (r) FROM acting),
        pairs AS (SELECT * FROM ways WHERE actor IS NOT NULL AND recipient IS NOT NULL AND (directed OR actor <> recipient))"""


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

