"""``dragoman ask``: questions to a record."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.errors import QueryError, StoreError

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.record import Filters
    from dragoman.record.vectors import Encode

QUESTIONS = (
    "events", "statements", "positions", "disagreements", "actors", "timeline", "dyads", "network", "network-nodes", "who-said", "who-changed",
    "documents", "happenings", "accounts", "chains",
)  # fmt: skip
_COUNTED = {"per": ("timeline", "dyads"), "by": ("timeline", "dyads", "network", "network-nodes")}
"""The questions that take each of these options."""
_LINKED = ("happenings", "accounts", "chains")
_ONCE = ("events", "timeline", "dyads")
"""Questions that can be asked of one event a day only."""
Many = list[str] | None

RecordOption = Annotated[str, typer.Option("--record", help="The record: a folder, or an object store's URL.", envvar="DRAGOMAN_RECORD")]


def _many(name: str, help: str) -> Any:
    return typer.Option(f"--{name}", help=f"{help} May be repeated: any of them.")


Actor = Annotated[Many, _many("actor", "Who acts, speaks, or holds the position: an id such as FRA-SEN; a state contains its organs.")]
Recipient = Annotated[Many, _many("recipient", "Who is acted upon, or spoken to.")]
Involving = Annotated[Many, _many("involving", "On either side.")]
Country = Annotated[Many, _many("country", "The country of who acts, speaks or holds, such as FRA.")]
Sector = Annotated[Many, _many("sector", "Their sector, such as GOV or REB.")]
Type = Annotated[Many, _many("type", "An event type, such as ACCUSE.")]
Mode = Annotated[Many, _many("mode", "A mode, such as withdraw.")]
Quad = Annotated[Many, _many("quad", "Such as \"MATERIAL CONFLICT\".")]
Context = Annotated[Many, _many("context", "A context, such as military.")]
Question = Annotated[Many, _many("question", "A question's key, or words of its text.")]
Stance = Annotated[Many, _many("stance", "supports, opposes, withholds, neutral.")]
PlaceName = Annotated[Many, _many("place", "A place, its province, or its country's code.")]
Since = Annotated[str | None, typer.Option("--since", help="First day: YYYY-MM-DD, YYYY-MM or YYYY.")]
Until = Annotated[str | None, typer.Option("--until", help="Last day.")]
Publisher = Annotated[Many, _many("publisher", "Who published the report.")]
DocumentId = Annotated[Many, _many("document", "A document's id.")]
Status = Annotated[Many, _many("status", "actual, negated, future, hypothetical, historical.")]
Standing = Annotated[Many, _many("standing", "reporter, claim, denied, hearsay.")]
Confidence = Annotated[float | None, typer.Option("--min-confidence", min=0.0, max=1.0, help="A probability.")]
Words = Annotated[str | None, typer.Option("--words", help='Full text: all words, "a phrase", OR, NOT, prefix*.')]


def ask(
    question: Annotated[str | None, typer.Argument(help=", ".join(QUESTIONS))] = None,
    said: Annotated[str | None, typer.Argument(help="For who-said: the words; for accounts: a happening's id.", show_default=False)] = None,
    record: RecordOption = "",
    sql: Annotated[str | None, typer.Option("--sql", help="A SELECT over documents, events, statements, positions, actors, failures, imported, "
                                            "happenings, accounts, chains.")] = None,
    actor: Actor = None,
    recipient: Recipient = None,
    involving: Involving = None,
    country: Country = None,
    sector: Sector = None,
    type: Type = None,
    mode: Mode = None,
    quad: Quad = None,
    context: Context = None,
    about: Question = None,
    stance: Stance = None,
    place: PlaceName = None,
    since: Since = None,
    until: Until = None,
    publisher: Publisher = None,
    document: DocumentId = None,
    status: Status = None,
    standing: Standing = None,
    min_confidence: Confidence = None,
    words: Words = None,
    per: Annotated[str | None, typer.Option("--per", help="timeline, dyads: day, week, month, quarter, year, all.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="timeline, dyads, network: actor, state, country.")] = None,
    join: Annotated[bool, typer.Option("--join", help="disagreements, who-changed: take questions for one that say the same in other words.")] = False,
    one_a_day: Annotated[bool, typer.Option("--one-a-day", help="events, timeline, dyads: one event a day with the same sides and type.")] = False,
    as_of: Annotated[str | None, typer.Option("--as-of", help="A version's number, a date, or a time (UTC).")] = None,
    codebook: Annotated[str | None, typer.Option("--codebook", help="Look at codings by this codebook only, not at each document's latest.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=0, help="Rows at most.")] = None,
    format: Annotated[str, typer.Option("--format", help="table, csv, jsonl, parquet, arrow; auto: by --output, terminal or pipe.")] = "auto",
    output: Annotated[str | None, typer.Option("--output", "-o", help="A file to write to.")] = None,
) -> None:
    """Ask a record.

    Examples:

        dragoman ask events --record my-record --actor FRA --type ACCUSE --since 2020-11

        dragoman ask who-said "ceasefire OR truce" --record my-record

        dragoman ask dyads --record my-record --by country --per month -o dyad-months.csv

        dragoman ask network --record my-record --since 2024 -o edges.csv

        dragoman ask happenings --record my-record --involving SDN --since 2024

        dragoman ask accounts 257417432af4a5be --record my-record

        dragoman ask --record my-record --sql "SELECT type, count(*) FROM events GROUP BY ALL"
    """
    from dragoman.cli._app import _writing
    from dragoman.cli._tables import choose_format, write_binary, write_table
    from dragoman.record import Questions, Store, run_sql

    if not record:
        raise QueryError("no record: give --record DIR, or set DRAGOMAN_RECORD")
    if (question is None) == (sql is None):
        raise QueryError(f"one question or --sql is accepted; questions are {', '.join(QUESTIONS)}")
    filters = make_filters(
        actor=actor, recipient=recipient, involving=involving, country=country, sector=sector, type=type, mode=mode, quad=quad, context=context,
        question=about, stance=stance, place=place, since=since, until=until, publisher=publisher, document=document, status=status, standing=standing,
        min_confidence=min_confidence, words=words,
    )  # fmt: skip
    store = Store(record, as_of=as_of, codebook=codebook)
    if sql is not None:
        table = run_sql(store, sql, tables=_linked_tables(store, sql))
    elif one_a_day and question not in _ONCE:
        raise QueryError(f"--one-a-day: accepted with {', '.join(_ONCE)} only")
    elif question in _LINKED:
        table = _linked(store, question, said, filters, {"per": per, "by": by}, limit)
    else:
        if join and question not in ("disagreements", "who-changed"):
            raise QueryError("--join: accepted with disagreements and who-changed only")
        table = _answer(Questions(store, one_a_day=one_a_day, encode=_encoder() if join else None), str(question), said, filters, {"per": per, "by": by}, limit)
    format = choose_format(format, output, sys.stdout)
    if format in ("parquet", "arrow"):
        assert output is not None
        try:
            write_binary(table, format, output)
        except OSError as error:
            raise StoreError(f"{output}: can't be written: {error.strerror or error}") from error
        return
    with _writing(output) as stream:
        write_table(table, format, stream, question or "")


def _encoder() -> Encode:
    from dragoman.language import SentenceVectors

    return SentenceVectors.load().encode


def make_filters(**given: Any) -> Filters:
    """Filters from options; an organization stands for its members."""
    from dragoman.record import Filters

    asked = {name: value for name, value in given.items() if value not in (None, [])}
    organizations = any(name in asked for name in ("actor", "recipient", "involving"))
    return Filters(**asked, members=members() if organizations else {})


def members() -> dict[str, list[tuple[str, str | None, str | None]]]:
    """The members of organizations by the project's table, each with the time of its membership."""
    from dragoman.world.actors import ActorTable

    found: dict[str, list[tuple[str, str | None, str | None]]] = {}
    for row in ActorTable.load().members:
        found.setdefault(row.organization, []).append((row.member, row.start or None, row.end or None))
    return found


def _answer(asked: Any, question: str, said: str | None, filters: Filters, options: dict[str, str | None], limit: int | None) -> pa.Table:
    if question not in QUESTIONS:
        raise QueryError(f"question {question!r}: accepted are {', '.join(QUESTIONS)}")
    arguments: dict[str, Any] = {"filters": filters, "limit": limit}
    given = {name: value for name, value in options.items() if value is not None}
    for name in given:
        if question not in _COUNTED[name]:
            raise QueryError(f"--{name}: accepted with {', '.join(_COUNTED[name])} only")
    if question == "who-said":
        if said is None:
            raise QueryError("who-said: give the words that were said")
        arguments["text"] = said
    elif said is not None:
        raise QueryError(f"{said!r}: {question} takes filters only, such as --words")
    table: pa.Table = getattr(asked, question.replace("-", "_"))(**arguments, **given)
    return table


def _linked_tables(store: Any, sql: str) -> dict[str, pa.Table]:
    """The links that a query names, made where it does: linking what is new takes time."""
    from dragoman.linking import Answers

    named = set(sql.replace("(", " ").replace(",", " ").replace(".", " ").lower().split())
    wanted = [name for name in _LINKED if name in named]
    asked = Answers(store) if wanted else None
    return {name: getattr(asked, name)() for name in wanted}


def _linked(store: Any, question: str, said: str | None, filters: Filters, options: dict[str, str | None], limit: int | None) -> pa.Table:
    from dragoman.linking import Answers

    wrong = next((name for name, value in options.items() if value is not None), None)
    if wrong:
        raise QueryError(f"--{wrong}: accepted with timeline and dyads only")
    if said is not None and question != "accounts":
        raise QueryError(f"{said!r}: {question} takes filters only")
    asked = Answers(store)
    if question == "accounts":
        return asked.accounts(filters, limit, happening=said)
    return asked.happenings(filters, limit) if question == "happenings" else asked.chains(filters, limit)
